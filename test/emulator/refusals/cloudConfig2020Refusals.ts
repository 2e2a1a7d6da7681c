import type { RefusalState, UnprovokedCode } from './RefusalState';
import { groupedWorld } from './accountGroupRefusals';
import { epoch, smallWorld } from './smallWorld';

const resource = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };

const getRecorder = { operation: 'GetConfigurationRecorder' } as const;
const start = { operation: 'StartConfigurationRecorder2020' } as const;
const update = {
  operation: 'UpdateConfigurationRecorder',
  parameters: { ResourceTypes: 'ACS::ECS::Instance' },
} as const;
const stop = { operation: 'StopConfigurationRecorder' } as const;
const timeline = { operation: 'GetResourceConfigurationTimeline2020', parameters: resource } as const;
const compliance = { operation: 'GetResourceComplianceTimeline2020', parameters: resource } as const;
const listResources = { operation: 'ListDiscoveredResources2020', parameters: { MaxResults: 10 } } as const;
const getResource = { operation: 'GetDiscoveredResource', parameters: resource } as const;
const countByRegion = { operation: 'GetDiscoveredResourceCountsGroupByRegion' } as const;
const countByType = { operation: 'GetDiscoveredResourceCountsGroupByResourceType' } as const;

const ofAccount = [timeline, listResources, getResource, countByRegion, countByType];

/** What nearly every operation of Cloud Config refuses; stopping documents neither. */
const common = [getRecorder, start, update, compliance, ...ofAccount].flatMap((operation): readonly RefusalState[] => [
  {
    ...operation,
    code: 'NoPermission',
    state: 'a RAM user without the permission',
    world: smallWorld({ key: { denied: ['config:*'] } }),
  },
  {
    ...operation,
    code: 'ServiceUnavailable',
    state: 'Cloud Config being down',
    world: smallWorld({ outages: ['Config'] }),
  },
]);

const readingInVain = [getRecorder, compliance, ...ofAccount].map((operation): RefusalState => ({
  ...operation,
  code: 'AccountNotExisted',
  state: 'an account never activated',
  world: smallWorld(),
}));

export const cloudConfig2020Refusals: readonly RefusalState[] = [
  ...common,
  ...readingInVain,
  {
    ...start,
    code: 'ProcessIsRunning',
    state: 'a recorder being built',
    world: smallWorld({ management: { recorder: { status: 'BUILDING', since: epoch } } }),
  },
  {
    ...start,
    code: 'CreateSLRFail',
    state: 'an account whose service-linked role cannot be made',
    world: smallWorld({ management: { serviceLinkedRole: 'refused' } }),
  },
  {
    ...update,
    code: 'ProcessIsRunning',
    state: 'a recorder being rebuilt',
    world: smallWorld({ management: { recorder: { status: 'REBUILDING', since: epoch } } }),
  },
  {
    ...update,
    code: 'Invalid.ResourceTypes.Value',
    state: 'a resource type that is not supported',
    world: smallWorld({ management: { recorder: active } }),
    parameters: { ResourceTypes: 'ACS::ECS::Instance,ACS::Moon::Base' },
  },
  { ...stop, code: 'AdminStopSLRFail', state: 'an account that owns an account group', world: groupedWorld },
  {
    ...stop,
    code: 'MemberStopSLRFail',
    state: 'a member that is in an account group',
    world: groupedWorld,
    key: 'memberid',
  },
  {
    ...stop,
    code: 'StopSLRFail',
    state: 'an account whose service-linked role cannot be deleted',
    world: smallWorld({ management: { recorder: active, serviceLinkedRole: 'permanent' } }),
  },
];

/** 2020-09-07 lists the code for these, too, but has no parameter left that names a member. */
export const cloudConfig2020Unprovoked: readonly UnprovokedCode[] = ofAccount.map(({ operation }) => ({
  operation,
  code: 'MemberNotBelongToMaster',
  reason: 'this version has no parameter that names a member',
}));
