import type { ConstDirectiveNode, GraphQLField } from 'graphql';
import { valueFromASTUntyped } from 'graphql';

/** What the directives of a field say of it beside its own weight: the very ones that the subgraph's schema prints. */
export interface ListedCosts {
  /** The arguments of which the largest says how long the lists are, and what each is by default. */
  readonly slicingArguments: ReadonlyMap<string, number>;
  /** How long the list is, where no argument says so. */
  readonly assumedSize: number;
  /** What arguments add to the price, where they are given. */
  readonly weights: ReadonlyMap<string, number>;
}

const known = new WeakMap<GraphQLField<unknown, unknown>, ListedCosts>();

/** Reads `@listSize` of a field and `@cost` of its arguments, once for each schema. */
export const listedCostsOf = (field: GraphQLField<unknown, unknown>): ListedCosts => {
  const found = known.get(field) ?? read(field);
  known.set(field, found);
  return found;
};

const read = (field: GraphQLField<unknown, unknown>): ListedCosts => {
  const listSize = field.astNode?.directives?.find(({ name }) => name.value === 'listSize');
  const weights = field.args.flatMap(({ name, astNode }): [string, number][] => {
    const cost = astNode?.directives?.find((directive) => directive.name.value === 'cost');
    const weight = cost && argumentOf(cost, 'weight');
    return typeof weight === 'number' && weight > 0 ? [[name, weight]] : [];
  });
  const slicing = (listSize && (argumentOf(listSize, 'slicingArguments') as string[] | undefined)) ?? [];
  return {
    slicingArguments: new Map(
      field.args
        .filter(({ name }) => slicing.includes(name))
        .map(({ name, defaultValue }) => [name, Number(defaultValue)]),
    ),
    assumedSize: (listSize && (argumentOf(listSize, 'assumedSize') as number | undefined)) ?? 1,
    weights: new Map(weights),
  };
};

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown => {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
};
