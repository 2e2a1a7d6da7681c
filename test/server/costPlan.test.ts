import { toGlobalId } from '../../schema/relay/globalId';
import type { WorldDefinition } from '../../src/emulator';
import { demoWorld, generatedWorld } from '../../src/emulator';
import { ListEnrolledAccounts } from '../../src/operations';
import { forgettableLists } from '../support/forgettableLists';
import type { TestGateway } from '../support/startGateway';
import { startGateway, withGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

/** Documents that share loads, or whose lists are shorter than their pages: the estimate counts the calls that are really made. */

const size = 300;
const { lists, forget } = forgettableLists();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ accounts: size, lists });
});
beforeEach(() => {
  forget();
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const learnAccounts = '{ accounts(first: 1) { nodes { id } } }';
const nested = (levels: number): string =>
  levels === 0 ? 'folderId' : `children { nodes { name ${nested(levels - 1)} } }`;
const folderTree = `{ resourceDirectory { rootFolder { ${nested(4)} } } }`;
const groups = '{ accountGroups { nodes { members(first: 100) { nodes { account { displayName } } } } } }';
const entities = (ids: readonly string[]) => ({
  document: 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { displayName } } }',
  variables: { of: ids.map((accountId) => ({ __typename: 'Account', accountId })) },
});
const ids = Array.from({ length: size + 1 }, (_, index) => generatedWorld(size).accountId(index));

/** A directory of so many folders: nine below the root folder, nine below each of these, and so on. */
const worldOf = (count: number): WorldDefinition => {
  const world = demoWorld();
  const [directory] = world.directories ?? [];
  if (directory === undefined) throw new Error('The demo has a directory.');
  const idOf = (index: number): string => (index === 0 ? directory.rootFolderId : `fd-tree${index}`);
  const folders = Array.from({ length: count - 1 }, (_, index) => ({
    folderId: idOf(index + 1),
    name: `Folder ${index + 1}`,
    parentFolderId: idOf(Math.floor(index / 9)),
  }));
  const members = directory.members?.map((member) => ({ ...member, folderId: directory.rootFolderId }));
  return { ...world, directories: [{ ...directory, folders, members }] };
};

/** The estimate of a document, and its calls. */
const costsOf = async (of: TestGateway, document: string, variables = {}): Promise<[number, number]> => {
  const { status, cost } = await of.ask(document, variables);
  expect(status).toBe(200);
  return [cost.estimatedCalls, cost.actualCalls];
};

it('counts a field once that two fragments select', async () => {
  const rows = 'fragment Row on Account { payer { displayName } }';
  const tooltips = 'fragment Tooltip on Account { payer { displayName type } }';

  const one = await costsOf(gateway, `{ accounts(first: 100) { nodes { ...Row } } } ${rows}`);
  forget();
  const two = await costsOf(gateway, `{ accounts(first: 100) { nodes { ...Row ...Tooltip } } } ${rows} ${tooltips}`);

  expect(two).toEqual(one);
});

it('counts the directory once for all accounts, and equal keys as one', async () => {
  const { document, variables } = entities(Array<string>(400).fill(ids[0] ?? ''));

  expect(await costsOf(gateway, document, variables)).toEqual([2, 1]);
});

it('estimates many accounts by the pages of their list, once its length is known', async () => {
  const { document, variables } = entities(ids);
  await gateway.query(learnAccounts);

  const [estimate, cost] = await costsOf(gateway, document, variables);

  expect(cost).toBeLessThanOrEqual(estimate);
  // Four pages, an account that the list omits, and the directory.
  expect(estimate).toBeLessThanOrEqual(7);
});

it('accepts the members of account groups with their accounts, whose number takes two calls to learn', async () => {
  const [estimate, cost] = await costsOf(gateway, groups);

  expect(cost).toBeLessThanOrEqual(estimate);
  // The group, its members by the pages of their list, and the two calls that read the lengths.
  expect(estimate).toBeLessThanOrEqual(12);
});

it('accepts a tree of folders of unknown size up to the limit, and estimates it by what was read the second time', async () => {
  const [limit, cost] = await costsOf(gateway, folderTree);
  const second = await costsOf(gateway, folderTree);

  expect(limit).toBe(600);
  expect(cost).toBeGreaterThan(10);
  expect(second).toEqual([cost, cost]);
});

it('accepts a tree of 171 folders that nothing is known of, reads each list once, and then knows its cost', async () => {
  await withGateway({ world: worldOf(171) }, async (other) => {
    const document = `{ resourceDirectory { rootFolder { ${nested(3)} } } }`;

    const [, cost] = await costsOf(other, document);
    const called = other.upstreamCalls();
    const second = await costsOf(other, document);

    const lists = called.filter((action) => action === 'ListFoldersForParent');
    // The children of the root folder, and of the 9 and 81 folders on the two levels below it.
    expect([called.length, lists.length, cost]).toEqual([92, 91, 92]);
    expect(second).toEqual([cost, cost]);
  });
});

it('stops a document at the limit that started on assumed sizes', async () => {
  await withGateway({ accounts: size, maxUpstreamCalls: 45 }, async (limited) => {
    const { status, errors, cost } = await limited.ask(folderTree);

    expect([status, cost.estimatedCalls, cost.actualCalls]).toEqual([200, 45, 45]);
    expect(errors?.every(({ extensions }) => extensions?.code === 'LIMIT_EXCEEDED')).toBe(true);
  });
});

it('refuses a document of unknown size that assumed sizes exceed, too', async () => {
  await withGateway({ accounts: size, maxUpstreamCalls: 10 }, async (limited) => {
    const { status, cost } = await limited.ask(folderTree);

    expect([status, cost.actualCalls]).toEqual([400, 0]);
  });
});

describe('if lists end with an empty page', () => {
  const { region, resourceType, resourceId } = demoResources.busy;
  const resource = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;

  it.each([
    ['{ accountGroups { nodes { name } } }', 2],
    ['{ accountEnrollments(first: 20) { nodes { status } } }', 2],
    ['{ supportedResourceTypes }', 2],
    // Four of these look the resource up if the first call brings nothing: then there is no second page.
    [
      `{ configurationTimeline(resource: ${resource}, first: 90, between: { from: "2026-06-29T00:00:00Z" }) { nodes { eventType } } }`,
      5,
    ],
  ])('counts that page: %s', async (document, expected) => {
    const readings = { lastPageToken: 'present' } as const;
    await withGateway({ readings, cloudConfigVersion: '2020-09-07' }, async (other) => {
      const [estimate, cost] = await costsOf(other, document);
      const [second] = await costsOf(other, document);

      expect([estimate, cost, second]).toEqual([expected, 2, expected]);
    });
  });

  it.each(['{ accountGroups { nodes { name } } }', '{ supportedResourceTypes }'])(
    'counts it no longer once they are known to end without: %s',
    async (document) => {
      await withGateway({ cloudConfigVersion: '2020-09-07' }, async (other) => {
        const first = await costsOf(other, document);
        const second = await costsOf(other, document);

        expect([first, second]).toEqual([
          [2, 1],
          [1, 1],
        ]);
      });
    },
  );
});

it('counts the look behind a page as long as the upstream’s longest, and behind no shorter one', async () => {
  const walk = async (first: number) =>
    costsOf(gateway, `{ accountEnrollments(first: ${first}) { nodes { status } } }`);
  lists.learnEnd(ListEnrolledAccounts, 'RECORDS');

  expect([await walk(99), await walk(100)]).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

describe('the look-up of a key that no resource has', () => {
  const unknown = `{ region: "cn-hangzhou", resourceType: "ACS::ECS::Instans", resourceId: "i-none" }`;
  const pageOf = (args: string, resource = unknown) =>
    `{ configurationTimeline(resource: ${resource} ${args}) { nodes { eventType } } }`;

  it.each(['', 'first: 100', 'filter: { eventTypes: [DISCOVERED] }'])(
    'replaces the rest of the page in the estimate: %s',
    async (args) => {
      const readings = { lastPageToken: 'present' } as const;
      await withGateway({ readings, cloudConfigVersion: '2020-09-07' }, async (other) => {
        const [estimate, cost] = await costsOf(other, pageOf(args));

        // The page, and four that look the key up: the list of types has a page without records.
        expect([estimate, cost]).toEqual([args.startsWith('filter') ? 10 : 5, 5]);
      });
    },
  );

  it('is not made for a page behind a cursor, which one upstream page holds', async () => {
    const { region, resourceType, resourceId } = demoResources.busy;
    const resource = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
    await withGateway({}, async (demo) => {
      const { data } = await demo.ask(
        `{ configurationTimeline(resource: ${resource}, first: 5) { pageInfo { endCursor } } }`,
      );
      const { endCursor } = (data as { configurationTimeline: { pageInfo: { endCursor: string } } })
        .configurationTimeline.pageInfo;
      const [estimate, cost] = await costsOf(demo, pageOf(`first: 5, after: "${endCursor}"`, resource));
      const [longer] = await costsOf(demo, pageOf(`first: 95, after: "${endCursor}"`, resource));

      expect([estimate, cost, longer]).toEqual([2, 1, 3]);
    });
  });
});

describe('what the process knows of objects', () => {
  it('omits the directory from the estimate of an account that has a record of its own', async () => {
    const document = `{ currentAccount { displayName } account(accountId: "${ids[0]}") { displayName } }`;

    const first = await costsOf(gateway, document);
    const second = await costsOf(gateway, document);

    expect([first, second]).toEqual([
      [3, 2],
      [2, 2],
    ]);
  });

  it('omits the look-up of an empty timeline whose resource was listed, from the estimate and from the calls', async () => {
    await withGateway({ cloudConfigVersion: '2020-09-07' }, async (demo) => {
      const { region, resourceType, resourceId } = demoResources.busy;
      const resource = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
      const empty = `{ configurationTimeline(resource: ${resource}, between: { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }) { nodes { eventType } } }`;
      const first = await costsOf(demo, empty);
      await demo.query('{ currentAccount { resources(first: 100) { nodes { id } } } }');

      const second = await costsOf(demo, empty);

      expect(first[1]).toBe(2);
      expect(second).toEqual([2, 1]);
    });
  });

  it('counts pages of any size once that start in the same upstream page', async () => {
    const document =
      '{ one: accountEnrollments(first: 3) { nodes { status } } two: accountEnrollments(first: 7) { nodes { status } } }';
    lists.learnEnd(ListEnrolledAccounts, 'RECORDS');

    expect(await costsOf(gateway, document)).toEqual([1, 1]);
  });
});

it('counts ten pages for a timeline with a filter', async () => {
  const { region, resourceType, resourceId } = demoResources.busy;
  const resource = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
  await withGateway({}, async (demo) => {
    demo.emulator.faults.add({ kind: 'emptyPages', pages: 500 });
    const [estimate, cost] = await costsOf(
      demo,
      `{ configurationTimeline(resource: ${resource}, filter: { eventTypes: [DISCOVERED] }) { nodes { eventType } } }`,
    );

    expect([estimate, cost]).toEqual([10, 10]);
  });
});

/** The estimate alone. */
const estimateOf = async (document: string, variables: object = {}) =>
  (await gateway.ask(document, { ...variables }, { 'x-cost-only': 'true' })).cost;

it('counts as many keys as `nodes` takes, and none of more: they are refused', async () => {
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ConfigurationRecorder { status } } }';
  const keys = ids.map((accountId) => toGlobalId('ConfigurationRecorder', accountId));

  const [most, more] = [
    await estimateOf(document, { ids: keys.slice(0, 100) }),
    await estimateOf(document, { ids: keys.slice(0, 101) }),
  ];

  expect([most.estimatedCalls, more.estimatedCalls]).toEqual([100, 0]);
});

it('counts the gateway’s own account, which a list omits, unless a page ends before that: with a filter it may not', async () => {
  await gateway.ask(learnAccounts);
  const readsOwn = async (args: string): Promise<boolean> => {
    const { calls = [] } = await estimateOf(`{ accounts(${args}) { nodes { displayName } } }`);
    return calls.some((call) => 'action' in call && call.action === 'GetAccount');
  };

  expect(await readsOwn('first: 2')).toBe(false);
  expect(await readsOwn('first: 2, filter: { nameContains: "a" }')).toBe(true);
});
