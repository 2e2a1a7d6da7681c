import { each } from '../../Sequence';
import type { Handlers, HandlerContext } from '../../handler';
import { BusinessError } from '../../handler';
import { compliancePage } from '../GetResourceComplianceTimeline';
import { asRecorded, toChangeRecord } from '../GetResourceConfigurationTimeline';
import type { NamedResource, ResourceKey } from '../ResourceKey';
import { keyOf } from '../ResourceKey';
import { assertKnown } from '../activation';
import type { FoundResources, ResourceFilter } from '../findResources';
import { findResources } from '../findResources';
import { productRefusal } from '../productErrors';
import { readTimelinePage } from '../timelinePage';
import { recordedHistory, trackedResource } from '../trackedResource';
import { meantMembers, requestedGroup } from './accountGroups';
import { toCounts, toDetail2020, toProfile2020 } from './resourceRecords';
import { readListPage } from './updateIndex';

type AggregateHandlers = Pick<
  Handlers,
  | 'ListAggregateDiscoveredResources'
  | 'GetAggregateDiscoveredResource'
  | 'GetAggregateResourceConfigurationTimeline'
  | 'GetAggregateResourceComplianceTimeline'
  | 'GetAggregateResourceCountsGroupByRegion'
  | 'GetAggregateResourceCountsGroupByResourceType'
>;

/** The operations of Cloud Config 2020-09-07 that read what it tracks of the members of an account group. */
export const aggregateResourceHandlers: AggregateHandlers = {
  ListAggregateDiscoveredResources(request, context) {
    assertKnown(context);
    const { AggregatorId, ResourceAccountId, ...listed } = request;
    const group = requestedGroup(AggregatorId, context);
    const members = meantMembers(group, ResourceAccountId, context, notOfMaster);
    const list = `ListAggregateDiscoveredResources/${context.caller.accountId}/${AggregatorId}/${ResourceAccountId ?? ''}`;
    const page = readListPage(members, list, listed, context);
    return {
      DiscoveredResourceProfiles: {
        DiscoveredResourceProfileList: page.items.map((resource) => ({
          ...toProfile2020(resource),
          ResourceOwnerId: resource.tracked.history.resource.accountId,
        })),
        MaxResults: request.MaxResults,
        NextToken: page.nextToken,
        TotalCount: page.total,
      },
    };
  },

  GetAggregateDiscoveredResource(request, context) {
    assertKnown(context);
    const { world, readings } = context;
    const { ResourceId, ResourceType, Region, ComplianceOption } = request;
    const group = requestedGroup(request.AggregatorId, context);
    const members = meantMembers(group, request.ResourceAccountId, context, notOfMaster);
    const key = resourceKey(request, each(members), context);
    const history = key && world.timelines.get(key);
    const resource = history && trackedResource(recordedHistory(history, world), world);
    if (resource) return { DiscoveredResourceDetail: toDetail2020(resource, ComplianceOption === 1, context) };
    if (readings.unknownResourceDetail === 'NoData') throw productRefusal('NoData');
    return { DiscoveredResourceDetail: { ResourceId, ResourceType, Region } };
  },

  GetAggregateResourceConfigurationTimeline(request, context) {
    const { MaxResults: limit = 10 } = request;
    const query = { ...request, limit, scope: `${request.AggregatorId}/` };
    const page = readTimelinePage(timelineKey(request, context), query, context, asRecorded);
    return {
      ResourceConfigurationTimeline: {
        ConfigurationList: page.changes.map((change) => toChangeRecord(change, page.history)),
        MaxResults: limit,
        NextToken: page.nextToken,
      },
    };
  },

  GetAggregateResourceComplianceTimeline(request, context) {
    const { MaxResults: limit = 10 } = request;
    const query = { ...request, limit, scope: `${request.AggregatorId}/compliance/` };
    const { records, nextToken } = compliancePage(timelineKey(request, context), query, context);
    return { ResourceComplianceTimeline: { ComplianceList: records, MaxResults: limit, NextToken: nextToken } };
  },

  GetAggregateResourceCountsGroupByRegion(request, context) {
    const { ResourceType: type } = request;
    const found = counted(request, { deleted: false, types: type === undefined ? undefined : [type] }, context);
    return { DiscoveredResourceCountsSummary: toCounts(found.countBy('region'), 'region') };
  },

  GetAggregateResourceCountsGroupByResourceType(request, context) {
    const { Region: region } = request;
    const found = counted(request, { deleted: false, regions: region === undefined ? undefined : [region] }, context);
    return { DiscoveredResourceCountsSummary: toCounts(found.countBy('resourceType'), 'resourceType') };
  },
};

const notOfMaster = (): Error => new BusinessError('MemberNotBelongToMaster');

/** The resource that is meant: of the first member that has it. */
function resourceKey(
  request: NamedResource,
  accountIds: Iterable<string>,
  { world }: HandlerContext,
): ResourceKey | undefined {
  for (const accountId of accountIds) {
    const key = keyOf(request, accountId);
    if (world.timelines.get(key)) return key;
  }
  return undefined;
}

interface MemberResource extends NamedResource {
  readonly AggregatorId: string;
  readonly ResourceAccountId?: string;
}

/** Whose timeline is meant. A group without members has no resource: any key reads as one that was never seen. */
function timelineKey(request: MemberResource, context: HandlerContext): ResourceKey {
  assertKnown(context);
  const group = requestedGroup(request.AggregatorId, context);
  const notOfGroup = () => new BusinessError('Invalid.ResourceOwnerId.Value');
  const members = meantMembers(group, request.ResourceAccountId, context, notOfGroup);
  return resourceKey(request, each(members), context) ?? keyOf(request, '');
}

interface CountRequest {
  readonly AggregatorId: string;
  readonly FolderId?: string;
  readonly ResourceAccountId?: string;
}

function counted(request: CountRequest, filter: ResourceFilter, context: HandlerContext): FoundResources {
  assertKnown(context);
  const { AggregatorId, FolderId: folderId, ResourceAccountId } = request;
  const { accountGroups } = context.world;
  const group = requestedGroup(AggregatorId, context);
  // The counts document no code for an account outside the group; this one is the product's.
  const members = meantMembers(group, ResourceAccountId, context, () => productRefusal('Invalid.Params.Value'));
  const inFolder = function* (): Generator<string> {
    for (const accountId of each(members)) {
      if (folderId === undefined || accountGroups.folderIdOf(group, accountId) === folderId) yield accountId;
    }
  };
  return findResources(inFolder(), filter, context.world);
}
