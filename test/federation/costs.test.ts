import type { GraphQLArgument, GraphQLField, GraphQLObjectType } from 'graphql';
import { getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import { buildSubgraph } from '../../src/buildSchema';
import { demoAccounts } from '../../src/emulator';
import { maxFruitlessPages } from '../../src/loaders/batch/singlesOrSweep';
import { isSoak } from '../support/soak';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';
import { createEstimator } from './estimateCost';

const { schema, sdl, api } = buildSubgraph({ relayNodeFields: true });
const estimate = createEstimator(sdl);

const keyOf = ({ region, resourceType, resourceId }: (typeof demoResources)[keyof typeof demoResources]): string =>
  `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
const timeline = (resource: keyof typeof demoResources, more: string): string =>
  `configurationTimeline(resource: ${keyOf(demoResources[resource])} ${more}) { nodes { capturedAt } }`;
const aliased = (count: number, selection: string): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${selection}`).join(' ')} }`;
const accounts = (selection: string): string => `{ accounts(first: 100) { nodes { ${selection} } } }`;
const accountById = (accountId: string, index: number): string =>
  `a${index}: account(accountId: "${accountId}") { displayName type status joinedAt tags { key } }`;
const globalId = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const three = [demoAccounts.paymentsTest, demoAccounts.marketing, demoAccounts.sandbox];

describe('the cost that a router reads in the schema', () => {
  // In the demo world, cold: 14 accounts in 7 folders, 10 of them enrolled. The router's estimate comes first, then the
  // gateway's, which knows which objects are loaded already and how many keys are named; then the calls.
  it.each([
    ['one timeline page', `{ ${timeline('busy', 'first: 94')} }`, 6, 5, 1],
    ['one timeline page with little room beside it', `{ ${timeline('busy', 'first: 99')} }`, 6, 5, 1],
    [
      'one timeline page that ends at a change',
      `{ ${timeline('busy', 'first: 94, between: { to: "2026-06-30T04:40:13.904Z" }')} }`,
      6,
      5,
      1,
    ],
    ['one timeline page of 100', `{ ${timeline('busy', 'first: 100')} }`, 6, 5, 2],
    ['one timeline page with a filter', `{ ${timeline('busy', 'filter: { eventTypes: [DISCOVERED] }')} }`, 14, 10, 2],
    ['the same timeline under 20 aliases', aliased(20, timeline('busy', 'first: 5')), 120, 5, 1],
    ['the same recorder under 20 aliases', aliased(20, 'configurationRecorder { status }'), 20, 1, 1],
    [
      'timelines of five resources',
      `{ ${Object.keys(demoResources)
        .map((name, index) => `a${index}: ${timeline(name as keyof typeof demoResources, 'first: 5')}`)
        .join(' ')} }`,
      30,
      17,
      5,
    ],
    [
      'recorder, directory and enrollment of the current account',
      '{ currentAccount { configurationRecorder { status } enrollment { status } } resourceDirectory { resourceDirectoryId } }',
      5,
      3,
      3,
    ],
    ['one account by its ID', `{ ${accountById(demoAccounts.marketing, 0)} }`, 2, 2, 1],
    [
      'one account with folder name, payer and isManagementAccount',
      `{ account(accountId: "${demoAccounts.marketing}") { displayName folder { name } payer { accountId } isManagementAccount } }`,
      6,
      4,
      4,
    ],
    ['three accounts by their IDs', `{ ${three.map(accountById).join(' ')} }`, 6, 4, 3],
    ['a page of accounts', accounts('displayName type status joinedAt tags { key }'), 3, 3, 2],
    ['a page of accounts with folder names', accounts('displayName folder { name }'), 103, 103, 5],
    ['a page of accounts with isManagementAccount', accounts('displayName isManagementAccount'), 3, 3, 3],
    ['a page of accounts with their enrollments', accounts('displayName enrollment { status createdAt }'), 103, 103, 6],
    [
      'a page of accounts with the progress of their enrollments',
      accounts('enrollment { status progress { name } }'),
      203,
      205,
      15,
    ],
    [
      'a page of resources',
      '{ currentAccount { resources(first: 100) { nodes { resourceName tags { key } } } } }',
      4,
      2,
      1,
    ],
    [
      'a page of resources with their configuration',
      '{ currentAccount { resources(first: 3) { nodes { configuration } } } }',
      7,
      5,
      4,
    ],
    [
      'two members’ recorders, resources and counts',
      `{ ${three
        .slice(0, 2)
        .map(
          (id, index) =>
            `a${index}: configurationRecorder(accountId: "${id}") { status account { resources(first: 2) { nodes { resourceName } } resourceCounts(by: REGION) { count } } }`,
        )
        .join(' ')} }`,
      12,
      8,
      6,
    ],
    ['a page of resources of all accounts', '{ cloudResources { nodes { accountId resourceName } } }', 7, 7, 5],
    [
      'a page of resources of an account group with their configuration',
      '{ cloudResources(first: 3, accountGroupId: "ca-1f6b0d94e27c4a53b8d0") { nodes { configuration } } }',
      10,
      5,
      4,
    ],
    [
      'an account group with its members, resources and counts',
      '{ accountGroup(accountGroupId: "ca-1f6b0d94e27c4a53b8d0") { members(first: 2) { nodes { recorderStatus account { displayName } } } resources { totalCount } resourceCounts(by: REGION) { count } } }',
      9,
      7,
      5,
    ],
    [
      'three nodes',
      `{ nodes(ids: ${JSON.stringify(three.map((id) => globalId('Account', id)))}) { ... on Account { displayName } } }`,
      200,
      4,
      3,
    ],
  ])('bounds what it costs to read %s, and so does the gateway’s own', async (_, document, routers, own, calls) => {
    const gateway = await startGateway();
    try {
      const { errors, cost } = await gateway.ask(document);

      expect(errors).toBeUndefined();
      expect([estimate(document), cost.estimatedCalls, gateway.upstreamCalls().length]).toEqual([routers, own, calls]);
      // What the pages of a list bring in vain is no item, and a router counts items alone.
      expect(routers + maxFruitlessPages).toBeGreaterThanOrEqual(own);
      expect(routers).toBeGreaterThanOrEqual(calls);
      expect(own).toBeGreaterThanOrEqual(calls);
    } finally {
      await gateway.stop();
    }
  });
});

/** Every way to come to an object of each type, up to the selection on it. */
const ways: readonly (readonly [string, (selection: string) => string])[] = [
  ['Account', (selection) => `{ currentAccount { ${selection} } }`],
  ['Account', (selection) => `{ account(accountId: "${demoAccounts.storefrontStaging}") { ${selection} } }`],
  ['Account', (selection) => `{ accounts(first: 100) { edges { node { ${selection} } } } }`],
  ['Account', (selection) => `{ resourceDirectory { managementAccount { ${selection} } } }`],
  ['Account', (selection) => `{ resourceDirectory { rootFolder { accounts { nodes { ${selection} } } } } }`],
  ['ResourceDirectory', (selection) => `{ resourceDirectory { ${selection} } }`],
  ['ResourceDirectoryFolder', (selection) => `{ folder(folderId: "fd-A1yKe6mQdU") { ${selection} } }`],
  [
    'ResourceDirectoryFolder',
    (selection) => `{ resourceDirectory { rootFolder { children { nodes { ${selection} } } } } }`,
  ],
  ['ResourceDirectoryFolder', (selection) => `{ folder(folderId: "fd-A1yKe6mQdU") { ancestors { ${selection} } } }`],
  ['ConfigurationRecorder', (selection) => `{ configurationRecorder { ${selection} } }`],
  [
    'ConfigurationRecorder',
    (selection) => `{ accounts(first: 100) { nodes { configurationRecorder { ${selection} } } } }`,
  ],
  ['CloudResource', (selection) => `{ cloudResource(key: ${keyOf(demoResources.busy)}) { ${selection} } }`],
  ['CloudResource', (selection) => `{ currentAccount { resources(first: 5) { nodes { ${selection} } } } }`],
  [
    'ConfigurationChange',
    (selection) => `{ configurationTimeline(resource: ${keyOf(demoResources.tied)}) { nodes { ${selection} } } }`,
  ],
  ['CloudResource', (selection) => `{ cloudResources(first: 5) { nodes { ${selection} } } }`],
  ['AccountGroup', (selection) => `{ accountGroups { nodes { ${selection} } } }`],
  ['AccountGroup', (selection) => `{ accountGroup(accountGroupId: "ca-7c41d09e5b2f4a8390e6") { ${selection} } }`],
  ['AccountEnrollment', (selection) => `{ currentAccount { enrollment { ${selection} } } }`],
  ['AccountEnrollment', (selection) => `{ accountEnrollments { nodes { ${selection} } } }`],
  ['AccountFactoryBaseline', (selection) => `{ accountFactoryBaselines { nodes { ${selection} } } }`],
  ['AccountFactoryBaseline', (selection) => `{ currentAccount { enrollment { baseline { ${selection} } } } }`],
];

type Field = GraphQLField<unknown, unknown>;

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());

const valueFor = ({ type }: GraphQLArgument): string =>
  getNamedType(type).name === 'DateTime' ? '"2026-06-01T00:00:00Z"' : 'REGION';

/** The field with every leaf that it leads to, through the pages of connections. */
const select = (field: Field): string => {
  const type = getNamedType(field.type);
  const [required] = field.args.filter((argument) => isNonNullType(argument.type));
  const call = required === undefined ? field.name : `${field.name}(${required.name}: ${valueFor(required)})`;
  if (isLeafType(type) || !isObjectType(type)) return call;
  const nodes = fieldsOf(type).filter(({ name }) => name === 'nodes');
  const below = nodes.length > 0 ? nodes : fieldsOf(type).filter((inner) => isLeafType(getNamedType(inner.type)));
  return `${call} { ${below.map(select).join(' ')} }`;
};

describe('whichever way its object was come to', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ maxUpstreamCalls: 10_000 });
  });
  afterAll(() => gateway.stop());

  it('bounds what every field costs', async () => {
    const tooCheap: string[] = [];
    let most = 0;

    for (const [way, [typeName, wayTo]] of ways.entries()) {
      const type = schema.getType(typeName);
      if (!isObjectType(type)) throw new Error(`No object type ${typeName}.`);
      // If there are several ways, `npm test` takes every other field of each, and the rest by the next.
      const isDealt = !isSoak && ways.filter(([other]) => other === typeName).length > 1;
      for (const [place, field] of fieldsOf(type).entries()) {
        if (isDealt && (place + way) % 2 === 1) continue;
        gateway.emulator.calls.clear();
        const document = wayTo(select(field));
        const { data, cost } = await gateway.ask(document);
        const [routers, own, calls] = [estimate(document), cost.estimatedCalls, gateway.upstreamCalls().length];
        if (data == null || routers < own || own < calls)
          tooCheap.push(
            `${typeName}.${field.name}: @Costs declares ${own} (${routers} for routers), and ${calls} calls were made: ${document}`,
          );
        most = Math.max(most, calls);
      }
    }

    expect(tooCheap).toEqual([]);
    expect(most).toBeGreaterThan(5);
  });
});

it('is not in what clients see', () => {
  expect(sdl).toMatch(/@cost.*@listSize/s);
  expect(api).not.toMatch(/@(cost|listSize|key|link|shareable)/);
});
