import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { Kind, parse } from 'graphql';
import { buildSubgraph } from '../../src/buildSchema';

const governance = (relayNodeFields: boolean) => ({
  name: 'governance',
  url: 'http://governance.example/graphql',
  typeDefs: parse(buildSubgraph({ relayNodeFields }).sdl),
});

const neighbor = (name: string, folder = join(__dirname, 'neighbours')) => ({
  name,
  url: `http://${name}.example/graphql`,
  typeDefs: parse(readFileSync(join(folder, `${name}.graphql`), 'utf8')),
});

/** The very files of the example that the documents describe. */
const ofExample = (name: string) => neighbor(name, join(__dirname, '../../docs/examples/supergraph'));

function compose(...subgraphs: ReturnType<typeof neighbor>[]) {
  const { errors = [], hints = [], supergraphSdl } = composeServices(subgraphs);
  return { errors: errors.map(({ message }) => message), hints: hints.map(({ message }) => message), supergraphSdl };
}

/** The names of an object type's fields in the supergraph. */
function fieldsOf(typeName: string, supergraphSdl = ''): string[] {
  return parse(supergraphSdl)
    .definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ name }) => name.value === typeName)
    .flatMap(({ fields = [] }) => fields.map(({ name }) => name.value))
    .sort();
}

it('composes alone, and with neighbors that extend Account and refer to CloudResource, without a hint', () => {
  expect(compose(governance(true))).toMatchObject({ errors: [], hints: [] });

  const composed = compose(governance(true), ofExample('billing'), ofExample('cmdb'));
  expect(composed).toMatchObject({ errors: [], hints: [] });
  expect(fieldsOf('Account', composed.supergraphSdl)).toEqual(
    expect.arrayContaining(['accountId', 'configurationRecorder', 'monthlySpend']),
  );
  expect(fieldsOf('Server', composed.supergraphSdl)).toEqual(['hostname', 'resource']);
});

describe('beside a neighbor with Query.node, Node, Resource, Tag and UserError of its own', () => {
  it('composes without a hint if RELAY_NODE_FIELDS is off, and takes none of its names', () => {
    const composed = compose(governance(false), neighbor('relay-shop'));

    expect(composed).toMatchObject({ errors: [], hints: [] });
    expect(fieldsOf('Resource', composed.supergraphSdl)).toEqual(['id', 'tags', 'title']);
    expect(fieldsOf('Tag', composed.supergraphSdl)).toEqual(['colour', 'label']);
    expect(fieldsOf('UserError', composed.supergraphSdl)).toEqual(['field', 'message']);
    expect(fieldsOf('Query', composed.supergraphSdl)).toEqual(
      expect.arrayContaining(['currentAccount', 'node', 'nodes', 'resources']),
    );
  });

  it('fails if RELAY_NODE_FIELDS is on: both would answer node', () => {
    expect(compose(governance(true), neighbor('relay-shop')).errors).toEqual([
      expect.stringContaining('Non-shareable field "Query.node" is resolved from multiple subgraphs'),
      expect.stringContaining('Non-shareable field "Query.nodes" is resolved from multiple subgraphs'),
    ]);
  });
});

describe('beside a CRM whose Account is a customer', () => {
  const crm = neighbor('crm');
  const withoutLink = crm.typeDefs.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const federation1: typeof crm = { ...crm, typeDefs: { kind: Kind.DOCUMENT, definitions: withoutLink } };

  it.each([
    ['of Federation 2', crm, true],
    ['of Federation 2, and RELAY_NODE_FIELDS is off', crm, false],
    // Everything in such a subgraph counts as shareable: ours must not be.
    ['of Federation 1', federation1, true],
  ])('fails loudly, and never merges the two, if the CRM is %s', (_, neighborCrm, relayNodeFields) => {
    const { errors, supergraphSdl } = compose(governance(relayNodeFields), neighborCrm);

    expect(supergraphSdl).toBeUndefined();
    expect(errors).toEqual([expect.stringContaining('Non-shareable field "Account.id" is resolved from multiple')]);
  });
});
