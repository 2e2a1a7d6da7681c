import { managementId } from '../../../emulator/world/worlds';
import type { DocumentedRead } from '../../../support/documentedReads';
import { testDocumentedReads } from '../../../support/documentedReads';

type Read = Pick<DocumentedRead, 'action' | 'selection' | 'data'> & { readonly path: readonly string[] };

const key = '{ region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }';

const recorder: Read = {
  action: 'DescribeConfigurationRecorder',
  selection: 'configurationRecorder { status }',
  data: { configurationRecorder: null },
  path: ['configurationRecorder'],
};
const supportedTypes: Read = {
  action: 'GetSupportedResourceTypes',
  selection: 'supportedResourceTypes',
  data: { supportedResourceTypes: null },
  path: ['supportedResourceTypes'],
};
const resource: Read = {
  action: 'DescribeDiscoveredResource',
  selection: `cloudResource(key: ${key}) { resourceName }`,
  data: { cloudResource: null },
  path: ['cloudResource'],
};
const resources: Read = {
  action: 'ListDiscoveredResources',
  selection: 'currentAccount { accountId resources(first: 1) { nodes { resourceId } } }',
  data: { currentAccount: { accountId: managementId, resources: null } },
  path: ['currentAccount', 'resources'],
};
const counts: Read = {
  action: 'GetDiscoveredResourceCounts',
  selection: 'currentAccount { accountId resourceCounts(by: REGION) { name count } }',
  data: { currentAccount: { accountId: managementId, resourceCounts: null } },
  path: ['currentAccount', 'resourceCounts'],
};

const failing = (
  reads: readonly Read[],
  code: string,
  told: Omit<NonNullable<DocumentedRead['error']>, 'path'>,
  never?: string,
): readonly DocumentedRead[] => reads.map(({ path, ...read }) => ({ ...read, code, never, error: { path, ...told } }));

const ofResources = [resource, resources, counts];

testDocumentedReads('cloud-config', [
  ...failing([recorder, supportedTypes, ...ofResources], 'NoPermission', { code: 'FORBIDDEN' }),
  ...failing([recorder, supportedTypes, ...ofResources], 'ServiceUnavailable', {
    code: 'UPSTREAM_UNAVAILABLE',
    retryable: true,
  }),
  ...failing([supportedTypes, ...ofResources], 'AccountNotExisted', { code: 'NOT_FOUND' }),
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
