import { demoAccounts } from '../../../src/emulator';
import { postJson } from '../../support/postJson';
import type { AnswerWithCost, GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const { management } = demoAccounts;
const groupOfAll = 'ca-1f6b0d94e27c4a53b8d0';

const gateways: TestGateway[] = [];
const start = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const gateway = await startGateway(options);
  gateways.push(gateway);
  return gateway;
};
afterEach(() => Promise.all(gateways.splice(0).map((gateway) => gateway.stop())));

interface Change {
  readonly id: string;
  readonly capturedAt: string;
  readonly resource: { readonly id: string; readonly accountId: string; readonly resourceType: string };
}

interface Gap {
  readonly source: string;
  readonly accountId: string | null;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly from: string;
  readonly to: string;
}

interface ChangesPage {
  readonly edges: readonly { readonly cursor: string; readonly node: Change }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly gaps: readonly Gap[];
  readonly poll: { readonly since: string; readonly pollAfterMs: number };
  readonly updatedResourceCount: number | null;
  readonly readAt: string;
  readonly settledUntil: string;
}

const pageFields = `{
  edges { cursor node { id capturedAt resource { id accountId resourceType } } }
  pageInfo { hasNextPage endCursor }
  gaps { source accountId accountGroupId resource { id } from to code message retryable retryAfterMs }
  poll { since pollAfterMs }
  updatedResourceCount readAt settledUntil
}`;

type Answer = AnswerWithCost<{ configurationChanges: ChangesPage | null }>;

const ask = (gateway: TestGateway, args: string): Promise<Answer> =>
  gateway.ask(`{ configurationChanges(${args}) ${pageFields} }`);

const pageOf = ({ data, errors }: Answer): ChangesPage => {
  expect(errors).toBeUndefined();
  if (data?.configurationChanges == null) throw new Error('There is no page.');
  return data.configurationChanges;
};

const walk = async (
  gateway: TestGateway,
  args: string,
  { by = 'endCursor' }: { readonly by?: 'endCursor' | 'edge' } = {},
): Promise<ChangesPage[]> => {
  const pages: ChangesPage[] = [];
  let after = '';
  do {
    const page = pageOf(await ask(gateway, `${args} ${after}`));
    pages.push(page);
    if (!page.pageInfo.hasNextPage) return pages;
    const cursor = by === 'edge' ? page.edges.at(-1)?.cursor : page.pageInfo.endCursor;
    after = `after: "${cursor ?? page.pageInfo.endCursor}"`;
  } while (pages.length < 200);
  throw new Error('The walk has no end.');
};

const changesOf = (pages: readonly ChangesPage[]): Change[] =>
  pages.flatMap(({ edges }) => edges.map(({ node }) => node));
const idsOf = (pages: readonly ChangesPage[]): string[] => changesOf(pages).map(({ id }) => id);

/** Every change of a range, by the timeline of each resource that is listed. */
const truthOf = async (gateway: TestGateway, between: string): Promise<Change[]> => {
  const ids: string[] = [];
  for (const deleted of [false, true]) {
    let after = 'null';
    do {
      const { data } = await gateway.query<{ cloudResources: ResourcePage }>(
        `{ cloudResources(first: 100, filter: { deleted: ${deleted} }, after: ${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      ids.push(...(data?.cloudResources.nodes ?? []).map(({ id }) => id));
      after = data?.cloudResources.pageInfo.hasNextPage === true ? `"${data.cloudResources.pageInfo.endCursor}"` : '';
    } while (after !== '');
  }
  const changes = await Promise.all(ids.map((id) => timelineOf(gateway, id, between)));
  return changes.flat();
};

interface ResourcePage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: ChangesPage['pageInfo'];
}

/** Nothing of a member without a role. */
const timelineOf = async (gateway: TestGateway, id: string, between: string): Promise<Change[]> => {
  const changes: Change[] = [];
  let after = 'null';
  for (;;) {
    const { data } = await gateway.query<{
      node: { configurationTimeline: Pick<ChangesPage, 'pageInfo'> & { readonly nodes: readonly Change[] } } | null;
    }>(
      `{ node(id: "${id}") { ... on CloudResource { configurationTimeline(first: 100, between: ${between}, after: ${after}) {
        nodes { id capturedAt resource { id accountId resourceType } } pageInfo { hasNextPage endCursor } } } } }`,
    );
    const timeline = data?.node?.configurationTimeline;
    changes.push(...(timeline?.nodes ?? []));
    if (timeline?.pageInfo.hasNextPage !== true) return changes;
    after = `"${timeline.pageInfo.endCursor}"`;
  }
};

const byTime = (changes: readonly Change[]): string[] =>
  changes
    .map(({ capturedAt }) => capturedAt)
    .sort()
    .reverse();

describe('configurationChanges', () => {
  it.each(['P1D', 'P10D', 'P80D'])('gives every change of the directory within %s once, newest first', async (last) => {
    const gateway = await start();
    const truth = await truthOf(gateway, `{ last: "${last}" }`);
    const pages = await walk(gateway, `first: 50 between: { last: "${last}" }`);

    expect(new Set(idsOf(pages))).toEqual(new Set(truth.map(({ id }) => id)));
    expect(idsOf(pages)).toHaveLength(truth.length);
    expect(changesOf(pages).map(({ capturedAt }) => capturedAt)).toEqual(byTime(truth));
    expect(truth.length).toBeGreaterThan(0);
  });

  it('gives the same by pages of any size, and behind the cursor of an edge', async () => {
    const gateway = await start();
    const all = idsOf(await walk(gateway, 'first: 100 between: { last: "P3D" }'));

    expect(idsOf(await walk(gateway, 'first: 1 between: { last: "P3D" }'))).toEqual(all);
    expect(idsOf(await walk(gateway, 'first: 3 between: { last: "P3D" }', { by: 'edge' }))).toEqual(all);
  });

  it('gives what changed in a range that has ended', async () => {
    const gateway = await start();
    const now = pageOf(await ask(gateway, 'first: 1')).readAt;
    const to = new Date(Date.parse(now) - 3 * 24 * 60 * 60_000).toISOString();
    const between = `{ last: "P7D", to: "${to}" }`;
    const truth = await truthOf(gateway, between);

    expect(new Set(idsOf(await walk(gateway, `first: 5 between: ${between}`)))).toEqual(
      new Set(truth.map(({ id }) => id)),
    );
    expect(truth.length).toBeGreaterThan(0);
  });

  it('narrows by account, group, resource, region, type and filter', async () => {
    const gateway = await start();
    const last = 'between: { last: "P5D" }';
    const truth = changesOf(await walk(gateway, `first: 100 ${last}`));
    const [change] = truth.filter(({ resource }) => resource.accountId !== management);
    if (change === undefined) throw new Error('Nothing has changed in a member.');
    const { accountId, resourceType, id } = change.resource;
    const key = JSON.parse(Buffer.from(id, 'base64url').toString()) as string[];
    const input = `{ accountId: "${key[1]}", region: "${key[2]}", resourceType: "${key[3]}", resourceId: "${key[4]}" }`;
    const idsBy = (keep: (change: Change) => boolean) => truth.filter(keep).map((one) => one.id);

    const inAccount = idsBy(({ resource }) => resource.accountId === accountId);
    expect(idsOf(await walk(gateway, `first: 4 ${last} scope: { accountIds: ["${accountId}"] }`))).toEqual(inAccount);
    const inTwo = idsBy(({ resource }) => [accountId, management].includes(resource.accountId));
    expect(idsOf(await walk(gateway, `${last} scope: { accountIds: ["${accountId}", "${management}"] }`))).toEqual(
      inTwo,
    );
    const ofResource = idsBy(({ resource }) => resource.id === id);
    expect(idsOf(await walk(gateway, `first: 2 ${last} scope: { resources: [${input}] }`))).toEqual(ofResource);
    const ofType = idsBy(({ resource }) => resource.resourceType === resourceType);
    expect(idsOf(await walk(gateway, `first: 3 ${last} scope: { resourceTypes: ["${resourceType}"] }`))).toEqual(
      ofType,
    );
    const inRegion = idsBy(({ resource }) => resource.id.length > 0 && regionOf(resource.id) === key[2]);
    expect(idsOf(await walk(gateway, `${last} scope: { regions: ["${key[2]}"] }`))).toEqual(inRegion);

    const removed = await walk(gateway, `first: 1 ${last} filter: { eventTypes: [REMOVE] }`);
    const truthRemoved = await gateway.query<{ configurationChanges: { nodes: { id: string; eventType: string }[] } }>(
      `{ configurationChanges(first: 100 ${last}) { nodes { id eventType } } }`,
    );
    const nodes = truthRemoved.data?.configurationChanges.nodes ?? [];
    expect(idsOf(removed)).toEqual(nodes.filter(({ eventType }) => eventType === 'REMOVE').map((one) => one.id));
  });

  it('gives the changes of one account and of one group as fields of theirs', async () => {
    const gateway = await start();
    const { data, errors } = await gateway.query<{
      account: { configurationChanges: ChangesPage };
      accountGroup: { configurationChanges: ChangesPage };
    }>(
      `query ($account: ID!, $group: ID!) {
        account(accountId: $account) { configurationChanges(first: 100, between: { last: "P5D" }) ${pageFields} }
        accountGroup(accountGroupId: $group) { configurationChanges(first: 100, between: { last: "P5D" }) ${pageFields} }
      }`,
      { account: management, group: groupOfAll },
    );
    expect(errors).toBeUndefined();
    const all = changesOf(await walk(gateway, 'first: 100 between: { last: "P5D" }'));
    const own = all.filter(({ resource }) => resource.accountId === management);
    expect(changesOf(data ? [data.account.configurationChanges] : [])).toEqual(own);
    const others = changesOf(data ? [data.accountGroup.configurationChanges] : []);
    expect(new Set([...others, ...own])).toEqual(new Set(all));
  });

  it('finds each of its changes again by node', async () => {
    const gateway = await start();
    const ids = idsOf(await walk(gateway, 'first: 100 between: { last: "P5D" }')).slice(0, 20);
    const { data } = await gateway.query<{ nodes: { id: string }[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ConfigurationChange { capturedAt } } }',
      { ids },
    );
    expect(data?.nodes.map(({ id }) => id)).toEqual(ids);
  });

  it('names members of which nothing can be read as gaps, and gives the rest', async () => {
    const gateway = await start({ roles: { memberRole: 'NoSuchRole' } });
    const pages = await walk(gateway, 'first: 100 between: { last: "P5D" }');

    const page = pages[0];
    if (page === undefined) throw new Error('There is no page.');
    const accounts = new Set(changesOf(pages).map(({ resource }) => resource.accountId));
    expect([...accounts]).toEqual([management]);
    expect(page.gaps.length).toBeGreaterThan(0);
    for (const gap of page.gaps) {
      expect(gap).toMatchObject({ source: 'ACCOUNT', code: 'FORBIDDEN', retryable: false });
      expect(gap.message).toContain(gap.accountId);
      expect(Date.parse(gap.from)).toBeLessThan(Date.parse(gap.to));
    }
  });

  it('takes the two calls of its lists for a poll after which nothing has changed', async () => {
    const gateway = await start();
    const first = pageOf(await ask(gateway, 'scope: { accountGroupId: "ca-1f6b0d94e27c4a53b8d0" }'));
    expect(first.poll.pollAfterMs).toBe(60_000);

    const since = `since: "${first.poll.since}" scope: { accountGroupId: "ca-1f6b0d94e27c4a53b8d0" }`;
    const idle = await ask(gateway, since);
    expect(pageOf(idle).edges).toEqual([]);
    expect(idle.cost.actualCalls).toBe(2);
    expect(Date.parse(first.settledUntil)).toBeLessThan(Date.parse(first.readAt));
  });

  it('brings a write once it is captured, with its author', async () => {
    const gateway = await start();
    const scope = `scope: { accountGroupId: "${groupOfAll}" }`;
    const first = pageOf(await ask(gateway, scope));
    const resource = {
      region: 'cn-shanghai',
      resourceType: 'ACS::ECS::Instance',
      resourceId: 'i-uf6j2k4l6z8x1c3v5b7n',
    };
    const accountId = '1092846637450128';
    const control = async (path: string, body: object) => {
      const answer = await postJson(`${gateway.emulator.url}/_emulator/${path}`, body);
      return JSON.parse(answer.text) as Record<string, unknown>;
    };
    const { eventId } = await control('writes', {
      accountId,
      region: resource.region,
      operation: 'ModifyInstanceSpec',
      identity: { userName: 'wang.fang' },
      resources: [{ type: 'Instance', name: resource.resourceId }],
      parameters: { InstanceId: resource.resourceId, InstanceType: 'ecs.g8i.2xlarge' },
      change: { ...resource, diff: { InstanceType: ['ecs.g7.large', 'ecs.g8i.2xlarge'] } },
    });
    const poll = () =>
      gateway.query<{ configurationChanges: { nodes: Record<string, unknown>[]; poll: { since: string } } }>(
        `{ configurationChanges(since: "${first.poll.since}" ${scope}) { nodes {
          capturedAt changes { path after } attribution { confidence events { eventId actor { userName } } } } } }`,
      );

    expect((await poll()).data?.configurationChanges.nodes).toEqual([]);
    // The next capture, and the time until events can be searched.
    await control('clock', { advanceMs: 21 * 60_000 });
    const nodes = (await poll()).data?.configurationChanges.nodes ?? [];
    expect(nodes).toEqual([
      {
        capturedAt: expect.any(String) as string,
        changes: [{ path: 'InstanceType', after: 'ecs.g8i.2xlarge' }],
        attribution: { confidence: 'EXACT', events: [{ eventId, actor: { userName: 'wang.fang' } }] },
      },
    ]);
    const truth = await control('causes', { accountId, ...resource, capturedAt: nodes[0]?.capturedAt });
    expect(truth).toMatchObject({ event: { eventId, operation: 'ModifyInstanceSpec' } });
    expect(await control('causes', { accountId })).toMatchObject({
      error: expect.stringContaining('region') as string,
    });
  });

  it('shares one poll between all who follow the same scope', async () => {
    const gateway = await start({ cacheMaxBytes: 10_000_000 });
    const scope = `scope: { accountGroupId: "${groupOfAll}" }`;
    const first = pageOf(await ask(gateway, `${scope} between: { last: "PT1H" }`));
    gateway.emulator.calls.clear();
    const polls = await Promise.all(
      Array.from({ length: 100 }, () => ask(gateway, `${scope} since: "${first.poll.since}"`)),
    );

    for (const poll of polls) expect(pageOf(poll).gaps).toEqual([]);
    // The present can pass a step of ten seconds meanwhile.
    expect(gateway.upstreamCalls().length).toBeLessThanOrEqual(4);
  });

  it.each([
    ['between: { from: "2020-01-01T00:00:00Z" }', 'between.from must be at most 90 days ago'],
    ['scope: { accountIds: [], regions: [] }', 'scope.accountIds must be a list of 1 to 100 items'],
    [`scope: { accountIds: ["${management}"], accountGroupId: "ca-1" }`, 'at most one of'],
    ['scope: { includeSubfolders: true }', 'scope.includeSubfolders must be omitted'],
    ['since: "abc"', 'since must be a cursor that configurationChanges returned'],
    ['after: "abc"', 'after must be a cursor that configurationChanges returned'],
    ['first: 101', 'first must be'],
    ['scope: { accountIds: ["x"] }', 'scope.accountIds.0 must be an Alibaba Cloud account ID'],
  ])('refuses %s', async (args, message) => {
    const gateway = await start();
    const { errors } = await ask(gateway, args);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

const regionOf = (id: string): unknown => (JSON.parse(Buffer.from(id, 'base64url').toString()) as unknown[])[2];

describe('the calls of configurationChanges', () => {
  const large = { accounts: 500, changedToday: 120, cacheMaxBytes: 0 };

  it('are 54 for a first page of 50 over a group, and 59 over the directory, among 120 changed resources', async () => {
    const gateway = await start(large);
    const page = await ask(gateway, 'first: 50');
    const { edges, updatedResourceCount } = pageOf(page);
    expect(edges).toHaveLength(50);
    expect(updatedResourceCount).toBe(120);
    expect(page.cost.actualCalls).toBeLessThanOrEqual(59);
    expect(page.cost.estimatedCalls).toBeGreaterThanOrEqual(page.cost.actualCalls);
  });

  it('are 146 for all pages over the directory', async () => {
    const gateway = await start(large);
    gateway.emulator.calls.clear();
    const pages = await walk(gateway, 'first: 50');
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(gateway.upstreamCalls().length).toBeLessThanOrEqual(146);
  });
});
