import { demoAccounts, demoResources as resourcesOfDemo, demoWorld } from '../../../src/emulator';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const ofAll = 'ca-1f6b0d94e27c4a53b8d0';
const ofPayments = 'ca-7c41d09e5b2f4a8390e6';
const unknownGroup = 'ca-00000000000000000000';
const { management, paymentsProduction, paymentsTest, sandbox } = demoAccounts;

const gateways: TestGateway[] = [];
const start = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const gateway = await startGateway(options);
  gateways.push(gateway);
  return gateway;
};
afterEach(() => Promise.all(gateways.splice(0).map((gateway) => gateway.stop())));

const read = async (gateway: TestGateway, document: string): Promise<Record<string, unknown>> => {
  const { data, errors } = await gateway.query(document);
  expect(errors).toBeUndefined();
  return data ?? {};
};

const groupFields =
  'accountGroupId name description type rawType status rawStatus createdAt owner { accountId } folder { folderId } memberCount tags { key value }';
const payments = {
  accountGroupId: ofPayments,
  name: 'payments',
  description: 'accounts of the payments unit',
  type: 'CUSTOM',
  rawType: 'CUSTOM',
  status: 'READY',
  rawStatus: '1',
  createdAt: '2024-05-20T04:00:00.000Z',
  owner: { accountId: management },
  folder: null,
  memberCount: 2,
  tags: [{ key: 'unit', value: 'payments' }],
};

/** The demo world with account groups of its management account in place of its own. */
const worldWith = (
  ...accountGroups: readonly Partial<NonNullable<ReturnType<typeof demoWorld>['accountGroups']>[number]>[]
): GatewayOptions['world'] => {
  const world = demoWorld();
  const [group] = world.accountGroups ?? [];
  if (group === undefined) throw new Error('The demo world has no account group.');
  return { ...world, accountGroups: accountGroups.map((changes) => ({ ...group, ...changes })) };
};

describe('an account group', () => {
  it('is listed as it is read by its id, for one call each', async () => {
    const gateway = await start();

    const data = await read(
      gateway,
      `{ accountGroups { nodes { ${groupFields} } pageInfo { hasNextPage } } accountGroup(accountGroupId: "${ofPayments}") { ${groupFields} } }`,
    );

    expect(data.accountGroup).toEqual(payments);
    expect(data.accountGroups).toEqual({
      nodes: [expect.objectContaining({ accountGroupId: ofAll, type: 'DIRECTORY', memberCount: 12 }), payments],
      pageInfo: { hasNextPage: false },
    });
    expect(gateway.upstreamCalls().sort()).toEqual(['GetAggregator', 'ListAggregators']);
  });

  it('names its folder, and says that its members are still being gathered', async () => {
    const folderId = 'fd-4bYgS0hQpD';
    const now = demoWorld().epoch;
    const gateway = await start({ world: worldWith({ type: 'FOLDER', folderId, createTime: now }) });

    const data = await read(gateway, '{ accountGroups { nodes { type status rawStatus folder { folderId name } } } }');

    expect(data.accountGroups).toEqual({
      nodes: [
        {
          type: 'FOLDER',
          status: 'BUILDING',
          rawStatus: '0',
          folder: { folderId, name: expect.stringMatching(/./) as string },
        },
      ],
    });
  });

  it('shows the recorders of its members for one call, whichever pages are requested', async () => {
    const gateway = await start();
    const member = 'nodes { accountId recorderStatus rawRecorderStatus account { accountId } }';

    const { accountGroup } = (await read(
      gateway,
      `{ accountGroup(accountGroupId: "${ofAll}") { all: members(first: 100) { totalCount ${member} } some: members(first: 5) { pageInfo { hasNextPage endCursor } ${member} } } }`,
    )) as { accountGroup: Record<'all' | 'some', MembersPage> };
    const { accountGroup: later } = (await read(
      gateway,
      `{ accountGroup(accountGroupId: "${ofAll}") { some: members(after: "${accountGroup.some.pageInfo.endCursor}") { ${member} } } }`,
    )) as { accountGroup: Record<'some', MembersPage> };

    expect(accountGroup.all.totalCount).toBe(12);
    expect(accountGroup.all.nodes).toContainEqual({
      accountId: paymentsProduction,
      recorderStatus: 'REGISTERED',
      rawRecorderStatus: 'REGISTERED',
      account: { accountId: paymentsProduction },
    });
    expect(accountGroup.some.pageInfo.hasNextPage).toBe(true);
    expect([...accountGroup.some.nodes, ...later.some.nodes]).toEqual(accountGroup.all.nodes);
    expect(gateway.upstreamCalls()).toEqual(['GetAggregator', 'GetAggregator']);
  });

  it('counts the resources of all its members, by type and by region', async () => {
    const gateway = await start();

    const { accountGroup } = (await read(
      gateway,
      `{ accountGroup(accountGroupId: "${ofPayments}") { resources { totalCount } byType: resourceCounts(by: RESOURCE_TYPE) { name count } byRegion: resourceCounts(by: REGION) { name count } } }`,
    )) as { accountGroup: { resources: { totalCount: number } } & Record<'byType' | 'byRegion', { count: number }[]> };

    const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    expect(accountGroup.resources.totalCount).toBeGreaterThan(0);
    expect([sum(accountGroup.byType), sum(accountGroup.byRegion)]).toEqual(
      Array(2).fill(accountGroup.resources.totalCount),
    );
  });

  it('is null if there is none, and an error if its resources are selected', async () => {
    const gateway = await start();

    const answer = await gateway.query(
      `{ accountGroup(accountGroupId: "${unknownGroup}") { name } cloudResources(accountGroupId: "${unknownGroup}") { totalCount } sibling: accountGroup(accountGroupId: "${ofPayments}") { name } }`,
    );

    expect(answer.data).toEqual({ accountGroup: null, cloudResources: null, sibling: { name: 'payments' } });
    expect(answer.errors).toMatchObject([
      {
        message: 'The account group does not exist, or the account of the gateway’s credentials does not own it.',
        path: ['cloudResources'],
        extensions: { code: 'NOT_FOUND', upstream: { action: 'ListAggregateDiscoveredResources' } },
      },
    ]);
  });

  it('is not the member’s own to read: what belongs to the management account is not told to others', async () => {
    const gateway = await start({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' });

    const { data } = await gateway.query(
      `{ accountGroup(accountGroupId: "${ofAll}") { name } currentAccount { accountId } }`,
    );

    expect(data).toEqual({ accountGroup: null, currentAccount: { accountId: paymentsProduction } });
  });
});

describe('resources across accounts', () => {
  const listFields = 'accountId region resourceType resourceId resourceName createdAt tags { key value } deleted';

  it('are those that each member lists itself', async () => {
    const gateway = await start();
    const accountIds = [...new Set(resourcesOfDemo().map(({ accountId }) => accountId))].filter(
      (id) => id !== management && id !== sandbox,
    );

    const { cloudResources } = (await read(
      gateway,
      `{ cloudResources(first: 100) { totalCount nodes { id ${listFields} } } }`,
    )) as { cloudResources: { totalCount: number; nodes: { accountId: string }[] } };
    const perMember: unknown[] = [];
    for (const accountId of accountIds) {
      const { data } = await gateway.query<{ account: { resources: { nodes: unknown[] } | null } }>(
        `{ account(accountId: "${accountId}") { resources(first: 100) { nodes { id ${listFields} } } } }`,
      );
      perMember.push(...(data?.account.resources?.nodes ?? []));
    }

    expect(cloudResources.nodes).toHaveLength(cloudResources.totalCount);
    expect(cloudResources.nodes).toEqual(expect.arrayContaining(perMember));
    expect(perMember.length).toBeGreaterThan(10);
    expect(gateway.upstreamCalls().slice(0, 2)).toEqual(['ListAggregators', 'ListAggregateDiscoveredResources']);
  });

  it('come in pages of any size, once each, with a filter of the upstream’s', async () => {
    const gateway = await start();
    const ids: string[] = [];
    let after = '';
    for (let pages = 0; pages < 20; pages += 1) {
      const { cloudResources } = (await read(
        gateway,
        `{ cloudResources(first: 4, accountGroupId: "${ofAll}" ${after}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      )) as { cloudResources: { totalCount: number; nodes: { id: string }[]; pageInfo: PageInfo } };
      ids.push(...cloudResources.nodes.map(({ id }) => id));
      expect(cloudResources.totalCount).toBe(15);
      if (!cloudResources.pageInfo.hasNextPage) break;
      after = `after: "${cloudResources.pageInfo.endCursor}"`;
    }

    const { cloudResources: filtered } = (await read(
      gateway,
      '{ cloudResources(filter: { regions: ["cn-beijing"] }) { totalCount nodes { region } } }',
    )) as { cloudResources: { totalCount: number; nodes: { region: string }[] } };

    expect(ids).toHaveLength(15);
    expect(new Set(ids).size).toBe(15);
    expect(new Set(filtered.nodes.map(({ region }) => region))).toEqual(new Set(['cn-beijing']));
    expect(filtered.totalCount).toBe(filtered.nodes.length);
  });

  it('lead to their accounts, configurations and timelines; the member that cannot be read nulls its own alone', async () => {
    const gateway = await start({ roles: { memberRoleOverrides: new Map([[paymentsTest, 'NoSuchRole']]) } });

    const { data, errors } = await gateway.query<{ cloudResources: { nodes: Linked[] } }>(
      `{ cloudResources(accountGroupId: "${ofPayments}") { nodes { accountId resourceName account { displayName } configuration configurationTimeline(first: 1) { nodes { capturedAt } } } } }`,
    );

    const nodes = data?.cloudResources.nodes ?? [];
    const unreadable = nodes.filter(({ accountId }) => accountId === paymentsTest);
    const readable = nodes.filter(({ accountId }) => accountId === paymentsProduction);
    expect([unreadable.length > 0, readable.length > 0]).toEqual([true, true]);
    for (const { account, configuration, configurationTimeline } of readable) {
      expect([account.displayName, typeof configuration, configurationTimeline?.nodes.length]).toEqual([
        '支付生产',
        'object',
        1,
      ]);
    }
    for (const { resourceName, configuration, configurationTimeline } of unreadable) {
      expect([resourceName, configuration, configurationTimeline]).toEqual([expect.any(String), null, null]);
    }
    expect(errors).toHaveLength(2 * unreadable.length);
    expect(new Set(errors?.map(({ path = [] }) => path.at(-1)))).toEqual(
      new Set(['configuration', 'configurationTimeline']),
    );
  });

  it.each([
    [
      'en',
      'No account group covers the whole directory. Pass accountGroupId to use another group, which `accountGroups` lists, or create one of the type “resource directory” in Cloud Config.',
    ],
    [
      'zh',
      '没有覆盖整个资源目录的账号组。请通过 accountGroupId 指定其他账号组（可由 `accountGroups` 查询），或在配置审计中新建类型为“资源目录”的账号组。',
    ],
  ])('say what to do if no group covers the directory, in %s', async (language, message) => {
    const gateway = await start({ world: worldWith({ type: 'CUSTOM', accountIds: [paymentsTest] }) });

    const answer = await gateway.query('{ cloudResources { totalCount } }', {}, { 'accept-language': language });

    expect(answer).toEqual({
      data: { cloudResources: null },
      errors: [
        {
          message,
          locations: [{ line: 1, column: 3 }],
          path: ['cloudResources'],
          extensions: { code: 'NOT_FOUND', retryable: false, field: ['accountGroupId'] },
        },
      ],
    });
  });

  it('go through the group whose members are gathered, if a newer one’s are not', async () => {
    const { epoch } = demoWorld();
    const gateway = await start({
      world: worldWith(
        { accountGroupId: 'ca-new0000000000000000', createTime: epoch },
        { accountGroupId: 'ca-old0000000000000000' },
      ),
    });

    const first = (await read(gateway, '{ cloudResources(first: 1) { pageInfo { endCursor } } }')) as {
      cloudResources: { pageInfo: PageInfo };
    };
    // A cursor goes on in the group that it came from, and in no other.
    const { endCursor } = first.cloudResources.pageInfo;
    const { data } = await gateway.query(
      `{ old: cloudResources(accountGroupId: "ca-old0000000000000000", after: "${endCursor}") { totalCount } new: cloudResources(accountGroupId: "ca-new0000000000000000", after: "${endCursor}") { totalCount } }`,
    );

    expect(data).toEqual({ old: { totalCount: 15 }, new: null });
  });

  it('are found on whichever page of groups has the one of the directory, one call a page', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      accountGroupId: `ca-${String(index).padStart(20, '0')}`,
      type: 'CUSTOM' as const,
      accountIds: [paymentsTest],
    }));
    const asRd = (at: number) =>
      many.map((group, index) => (index === at ? { ...group, type: 'RD' as const, accountIds: [] } : group));
    const [second, third] = [
      await start({ world: worldWith(...asRd(150)) }),
      await start({ world: worldWith(...asRd(240)) }),
    ];

    const found = await second.query('{ cloudResources { totalCount } }');
    const foundThere = await third.query('{ cloudResources { totalCount } }');

    expect(found).toEqual({ data: { cloudResources: { totalCount: 20 } } });
    expect(foundThere).toEqual(found);
    expect(third.emulator.calls.of('ListAggregators')).toHaveLength(3);
  });
});

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

interface MembersPage {
  readonly totalCount: number;
  readonly nodes: readonly object[];
  readonly pageInfo: PageInfo;
}

interface Linked {
  readonly accountId: string;
  readonly resourceName: string;
  readonly account: { readonly displayName: string };
  readonly configuration: object | null;
  readonly configurationTimeline: { readonly nodes: readonly object[] } | null;
}
