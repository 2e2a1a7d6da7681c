import type { GraphQLEnumType, GraphQLField, GraphQLInputField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** The rules of the target schema that a program can hold. Each function names what breaks its rule. */

const ownTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('_') && !isSpecifiedScalarType(type));

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  ownTypes(schema).filter((type) => isObjectType(type)) as GraphQLObjectType[];

const ownFields = (fields: Record<string, GraphQLField<unknown, unknown>>) =>
  Object.values(fields).filter(({ name }) => !name.startsWith('_'));

const isBlank = (description: string | null | undefined): boolean => (description ?? '').trim() === '';

/** Types, fields, arguments, input fields and enum values that no sentence explains. */
export const findUndescribed = (schema: GraphQLSchema): string[] => {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  const missing: string[] = [];
  const check = (path: string, { description }: { readonly description?: string | null }): void => {
    if (isBlank(description)) missing.push(path);
  };
  for (const type of ownTypes(schema)) {
    if (!roots.includes(type.name)) check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values<GraphQLInputField>(type.getFields()))
        check(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of ownFields(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
  }
  return missing;
};

/** Query fields and connections that are not nullable: one failure would null their neighbours. */
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

/** Field resolvers, each of which may call upstream, that are not nullable. */
export const findNonNullFieldResolvers = (metadata: Metadata): string[] =>
  metadata.fieldResolvers
    .filter(({ kind, typeOptions }) => kind === 'external' && !isNullable(typeOptions?.nullable))
    .map(({ target, schemaName }) => `${target.name}.${schemaName}`);

const isNullable = (nullable: boolean | string | undefined): boolean =>
  nullable === true || nullable === 'itemsAndList';
