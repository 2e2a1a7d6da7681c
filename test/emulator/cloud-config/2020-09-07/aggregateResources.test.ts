import { demoAccounts } from '../../../../src/emulator/world/demo/company';
import {
  GetAggregateDiscoveredResource,
  GetAggregateResourceConfigurationTimeline,
  GetAggregateResourceCountsGroupByRegion,
  GetAggregateResourceCountsGroupByResourceType,
  GetDiscoveredResource,
  GetResourceConfigurationTimeline2020,
  ListAggregateDiscoveredResources,
  ListDiscoveredResources2020,
} from '../../../../src/operations';
import type { RequestOf, ResponseOf } from '../../../../src/operations/operation';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

const everyone = { AggregatorId: 'ca-1f6b0d94e27c4a53b8d0' };
const payments = { AggregatorId: 'ca-7c41d09e5b2f4a8390e6' };
const ledger = { ResourceId: 'rm-bp1z8x2c4v6b0n1m3', ResourceType: 'ACS::RDS::DBInstance', Region: 'cn-hangzhou' };

type ListRequest = Partial<RequestOf<typeof ListAggregateDiscoveredResources>>;
type List = ResponseOf<typeof ListAggregateDiscoveredResources>;

let cloud: ClientCloud;
beforeEach(async () => {
  cloud = await startWithClient('demo');
});
afterEach(() => cloud.close());

const list = async (request: ListRequest = {}) =>
  (await cloud.call(ListAggregateDiscoveredResources, { ...payments, MaxResults: 100, ...request }))
    .DiscoveredResourceProfiles;
const ids = async (request: ListRequest) =>
  (await list(request)).DiscoveredResourceProfileList?.map(({ ResourceId }) => ResourceId);

it('lists what the members list themselves, by token, and whose it is by two names', async () => {
  const pages: List['DiscoveredResourceProfiles'][] = [];
  for (let token: string | undefined = ''; token !== undefined; token = pages.at(-1)?.NextToken) {
    pages.push(await list({ MaxResults: 3, NextToken: token }));
  }
  const own = await cloud.call(ListDiscoveredResources2020, { MaxResults: 100 }, 'memberid');

  const listed = pages.flatMap(({ DiscoveredResourceProfileList = [] }) => DiscoveredResourceProfileList);
  expect(pages.map(({ TotalCount }) => TotalCount)).toEqual([4, 4]);
  expect(listed.slice(0, 3)).toEqual(
    own.DiscoveredResourceProfiles.DiscoveredResourceProfileList?.map(({ ResourceGroupId: _, ...profile }) => ({
      ...profile,
      ResourceOwnerId: demoAccounts.paymentsProduction,
    })),
  );
  expect(listed.map(({ AccountId }) => AccountId)).toEqual([
    ...Array.from({ length: 3 }, () => demoAccounts.paymentsProduction),
    demoAccounts.paymentsTest,
  ]);
});

it('narrows a list by member, type and region', async () => {
  expect(await ids({ ResourceAccountId: demoAccounts.paymentsTest })).toEqual(['i-uf6j2k4l6z8x1c3v5b7n']);
  expect(await ids({ ResourceTypes: ['ACS::RDS::DBInstance'] })).toEqual([ledger.ResourceId]);
  expect(await ids({ ...everyone, Regions: ['ap-southeast-1', 'cn-hongkong'] })).toEqual([
    'i-t4n2b4v6c8x0z1l3k5j7',
    'lb-j6c0v2b4n6m8q1w3e5r7',
  ]);
});

it('has what the management account has only if that is a member', async () => {
  const bucket = { ...everyone, ResourceId: 'lotus-valley-billing-reports' };

  const absent = await ids(bucket);
  cloud.emulator.readings.choose({ accountGroupManagement: 'present' });

  expect(absent).toEqual([]);
  expect(await ids(bucket)).toEqual([bucket.ResourceId]);
});

it('refuses a token of another group', async () => {
  const { NextToken } = await list({ MaxResults: 1 });

  const refused = await cloud.refusal(ListAggregateDiscoveredResources, { ...everyone, MaxResults: 1, NextToken });

  expect(refused).toBe('TokenInvalid');
});

it('refuses what names no group of the caller, in words of the product', async () => {
  const unknown = { AggregatorId: 'ca-00' };

  const refusals = [
    await cloud.refusal(ListAggregateDiscoveredResources, { ...unknown, MaxResults: 1 }),
    await cloud.refusal(GetAggregateDiscoveredResource, { ...unknown, ...ledger }),
    await cloud.refusal(GetAggregateResourceCountsGroupByRegion, payments, 'memberid'),
  ];

  expect(refusals).toEqual(Array.from({ length: 3 }, () => 'Invalid.AggregatorId.Value'));
});

it('shows of a resource what its own account sees, named or not', async () => {
  const own = await cloud.call(GetDiscoveredResource, ledger, 'memberid');

  const found = await cloud.call(GetAggregateDiscoveredResource, { ...payments, ...ledger });
  const named = await cloud.call(GetAggregateDiscoveredResource, {
    ...payments,
    ...ledger,
    ResourceAccountId: demoAccounts.paymentsProduction,
    ComplianceOption: 1,
  });
  const elsewhere = await cloud.refusal(GetAggregateDiscoveredResource, {
    ...payments,
    ...ledger,
    ResourceAccountId: demoAccounts.paymentsTest,
  });

  expect(found.DiscoveredResourceDetail).toEqual(own.DiscoveredResourceDetail);
  expect(named.DiscoveredResourceDetail).toMatchObject({ ...ledger, ComplianceType: 'INSUFFICIENT_DATA' });
  expect(elsewhere).toBe('NoData');
  cloud.emulator.readings.choose({ unknownResourceDetail: 'bare' });
  const bare = await cloud.call(GetAggregateDiscoveredResource, { ...payments, ...ledger, ResourceId: 'none' });
  expect(bare.DiscoveredResourceDetail).toEqual({ ...ledger, ResourceId: 'none' });
});

it('shows the history that the account itself sees, without relations, in pages of one if need be', async () => {
  const own = await cloud.call(GetResourceConfigurationTimeline2020, { ...ledger, MaxResults: 2 }, 'memberid');
  const read = async (request: object) =>
    (await cloud.call(GetAggregateResourceConfigurationTimeline, { ...payments, ...ledger, MaxResults: 1, ...request }))
      .ResourceConfigurationTimeline;

  const first = await read({});
  const second = await read({ NextToken: first.NextToken });
  const unknown = await read({ ResourceId: 'none' });

  expect([...(first.ConfigurationList ?? []), ...(second.ConfigurationList ?? [])]).toEqual(
    own.ResourceConfigurationTimeline.ConfigurationList?.map(
      ({ Relationship: _, RelationshipDiff: __, ...change }) => change,
    ),
  );
  expect(unknown).toEqual({ ConfigurationList: [], MaxResults: 1 });
});

it('counts by region and type, of all, of one member, or of those in a folder', async () => {
  const byRegion = async (request: object) =>
    (await cloud.call(GetAggregateResourceCountsGroupByRegion, { ...payments, ...request }))
      .DiscoveredResourceCountsSummary;
  const byType = async (request: object) =>
    (await cloud.call(GetAggregateResourceCountsGroupByResourceType, { ...payments, ...request }))
      .DiscoveredResourceCountsSummary;

  expect(await byRegion({})).toEqual([
    { GroupName: 'cn-hangzhou', Region: 'cn-hangzhou', ResourceCount: 3 },
    { GroupName: 'cn-shanghai', Region: 'cn-shanghai', ResourceCount: 1 },
  ]);
  expect(await byRegion({ ResourceType: 'ACS::RDS::DBInstance' })).toMatchObject([{ ResourceCount: 1 }]);
  expect(await byType({ Region: 'cn-shanghai' })).toEqual([
    { GroupName: 'ACS::ECS::Instance', ResourceType: 'ACS::ECS::Instance', ResourceCount: 1 },
  ]);
  expect(await byRegion({ ResourceAccountId: demoAccounts.paymentsTest })).toMatchObject([
    { GroupName: 'cn-shanghai' },
  ]);
  expect(await byRegion({ ...everyone, FolderId: 'fd-9mXeLr2uKa' })).toMatchObject([
    { GroupName: 'cn-beijing', ResourceCount: 1 },
    { GroupName: 'cn-shanghai', ResourceCount: 1 },
  ]);
  expect(
    await cloud.refusal(GetAggregateResourceCountsGroupByRegion, {
      ...payments,
      ResourceAccountId: demoAccounts.sandbox,
    }),
  ).toBe('Invalid.Params.Value');
});
