import { demoAccounts, demoWorld } from '../../../src/emulator';
import { actionNow } from '../../support/cloudConfigVersion';
import type { GatewayOptions, GraphQLAnswer, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const ofAll = 'ca-1f6b0d94e27c4a53b8d0';
const { management } = demoAccounts;

const gateways: TestGateway[] = [];
const start = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const gateway = await startGateway(options);
  gateways.push(gateway);
  return gateway;
};
afterEach(() => Promise.all(gateways.splice(0).map((gateway) => gateway.stop())));

interface ResourcePage {
  readonly totalCount: number | null;
  readonly nodes: readonly { readonly id: string; readonly accountId: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageFields = 'totalCount nodes { id accountId } edges { cursor } pageInfo { hasNextPage endCursor }';

const ask = (gateway: TestGateway, args: string): Promise<GraphQLAnswer<{ cloudResources: ResourcePage | null }>> =>
  gateway.query(`{ cloudResources(${args}) { ${pageFields} } }`);

const readPage = async (gateway: TestGateway, args: string): Promise<ResourcePage> => {
  const { data, errors } = await ask(gateway, args);
  expect(errors).toBeUndefined();
  if (data?.cloudResources == null) throw new Error('There is no page.');
  return data.cloudResources;
};

const walk = async (gateway: TestGateway, first: number, rest = ''): Promise<ResourcePage[]> => {
  const pages: ResourcePage[] = [];
  let after = '';
  do {
    const page = await readPage(gateway, `first: ${first} ${rest} ${after}`);
    pages.push(page);
    if (!page.pageInfo.hasNextPage) return pages;
    after = `after: "${page.pageInfo.endCursor}"`;
  } while (pages.length < 100);
  throw new Error('The list has no end.');
};

const idsOf = (pages: readonly ResourcePage[]): string[] => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));

/** What the group and the management account list, each by its own field. */
const listedApart = async (gateway: TestGateway, filter = ''): Promise<string[]> => {
  const args = `(first: 100 ${filter})`;
  const { data, errors } = await gateway.query<Record<'accountGroup' | 'account', { resources: ResourcePage }>>(
    `{ accountGroup(accountGroupId: "${ofAll}") { resources${args} { ${pageFields} } } account(accountId: "${management}") { resources${args} { ${pageFields} } } }`,
  );
  expect(errors).toBeUndefined();
  if (data == null) throw new Error('There is no answer.');
  return [...new Set(idsOf([data.accountGroup.resources, data.account.resources]))].sort();
};

describe.each(['absent', 'present'] as const)(
  'the resources of all accounts, the management account %s from its group or in it',
  (accountGroupManagement) => {
    const readings = { accountGroupManagement };

    it.each([1, 7, 15, 100])('come once each in pages of %i, each of which counts them all', async (first) => {
      const gateway = await start({ readings });
      const expected = await listedApart(gateway);

      const pages = await walk(gateway, first);

      expect(idsOf(pages)).toHaveLength(expected.length);
      expect(idsOf(pages).sort()).toEqual(expected);
      const owners = pages.flatMap(({ nodes }) => nodes.map(({ accountId }) => accountId));
      expect(owners.filter((accountId) => accountId === management).length).toBeGreaterThan(0);
      expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([expected.length]));
      for (const { edges, pageInfo } of pages) expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
    });

    it.each([
      'filter: { regions: ["cn-shanghai"] }',
      'filter: { resourceTypes: ["ACS::OSS::Bucket"] }',
      'filter: { resourceId: "lotus-valley-billing-reports" }',
      'filter: { deleted: true }',
    ])('are those of either part that match: %s', async (filter) => {
      const gateway = await start({ readings });
      const expected = await listedApart(gateway, filter);

      const pages = await walk(gateway, 2, filter);

      expect(idsOf(pages).sort()).toEqual(expected);
      expect(pages.at(-1)?.totalCount).toBe(expected.length);
    });

    it('are those of the group alone if it is named', async () => {
      const gateway = await start({ readings });

      const page = await readPage(gateway, `first: 100, accountGroupId: "${ofAll}"`);

      expect(page.nodes.some(({ accountId }) => accountId === management)).toBe(accountGroupManagement === 'present');
      expect(page.totalCount).toBe(page.nodes.length);
      expect(gateway.upstreamCalls()).toEqual(['ListAggregateDiscoveredResources']);
    });

    it('can be read without any role', async () => {
      const gateway = await start({ readings, memberAccess: 'account-group' });
      const expected = await start({ readings }).then((other) => listedApart(other));

      expect(idsOf(await walk(gateway, 7)).sort()).toEqual(expected);
    });
  },
);

describe('the resources of the management account', () => {
  const ofGroup = ['ListAggregateDiscoveredResources', 'ListAggregators'];
  const lookedFor = ['GetAggregator', 'GetResourceDirectory', 'ListDiscoveredResources'];
  const callsOf = async (gateway: TestGateway, args: string, fields: string): Promise<string[]> => {
    const before = gateway.upstreamCalls().length;
    const { errors } = await gateway.query(`{ cloudResources(${args}) { ${fields} } }`);
    expect(errors).toBeUndefined();
    return gateway.upstreamCalls().slice(before).sort();
  };

  it('are looked for behind the last member alone, and wherever all are counted', async () => {
    const gateway = await start();
    const { pageInfo } = await readPage(gateway, 'first: 4');

    expect(await callsOf(gateway, 'first: 4', 'nodes { id }')).toEqual(ofGroup);
    expect(await callsOf(gateway, `first: 4, after: "${pageInfo.endCursor}"`, 'nodes { id }')).toEqual(ofGroup);
    const counted = await callsOf(gateway, `first: 4, after: "${pageInfo.endCursor}"`, 'totalCount');
    expect(counted).toEqual([...lookedFor, ...ofGroup].sort());
    expect(await callsOf(gateway, 'first: 100', 'nodes { id }')).toEqual([...lookedFor, ...ofGroup].sort());
  });

  it('are not in the estimate of a page that certainly ends before them', async () => {
    const gateway = await start();
    const costOf = async (args: string, fields: string): Promise<number> =>
      (await gateway.ask(`{ cloudResources(${args}) { ${fields} } }`, {}, { 'x-cost-only': 'true' })).cost
        .estimatedCalls;
    const { pageInfo } = await readPage(gateway, 'first: 4');
    const behind = `after: "${pageInfo.endCursor}"`;

    // Fifteen resources are the members' own.
    expect(await costOf('first: 4', 'nodes { id }')).toBe(2);
    expect(await costOf(`first: 4, ${behind}`, 'nodes { id }')).toBe(2);
    expect(await costOf('first: 4', 'totalCount')).toBe(5);
    expect(await costOf('first: 15', 'nodes { id }')).toBe(5);
    expect(await costOf(`first: 11, ${behind}`, 'nodes { id }')).toBe(5);
    expect(await costOf('first: 4, filter: { regions: ["cn-shanghai"] }', 'nodes { id }')).toBeGreaterThanOrEqual(5);
  });

  it('leave those of the members standing if they cannot be read, and the next page says why', async () => {
    const gateway = await start();
    gateway.emulator.faults.add({
      kind: 'status',
      action: 'ListDiscoveredResources',
      status: 403,
      code: 'NoPermission',
    });

    const page = await readPage(gateway, 'first: 100');
    const { data, errors } = await ask(gateway, `first: 100, after: "${page.pageInfo.endCursor}"`);

    expect(page.nodes).toHaveLength(15);
    expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([null, true]);
    expect(data).toEqual({ cloudResources: null });
    expect(errors).toMatchObject([
      { path: ['cloudResources'], extensions: { code: 'FORBIDDEN', upstream: { action: 'ListDiscoveredResources' } } },
    ]);
    gateway.emulator.faults.clear();
    const rest = await readPage(gateway, `first: 100, after: "${page.pageInfo.endCursor}"`);
    expect(rest.nodes.length).toBeGreaterThan(0);
    expect(rest.totalCount).toBe(15 + rest.nodes.length);
  });

  it('do not stop the first page of many if they cannot be read: only its count is null', async () => {
    const gateway = await start();
    gateway.emulator.faults.add({ kind: 'status', action: 'GetAggregator', status: 403, code: 'NoPermission' });

    const page = await readPage(gateway, 'first: 4');

    expect([page.nodes.length, page.totalCount, page.pageInfo.hasNextPage]).toEqual([4, null, true]);
  });

  it('are not followed by a cursor of the other version of Cloud Config', async () => {
    const [newer, older] = [
      await start({ cloudConfigVersion: '2020-09-07' }),
      await start({ cloudConfigVersion: '2019-01-08' }),
    ];
    const { edges } = await readPage(newer, 'first: 100');

    const { data, errors } = await ask(older, `after: "${edges.at(-1)?.cursor}"`);

    expect(data).toEqual({ cloudResources: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
  });

  it('are all that there is without a directory', async () => {
    const world = demoWorld();
    const gateway = await start({ world: { ...world, directories: [], accountGroups: [] } });
    const { data } = await gateway.query<{ currentAccount: { resources: ResourcePage } }>(
      `{ currentAccount { resources(first: 100) { ${pageFields} } } }`,
    );

    const pages = await walk(gateway, 2);

    expect(pages.length).toBeGreaterThan(1);
    expect(idsOf(pages)).toEqual(data?.currentAccount.resources.nodes.map(({ id }) => id));
    expect(pages[0]?.totalCount).toBe(idsOf(pages).length);
  });

  it('name a type that no account has, with the nearest', async () => {
    const gateway = await start();

    const { errors } = await ask(gateway, 'filter: { resourceTypes: ["ACS::ECS::Instanze"] }');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'resourceTypes', '0'] } }]);
    expect(gateway.upstreamCalls()).toContain(actionNow('GetSupportedResourceTypes'));
  });
});
