import { demoAccounts } from '../../../src/emulator';
import { managementId, smallWorld } from '../../emulator/world/worlds';
import { actionNow, underVersion } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { demoResources } from '../../support/timelines';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const document = (selection: string): string =>
  `query ($key: CloudResourceKeyInput!) { cloudResource(key: $key) { ${selection} } }`;
const ask = (key: object, selection: string) =>
  gateway.query<{ cloudResource: Record<string, unknown> | null }>(document(selection), { key });

interface ResourcesPage {
  readonly nodes: readonly { readonly resourceId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const resourcesDocument = `
  query ($first: Int, $after: String, $filter: CloudResourceFilter) {
    currentAccount {
      resources(first: $first, after: $after, filter: $filter) {
        nodes { resourceId } pageInfo { hasNextPage endCursor }
      }
    }
  }`;
const readPage = async (variables: object): Promise<ResourcesPage> => {
  const { data, errors } = await gateway.query<{ currentAccount: { resources: ResourcesPage } }>(resourcesDocument, {
    ...variables,
  });
  if (!data || errors) throw new Error(`No page came: ${JSON.stringify(errors)}`);
  return data.currentAccount.resources;
};
const readAll = async (first: number, filter?: object): Promise<string[]> => {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: ResourcesPage = await readPage({ first, after, filter });
    ids.push(...nodes.map(({ resourceId }) => resourceId));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && ids.length < 1000);
  return ids;
};

const listFields =
  'accountId region resourceType resourceId resourceName createdAt tags { key value } deleted resourceStatus';
const detailFields = 'availabilityZone configuration rawConfiguration';

it('shows everything of one resource for one call', async () => {
  const { data, errors } = await ask(demoResources.busy, `${listFields} ${detailFields} account { accountId }`);

  expect(errors).toBeUndefined();
  expect(data?.cloudResource).toMatchObject({
    ...demoResources.busy,
    accountId: demoAccounts.management,
    account: { accountId: demoAccounts.management },
    deleted: false,
    availabilityZone: expect.stringMatching(/^cn-hangzhou/) as string,
    configuration: expect.any(Object) as object,
  });
  expect(JSON.parse(data?.cloudResource?.rawConfiguration as string)).toEqual(data?.cloudResource?.configuration);
  expect(gateway.upstreamCalls()).toEqual([actionNow('DescribeDiscoveredResource')]);
});

it.each(['documented', 'lower-first'] as const)('reads the same if the upstream’s keys are %s', async (detailKeys) => {
  const usual = await ask(demoResources.busy, `${listFields} ${detailFields}`);
  gateway.emulator.readings.choose({ detailKeys });

  expect(await ask(demoResources.busy, `${listFields} ${detailFields}`)).toEqual(usual);
});

it('is deleted, and known all the same, if Cloud Config remembers it', async () => {
  const { data } = await ask(demoResources.removed, 'resourceId deleted');

  expect(data?.cloudResource).toEqual({ resourceId: demoResources.removed.resourceId, deleted: true });
});

it.each(['NoData', 'bare'] as const)(
  'is null for a resource that was never seen, answered %s',
  async (unknownResourceDetail) => {
    gateway.emulator.readings.choose({ unknownResourceDetail });

    expect(await ask({ ...demoResources.busy, resourceId: 'i-none' }, 'resourceId resourceName')).toEqual({
      data: { cloudResource: null },
    });
  },
);

describe('a resource type that does not exist', () => {
  const slip = 'ACS::ECS::Instances';
  const refused = (data: object, field: string[]) => ({
    en: {
      data,
      errors: [
        {
          message: expect.stringMatching(
            new RegExp(
              `^${field.join('\\.')} must be .* \\(the nearest are ACS::ECS::Instance, .*, but got "${slip}"\\.$`,
            ),
          ) as string,
          extensions: { code: 'BAD_USER_INPUT', field },
        },
      ],
    },
    zh: { data, errors: [{ message: expect.stringContaining('最接近的有 ACS::ECS::Instance') as string }] },
  });

  it.each<[string, string, object, string[]]>([
    [
      'of a filter',
      `currentAccount { resources(filter: { resourceTypes: ["ACS::VPC::VPC", "${slip}"] }) { totalCount } }`,
      { currentAccount: { resources: null } },
      ['filter', 'resourceTypes', '1'],
    ],
    [
      'of a filter over many accounts',
      `cloudResources(filter: { resourceTypes: ["${slip}"] }) { totalCount }`,
      { cloudResources: null },
      ['filter', 'resourceTypes', '0'],
    ],
  ])('is reported with the nearest names if it is that %s', async (_, selection, data, field) => {
    const english = await gateway.query(`{ ${selection} }`);
    const chinese = await gateway.query(`{ ${selection} }`, {}, { 'accept-language': 'zh' });

    expect(english).toMatchObject(refused(data, field).en);
    expect(chinese).toMatchObject(refused(data, field).zh);
  });

  it('is looked for once a document, and only if nothing was found', async () => {
    const by = (type: string) => `resources(filter: { resourceTypes: ["${type}"] }) { nodes { resourceType } }`;
    const answer = await gateway.query<{ currentAccount: Record<string, { nodes: unknown[] }> }>(
      `{ currentAccount { a: ${by('ACS::NAS::FileSystem')} b: ${by('ACS::NAT::NatGateway')} c: ${by('ACS::OSS::Bucket')} } }`,
    );

    const { a, b, c } = answer.data?.currentAccount ?? {};
    expect([a?.nodes, b?.nodes, answer.errors]).toEqual([[], [], undefined]);
    expect(c?.nodes).not.toEqual([]);
    expect(gateway.upstreamCalls().sort()).toEqual(
      [
        actionNow('GetSupportedResourceTypes'),
        'ListDiscoveredResources',
        'ListDiscoveredResources',
        'ListDiscoveredResources',
      ].sort(),
    );
  });

  it('is none that is not supported any more while there are resources of it', async () => {
    const old = { region: 'cn-hangzhou', resourceType: 'ACS::Old::Thing', resourceId: 'thing-1' };
    const own = await startGateway({
      world: smallWorld({
        management: { recorder: { status: 'REGISTERED', since: '2025-01-01T00:00:00.000Z' } },
        resources: [
          {
            ...old,
            accountId: managementId,
            changes: [{ at: '2025-03-01T00:00:00.000Z', type: 'DISCOVERED', diff: {} }],
          },
        ],
      }),
    });

    const answer = await own.query(`{
      currentAccount {
        there: resources(filter: { resourceTypes: ["${old.resourceType}"] }) { nodes { resourceId } }
        elsewhere: resources(filter: { resourceTypes: ["${old.resourceType}"], regions: ["cn-beijing"] }) { nodes { resourceId } }
      }
    }`);

    await own.stop();
    expect(answer).toEqual({
      data: {
        currentAccount: { there: { nodes: [{ resourceId: old.resourceId }] }, elsewhere: { nodes: [] } },
      },
    });
  });

  it('changes nothing if a later page is empty', async () => {
    const { data } = await gateway.query<{ currentAccount: { resources: ResourcesPage } }>(resourcesDocument, {
      filter: { resourceTypes: ['ACS::OSS::Bucket', slip] },
    });
    const { endCursor } = data?.currentAccount.resources.pageInfo ?? {};

    const later = await readPage({ filter: { resourceTypes: ['ACS::OSS::Bucket', slip] }, after: endCursor });

    expect(data?.currentAccount.resources.nodes).toHaveLength(1);
    expect(later.nodes).toEqual([]);
  });
});

it.each(['instance', 'ACS::ECS', 'ACS:ECS:Instance', 'ACS::ECS::'])(
  'says of a key of which nothing is found that its type can be none: %s',
  async (resourceType) => {
    const answer = await ask({ ...demoResources.busy, resourceType }, 'resourceId');

    const message = `key.resourceType must be a resource type such as ACS::ECS::Instance (\`supportedResourceTypes\` lists them), but got "${resourceType}".`;
    expect(answer).toMatchObject({
      data: { cloudResource: null },
      errors: [{ message, extensions: { code: 'BAD_USER_INPUT', field: ['key', 'resourceType'] } }],
    });
    expect(gateway.upstreamCalls()).toHaveLength(1);
  },
);

it('refuses half a key, and one of an account that can be none', async () => {
  const other = await ask({ ...demoResources.busy, accountId: 'payments' }, 'resourceId');
  const half = await ask({ ...demoResources.busy, region: ' ' }, 'resourceId');

  expect(other).toMatchObject({
    data: { cloudResource: null },
    errors: [{ extensions: { code: 'BAD_USER_INPUT', field: ['key', 'accountId'] } }],
  });
  expect(half).toMatchObject({
    data: { cloudResource: null },
    errors: [{ extensions: { code: 'BAD_USER_INPUT', field: ['key', 'region'] } }],
  });
  // Only half a key is looked up: a resource may have a blank region.
  expect(gateway.upstreamCalls()).toHaveLength(1);
});

it('is the same from a list and from its own call: no field is null for the list’s sake', async () => {
  const { data, errors } = await gateway.query<{
    currentAccount: { resources: { nodes: Record<'accountId' | 'region' | 'resourceType' | 'resourceId', string>[] } };
  }>(`{ currentAccount { resources(first: 5) { nodes { ${listFields} ${detailFields} } } } }`);
  const nodes = data?.currentAccount.resources.nodes ?? [];

  const alone = await Promise.all(
    nodes.map(async ({ region, resourceType, resourceId }) => {
      const answer = await ask({ region, resourceType, resourceId }, `${listFields} ${detailFields}`);
      return answer.data?.cloudResource;
    }),
  );

  expect(errors).toBeUndefined();
  expect(nodes).toHaveLength(5);
  expect(alone).toEqual(nodes);
});

it('lists for one call a page, and one more a resource for what only its own call shows', async () => {
  const page = (selection: string) =>
    gateway.query(`{ currentAccount { resources(first: 4) { nodes { ${selection} } } } }`);

  await page(listFields);
  const listCalls = gateway.upstreamCalls();
  gateway.emulator.calls.clear();
  await page(`${listFields} ${detailFields}`);

  expect(listCalls).toEqual(['ListDiscoveredResources']);
  expect(gateway.upstreamCalls()).toEqual([
    'ListDiscoveredResources',
    ...Array<string>(4).fill(actionNow('DescribeDiscoveredResource')),
  ]);
});

it('lists every resource once, whatever the size of the pages', async () => {
  const all = await readAll(100);

  expect(new Set(all).size).toBe(5);
  expect(await readAll(2)).toEqual(all);
  expect(await readAll(4)).toEqual(all);
});

it.each<[string, object, string[]]>([
  ['a type', { resourceTypes: ['ACS::OSS::Bucket'] }, [demoResources.bucket.resourceId]],
  [
    'a region',
    { regions: ['cn-shanghai'], resourceTypes: ['ACS::OSS::Bucket', 'ACS::ECS::Instance'] },
    [demoResources.bucket.resourceId],
  ],
  ['an ID', { resourceId: demoResources.busy.resourceId }, [demoResources.busy.resourceId]],
  ['being deleted', { deleted: true }, [demoResources.removed.resourceId]],
  [
    'all of it',
    {
      deleted: true,
      resourceTypes: ['ACS::ECS::Disk'],
      regions: ['cn-hangzhou'],
      resourceId: demoResources.removed.resourceId,
    },
    [demoResources.removed.resourceId],
  ],
  ['what is not there', { regions: ['cn-wulanchabu'] }, []],
])('filters by %s, for one call', async (_, filter, expected) => {
  expect(await readAll(100, filter)).toEqual(expect.arrayContaining(expected));
  expect((await readAll(100, filter)).length).toBeGreaterThanOrEqual(expected.length);
  expect(gateway.upstreamCalls()).toEqual(['ListDiscoveredResources', 'ListDiscoveredResources']);
});

it('takes empty lists for no filter', async () => {
  expect(await readAll(100, { regions: [], resourceTypes: [] })).toEqual(await readAll(100));
});

it('counts by region and by type, each for one call, and both counts are whole', async () => {
  const { data } = await gateway.query<{
    currentAccount: Record<'byRegion' | 'byType', { name: string; count: number }[]>;
  }>(
    `{ currentAccount {
      byRegion: resourceCounts(by: REGION) { name count }
      byType: resourceCounts(by: RESOURCE_TYPE) { name count }
    } }`,
  );
  const calls = gateway.upstreamCalls();

  const all = await readAll(100);
  const sum = (counts: readonly { count: number }[] = []): number =>
    counts.reduce((total, { count }) => total + count, 0);
  expect(calls.sort()).toEqual(
    underVersion({
      '2019-01-08': ['GetDiscoveredResourceCounts', 'GetDiscoveredResourceCounts'],
      '2020-09-07': ['GetDiscoveredResourceCountsGroupByRegion', 'GetDiscoveredResourceCountsGroupByResourceType'],
    }),
  );
  expect([sum(data?.currentAccount.byRegion), sum(data?.currentAccount.byType)]).toEqual([all.length, all.length]);
  expect(data?.currentAccount.byType).toContainEqual({ name: 'ACS::OSS::Bucket', count: 1 });
});

it('nulls what one resource’s own call would return if that fails, and the page arrives', async () => {
  const { resourceId: ResourceId = '' } = (await readPage({ first: 4 })).nodes[0] ?? {};
  gateway.emulator.faults.add({
    kind: 'html',
    action: actionNow('DescribeDiscoveredResource'),
    parameters: { ResourceId },
  });

  const { data, errors } = await gateway.query<{
    currentAccount: { resources: { nodes: { resourceId: string; rawConfiguration: string | null }[] } };
  }>('{ currentAccount { resources(first: 4) { nodes { resourceId rawConfiguration } } } }');

  const nodes = data?.currentAccount.resources.nodes ?? [];
  expect(nodes).toHaveLength(4);
  expect(nodes.filter(({ rawConfiguration }) => rawConfiguration === null)).toHaveLength(1);
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
});
