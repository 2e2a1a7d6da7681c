import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { references } from '../../resolvers/references';
import { toGlobalId } from '../../schema/relay/globalId';
import { buildSubgraph } from '../../src/buildSchema';
import { account, fullAnswers } from '../support/fullAnswers';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { withoutMoments } from '../support/withoutMoments';

/**
 * /* A list has fewer members of an object than the detail call. A field that reads one of the others must have a
 * resolver that makes the call: read from the record of a list, it would be null as if there were nothing.
 *
 * The upstream answers here with every member that the catalogue knows of the records of an operation. So a field has
 * the same value for an object from a list as for the same object by its ID, or it reads a member that the list lacks.
 */

const { schema } = buildSubgraph({ relayNodeFields: true });

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));

/** Every field of an object that needs no argument; of the objects below it, their leaves. */
const selectionOf = (type: GraphQLObjectType): string => {
  const selected = fieldsOf(type).map(({ name, type: of }) => {
    const below = getNamedType(of);
    if (!isObjectType(below)) return name;
    const leaves = fieldsOf(below).filter((field) => isLeafType(getNamedType(field.type)));
    return `${name} { __typename ${leaves.map((leaf) => leaf.name).join(' ')} }`;
  });
  return selected.join(' ');
};

/** A field that lists objects of a type that is found by a key, too. */
interface EntityList {
  readonly parent: GraphQLObjectType;
  readonly field: string;
  readonly type: GraphQLObjectType;
}

const entityLists: readonly EntityList[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .flatMap((parent) =>
    Object.values(parent.getFields()).flatMap(({ name: field, type: of }) => {
      const connection = getNamedType(of);
      const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
      const type = nodes && getNamedType(nodes.type);
      return isObjectType(type) && Object.hasOwn(references, type.name) ? [{ parent, field, type }] : [];
    }),
  );

/** The document that reads a list: of the query, or of the object that the upstream knows. */
const documentOf = ({ parent, field, type }: EntityList): string => {
  const list = `list: ${field} { nodes { ${selectionOf(type)} } }`;
  if (parent === schema.getQueryType()) return `{ ${list} }`;
  const key = references[parent.name]?.keyFields.map((name) => {
    if (name === 'accountId') return account;
    const member = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return parent === type ? `Parent${member}` : member;
  });
  return `{ parent: node(id: "${toGlobalId(parent.name, ...(key ?? []))}") { ... on ${parent.name} { ${list} } } }`;
};

type Told = Readonly<Record<string, unknown>> & { readonly id: string };
interface Listed {
  readonly list?: { readonly nodes: readonly [Told] };
  readonly parent?: { readonly list: { readonly nodes: readonly [Told] } };
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ handlers: fullAnswers });
});
afterAll(() => gateway.stop());

it.each(entityLists.map((list) => [`${list.parent.name}.${list.field}`, list] as const))(
  'every field of what %s lists reads as it does by the ID of the object',
  async (_, list) => {
    const listed = await gateway.query<Listed>(documentOf(list));
    const [told] = (listed.data?.parent?.list ?? listed.data?.list)?.nodes ?? [];
    const found = await gateway.query<{ node: Told }>(
      `query ($id: ID!) { node(id: $id) { ... on ${list.type.name} { ${selectionOf(list.type)} } } }`,
      { id: told?.id },
    );

    expect([listed.errors, found.errors]).toEqual([undefined, undefined]);
    expect(withoutMoments(told)).toEqual(withoutMoments(found.data?.node));
    // What is settled need not be polled.
    const empty = Object.entries(found.data?.node ?? {}).filter(([, value]) => value === null);
    expect(empty.filter(([name]) => name !== 'pollAfterMs')).toEqual([]);
  },
);
