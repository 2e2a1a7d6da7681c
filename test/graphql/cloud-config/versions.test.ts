import { demoAccounts, handlers, supportedProducts, supportedResourceTypes } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { dayMs, demoResources, readPage } from '../../support/timelines';

/**
 * /* One schema over two versions of Cloud Config. The tests beside this one, which run under either, check each of
 * them; this one compares the two.
 */

let older: TestGateway;
let newer: TestGateway;
beforeAll(async () => {
  [older, newer] = await Promise.all([
    startGateway({ cloudConfigVersion: '2019-01-08' }),
    startGateway({ cloudConfigVersion: '2020-09-07' }),
  ]);
});
beforeEach(() => {
  older.emulator.reset();
  newer.emulator.reset();
});
afterAll(() => Promise.all([older.stop(), newer.stop()]));

const { region, resourceType, resourceId } = demoResources.busy;
const key = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
const everything = `{
  supportedResourceTypes
  currentAccount {
    configurationRecorder {
      accountId status rawStatus organizationEnableStatus rawOrganizationEnableStatus
      organizationManagementAccount { accountId } resourceTypes
    }
    byRegion: resourceCounts(by: REGION) { name count }
    byType: resourceCounts(by: RESOURCE_TYPE) { name count }
    resources {
      totalCount pageInfo { hasNextPage }
      nodes {
        accountId region resourceType resourceId resourceName createdAt tags { key value } deleted resourceStatus
        availabilityZone rawConfiguration
      }
    }
  }
  configurationTimeline(resource: ${key}, first: 5) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      eventType rawEventType capturedAt resourceName availabilityZone resourceCreatedAt rawTags tags { key value }
      rawDiff changes { path kind before after }
    }
  }
}`;

interface Everything {
  readonly supportedResourceTypes: readonly string[];
  readonly currentAccount: { readonly configurationRecorder: object };
  readonly configurationTimeline: { readonly pageInfo: object };
}

it('answers the same under either', async () => {
  const [old, now] = [await older.query<Everything>(everything), await newer.query<Everything>(everything)];

  if (!old.data || old.errors) throw new Error(`Nothing came: ${JSON.stringify(old.errors)}`);
  const { configurationTimeline, supportedResourceTypes: types } = old.data;
  expect(now).toEqual({
    data: {
      ...old.data,
      supportedResourceTypes: expect.arrayContaining([...types]) as string[],
      configurationTimeline: {
        ...configurationTimeline,
        // A cursor carries the count of the older version.
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) as string },
      },
    },
  });
  expect(now.data?.supportedResourceTypes).toHaveLength(types.length);
});

it('starts the enterprise edition in the older version, under either, and all else in its own', async () => {
  const start = (input: string) => `mutation { startConfigurationRecorder(input: ${input}) { outcome } }`;
  const started = { data: { startConfigurationRecorder: { outcome: 'IN_PROGRESS' } } };

  expect(await newer.query(start('{ enterpriseEdition: true }'))).toEqual(started);
  await newer.query(start('{}'));

  expect(newer.emulator.calls.of('StartConfigurationRecorder').map(({ version }) => version)).toEqual([
    '2019-01-08',
    '2020-09-07',
  ]);
});

describe('a cursor of the other version', () => {
  it('goes on in a timeline, under either: nothing of the upstream is in it', async () => {
    const variables = {
      resource: demoResources.tied,
      between: { from: '2026-05-31T08:00:00Z', to: '2026-06-30T08:00:00Z' },
      first: 4,
    };
    for (const [one, other] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const { pageInfo } = await readPage(one, variables);

      const after = await readPage(other, { ...variables, after: pageInfo.endCursor });

      expect(after.edges.map(({ node }) => node)).toEqual(
        (await readPage(one, { ...variables, after: pageInfo.endCursor })).edges.map(({ node }) => node),
      );
    }
  });

  it.each([
    [
      'en',
      'after must be a cursor for the gateway’s current settings, but resources returned this one when the gateway read the list from another version of the upstream. Start again without after.',
    ],
    [
      'zh',
      'after 应为网关在当前设置下返回的游标，但收到的游标是网关通过上游的其他版本读取该列表时由 resources 返回的。请不带 after 重新开始。',
    ],
  ])('is refused in a list of resources, which the versions page differently, in %s', async (language, message) => {
    const page = `query ($after: String) {
      currentAccount { resources(first: 2, after: $after) { pageInfo { endCursor } } }
    }`;
    interface Page {
      readonly currentAccount: { readonly resources: { readonly pageInfo: { readonly endCursor: string } } };
    }
    for (const [one, other] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const { data } = await one.query<Page>(page);
      const after = data?.currentAccount.resources.pageInfo.endCursor;
      other.emulator.calls.clear();

      const answer = await other.query(page, { after }, { 'accept-language': language });

      expect(answer).toMatchObject({
        data: { currentAccount: { resources: null } },
        errors: [{ message, extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }],
      });
      expect(other.upstreamCalls()).toEqual([]);
    }
  });
});

describe('the estimate', () => {
  const costOf = async (gateway: TestGateway, document: string) => {
    const { cost } = await gateway.ask(document, {}, { 'x-cost-only': 'true' });
    return cost;
  };

  it('is the same under either, and names the operations of the one that is spoken', async () => {
    const document = `{
      supportedResourceTypes
      configurationRecorder { status }
      currentAccount {
        byRegion: resourceCounts(by: REGION) { count } byType: resourceCounts(by: RESOURCE_TYPE) { count }
        resources(first: 2) { nodes { rawConfiguration } }
      }
    }`;
    const [old, now] = [await costOf(older, document), await costOf(newer, document)];

    expect([old.estimatedCalls, now.estimatedCalls]).toEqual([7, 7]);
    const row = (action: string, calls = 1) => ({ product: 'Config', action, calls });
    expect(old.calls).toEqual([
      row('GetDiscoveredResourceCounts', 2),
      row('DescribeDiscoveredResource', 2),
      row('GetSupportedResourceTypes'),
      row('DescribeConfigurationRecorder'),
      row('ListDiscoveredResources'),
    ]);
    expect(now.calls).toEqual([
      row('GetDiscoveredResource', 2),
      row('ListSupportedProducts'),
      row('GetConfigurationRecorder'),
      row('GetDiscoveredResourceCountsGroupByRegion'),
      row('GetDiscoveredResourceCountsGroupByResourceType'),
      row('ListDiscoveredResources'),
    ]);
  });

  it('of a full page of resources is one call, which is all that it takes', async () => {
    const { cost } = await newer.ask('{ currentAccount { resources(first: 5) { pageInfo { hasNextPage } } } }');

    expect(cost).toMatchObject({ estimatedCalls: 1, actualCalls: 1 });
  });
});

it('asks for more than one change if one is needed: the newer version takes no less than two', async () => {
  const asked: (number | undefined)[] = [];
  const own = await startGateway({
    cloudConfigVersion: '2020-09-07',
    handlers: {
      ...handlers,
      GetResourceConfigurationTimeline2020: (request, context) => {
        asked.push(request.MaxResults);
        return handlers.GetResourceConfigurationTimeline2020(request, context);
      },
    },
  });

  const resource = { ...demoResources.tied, accountId: demoAccounts.management };
  const page = await readPage(own, { resource, first: 1 });

  await own.stop();
  expect(page.edges).toHaveLength(1);
  expect(asked).toEqual([7]);
});

describe('the supported types', () => {
  const half = Math.ceil(supportedProducts.length / 2);

  /** Lists the products on two pages; the second has the token `next`. */
  const read = async (next: string | undefined) => {
    const own = await startGateway({
      cloudConfigVersion: '2020-09-07',
      handlers: {
        ...handlers,
        ListSupportedProducts: ({ NextToken }) =>
          NextToken === undefined
            ? { Products: supportedProducts.slice(0, half), NextToken: 'rest' }
            : { Products: supportedProducts.slice(half), ...(next === undefined ? {} : { NextToken: next }) },
      },
    });
    const answer = await own.query<{ supportedResourceTypes: string[] | null }>('{ supportedResourceTypes }');
    const calls = own.upstreamCalls();
    await own.stop();
    return { ...answer, calls };
  };

  it('are read page by page if they do not fit one', async () => {
    const { data, calls } = await read(undefined);

    expect([...(data?.supportedResourceTypes ?? [])].sort()).toEqual([...supportedResourceTypes].sort());
    expect(calls).toEqual(['ListSupportedProducts', 'ListSupportedProducts']);
  });

  it('are null with an error if a token leads round: what is left would be missing without a word', async () => {
    const { data, errors } = await read('rest');

    expect(data).toEqual({ supportedResourceTypes: null });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_BAD_RESPONSE']);
  });
});

it('pages through more resources than one upstream page holds, even if its tokens expire between two pages', async () => {
  const accountId = '1000000000000001';
  const epoch = '2026-06-30T08:00:00.000Z';
  const many = Array.from({ length: 130 }, (_, index) => ({
    accountId,
    region: 'cn-hangzhou',
    resourceType: 'ACS::OSS::Bucket',
    resourceId: `bucket-${String(index).padStart(3, '0')}`,
    changes: [{ at: '2026-06-20T08:00:00.000Z', type: 'DISCOVERED' as const }],
  }));
  const own = await startGateway({
    cloudConfigVersion: '2020-09-07',
    world: {
      name: 'many',
      epoch,
      accounts: [{ accountId, name: 'root', displayName: 'Root', recorder: { since: '2025-01-01T00:00:00.000Z' } }],
      resources: many,
    },
  });
  interface Page {
    readonly totalCount: number;
    readonly nodes: readonly { readonly resourceId: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const walk = async (between?: () => void): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = (await own.query(
        `query ($after: String) { currentAccount { resources(first: 60, after: $after) {
          totalCount nodes { resourceId } pageInfo { hasNextPage endCursor }
        } } }`,
        { after },
      )) as { data: { currentAccount: { resources: Page } } };
      const { totalCount, nodes, pageInfo } = data.currentAccount.resources;
      expect(totalCount).toBe(130);
      ids.push(...nodes.map(({ resourceId }) => resourceId));
      if (!pageInfo.hasNextPage) return ids;
      after = pageInfo.endCursor;
      between?.();
    }
  };

  const whole = await walk();
  const calls = own.upstreamCalls();
  const late = await walk(() => {
    own.emulator.world.clock.advance(dayMs);
  });

  await own.stop();
  expect([...whole].sort()).toEqual(many.map(({ resourceId }) => resourceId));
  expect(late).toEqual(whole);
  // The second page lies across two of the upstream's.
  expect(calls).toEqual(Array(4).fill('ListDiscoveredResources'));
});
