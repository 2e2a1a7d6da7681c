import type {
  ConstDirectiveNode,
  DocumentNode,
  GraphQLNamedType,
  GraphQLSchema,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { isObjectType, Kind, parseConstValue, visit } from 'graphql';
import { accessOf } from '../../schema/access';
import type { Scope } from '../access/Principal';

/**
 * Adds `@requiresScopes` to the SDL, by what {@link accessOf} reads, so that a router can refuse first. Entities carry it and
 * `@authenticated` as types: other subgraphs lead to them past the root fields. Interfaces carry none, because routers that
 * had them there could be passed by.
 *
 * What only some arguments require, and which accounts a caller may see, no directive can say.
 */
export const addAccessDirectives = (schema: GraphQLSchema, document: DocumentNode): DocumentNode => {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  return visit(document, {
    ObjectTypeDefinition: (type) => {
      const root = [query, mutation].find((one) => one?.name === type.name.value);
      if (root == null) {
        const isEntity = type.directives?.some(({ name }) => name.value === 'key') ?? false;
        if (!isEntity) return withFields(type, schema.getType(type.name.value));
        return { ...type, directives: [...(type.directives ?? []), authenticated, requiresScope('governance:read')] };
      }
      const definitions = root.getFields();
      const fields = type.fields?.map((field) => {
        const definition = definitions[field.name.value];
        const scope = (definition && accessOf(definition)?.scope) ?? 'governance:read';
        return { ...field, directives: [...(field.directives ?? []), requiresScope(scope)] };
      });
      return { ...type, fields };
    },
  });
};

/** Fields of an object that is no entity, if they require more than the object. */
const withFields = (type: ObjectTypeDefinitionNode, definition: GraphQLNamedType | null | undefined) => {
  if (!isObjectType(definition)) return undefined;
  const definitions = definition.getFields();
  const scopeOf = (name: string): Scope | undefined => {
    const field = definitions[name];
    return field && accessOf(field)?.scope;
  };
  if (!type.fields?.some((field) => scopeOf(field.name.value) !== undefined)) return undefined;
  const fields = type.fields.map((field) => {
    const scope = scopeOf(field.name.value);
    return scope === undefined ? field : { ...field, directives: [...(field.directives ?? []), requiresScope(scope)] };
  });
  return { ...type, fields };
};

const authenticated: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'authenticated' } };

const requiresScope = (scope: Scope): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'requiresScopes' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'scopes' },
      value: parseConstValue(`[[${JSON.stringify(scope)}]]`),
    },
  ],
});
