"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "aggregateResourceHandlers", {
    enumerable: true,
    get: function() {
        return aggregateResourceHandlers;
    }
});
const _Sequence = require("../../Sequence");
const _handler = require("../../handler");
const _tokenPage = require("../../tokenPage");
const _GetResourceComplianceTimeline = require("../GetResourceComplianceTimeline");
const _GetResourceConfigurationTimeline = require("../GetResourceConfigurationTimeline");
const _ResourceKey = require("../ResourceKey");
const _activation = require("../activation");
const _findResources = require("../findResources");
const _productErrors = require("../productErrors");
const _timelinePage = require("../timelinePage");
const _trackedResource = require("../trackedResource");
const _accountGroups = require("./accountGroups");
const _listTokens = require("./listTokens");
const _resourceRecords = require("./resourceRecords");
const aggregateResourceHandlers = {
    ListAggregateDiscoveredResources (request, context) {
        (0, _activation.assertKnown)(context);
        const { MaxResults, NextToken, ...filter } = request;
        const group = (0, _accountGroups.requestedGroup)(request.AggregatorId, context);
        const members = (0, _accountGroups.meantMembers)(group, request.ResourceAccountId, context, notOfMaster);
        const found = (0, _findResources.findResources)((0, _Sequence.each)(members), (0, _resourceRecords.filterOf)(filter), context.world);
        const list = `ListAggregateDiscoveredResources/${context.caller.accountId}/${JSON.stringify(filter)}`;
        const page = (0, _tokenPage.tokenPageOf)(found, {
            size: MaxResults,
            token: NextToken
        }, (0, _listTokens.listTokens)(list), context);
        return {
            DiscoveredResourceProfiles: {
                DiscoveredResourceProfileList: page.items.map((resource)=>({
                        ...(0, _resourceRecords.toProfile2020)(resource),
                        ResourceOwnerId: resource.history.resource.accountId
                    })),
                MaxResults,
                NextToken: page.nextToken,
                TotalCount: found.length
            }
        };
    },
    GetAggregateDiscoveredResource (request, context) {
        (0, _activation.assertKnown)(context);
        const { world, readings } = context;
        const { ResourceId, ResourceType, Region, ComplianceOption } = request;
        const group = (0, _accountGroups.requestedGroup)(request.AggregatorId, context);
        const members = (0, _accountGroups.meantMembers)(group, request.ResourceAccountId, context, notOfMaster);
        const key = resourceKey(request, (0, _Sequence.each)(members), context);
        const history = key && world.timelines.get(key);
        const resource = history && (0, _trackedResource.trackedResource)((0, _trackedResource.recordedHistory)(history, world), world);
        if (resource) return {
            DiscoveredResourceDetail: (0, _resourceRecords.toDetail2020)(resource, ComplianceOption === 1, context)
        };
        if (readings.unknownResourceDetail === 'NoData') throw (0, _productErrors.productRefusal)('NoData');
        return {
            DiscoveredResourceDetail: {
                ResourceId,
                ResourceType,
                Region
            }
        };
    },
    GetAggregateResourceConfigurationTimeline (request, context) {
        const { MaxResults: limit = 10 } = request;
        const query = {
            ...request,
            limit,
            scope: `${request.AggregatorId}/`
        };
        const page = (0, _timelinePage.readTimelinePage)(timelineKey(request, context), query, context, _GetResourceConfigurationTimeline.asRecorded);
        return {
            ResourceConfigurationTimeline: {
                ConfigurationList: page.changes.map((change)=>(0, _GetResourceConfigurationTimeline.toChangeRecord)(change, page.history)),
                MaxResults: limit,
                NextToken: page.nextToken
            }
        };
    },
    GetAggregateResourceComplianceTimeline (request, context) {
        const { MaxResults: limit = 10 } = request;
        const query = {
            ...request,
            limit,
            scope: `${request.AggregatorId}/compliance/`
        };
        const { records, nextToken } = (0, _GetResourceComplianceTimeline.compliancePage)(timelineKey(request, context), query, context);
        return {
            ResourceComplianceTimeline: {
                ComplianceList: records,
                MaxResults: limit,
                NextToken: nextToken
            }
        };
    },
    GetAggregateResourceCountsGroupByRegion (request, context) {
        const { ResourceType: type } = request;
        const found = counted(request, {
            deleted: false,
            types: type === undefined ? undefined : [
                type
            ]
        }, context);
        return {
            DiscoveredResourceCountsSummary: (0, _resourceRecords.toCounts)(found.countBy('region'), 'region')
        };
    },
    GetAggregateResourceCountsGroupByResourceType (request, context) {
        const { Region: region } = request;
        const found = counted(request, {
            deleted: false,
            regions: region === undefined ? undefined : [
                region
            ]
        }, context);
        return {
            DiscoveredResourceCountsSummary: (0, _resourceRecords.toCounts)(found.countBy('resourceType'), 'resourceType')
        };
    }
};
const notOfMaster = ()=>new _handler.BusinessError('MemberNotBelongToMaster');
/** The resource that is meant: of the first member that has it. */ function resourceKey(request, accountIds, { world }) {
    for (const accountId of accountIds){
        const key = (0, _ResourceKey.keyOf)(request, accountId);
        if (world.timelines.get(key)) return key;
    }
    return undefined;
}
/** Whose timeline is meant. A group without members has no resource: any key reads as one that was never seen. */ function timelineKey(request, context) {
    (0, _activation.assertKnown)(context);
    const group = (0, _accountGroups.requestedGroup)(request.AggregatorId, context);
    const notOfGroup = ()=>new _handler.BusinessError('Invalid.ResourceOwnerId.Value');
    const members = (0, _accountGroups.meantMembers)(group, request.ResourceAccountId, context, notOfGroup);
    return resourceKey(request, (0, _Sequence.each)(members), context) ?? (0, _ResourceKey.keyOf)(request, '');
}
function counted(request, filter, context) {
    (0, _activation.assertKnown)(context);
    const { AggregatorId, FolderId: folderId, ResourceAccountId } = request;
    const { accountGroups } = context.world;
    const group = (0, _accountGroups.requestedGroup)(AggregatorId, context);
    // The counts document no code for an account outside the group; this one is the product's.
    const members = (0, _accountGroups.meantMembers)(group, ResourceAccountId, context, ()=>(0, _productErrors.productRefusal)('Invalid.Params.Value'));
    const inFolder = function*() {
        for (const accountId of (0, _Sequence.each)(members)){
            if (folderId === undefined || accountGroups.folderIdOf(group, accountId) === folderId) yield accountId;
        }
    };
    return (0, _findResources.findResources)(inFolder(), filter, context.world);
}
