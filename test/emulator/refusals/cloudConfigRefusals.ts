import type { RefusalState } from './RefusalState';
import { epoch, outsiderId, smallWorld } from './smallWorld';

const resource = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const building = { status: 'BUILDING' as const, since: epoch };

const start = { operation: 'StartConfigurationRecorder' } as const;
const describeRecorder = { operation: 'DescribeConfigurationRecorder' } as const;
const put = { operation: 'PutConfigurationRecorder', parameters: { ResourceTypes: 'ACS::ECS::Instance' } } as const;
const timeline = { operation: 'GetResourceConfigurationTimeline', parameters: resource } as const;
const compliance = { operation: 'GetResourceComplianceTimeline', parameters: resource } as const;
const listResources = { operation: 'ListDiscoveredResources', parameters: { PageSize: 10, PageNumber: 1 } } as const;
const describeResource = { operation: 'DescribeDiscoveredResource', parameters: resource } as const;
const counts = { operation: 'GetDiscoveredResourceCounts', parameters: {} } as const;
const supportedTypes = { operation: 'GetSupportedResourceTypes' } as const;

const closed = smallWorld({ management: { status: 'closed', recorder: active } });
const neverActivated = smallWorld();
const recording = smallWorld({ management: { recorder: active } });

const denied = { code: 'NoPermission', state: 'a RAM user without the permission' };
const down = { code: 'ServiceUnavailable', state: 'Cloud Config being down' };

/** Cloud Config: what every operation of it refuses. */
const common = [
  start,
  describeRecorder,
  put,
  timeline,
  compliance,
  listResources,
  describeResource,
  counts,
  supportedTypes,
].flatMap((operation): readonly RefusalState[] => [
  { ...operation, ...denied, world: smallWorld({ key: { denied: ['config:*'] } }) },
  { ...operation, ...down, world: smallWorld({ outages: ['Config'] }) },
]);

const readingInVain = [
  describeRecorder,
  put,
  timeline,
  compliance,
  listResources,
  describeResource,
  counts,
  supportedTypes,
].map((operation): RefusalState => ({
  ...operation,
  code: 'AccountNotExisted',
  state: 'an account never activated',
  world: neverActivated,
}));

const strangers = [timeline, listResources, describeResource, counts].map((operation): RefusalState => ({
  ...operation,
  code: 'MemberNotBelongToMaster',
  state: 'a MemberId outside the directory',
  world: recording,
  parameters: { ...operation.parameters, MultiAccount: true, MemberId: outsiderId },
}));

export const cloudConfigRefusals: readonly RefusalState[] = [
  ...common,
  ...readingInVain,
  ...strangers,
  { ...start, code: 'AccountNotExisted', state: 'a closed account', world: closed },
  {
    ...start,
    code: 'ProcessIsRunning',
    state: 'a recorder being built',
    world: smallWorld({ management: { recorder: building } }),
  },
  {
    ...start,
    code: 'RDMemberNoPermission',
    state: 'a member that asks for the enterprise edition',
    world: smallWorld(),
    parameters: { EnterpriseEdition: true },
    key: 'memberid',
  },
  {
    ...start,
    code: 'CreateSLRFail',
    state: 'an account whose service-linked role cannot be made',
    world: smallWorld({ management: { serviceLinkedRole: 'refused' } }),
  },
  {
    ...put,
    code: 'ProcessIsRunning',
    state: 'a recorder being rebuilt',
    world: smallWorld({ management: { recorder: { status: 'REBUILDING', since: epoch } } }),
  },
  {
    ...put,
    code: 'Invalid.ResourceTypes.Value',
    state: 'a resource type that is not supported',
    world: recording,
    parameters: { ResourceTypes: 'ACS::ECS::Instance,ACS::Moon::Base' },
  },
  {
    ...put,
    code: 'RDMemberNoPermission',
    state: 'a member of an organization with the enterprise edition',
    world: smallWorld({ management: { recorder: active, organization: active }, member: { recorder: active } }),
    key: 'memberid',
  },
];
