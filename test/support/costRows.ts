import { toGlobalId } from '../../schema/relay/globalId';
import { demoAccounts, generatedWorld } from '../../src/emulator';
import { demoResources } from './timelines';

/** A document, and how many upstream calls it may cost at most. */
export interface CostRow {
  readonly title: string;
  /** The demo world, a large one, or the demo world asked by a process that remembers what it has read, as by default. */
  readonly world: 'demo' | 'large' | 'remembered';
  readonly document: string;
  readonly bound: number;
  readonly note?: string;
  /** How many of its fields cannot be read in this world. */
  readonly failures?: number;
  /** Other documents, sent at the same time. */
  readonly beside?: readonly string[];
  /** Sent so many times at once. Default: once. */
  readonly times?: number;
  /** Asked before, so that the process knows how long lists are. */
  readonly prepare?: string;
}

const { management, paymentsProduction, paymentsTest, storefrontProduction } = demoAccounts;
const key = ({ region, resourceType, resourceId }: (typeof demoResources)[keyof typeof demoResources]): string =>
  `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
const timeline = (first: number): string =>
  `configurationTimeline(resource: ${key(demoResources.busy)}, first: ${first}) { nodes { capturedAt } }`;
const closedTimeline = (from: string, to: string): string =>
  `configurationTimeline(resource: ${key(demoResources.busy)}, between: { from: "${from}T00:00:00Z", to: "${to}T00:00:00Z" }) { nodes { capturedAt } }`;
/** Of the whole generated directory. */
const generatedGroupId = 'ca-9f1c0d5e2b7a4836c1d2';
const aliased = (selections: readonly string[]): string =>
  `{\n${selections.map((selection, index) => `  a${index}: ${selection}`).join('\n')}\n}`;
const repeated = (count: number, selection: string): string => aliased(Array<string>(count).fill(selection));
const accountsById = (ids: readonly string[], selection = 'displayName status'): string =>
  aliased(ids.map((id) => `account(accountId: "${id}") { ${selection} }`));
const entities = (type: string, field: string, ids: readonly string[], selection: string): string => {
  const representations = ids.map((id) => `{ __typename: "${type}", ${field}: "${id}" }`).join(', ');
  return `{ _entities(representations: [${representations}]) { ... on ${type} { ${selection} } } }`;
};
const nodes = (type: string, ids: readonly string[], selection: string): string =>
  `{ nodes(ids: ${JSON.stringify(ids.map((id) => toGlobalId(type, id)))}) { ... on ${type} { ${selection} } } }`;
const own = 'displayName type status joinedAt tags { key value }';
const pages = (length: number): number => Math.ceil(length / 100);
const membersOf = (size: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => generatedWorld(size).accountId(index));
const learn = '{ accounts(first: 1) { nodes { accountId } } }';

/** @param size how many members the large world has. */
export const costRows = (size: number): CostRow[] => [
  ...[20, 99, 100].map((first): CostRow => ({
    title: `A timeline page of ${first}`,
    world: 'demo',
    document: `{ ${timeline(first)} }`,
    bound: first < 100 ? 1 : 2,
  })),
  { title: 'The same timeline under 20 aliases', world: 'demo', document: repeated(20, timeline(20)), bound: 1 },
  {
    title: 'The same recorder under 20 aliases',
    world: 'demo',
    document: repeated(20, 'configurationRecorder { status }'),
    bound: 1,
  },
  {
    title: 'Timelines of five resources',
    world: 'demo',
    document: aliased(
      Object.values(demoResources).map(
        (one) => `configurationTimeline(resource: ${key(one)}) { nodes { capturedAt } }`,
      ),
    ),
    bound: 5,
  },
  {
    title: 'Recorder, directory and enrollment of the current account',
    world: 'demo',
    document:
      '{ currentAccount { configurationRecorder { status } enrollment { status } } resourceDirectory { resourceDirectoryId } }',
    bound: 3,
  },
  {
    title: 'One account: what the directory returns',
    world: 'demo',
    document: `{ account(accountId: "${paymentsProduction}") { ${own} } }`,
    bound: 1,
  },
  {
    title: 'One account: with its folder’s name, its payer, and whether it is the management account',
    world: 'demo',
    document: `{ account(accountId: "${paymentsProduction}") { ${own} folder { name } payer { accountId } isManagementAccount } }`,
    bound: 4,
  },
  {
    title: 'Three accounts of a group by id',
    world: 'large',
    document: accountsById(membersOf(size, 3)),
    bound: 3,
  },
  {
    title: 'Twenty accounts of a group by id, the length of its list known',
    note: 'The process has read a page of the list before, and learned its length.',
    world: 'large',
    prepare: learn,
    document: accountsById(membersOf(size, 20)),
    bound: pages(size),
  },
  {
    title: 'Two accounts of a group by id, the length of its list known',
    world: 'large',
    prepare: learn,
    document: accountsById(membersOf(size, 2)),
    bound: 2,
  },
  {
    title: 'Twenty accounts of a group as entities',
    note: 'As by id: equal keys are one.',
    world: 'large',
    prepare: learn,
    document: entities('Account', 'accountId', membersOf(size, 20), own),
    bound: pages(size),
  },
  {
    title: 'Three accounts of a group by the IDs of `nodes`',
    note: 'As by id.',
    world: 'large',
    document: nodes('Account', membersOf(size, 3), own),
    bound: 3,
  },
  {
    title: 'Twenty accounts of a group by the IDs of `nodes`, the length of its list known',
    note: 'As by id.',
    world: 'large',
    prepare: learn,
    document: nodes('Account', membersOf(size, 20), own),
    bound: pages(size),
  },
  {
    title: 'Three accounts as entities, which a router splits over three requests at the same time',
    note: 'The same as once: reads that several of them share are sent upstream once.',
    world: 'remembered',
    document: entities('Account', 'accountId', [paymentsTest, paymentsProduction], own),
    beside: [
      entities('Account', 'accountId', [paymentsProduction, storefrontProduction], own),
      entities('Account', 'accountId', [storefrontProduction, paymentsTest], own),
    ],
    bound: 3,
  },
  {
    title: 'A hundred accounts: what the directory returns',
    world: 'large',
    document: `{ accounts(first: 100) { nodes { ${own} } } }`,
    bound: 1,
  },
  {
    title: 'A hundred accounts with whether they record',
    note: 'One call an account. Into six of these the gateway’s role does not reach: each is null, with an error that says so.',
    world: 'large',
    document: '{ accounts(first: 100) { nodes { displayName configurationRecorder { status } } } }',
    bound: 1 + 100,
    failures: 6,
  },
  {
    title: 'A page of resources of all accounts of a group',
    note: 'Whatever the number of accounts: they are read through an account group.',
    world: 'large',
    document: `{ cloudResources(first: 100, accountGroupId: "${generatedGroupId}") { nodes { accountId resourceId resourceName tags { key value } deleted } } }`,
    bound: 1,
  },
  {
    title: 'The same, if the account group is not named',
    note: 'One call more finds the one that covers the directory, two whether it has the management account, and one lists that account’s own.',
    world: 'large',
    document:
      '{ cloudResources(first: 100) { nodes { accountId resourceId resourceName tags { key value } deleted } } }',
    bound: 5,
  },
  {
    title: 'Five resources of the accounts of a company with their configuration',
    note: 'What is known by its key is read in the member: one call a resource.',
    world: 'demo',
    document: '{ cloudResources(first: 5) { nodes { accountId resourceId configuration } } }',
    bound: 5 + 5,
  },
  {
    title: 'The members of an account group with whether they record',
    note: 'As the group reports it: no call to a member.',
    world: 'large',
    document: `{ accountGroup(accountGroupId: "${generatedGroupId}") { name members(first: 100) { nodes { accountId recorderStatus } } } }`,
    bound: 1,
  },
  {
    title: 'Account groups with what their members have, counted by type',
    world: 'demo',
    document: '{ accountGroups { nodes { name memberCount resourceCounts(by: RESOURCE_TYPE) { name count } } } }',
    bound: 1 + 2,
  },
  {
    title: 'One timeline page, in fifty requests at the same time',
    note: 'Those that come while the first is in flight join it; later ones are served from the cache.',
    world: 'remembered',
    times: 50,
    document: `{ ${closedTimeline('2026-06-01', '2026-06-10')} }`,
    bound: 1,
  },
  {
    title: 'A page of resources across accounts, in fifty requests at the same time',
    world: 'remembered',
    times: 50,
    document: '{ cloudResources { nodes { accountId resourceId } } }',
    bound: 5,
  },
  {
    title: 'A timeline page inside a closed window that was read before',
    world: 'remembered',
    prepare: `{ ${closedTimeline('2026-06-01', '2026-06-20')} }`,
    document: `{ ${closedTimeline('2026-06-01', '2026-06-20')} }`,
    bound: 0,
  },
  {
    title: 'Recorder, resources and counts of two members',
    world: 'demo',
    document: aliased(
      [storefrontProduction, paymentsProduction].map(
        (id) =>
          `account(accountId: "${id}") { accountId configurationRecorder { status } resources { nodes { resourceName } } resourceCounts(by: REGION) { count } }`,
      ),
    ),
    bound: 2 * 4,
  },
  {
    title: 'The accounts of a company with the names of their folders',
    note: 'Several folders with one parent are read by one list.',
    world: 'demo',
    document: '{ accounts(first: 12) { nodes { displayName folder { name } } } }',
    bound: 1 + 6,
  },
  {
    title: 'A hundred accounts with the status of their enrollments',
    note: 'One call for every hundred enrollments, and one for each account that is not among them: the upstream does not count the list.',
    world: 'large',
    document: '{ accounts(first: 100) { nodes { displayName enrollment { status createdAt } } } }',
    bound: 1 + pages(size) + 12,
  },
  {
    title: 'Ten accounts with the progress of their enrollments',
    note: 'One call an account that is enrolled.',
    world: 'large',
    document:
      '{ accounts(first: 10) { nodes { enrollment { progress { name status } failure { code } baselineItems { name } } } } }',
    bound: 1 + pages(size) + 10,
  },
  {
    title: 'A page of enrollments',
    world: 'large',
    document: '{ accountEnrollments(first: 50) { nodes { accountId status createdAt } } }',
    bound: 1,
  },
  {
    title: 'A page of enrollments as full as the upstream’s own',
    note: 'Only reading the next page shows whether there is one.',
    world: 'large',
    document: '{ accountEnrollments(first: 100) { nodes { accountId status createdAt } } }',
    bound: 2,
  },
  {
    title: 'A page of resources: what the list returns',
    world: 'demo',
    document: '{ currentAccount { resources { nodes { resourceId resourceName tags { key value } deleted } } } }',
    bound: 1,
  },
  {
    title: 'Three resources with their configuration',
    world: 'demo',
    document: '{ currentAccount { resources(first: 3) { nodes { resourceId configuration availabilityZone } } } }',
    bound: 4,
  },
  {
    title: 'Two resources by their keys',
    world: 'demo',
    document: aliased(
      [demoResources.busy, demoResources.bucket].map(
        (one) => `cloudResource(key: ${key(one)}) { resourceName configuration }`,
      ),
    ),
    bound: 2,
  },
  {
    title: 'Resources counted by region and by type',
    world: 'demo',
    document:
      '{ currentAccount { byRegion: resourceCounts(by: REGION) { name count } byType: resourceCounts(by: RESOURCE_TYPE) { name count } } }',
    bound: 2,
  },
  {
    title: 'A folder with those above it, those below it, and its accounts',
    world: 'demo',
    document:
      '{ folder(folderId: "fd-4bYgS0hQpD") { name parent { folderId } ancestors { name } children { nodes { name } } accounts { nodes { displayName } } } }',
    bound: 4,
  },
  {
    title: 'The accounts of a folder, filtered by the upstream',
    world: 'demo',
    document: '{ accounts(filter: { folderId: "fd-4bYgS0hQpD", tag: { key: "env" } }) { nodes { displayName } } }',
    bound: 1,
  },
  {
    title: 'Accounts by a part of their names',
    note: 'The upstream cannot filter by this: up to ten pages of a hundred are read for one page here. One more call shows whether the management account matches, which the list omits.',
    world: 'large',
    document: '{ accounts(first: 20, filter: { nameContains: "no such name" }) { nodes { displayName } } }',
    bound: pages(size) + 1,
  },
  {
    title: 'Baselines with their items',
    note: 'One call a baseline for its items.',
    world: 'demo',
    document: '{ accountFactoryBaselines { nodes { name type items { name } } } }',
    bound: 3,
  },
  {
    title: 'What needs no asking',
    world: 'demo',
    document: `{ currentAccount { id } account(accountId: "${management}") { id } }`,
    bound: 0,
  },
];
