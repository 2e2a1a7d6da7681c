import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind, validate } from 'graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { createComplexityRule } from 'graphql-query-complexity';
import { UserError } from '../errors/UserError';
import type { Operation } from '../operations/operation';
import type { PriceList } from './explainPrice';
import { explainPrice } from './explainPrice';
import type { FieldPrice } from './fieldPrice';
import { onceKey, priceField } from './fieldPrice';

/** The most selections that a document may have, those of a fragment counted wherever it is spread. */
export const maxSelections = 10_000;

/** What an operation costs at most, before anything is called. */
export interface Price {
  /** Upstream calls. An upper bound where nothing fails, on a process that remembers nothing. */
  readonly estimatedCalls: number;
  /** What is wrong with variables or arguments: then what they belong to is not priced, and not executed either. */
  readonly problems: readonly GraphQLError[];
  /** Who would be called, and which fields are the dearest. */
  explain(): PriceList;
}

/**
 * The operation that is called for a field that names one, given the field's arguments: the same, or the one of another
 * version of the product. Never more calls.
 */
export type CalledFor = (operation: Operation, args: Readonly<Record<string, unknown>>) => Operation;

/**
 * Prices an operation by the weights of its fields, before it is executed.
 *
 * @param document valid against the schema.
 * @throws UserError LIMIT_EXCEEDED for more than {@link maxSelections} selections; GraphQLError where a directive
 *   cannot be evaluated.
 */
export const priceOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  calledFor: CalledFor,
  variables: Readonly<Record<string, unknown>> = {},
): Price => {
  const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const around = { schema, fragments: new Map(definitions.map((fragment) => [fragment.name.value, fragment])) };
  const prices = new Map<FieldNode, FieldPrice>();
  const calledOnce = new Set<string>();
  let estimatedCalls = 0;

  const estimator = ({ field, node, args, childComplexity }: ComplexityEstimatorArgs): number => {
    const price = priceField(field, node, args, around);
    const once = price.once.map((each) => calledFor(each, args));
    prices.set(node, { ...price, calls: price.calls.map((each) => calledFor(each, args)), once });
    for (const each of once) calledOnce.add(onceKey(each, price.accountId));
    return price.calls.length + price.size * childComplexity;
  };
  const rule = createComplexityRule({
    estimators: [estimator],
    maximumComplexity: Infinity,
    maxQueryNodes: maxSelections,
    variables: { ...variables },
    onComplete: (complexity) => {
      estimatedCalls = complexity + calledOnce.size;
    },
  });
  const problems = priced(() => validate(schema, { ...document, definitions: [operation, ...definitions] }, [rule]));

  return { estimatedCalls, problems, explain: () => explainPrice(operation, around.fragments, prices) };
};

const priced = (price: () => readonly GraphQLError[]): readonly GraphQLError[] => {
  try {
    return price();
  } catch (error) {
    // The library's own words for it: it has no code.
    if (error instanceof GraphQLError && error.message.startsWith('Query exceeds')) throw tooManySelections();
    throw error;
  }
};

const tooManySelections = (): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The document must have at most ${maxSelections} selections, those of a fragment counted wherever it is spread, but has more.`,
    zh: `文档最多可包含 ${maxSelections} 个选择项（片段按每次展开计算），但此文档超出了限制。`,
  });
