import { applyDiff } from '../../../src/emulator/cloud-config/History';
import { supportedResourceTypes } from '../../../src/emulator/cloud-config/supportedResourceTypes';
import type { Readings } from '../../../src/emulator/readings';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { demoAccounts, demoEpoch } from '../../../src/emulator/world/demo/company';
import type {
  DescribeDiscoveredResource,
  GetDiscoveredResourceCounts,
  ListDiscoveredResources,
} from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import type { TestCloud } from '../world/startCloud';
import { startCloud } from '../world/startCloud';

type List = ResponseOf<typeof ListDiscoveredResources>;
type Detail = ResponseOf<typeof DescribeDiscoveredResource>;
type Counts = ResponseOf<typeof GetDiscoveredResourceCounts>;

const worker = { ResourceId: 'i-bp1a9fk3m7q2x8c5v0zt', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const disk = { ResourceId: 'd-bp1r5s9d3f7g1h4j8k2l', ResourceType: 'ACS::ECS::Disk', Region: 'cn-hangzhou' };
const stranger = { ...worker, ResourceId: 'i-none' };
const firstPage = { PageSize: 100, PageNumber: 1 };

let cloud: TestCloud;
const start = async (readings: Partial<Readings> = {}) => {
  cloud = await startCloud('demo', { readings });
};
afterEach(() => cloud.close());

const list = async (request: object, key?: string) =>
  (await cloud.call<List>('ListDiscoveredResources', { ...firstPage, ...request }, key)).answer
    ?.DiscoveredResourceProfiles;
const idsOf = async (request: object) =>
  (await list(request))?.DiscoveredResourceProfileList?.map(({ ResourceId }) => ResourceId);

it('lists what exists, one page at a time, with the paging inside', async () => {
  await start();

  const second = await list({ PageSize: 2, PageNumber: 2 });

  expect(second).toEqual({
    DiscoveredResourceProfileList: [
      {
        AccountId: demoAccounts.management,
        Region: 'cn-hangzhou',
        ResourceCreationTime: demoEpoch - 21 * 24 * 60 * 60_000,
        ResourceDeleted: 1,
        ResourceId: 'sg-bp1t4e8w2y6u0i9o5p3a',
        ResourceName: 'billing-entry',
        ResourceStatus: '',
        ResourceType: 'ACS::ECS::SecurityGroup',
        Tags: '',
      },
      expect.objectContaining({ ResourceId: '273914650082937415', ResourceType: 'ACS::RAM::User' }) as unknown,
    ],
    PageNumber: 2,
    PageSize: 2,
    TotalCount: 5,
  });
});

it('requires both the size and the number of a page, and accepts sizes up to 100', async () => {
  await start();

  const refusals = await Promise.all(
    [{ PageNumber: 1 }, { PageSize: 10 }, { PageSize: 101, PageNumber: 1 }, { ...firstPage, ResourceDeleted: 2 }].map(
      (request) => cloud.call('ListDiscoveredResources', request),
    ),
  );

  expect(refusals.map(({ code }) => code)).toEqual([
    'MissingPageSize',
    'MissingPageNumber',
    'InvalidPageSize',
    'InvalidResourceDeleted',
  ]);
});

it('lists what was deleted for ResourceDeleted 0', async () => {
  await start();

  expect(await idsOf({ ResourceDeleted: 0 })).toEqual([disk.ResourceId]);
  expect((await list({ ResourceDeleted: 0 }))?.DiscoveredResourceProfileList?.[0]?.ResourceDeleted).toBe(0);
});

it('narrows a list by id, types and regions', async () => {
  await start();

  expect(await idsOf({ ResourceId: worker.ResourceId })).toEqual([worker.ResourceId]);
  expect(await idsOf({ ResourceTypes: 'ACS::OSS::Bucket,ACS::RAM::User' })).toHaveLength(2);
  expect(await idsOf({ Regions: 'cn-shanghai,global' })).toEqual([
    'lotus-valley-billing-reports',
    '273914650082937415',
  ]);
  expect(await idsOf({ Regions: 'cn-nowhere' })).toEqual([]);
});

it('describes a resource as its timeline, replayed, says', async () => {
  await start();
  const history = createWorld('demo', { wallClock: () => 0 }).timelines.get({
    accountId: demoAccounts.management,
    region: worker.Region,
    resourceType: worker.ResourceType,
    resourceId: worker.ResourceId,
  });
  const configuration = new Map<string, unknown>();
  for (const { diff, capturedAt } of history?.slice(0, history.length) ?? []) {
    if (capturedAt <= demoEpoch) applyDiff(configuration, diff);
  }

  const { answer } = await cloud.call<Detail>('DescribeDiscoveredResource', worker);

  const { Configuration = '', ...rest } = answer?.DiscoveredResourceDetail ?? {};
  expect(JSON.parse(Configuration)).toEqual(Object.fromEntries(configuration));
  expect(rest).toMatchObject({ ...worker, AvailabilityZone: 'cn-hangzhou-h', ResourceDeleted: 1 });
  expect(rest).toMatchObject({ ResourceStatus: configuration.get('Status') });
});

it('changes a resource as the time of the world passes', async () => {
  await start();
  const configuration = async () =>
    (await cloud.call<Detail>('DescribeDiscoveredResource', worker)).answer?.DiscoveredResourceDetail.Configuration;

  const before = await configuration();
  cloud.pass(2 * 24 * 60 * 60_000);

  expect(await configuration()).not.toBe(before);
});

it('describes a deleted resource as it was before it was removed', async () => {
  await start();

  const { answer } = await cloud.call<Detail>('DescribeDiscoveredResource', disk);

  expect(answer?.DiscoveredResourceDetail).toMatchObject({ ...disk, ResourceDeleted: 0 });
  expect(JSON.parse(answer?.DiscoveredResourceDetail.Configuration ?? '')).toMatchObject({ Category: 'cloud_essd' });
});

it.each(['NoData', 'bare'] as const)('reads an unknown resource as %s', async (unknownResourceDetail) => {
  await start({ unknownResourceDetail });

  const { code, status, answer } = await cloud.call<Detail>('DescribeDiscoveredResource', stranger);

  const bare = answer?.DiscoveredResourceDetail;
  expect({ code, status, bare }).toEqual(
    unknownResourceDetail === 'NoData'
      ? { code: 'NoData', status: 404, bare: undefined }
      : { code: undefined, status: 200, bare: stranger },
  );
});

it('spells the keys of a detail as the printed sample does, if that reading is chosen', async () => {
  await start({ detailKeys: 'lower-first' });

  const { answer } = await cloud.call('DescribeDiscoveredResource', worker);

  expect(answer?.DiscoveredResourceDetail).toMatchObject({
    accountId: demoAccounts.management,
    resourceId: worker.ResourceId,
    resourceDeleted: 1,
  });
});

it('counts what exists by type or by region', async () => {
  await start();
  const counts = async (request: object) =>
    (await cloud.call<Counts>('GetDiscoveredResourceCounts', request)).answer?.GroupedResourceCounts;

  expect(await counts({ GroupByKey: 'Region' })).toEqual({
    GroupByKey: 'Region',
    GroupedResourceCountList: [
      { GroupName: 'cn-hangzhou', ResourceCount: 3 },
      { GroupName: 'cn-shanghai', ResourceCount: 1 },
      { GroupName: 'global', ResourceCount: 1 },
    ],
  });
  expect((await counts({}))?.GroupByKey).toBe('ResourceType');
  cloud.emulator.readings.choose({ countsDefaultGroup: 'Region' });
  expect((await counts({}))?.GroupByKey).toBe('Region');
});

it('lists the supported types at the root of the answer', async () => {
  await start();

  const { answer } = await cloud.call('GetSupportedResourceTypes');

  expect(answer?.ResourceTypes).toEqual(supportedResourceTypes);
});

it('looks at members by retired parameters, or ignores those, or refuses them', async () => {
  await start();
  const member = { MultiAccount: true, MemberId: demoAccounts.networkHub };

  const honored = [await list(member), await list({ MultiAccount: true })];
  cloud.emulator.readings.choose({ retiredParameters: 'ignored' });
  const ignored = await list(member);
  cloud.emulator.readings.choose({ retiredParameters: 'rejected' });
  const rejected = await cloud.call('ListDiscoveredResources', { ...firstPage, ...member });

  expect(honored.map((page) => page?.TotalCount)).toEqual([1, 20]);
  expect(ignored?.TotalCount).toBe(5);
  expect(rejected.code).toBe('InvalidMemberId');
});

it('shows a member its own resources, and an account that is not recording only its place', async () => {
  await start({ neverActivated: 'REGISTRABLE' });

  expect((await list({}, 'memberid'))?.TotalCount).toBe(3);
  expect(await list({}, 'sandboxid')).toMatchObject({ TotalCount: 0, DiscoveredResourceProfileList: [] });
});
