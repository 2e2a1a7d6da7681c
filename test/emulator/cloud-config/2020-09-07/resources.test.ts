import type { WorldDefinition } from '../../../../src/emulator/world/WorldDefinition';
import {
  DescribeDiscoveredResource,
  GetDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetDiscoveredResourceCountsGroupByRegion,
  GetDiscoveredResourceCountsGroupByResourceType,
  ListDiscoveredResources,
  ListDiscoveredResources2020,
} from '../../../../src/operations';
import type { RequestOf } from '../../../../src/operations/operation';
import { minute } from '../../world/startCloud';
import { managementId, smallWorld } from '../../world/worlds';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

const dayMs = 24 * 60 * minute;
const foundAt = '2026-06-20T00:00:00.000Z';
const resource = (resourceId: string, more: object = {}) => ({
  accountId: managementId,
  resourceId,
  resourceType: 'ACS::ECS::Instance',
  region: 'cn-hangzhou',
  resourceName: `name of ${resourceId}`,
  createTime: '2026-06-01T00:00:00.000Z',
  tags: { env: ['prod', 'eu'] },
  changes: [
    { at: foundAt, type: 'DISCOVERED', diff: { Status: [null, 'Running'] } },
    { at: '2026-06-25T00:00:00.000Z', type: 'MODIFY', diff: { Status: ['Running', 'Stopped'] } },
  ],
  ...more,
});
const world: WorldDefinition = smallWorld({
  management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
  resources: [
    resource('i-1', {
      availabilityZone: 'cn-hangzhou-h',
      vpcId: 'vpc-1',
      vSwitchId: 'vsw-1',
      resourceGroupId: 'rg-1',
      compliance: 'NON_COMPLIANT',
    }),
    resource('i-2', { region: 'cn-shanghai', changes: [{ at: foundAt, type: 'DISCOVERED' }], tags: 'no JSON' }),
    resource('b-1', { resourceType: 'ACS::OSS::Bucket', changes: [] }),
    resource('i-3', {
      changes: [
        { at: foundAt, type: 'DISCOVERED' },
        { at: foundAt, type: 'REMOVE' },
      ],
    }),
  ],
});

type ListRequest = Omit<RequestOf<typeof ListDiscoveredResources2020>, 'MaxResults'>;

let cloud: ClientCloud;
beforeEach(async () => {
  cloud = await startWithClient(world);
});
afterEach(() => cloud.close());

const list = async (request: ListRequest = {}, MaxResults = 100) =>
  (await cloud.call(ListDiscoveredResources2020, { MaxResults, ...request })).DiscoveredResourceProfiles;
const ids = async (request: ListRequest) =>
  (await list(request)).DiscoveredResourceProfileList?.map(({ ResourceId }) => ResourceId);
const detail = async (request: Partial<RequestOf<typeof GetDiscoveredResource>> = {}) =>
  (
    await cloud.call(GetDiscoveredResource, {
      ResourceId: 'i-1',
      ResourceType: 'ACS::ECS::Instance',
      Region: 'cn-hangzhou',
      ...request,
    })
  ).DiscoveredResourceDetail;

it('lists by token, with a total, and with what the older version omits', async () => {
  const first = await list({}, 1);
  const rest = await list({ NextToken: first.NextToken }, 2);

  expect(first).toEqual({
    DiscoveredResourceProfileList: [
      {
        AccountId: managementId,
        AvailabilityZone: 'cn-hangzhou-h',
        Region: 'cn-hangzhou',
        ResourceCreationTime: Date.parse('2026-06-01T00:00:00.000Z'),
        ResourceDeleted: 1,
        ResourceGroupId: 'rg-1',
        ResourceId: 'i-1',
        ResourceName: 'name of i-1',
        ResourceStatus: 'Stopped',
        ResourceType: 'ACS::ECS::Instance',
        Tags: '{"env":["prod","eu"]}',
        UpdateTime: Date.parse('2026-06-25T00:00:00.000Z'),
        Version: 2,
        VpcId: 'vpc-1',
        VSwitchId: 'vsw-1',
      },
    ],
    MaxResults: 1,
    NextToken: expect.stringMatching(/^[\w-]{27}$/) as unknown,
    TotalCount: 3,
  });
  expect(rest).toMatchObject({
    DiscoveredResourceProfileList: [
      { ResourceId: 'i-2', VpcId: '', VSwitchId: '', ResourceGroupId: '', AvailabilityZone: '', Version: 1 },
      { ResourceId: 'b-1', UpdateTime: Date.parse('2026-06-01T00:00:00.000Z'), Version: 1 },
    ],
    TotalCount: 3,
  });
  expect(rest).not.toHaveProperty('NextToken');
});

it('narrows a list by id, name, types and regions, and by what was deleted', async () => {
  expect(await ids({ ResourceId: 'i-2' })).toEqual(['i-2']);
  expect(await ids({ ResourceName: 'name of b-1' })).toEqual(['b-1']);
  expect(await ids({ ResourceTypes: ['ACS::OSS::Bucket'] })).toEqual(['b-1']);
  expect(await ids({ ExcludeResourceTypes: ['ACS::OSS::Bucket'] })).toEqual(['i-1', 'i-2']);
  expect(await ids({ Regions: ['cn-shanghai'] })).toEqual(['i-2']);
  expect(await ids({ ResourceDeleted: 0 })).toEqual(['i-3']);
});

it('narrows a list by the time of the last update: both bounds, at most 30 days apart', async () => {
  const from = Date.parse(foundAt);
  const window = (StartUpdateTimestamp?: number, EndUpdateTimestamp?: number) => ({
    StartUpdateTimestamp,
    EndUpdateTimestamp,
  });
  const refused = (request: ListRequest) => cloud.refusal(ListDiscoveredResources2020, { MaxResults: 10, ...request });

  expect(await ids(window(from, from))).toEqual(['i-2']);
  expect(await ids(window(from + 1, from + 30 * dayMs))).toEqual(['i-1']);
  expect(await refused(window(from, from + 30 * dayMs + 1))).toBe('Invalid.Date.Value');
  expect(await refused(window(from, from - 1))).toBe('Invalid.Date.Value');
  expect(await refused(window(from))).toBe('Invalid.Date.Value');
  expect(await refused(window(undefined, from))).toBe('Invalid.Date.Value');
});

it('takes a token for the list that it was made for, and for 15 minutes', async () => {
  const { NextToken = '' } = await list({}, 1);
  const resume = (request: ListRequest) => cloud.refusal(ListDiscoveredResources2020, { MaxResults: 10, ...request });
  const garbled = `${NextToken.startsWith('A') ? 'B' : 'A'}${NextToken.slice(1)}`;

  expect(await resume({ NextToken, Regions: ['cn-hangzhou'] })).toBe('TokenInvalid');
  expect(await resume({ NextToken: garbled })).toBe('TokenInvalid');
  expect(await resume({ NextToken: 'short' })).toBe('TokenInvalid');
  cloud.pass(15 * minute + 1);
  expect(await resume({ NextToken })).toBe('TokenInvalid');
  cloud.emulator.readings.choose({ badToken: 'first-page' });
  expect((await list({ NextToken }, 1)).DiscoveredResourceProfileList).toMatchObject([{ ResourceId: 'i-1' }]);
});

it.each([
  ['absent', [undefined]],
  ['empty', ['']],
  ['present', [expect.any(String), undefined]],
] as const)('ends a list with a token that is %s', async (lastPageToken, tokens) => {
  cloud.emulator.readings.choose({ lastPageToken });

  const pages = [await list()];
  if (tokens.length > 1) pages.push(await list({ NextToken: pages[0]?.NextToken }));

  expect(pages.map(({ NextToken }) => NextToken)).toEqual(tokens);
  expect(pages.at(-1)?.DiscoveredResourceProfileList).toHaveLength(tokens.length > 1 ? 0 : 3);
});

it('shows the whole of a resource, and what its rules come to if that is requested', async () => {
  const { ComplianceType, Tags, VpcId, VSwitchId, Configuration } = await detail({ ComplianceOption: 1 });
  const bucket = await detail({ ResourceId: 'b-1', ResourceType: 'ACS::OSS::Bucket', ComplianceOption: 1 });
  const notAsked = await detail();
  cloud.emulator.readings.choose({ complianceNotAsked: 'empty' });

  expect({ ComplianceType, Tags, VpcId, VSwitchId, Configuration }).toEqual({
    ComplianceType: 'NON_COMPLIANT',
    Tags: '{"env":["prod","eu"]}',
    VpcId: 'vpc-1',
    VSwitchId: 'vsw-1',
    Configuration: '{"Status":"Stopped"}',
  });
  expect(bucket.ComplianceType).toBe('INSUFFICIENT_DATA');
  expect(notAsked).not.toHaveProperty('ComplianceType');
  expect((await detail()).ComplianceType).toBe('');
});

it('prints tags with single texts, by the other reading', async () => {
  cloud.emulator.readings.choose({ detailTags: 'texts' });

  expect((await detail()).Tags).toBe('{"env":"prod"}');
  expect((await detail({ ResourceId: 'i-2', Region: 'cn-shanghai' })).Tags).toBe('no JSON');
});

it('answers an unknown resource with NoData, or with its key alone', async () => {
  const key = { ResourceId: 'i-none', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

  const refused = await cloud.refusal(GetDiscoveredResource, key);
  cloud.emulator.readings.choose({ unknownResourceDetail: 'bare' });

  expect(refused).toBe('NoData');
  expect(await detail(key)).toEqual(key);
});

it('counts at the root of the answer by region or type, and may count only one of the other', async () => {
  const byRegion = async (ResourceType?: string) =>
    (await cloud.call(GetDiscoveredResourceCountsGroupByRegion, { ResourceType })).DiscoveredResourceCountsSummary;
  const byType = async (Region?: string) =>
    (await cloud.call(GetDiscoveredResourceCountsGroupByResourceType, { Region })).DiscoveredResourceCountsSummary;

  expect(await byRegion()).toEqual([
    { GroupName: 'cn-hangzhou', Region: 'cn-hangzhou', ResourceCount: 2 },
    { GroupName: 'cn-shanghai', Region: 'cn-shanghai', ResourceCount: 1 },
  ]);
  expect(await byRegion('ACS::OSS::Bucket')).toEqual([
    { GroupName: 'cn-hangzhou', Region: 'cn-hangzhou', ResourceCount: 1 },
  ]);
  expect(await byType('cn-shanghai')).toEqual([
    { GroupName: 'ACS::ECS::Instance', ResourceType: 'ACS::ECS::Instance', ResourceCount: 1 },
  ]);
  expect((await byType()).map(({ ResourceCount }) => ResourceCount)).toEqual([2, 1]);
});

it('shows the demo as the older version does', async () => {
  await cloud.close();
  cloud = await startWithClient('demo');
  const older = await cloud.call(ListDiscoveredResources, { PageSize: 100, PageNumber: 1 });
  const profiles = older.DiscoveredResourceProfiles.DiscoveredResourceProfileList ?? [];
  const keys = profiles.map(({ ResourceId, ResourceType = '', Region = '' }) => ({ ResourceId, ResourceType, Region }));

  const newer = await list();
  const details = await Promise.all(keys.map((key) => cloud.call(GetDiscoveredResource, key)));
  const described = await Promise.all(keys.map((key) => cloud.call(DescribeDiscoveredResource, key)));
  const counted = await cloud.call(GetDiscoveredResourceCounts, { GroupByKey: 'ResourceType' });
  const countedNewer = await cloud.call(GetDiscoveredResourceCountsGroupByResourceType, {});

  expect(newer.DiscoveredResourceProfileList).toMatchObject(profiles);
  expect(newer.TotalCount).toBe(older.DiscoveredResourceProfiles.TotalCount);
  expect(details.map(({ DiscoveredResourceDetail: one }) => one.Configuration)).toEqual(
    described.map(({ DiscoveredResourceDetail: one }) => one.Configuration),
  );
  expect(countedNewer.DiscoveredResourceCountsSummary).toMatchObject(
    counted.GroupedResourceCounts.GroupedResourceCountList ?? [],
  );
});
