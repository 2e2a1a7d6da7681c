import type {
  ConstDirectiveNode,
  GraphQLEnumType,
  GraphQLField,
  GraphQLInputField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  valueFromASTUntyped,
} from 'graphql';

/** The rules of the target schema that a program can hold. Each function names what breaks its rule. */

const ownTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('_') && !isSpecifiedScalarType(type));

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  ownTypes(schema).filter((type) => isObjectType(type)) as GraphQLObjectType[];

const ownFields = (fields: Record<string, GraphQLField<unknown, unknown>>) =>
  Object.values(fields).filter(({ name }) => !name.startsWith('_'));

/** What a description stands on, by its path. */
interface Described {
  readonly path: string;
  readonly description: string;
  /** What a router reads: the weight of `@cost`. */
  readonly weight: number;
  /** Of a field that objects show. */
  readonly output?: GraphQLOutputType;
}

interface Node {
  readonly description?: string | null;
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null;
}

const describedIn = (schema: GraphQLSchema): Described[] =>
  ownTypes(schema).flatMap((type) => {
    const below: Described[] = [];
    if (isEnumType(type))
      below.push(...type.getValues().map((value) => toDescribed(`${type.name}.${value.name}`, value)));
    if (isInputObjectType(type)) {
      const fields = Object.values<GraphQLInputField>(type.getFields());
      below.push(...fields.map((field) => toDescribed(`${type.name}.${field.name}`, field)));
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of ownFields(type.getFields())) {
        const path = `${type.name}.${field.name}`;
        below.push({ ...toDescribed(path, field), output: field.type });
        below.push(...field.args.map((arg) => toDescribed(`${path}(${arg.name})`, arg)));
      }
    }
    return [toDescribed(type.name, type), ...below];
  });

const toDescribed = (path: string, { description, astNode }: Node): Described => {
  const cost = astNode?.directives?.find(({ name }) => name.value === 'cost');
  const weight = cost?.arguments?.find(({ name }) => name.value === 'weight')?.value;
  return {
    path,
    description: description?.trim() ?? '',
    weight: weight === undefined ? 0 : Number(valueFromASTUntyped(weight)),
  };
};

/** Types, fields, arguments, input fields and enum values that no sentence explains. */
export const findUndescribed = (schema: GraphQLSchema): string[] => {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  return describedIn(schema)
    .filter(({ path, description }) => description === '' && !roots.includes(path))
    .map(({ path }) => path);
};

/** Descriptions that are no whole sentence: a word or two, without a capital letter, or without an end. */
export const findFragments = (schema: GraphQLSchema): string[] =>
  describedIn(schema)
    .filter(({ description }) => description !== '')
    .filter(({ description }) => !/^[A-Z`].*\.$/s.test(description) || description.split(/\s+/).length < 3)
    .map(({ path }) => path);

/** Fields of objects that can be null and do not say what that means. */
export const findUnexplainedNulls = (schema: GraphQLSchema): string[] =>
  describedIn(schema)
    .filter(
      ({ output, description }) => output !== undefined && !isNonNullType(output) && !/\bnull\b/i.test(description),
    )
    .map(({ path }) => path);

/** Fields with a cost that do not say which upstream calls it is for. */
export const findUnnamedCalls = (schema: GraphQLSchema): string[] =>
  describedIn(schema)
    .filter(
      ({ output, weight, description }) => output !== undefined && weight > 0 && !/\bcalls? of [A-Z]/.test(description),
    )
    .map(({ path }) => path);

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Fields and arguments whose sentences about what they cost name another number of calls than their cost. */
export const findMisstatedCosts = (schema: GraphQLSchema): string[] =>
  describedIn(schema)
    .map((each) => ({ ...each, said: callsIn(each.description) }))
    .filter(({ weight, said }) => weight !== said)
    .map(({ path, weight, said }) => `${path} says ${said}, costs ${weight}`);

const callsIn = (description: string): number => {
  const sentence = [...description.matchAll(/\b(?:costs|adds) at most ([^.]*)/g)].map(([, calls]) => calls).join(' ');
  const inDigits = [...sentence.matchAll(/\b(\d+) (?:calls )?of [A-Z]/g)].reduce(
    (sum, [, digits]) => sum + Number(digits),
    0,
  );
  return sentence.split(/\W+/).reduce((sum, word) => sum + numbers.indexOf(word) + 1, inDigits);
};

/** What descriptions name like an operation of the upstream. */
export const actionsIn = (schema: GraphQLSchema): string[] => {
  const action = /\b(?:Get|List|Describe|Put|Update|Start|Stop|Enroll|Init)[A-Z]\w+/g;
  return describedIn(schema).flatMap(({ description }) => description.match(action) ?? []);
};

/** Query fields and connections that are not nullable: one failure would null their neighbors. */
export const findUnsafeNonNulls = (schema: GraphQLSchema): string[] =>
  objectTypes(schema).flatMap((type) =>
    ownFields(type.getFields())
      .filter(({ type: of }) => isNonNullType(of))
      .filter(({ type: of }) => type === schema.getQueryType() || getNamedType(of).name.endsWith('Connection'))
      .map(({ name }) => `${type.name}.${name}`),
  );

/** Mutations whose payload can be null, or is none: their outcome could get lost. */
export const findMutationsWithoutPayload = (schema: GraphQLSchema): string[] =>
  ownFields(schema.getMutationType()?.getFields() ?? {})
    .filter(({ type }) => {
      const payload = getNamedType(type);
      const isPayload = isObjectType(payload) && payload.getInterfaces().some(({ name }) => name === 'MutationPayload');
      return !isNonNullType(type) || !isPayload;
    })
    .map(({ name }) => `Mutation.${name}`);

/** Enums that objects show of the upstream, without UNKNOWN or without its own text in a field beside. */
export const findClosedEnums = (schema: GraphQLSchema, ours: readonly string[]): string[] =>
  objectTypes(schema).flatMap((type) => {
    const fields = type.getFields();
    return ownFields(fields)
      .filter(({ name, type: of }) => {
        const named = getNamedType(of);
        if (!isEnumType(named) || ours.includes(named.name)) return false;
        const raw = `raw${name.charAt(0).toUpperCase()}${name.slice(1)}`;
        return !hasUnknown(named) || !Object.hasOwn(fields, raw);
      })
      .map(({ name }) => `${type.name}.${name}`);
  });

const hasUnknown = (type: GraphQLEnumType): boolean => type.getValue('UNKNOWN') !== undefined;

/** What of type-graphql's metadata the next two rules need. The library keeps it on the global object. */
interface Metadata {
  readonly objectTypes: readonly {
    readonly target: unknown;
    readonly name: string;
    readonly simpleResolvers?: boolean;
  }[];
  readonly fields: readonly { readonly target: unknown; readonly name: string; readonly simple?: boolean }[];
  readonly authorizedFields: readonly { readonly target: unknown; readonly fieldName: string }[];
  readonly authorizedResolver: readonly { readonly target: unknown }[];
  readonly middlewares: readonly { readonly target: unknown; readonly fieldName: string }[];
  readonly resolverMiddlewares: readonly { readonly target: unknown }[];
  readonly fieldResolvers: readonly {
    readonly target: { readonly name: string };
    readonly schemaName: string;
    readonly kind: string;
    readonly typeOptions?: { readonly nullable?: boolean | string };
  }[];
}

export const readMetadata = (): Metadata =>
  (globalThis as unknown as { readonly TypeGraphQLMetadataStorage: Metadata }).TypeGraphQLMetadataStorage;

/** The metadata of the classes that this defines, and of no others. */
export const metadataOf = (define: () => void): Metadata => {
  const kept = globalThis as unknown as { TypeGraphQLMetadataStorage?: Metadata };
  const { TypeGraphQLMetadataStorage: before } = kept;
  delete kept.TypeGraphQLMetadataStorage;
  try {
    define();
    return readMetadata();
  } finally {
    kept.TypeGraphQLMetadataStorage = before;
  }
};

/** Guarded fields that are simple: their `@Authorized` or `@UseMiddleware` would be skipped in silence. */
export const findSkippedGuards = (metadata: Metadata): string[] =>
  metadata.objectTypes.flatMap(({ target, name: typeName, simpleResolvers = false }) => {
    const isGuarded = (field: string): boolean =>
      [...metadata.authorizedFields, ...metadata.middlewares].some(
        (guard) => guard.target === target && guard.fieldName === field,
      ) || [...metadata.authorizedResolver, ...metadata.resolverMiddlewares].some((guard) => guard.target === target);
    return metadata.fields
      .filter((field) => field.target === target && (field.simple ?? simpleResolvers) && isGuarded(field.name))
      .map(({ name }) => `${typeName}.${name}`);
  });

/**
 * Types whose `id` does not fit how they are found. A type has an `id`, and is a `Node`, if and only if it has a key or
 * `node(id:)` finds it by the parts of its ID.
 *
 * @param keyed names of the types with a `@key`.
 * @param found names of the types that `node(id:)` finds.
 */
export const findMisplacedIds = (
  schema: GraphQLSchema,
  keyed: readonly string[],
  found: readonly string[],
): readonly string[] => [
  ...keyed
    .filter((name) => !found.includes(name))
    .map((name) => `${name} has a key but is not in resolvers/references.ts`),
  ...objectTypes(schema).flatMap((type) => {
    const hasId = 'id' in type.getFields();
    const isNode = type.getInterfaces().some(({ name }) => name === 'Node');
    if (found.includes(type.name)) return hasId && isNode ? [] : [`${type.name} has a key but no id`];
    return hasId || isNode ? [`${type.name} has an id but no key`] : [];
  }),
];

/** Field resolvers, each of which may call upstream, that are not nullable. */
export const findNonNullFieldResolvers = (metadata: Metadata): string[] =>
  metadata.fieldResolvers
    .filter(({ kind, typeOptions }) => kind === 'external' && !isNullable(typeOptions?.nullable))
    .map(({ target, schemaName }) => `${target.name}.${schemaName}`);

const isNullable = (nullable: boolean | string | undefined): boolean =>
  nullable === true || nullable === 'itemsAndList';
