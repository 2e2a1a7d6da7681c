import { managementId, memberId, outsiderId, smallWorld } from '../../../emulator/world/worlds';
import type { DocumentedRead } from '../../../support/documentedReads';
import { testDocumentedReads } from '../../../support/documentedReads';

type Read = Pick<DocumentedRead, 'action' | 'selection' | 'data' | 'state'> & { readonly path: readonly string[] };
type Told = Omit<NonNullable<DocumentedRead['error']>, 'path'>;

const groupId = 'ca-7c41d09e5b2f4a8390e6';
const noGroupId = 'ca-00000000000000000000';
const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };

/** The management account owns a group of the whole directory; its key may do all but what is named. */
const worldWithout = (...denied: string[]) =>
  smallWorld({
    key: { denied },
    management: { recorder: active },
    member: { recorder: active },
    resources: [{ accountId: memberId, region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-1' }],
    accountGroups: [
      {
        accountGroupId: groupId,
        ownerAccountId: managementId,
        name: 'all',
        type: 'RD',
        createTime: '2025-03-01T00:00:00.000Z',
      },
    ],
  });

const groups: Read = {
  action: 'ListAggregators',
  selection: 'accountGroups { nodes { name } }',
  data: { accountGroups: null },
  path: ['accountGroups'],
};
const group: Read = {
  action: 'GetAggregator',
  selection: `accountGroup(accountGroupId: "${groupId}") { name }`,
  data: { accountGroup: null },
  path: ['accountGroup'],
};
const resources: Read = {
  action: 'ListAggregateDiscoveredResources',
  selection: `cloudResources(accountGroupId: "${groupId}") { nodes { resourceId } }`,
  data: { cloudResources: null },
  path: ['cloudResources'],
};
const countsBy = (by: 'REGION' | 'RESOURCE_TYPE', action: Read['action']): Read => ({
  action,
  selection: `accountGroup(accountGroupId: "${groupId}") { name resourceCounts(by: ${by}) { count } }`,
  data: { accountGroup: { name: 'all', resourceCounts: null } },
  path: ['accountGroup', 'resourceCounts'],
});
const counts = [
  countsBy('REGION', 'GetAggregateResourceCountsGroupByRegion'),
  countsBy('RESOURCE_TYPE', 'GetAggregateResourceCountsGroupByResourceType'),
];

const keyIn = (accountId: string): string =>
  `{ accountId: "${accountId}", region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }`;
const resourceOf = (accountId: string): Read => ({
  action: 'GetAggregateDiscoveredResource',
  selection: `cloudResource(key: ${keyIn(accountId)}) { resourceName }`,
  data: { cloudResource: null },
  path: ['cloudResource'],
  state: { memberAccess: 'account-group' },
});
const timelineOf = (accountId: string): Read => ({
  action: 'GetAggregateResourceConfigurationTimeline',
  selection: `configurationTimeline(resource: ${keyIn(accountId)}) { nodes { capturedAt } }`,
  data: { configurationTimeline: null },
  path: ['configurationTimeline'],
  state: { memberAccess: 'account-group' },
});
const compliance: Read = {
  action: 'GetAggregateResourceComplianceTimeline',
  selection: `cloudResource(key: ${keyIn(memberId)}) { complianceTimeline { nodes { capturedAt } } }`,
  data: { cloudResource: { complianceTimeline: null } },
  path: ['cloudResource', 'complianceTimeline'],
  state: { memberAccess: 'account-group' },
};
const known = [resourceOf(memberId), timelineOf(memberId), compliance];

/** What stands behind another read of the same group, or of the groups, with the same answer. */
const behind = [...counts, ...known];

const failing = (reads: readonly Read[], code: string, told: Told, never?: string): readonly DocumentedRead[] =>
  reads.map(({ path, ...read }) => ({ ...read, code, never, error: { path, ...told } }));

/** With a group that the reads before find. */
const inGroup = (reads: readonly Read[]): readonly Read[] =>
  reads.map((read) => ({ ...read, state: { ...read.state, world: worldWithout() } }));

const denied = (read: Read): Read => ({
  ...read,
  state: { ...read.state, world: worldWithout(`config:${read.action}`) },
});

const groupWasFound = 'The group is read, or found, by a call before, which would answer so first.';
const unavailable = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const;

testDocumentedReads(
  'cloud-config',
  [
    ...failing([groups, resources], 'NoPermission', { code: 'FORBIDDEN' }),
    ...failing(behind.map(denied), 'NoPermission', { code: 'FORBIDDEN' }),
    ...failing([groups, group, resources], 'ServiceUnavailable', unavailable),
    ...failing(inGroup(behind), 'ServiceUnavailable', unavailable, groupWasFound),
    ...failing([groups, group, resources], 'AccountNotExisted', { code: 'NOT_FOUND' }),
    ...failing(inGroup(behind), 'AccountNotExisted', { code: 'NOT_FOUND' }, groupWasFound),
    {
      ...group,
      selection: `accountGroup(accountGroupId: "${noGroupId}") { name }`,
      code: 'Invalid.AggregatorId.Value',
    },
    ...failing(
      inGroup([...counts, timelineOf(memberId), compliance]),
      'Invalid.AggregatorId.Value',
      { code: 'NOT_FOUND' },
      groupWasFound,
    ),
    ...failing(inGroup([resourceOf(outsiderId)]), 'MemberNotBelongToMaster', { code: 'FORBIDDEN' }),
    ...failing(
      inGroup([resources]),
      'MemberNotBelongToMaster',
      { code: 'FORBIDDEN' },
      'A list of a group names no member of it.',
    ),
    ...failing(inGroup([timelineOf(outsiderId)]), 'Invalid.ResourceOwnerId.Value', { code: 'BAD_USER_INPUT' }),
    ...failing(
      inGroup([compliance]),
      'Invalid.ResourceOwnerId.Value',
      { code: 'BAD_USER_INPUT' },
      'The resource is read by a call before, which refuses the account with another code.',
    ),
  ],
  ({ action }) => action.includes('Aggregat'),
);
