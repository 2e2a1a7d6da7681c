import type { Handlers } from '../../handler';
import { tokenPageOf } from '../../tokenPage';
import { assertKnown } from '../activation';
import { findResources } from '../findResources';
import { productRefusal } from '../productErrors';
import { recordedHistory, trackedResource } from '../trackedResource';
import { listTokens } from './listTokens';
import { toCounts, toDetail2020, toProfile2020 } from './resourceRecords';
import { supportedProducts } from './supportedProducts';
import { readListPage } from './updateIndex';

type ResourceHandlers = Pick<
  Handlers,
  | 'ListDiscoveredResources2020'
  | 'ListSupportedProducts'
  | 'GetDiscoveredResource'
  | 'GetDiscoveredResourceCountsGroupByRegion'
  | 'GetDiscoveredResourceCountsGroupByResourceType'
>;

/** The operations of Cloud Config 2020-09-07 that read what it tracks of the caller. */
export const resourceHandlers: ResourceHandlers = {
  ListDiscoveredResources2020(request, context) {
    assertKnown(context);
    const { accountId } = context.caller;
    const page = readListPage([accountId], `ListDiscoveredResources/${accountId}`, request, context);
    return {
      DiscoveredResourceProfiles: {
        DiscoveredResourceProfileList: page.items.map(toProfile2020),
        MaxResults: request.MaxResults,
        NextToken: page.nextToken,
        TotalCount: page.total,
      },
    };
  },

  ListSupportedProducts({ MaxResults = 200, NextToken }, context) {
    const tokens = listTokens(`ListSupportedProducts/${context.caller.accountId}`);
    const page = tokenPageOf(supportedProducts, { size: MaxResults, token: NextToken }, tokens, context);
    return { Products: page.items, MaxResults: String(MaxResults), NextToken: page.nextToken };
  },

  GetDiscoveredResource(request, context) {
    assertKnown(context);
    const { world, caller, readings } = context;
    const { ResourceId: resourceId, ResourceType: resourceType, Region: region, ComplianceOption = 0 } = request;
    const history = world.timelines.get({ accountId: caller.accountId, region, resourceType, resourceId });
    const resource = history && trackedResource(recordedHistory(history, world), world);
    if (resource) return { DiscoveredResourceDetail: toDetail2020(resource, ComplianceOption === 1, context) };
    if (readings.unknownResourceDetail === 'NoData') throw productRefusal('NoData');
    return { DiscoveredResourceDetail: { ResourceId: resourceId, ResourceType: resourceType, Region: region } };
  },

  GetDiscoveredResourceCountsGroupByRegion({ ResourceType: type }, context) {
    assertKnown(context);
    const filter = { deleted: false, types: type === undefined ? undefined : [type] };
    const found = findResources([context.caller.accountId], filter, context.world);
    return { DiscoveredResourceCountsSummary: toCounts(found.countBy('region'), 'region') };
  },

  GetDiscoveredResourceCountsGroupByResourceType({ Region: region }, context) {
    assertKnown(context);
    const filter = { deleted: false, regions: region === undefined ? undefined : [region] };
    const found = findResources([context.caller.accountId], filter, context.world);
    return { DiscoveredResourceCountsSummary: toCounts(found.countBy('resourceType'), 'resourceType') };
  },
};
