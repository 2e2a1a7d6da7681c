import { XMLParser } from 'fast-xml-parser';
import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import { catalogue } from '../../../src/operations';
import { call, type Parameters } from './rawClient';

const xml = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
const worker = { ResourceId: 'i-bp1a9fk3m7q2x8c5v0zt', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

const payments = { AggregatorId: 'ca-7c41d09e5b2f4a8390e6' };
const ledger = { ResourceId: 'rm-bp1z8x2c4v6b0n1m3', ResourceType: 'ACS::RDS::DBInstance', Region: 'cn-hangzhou' };

/** A request for every operation that reads accounts, folders, resources, enrollments, baselines and account groups, or writes a recorder. */
const requests = {
  ListAccounts: { PageSize: '100', IncludeTags: 'true' },
  GetAccount: { AccountId: '1734905562810937', IncludeTags: 'true' },
  ListAccountsForParent: { ParentFolderId: 'fd-4bYgS0hQpD' },
  GetFolder: { FolderId: 'fd-A1yKe6mQdU' },
  ListFoldersForParent: {},
  ListAncestors: { ChildId: 'fd-A1yKe6mQdU' },
  GetPayerForAccount: { AccountId: '1734905562810937' },
  ListEnrolledAccounts: { MaxResults: '3' },
  ListAccountFactoryBaselines: {},
  GetAccountFactoryBaseline: { BaselineId: 'afb-bp1c7m0x4h9t2q6v8z3k' },
  ListAccountFactoryBaselineItems: {},
  ListDiscoveredResources: { PageSize: '3', PageNumber: '1' },
  DescribeDiscoveredResource: worker,
  GetDiscoveredResourceCounts: { GroupByKey: 'Region' },
  GetSupportedResourceTypes: {},
  PutConfigurationRecorder: { ResourceTypes: 'ACS::ECS::Instance' },
  GetConfigurationRecorder: {},
  StartConfigurationRecorder2020: {},
  UpdateConfigurationRecorder: { ResourceTypes: 'ACS::ECS::Instance' },
  GetResourceConfigurationTimeline2020: { ...worker, MaxResults: '2' },
  ListDiscoveredResources2020: { MaxResults: '3' },
  GetDiscoveredResource: { ...worker, ComplianceOption: '1' },
  GetDiscoveredResourceCountsGroupByRegion: {},
  GetDiscoveredResourceCountsGroupByResourceType: {},
  ListSupportedProducts: {},
  ListAggregators: { MaxResults: '10' },
  GetAggregator: payments,
  ListAggregateDiscoveredResources: { ...payments, MaxResults: '3' },
  GetAggregateDiscoveredResource: { ...payments, ...ledger },
  GetAggregateResourceConfigurationTimeline: { ...payments, ...ledger, MaxResults: '1' },
  GetAggregateResourceCountsGroupByRegion: payments,
  GetAggregateResourceCountsGroupByResourceType: payments,
} satisfies Partial<Record<keyof typeof catalogue, Parameters>>;

/** A JSON value as XML can express it: texts, and no difference between one item and a list of one, or none. */
function asXmlTells(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(asXmlTells);
    return items.length === 0 ? undefined : items.length === 1 ? items[0] : items;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const told = Object.entries(value)
    .map(([key, member]) => [key, asXmlTells(member)] as const)
    .filter(([, member]) => member !== undefined);
  return told.length === 0 ? '' : Object.fromEntries(told);
}

const withoutRequestId = (body: object) => ({ ...body, RequestId: undefined });

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ world: 'demo', wallClock: () => Date.parse('2026-07-01T10:00:00Z') });
});
afterEach(() => emulator.close());

it.each(Object.entries(requests))('%s says in XML what it says in JSON', async (name, request) => {
  const { action, methods, product } = catalogue[name as keyof typeof requests];
  const [method = 'POST'] = methods;
  const ask = (Format: string) =>
    call(
      emulator.url,
      { Version: product.version, Action: action, Format, ...request },
      { method, now: Date.parse('2026-07-01T10:00:00Z') },
    );

  const inXml = await ask('XML');
  emulator.reset();
  const inJson = await ask('JSON');

  const parsed = xml.parse(inXml.text) as Record<string, object>;
  expect(inXml.status).toBe(200);
  expect(Object.keys(parsed)).toEqual([`${action}Response`]);
  expect(asXmlTells(withoutRequestId(parsed[`${action}Response`] ?? {}))).toEqual(
    asXmlTells(withoutRequestId(JSON.parse(inJson.text) as object)),
  );
});
