import type { RefusalState } from './RefusalState';
import { managementId, memberId, outsiderId, smallWorld } from './smallWorld';

const groupId = 'ca-7c41d09e5b2f4a8390e6';
const noGroupId = 'ca-00000000000000000000';
const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };

/** The management account owns a group with its one member, and both are recording. */
export const groupedWorld = smallWorld({
  management: { recorder: active },
  member: { recorder: active },
  accountGroups: [
    {
      accountGroupId: groupId,
      ownerAccountId: managementId,
      name: 'members',
      type: 'CUSTOM',
      accountIds: [memberId],
      createTime: '2025-03-01T00:00:00.000Z',
    },
  ],
});

const inGroup = { AggregatorId: groupId };
const resource = { ...inGroup, ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

const listGroups = { operation: 'ListAggregators', parameters: { MaxResults: 10 } } as const;
const getGroup = { operation: 'GetAggregator', parameters: inGroup } as const;
const listResources = {
  operation: 'ListAggregateDiscoveredResources',
  parameters: { ...inGroup, MaxResults: 10 },
} as const;
const getResource = { operation: 'GetAggregateDiscoveredResource', parameters: resource } as const;
const timeline = { operation: 'GetAggregateResourceConfigurationTimeline', parameters: resource } as const;
const compliance = { operation: 'GetAggregateResourceComplianceTimeline', parameters: resource } as const;
const countByRegion = { operation: 'GetAggregateResourceCountsGroupByRegion', parameters: inGroup } as const;
const countByType = { operation: 'GetAggregateResourceCountsGroupByResourceType', parameters: inGroup } as const;

const ofResources = [listResources, getResource, timeline, compliance, countByRegion, countByType];
const known = [listGroups, getGroup, ...ofResources];

/** GetAggregator does not document it: the gateway's own code stands in. */
const denied = [listGroups, ...ofResources].map((operation): RefusalState => ({
  ...operation,
  code: 'NoPermission',
  state: 'a RAM user without the permission',
  world: smallWorld({ key: { denied: ['config:*'] } }),
}));

const unknown = known.map((operation): RefusalState => ({
  ...operation,
  code: 'AccountNotExisted',
  state: 'an account never activated',
  world: smallWorld(),
}));

const down = [...known, { operation: 'ListSupportedProducts' } as const].map((operation): RefusalState => ({
  ...operation,
  code: 'ServiceUnavailable',
  state: 'Cloud Config being down',
  world: smallWorld({ outages: ['Config'] }),
}));

const withoutGroup = [getGroup, timeline, compliance, countByRegion, countByType].map((operation): RefusalState => ({
  ...operation,
  code: 'Invalid.AggregatorId.Value',
  state: 'an account group that there is not',
  world: groupedWorld,
  parameters: { ...operation.parameters, AggregatorId: noGroupId },
}));

const strangers = [listResources, getResource].map((operation): RefusalState => ({
  ...operation,
  code: 'MemberNotBelongToMaster',
  state: 'a ResourceAccountId outside the account group',
  world: groupedWorld,
  parameters: { ...operation.parameters, ResourceAccountId: outsiderId },
}));

export const accountGroupRefusals: readonly RefusalState[] = [
  ...denied,
  ...unknown,
  ...down,
  ...withoutGroup,
  ...strangers,
  ...[timeline, compliance].map((operation): RefusalState => ({
    ...operation,
    code: 'Invalid.ResourceOwnerId.Value',
    state: 'a ResourceAccountId outside the account group',
    world: groupedWorld,
    parameters: { ...resource, ResourceAccountId: outsiderId },
  })),
];
