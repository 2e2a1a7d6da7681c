import { managementId, smallWorld } from '../../../emulator/world/worlds';
import { underVersion } from '../../../support/cloudConfigVersion';
import type { DocumentedRead } from '../../../support/documentedReads';
import { testDocumentedReads } from '../../../support/documentedReads';

type Read = Pick<DocumentedRead, 'action' | 'selection' | 'data' | 'state'> & { readonly path: readonly string[] };

const key = '{ region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }';

const recorder: Read = {
  action: underVersion({ '2019-01-08': 'DescribeConfigurationRecorder', '2020-09-07': 'GetConfigurationRecorder' }),
  selection: 'configurationRecorder { status }',
  data: { configurationRecorder: null },
  path: ['configurationRecorder'],
};
const supportedTypes: Read = {
  action: underVersion({ '2019-01-08': 'GetSupportedResourceTypes', '2020-09-07': 'ListSupportedProducts' }),
  selection: 'supportedResourceTypes',
  data: { supportedResourceTypes: null },
  path: ['supportedResourceTypes'],
};
const resource: Read = {
  action: underVersion({ '2019-01-08': 'DescribeDiscoveredResource', '2020-09-07': 'GetDiscoveredResource' }),
  selection: `cloudResource(key: ${key}) { resourceName }`,
  data: { cloudResource: null },
  path: ['cloudResource'],
};
const resources: Read = {
  action: underVersion({ '2019-01-08': 'ListDiscoveredResources', '2020-09-07': 'ListDiscoveredResources2020' }),
  selection: 'currentAccount { accountId resources(first: 1) { nodes { resourceId } } }',
  data: { currentAccount: { accountId: managementId, resources: null } },
  path: ['currentAccount', 'resources'],
};
const countsBy = (by: string, action: Read['action']): Read => ({
  action,
  selection: `currentAccount { accountId resourceCounts(by: ${by}) { name count } }`,
  data: { currentAccount: { accountId: managementId, resourceCounts: null } },
  path: ['currentAccount', 'resourceCounts'],
});
const counts: readonly Read[] = underVersion<readonly Read[]>({
  '2019-01-08': [countsBy('REGION', 'GetDiscoveredResourceCounts')],
  '2020-09-07': [
    countsBy('REGION', 'GetDiscoveredResourceCountsGroupByRegion'),
    countsBy('RESOURCE_TYPE', 'GetDiscoveredResourceCountsGroupByResourceType'),
  ],
});

/** Of a resource that is read before: then only the timeline is refused. */
const compliance: Read = {
  action: underVersion({
    '2019-01-08': 'GetResourceComplianceTimeline',
    '2020-09-07': 'GetResourceComplianceTimeline2020',
  }),
  selection: `cloudResource(key: ${key}) { complianceTimeline { nodes { capturedAt } } }`,
  data: { cloudResource: { complianceTimeline: null } },
  path: ['cloudResource', 'complianceTimeline'],
};
const complianceIn = (denied: readonly string[]): Read => ({
  ...compliance,
  state: {
    world: smallWorld({
      key: { denied: [...denied] },
      management: { recorder: { status: 'REGISTERED', since: '2025-01-01T00:00:00.000Z' } },
      resources: [
        { accountId: managementId, region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-1' },
      ],
    }),
  },
});
const resourceWasRead = 'The resource is read by a call before, which would answer so first.';

const failing = (
  reads: readonly Read[],
  code: string,
  told: Omit<NonNullable<DocumentedRead['error']>, 'path'>,
  never?: string,
): readonly DocumentedRead[] => reads.map(({ path, ...read }) => ({ ...read, code, never, error: { path, ...told } }));

const ofResources = [resource, resources, ...counts];
/** In the newer version everybody may read the types, and knows them without Cloud Config. */
const ofWhoMay = underVersion<readonly Read[]>({ '2019-01-08': [supportedTypes], '2020-09-07': [] });

testDocumentedReads('cloud-config', [
  ...failing([recorder, ...ofWhoMay, ...ofResources], 'NoPermission', { code: 'FORBIDDEN' }),
  ...failing([complianceIn(['config:GetResourceComplianceTimeline'])], 'NoPermission', { code: 'FORBIDDEN' }),
  ...failing([recorder, supportedTypes, ...ofResources], 'ServiceUnavailable', {
    code: 'UPSTREAM_UNAVAILABLE',
    retryable: true,
  }),
  ...failing(
    [complianceIn([])],
    'ServiceUnavailable',
    { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
    resourceWasRead,
  ),
  ...failing([complianceIn([])], 'AccountNotExisted', { code: 'NOT_FOUND' }, resourceWasRead),
  ...failing([...ofWhoMay, ...ofResources], 'AccountNotExisted', { code: 'NOT_FOUND' }),
  {
    ...recorder,
    code: 'AccountNotExisted',
    data: { configurationRecorder: { status: 'NOT_ACTIVATED' } },
  },
  ...failing(
    ofResources,
    'MemberNotBelongToMaster',
    { code: 'FORBIDDEN' },
    'The gateway names no member: MultiAccount and MemberId were retired in 2021.',
  ),
]);
