import { managementId, smallWorld } from '../../emulator/world/worlds';
import { underVersion } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/* A list of the resources of a region that does not exist is no empty list. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const ofAll = 'ca-1f6b0d94e27c4a53b8d0';
const fields = '{ totalCount nodes { region } }';
const own = (filter: string) => `{ currentAccount { resources(filter: { ${filter} }) ${fields} } }`;
const counts = underVersion({
  '2019-01-08': 'GetDiscoveredResourceCounts',
  '2020-09-07': 'GetDiscoveredResourceCountsGroupByRegion',
});

interface Listed {
  readonly currentAccount: { readonly resources: { readonly nodes: readonly unknown[] } | null };
}

const slips: readonly (readonly [string, string, string])[] = [
  ['cn-hangzou', '["cn-hangzou"]', '0'],
  ['CN-Hangzhou', '["CN-Hangzhou"]', '0'],
  ['cn-hangzhou-h', '["cn-hangzhou-h"]', '0'],
  [' cn-hangzhou', '[" cn-hangzhou"]', '0'],
  ['cn-hangzhuo', '["cn-wulanchabu", "cn-hangzhuo"]', '1'],
];

it.each(slips)('says of %j in %s which region is the nearest', async (slip, regions, index) => {
  const field = ['filter', 'regions', index];
  const english = await gateway.query(own(`regions: ${regions}`));
  const chinese = await gateway.query(own(`regions: ${regions}`), {}, { 'accept-language': 'zh' });

  expect(english).toMatchObject({
    data: { currentAccount: { resources: null } },
    errors: [
      {
        message: expect.stringMatching(
          new RegExp(
            `^filter\\.regions\\.${index} must be a region of Alibaba Cloud, or one that has resources \\(the nearest are cn-hangzhou, .*\\), but got "${slip}"\\.$`,
          ),
        ) as string,
        extensions: { code: 'BAD_USER_INPUT', field },
      },
    ],
  });
  expect(chinese).toMatchObject({
    errors: [{ message: expect.stringContaining('最接近的有 cn-hangzhou') as string, extensions: { field } }],
  });
});

it.each([
  ['all accounts', `{ cloudResources(filter: { regions: ["cn-hangzou"] }) ${fields} }`, ['cloudResources']],
  [
    'the members of a group',
    `{ accountGroup(accountGroupId: "${ofAll}") { resources(filter: { regions: ["cn-hangzou"] }) ${fields} } }`,
    ['accountGroup', 'resources'],
  ],
  [
    'the members of a named group',
    `{ cloudResources(accountGroupId: "${ofAll}", filter: { regions: ["cn-hangzou"] }) ${fields} }`,
    ['cloudResources'],
  ],
])('says so of the lists of %s, too, within the estimate', async (_, document, path) => {
  const { errors, cost } = await gateway.ask(document);

  expect(errors).toMatchObject([
    {
      path,
      message: expect.stringContaining('the nearest are cn-hangzhou') as string,
      extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'regions', '0'] },
    },
  ]);
  expect(cost.actualCalls).toBeLessThanOrEqual(cost.estimatedCalls);
});

it.each(['cn-wulanchabu', 'global', 'ap-southeast-9'])(
  'leaves a list of %s empty, which exists or may exist, and looks nothing up',
  async (region) => {
    const { data, errors, cost } = await gateway.ask<Listed>(own(`regions: ["${region}"], resourceId: "i-none"`));

    expect([data?.currentAccount.resources?.nodes, errors]).toEqual([[], undefined]);
    expect(gateway.upstreamCalls()).toEqual(['ListDiscoveredResources']);
    expect(cost).toMatchObject(
      underVersion({
        '2019-01-08': { estimatedCalls: 1, actualCalls: 1 },
        '2020-09-07': { actualCalls: 1 },
      }),
    );
  },
);

it('looks nothing up if something was found', async () => {
  const { data, errors } = await gateway.query<Listed>(own('regions: ["cn-hangzhou", "cn-hangzou"]'));

  expect(errors).toBeUndefined();
  expect(data?.currentAccount.resources?.nodes.length).toBeGreaterThan(0);
  expect(gateway.upstreamCalls()).toEqual(['ListDiscoveredResources']);
});

it('takes a region for one that exists while there are resources in it', async () => {
  const small = await startGateway({
    world: smallWorld({
      management: { recorder: { status: 'REGISTERED', since: '2025-01-01T00:00:00.000Z' } },
      resources: [
        {
          region: 'moon-east',
          resourceType: 'ACS::ECS::Instance',
          resourceId: 'i-1',
          accountId: managementId,
          changes: [{ at: '2025-03-01T00:00:00.000Z', type: 'DISCOVERED', diff: {} }],
        },
      ],
    }),
  });

  const there = await small.query<Listed>(own('regions: ["moon-east"]'));
  const calls = small.upstreamCalls();
  const elsewhere = await small.query<Listed>(own('regions: ["moon-east"], resourceTypes: ["ACS::OSS::Bucket"]'));
  const near = await small.query<Listed>(own('regions: ["moon-eas"]'));

  await small.stop();
  expect(there.data?.currentAccount.resources?.nodes).toEqual([{ region: 'moon-east' }]);
  expect(calls).toEqual(['ListDiscoveredResources']);
  expect(elsewhere).toMatchObject({ data: { currentAccount: { resources: { nodes: [] } } } });
  expect(elsewhere.errors).toBeUndefined();
  expect(near.errors).toMatchObject([{ message: expect.stringContaining('(the nearest are moon-east,') as string }]);
});

it('includes the look-up of types and of regions in the estimate', async () => {
  const { errors, cost } = await gateway.ask(own('regions: ["cn-hangzou"], resourceTypes: ["ACS::NAS::FileSystem"]'));

  expect(errors).toMatchObject([{ extensions: { field: ['filter', 'regions', '0'] } }]);
  expect(gateway.upstreamCalls()).toContain(counts);
  expect(cost.actualCalls).toBe(3);
  expect(cost.estimatedCalls).toBeGreaterThanOrEqual(3);
});

it('shows the type if both are slips', async () => {
  const { errors } = await gateway.query(own('regions: ["cn-hangzou"], resourceTypes: ["ACS::ECS::Instanc"]'));

  expect(errors).toMatchObject([{ extensions: { field: ['filter', 'resourceTypes', '0'] } }]);
});

it.each([counts, underVersion({ '2019-01-08': 'GetSupportedResourceTypes', '2020-09-07': 'ListSupportedProducts' })])(
  'leaves the list empty if %s fails: that proves nothing',
  async (action) => {
    gateway.emulator.faults.add({ kind: 'status', status: 403, code: 'NoPermission', action });
    const slip = action === counts ? 'regions: ["cn-hangzou"]' : 'resourceTypes: ["ACS::ECS::Instanc"]';
    const { data, errors } = await gateway.query<Listed>(own(slip));

    expect([data?.currentAccount.resources?.nodes, errors]).toEqual([[], undefined]);
  },
);
