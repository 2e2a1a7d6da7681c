"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "resourceHandlers", {
    enumerable: true,
    get: function() {
        return resourceHandlers;
    }
});
const _tokenPage = require("../../tokenPage");
const _activation = require("../activation");
const _findResources = require("../findResources");
const _productErrors = require("../productErrors");
const _trackedResource = require("../trackedResource");
const _listTokens = require("./listTokens");
const _resourceRecords = require("./resourceRecords");
const _supportedProducts = require("./supportedProducts");
const resourceHandlers = {
    ListDiscoveredResources2020 (request, context) {
        (0, _activation.assertKnown)(context);
        const { MaxResults, NextToken, ...filter } = request;
        const { accountId } = context.caller;
        const found = (0, _findResources.findResources)([
            accountId
        ], (0, _resourceRecords.filterOf)(filter), context.world);
        const tokens = (0, _listTokens.listTokens)(`ListDiscoveredResources/${accountId}/${JSON.stringify(filter)}`);
        const page = (0, _tokenPage.tokenPageOf)(found, {
            size: MaxResults,
            token: NextToken
        }, tokens, context);
        return {
            DiscoveredResourceProfiles: {
                DiscoveredResourceProfileList: page.items.map(_resourceRecords.toProfile2020),
                MaxResults,
                NextToken: page.nextToken,
                TotalCount: found.length
            }
        };
    },
    ListSupportedProducts ({ MaxResults = 200, NextToken }, context) {
        const tokens = (0, _listTokens.listTokens)(`ListSupportedProducts/${context.caller.accountId}`);
        const page = (0, _tokenPage.tokenPageOf)(_supportedProducts.supportedProducts, {
            size: MaxResults,
            token: NextToken
        }, tokens, context);
        return {
            Products: page.items,
            MaxResults: String(MaxResults),
            NextToken: page.nextToken
        };
    },
    GetDiscoveredResource (request, context) {
        (0, _activation.assertKnown)(context);
        const { world, caller, readings } = context;
        const { ResourceId: resourceId, ResourceType: resourceType, Region: region, ComplianceOption = 0 } = request;
        const history = world.timelines.get({
            accountId: caller.accountId,
            region,
            resourceType,
            resourceId
        });
        const resource = history && (0, _trackedResource.trackedResource)((0, _trackedResource.recordedHistory)(history, world), world);
        if (resource) return {
            DiscoveredResourceDetail: (0, _resourceRecords.toDetail2020)(resource, ComplianceOption === 1, context)
        };
        if (readings.unknownResourceDetail === 'NoData') throw (0, _productErrors.productRefusal)('NoData');
        return {
            DiscoveredResourceDetail: {
                ResourceId: resourceId,
                ResourceType: resourceType,
                Region: region
            }
        };
    },
    GetDiscoveredResourceCountsGroupByRegion ({ ResourceType: type }, context) {
        (0, _activation.assertKnown)(context);
        const filter = {
            deleted: false,
            types: type === undefined ? undefined : [
                type
            ]
        };
        const found = (0, _findResources.findResources)([
            context.caller.accountId
        ], filter, context.world);
        return {
            DiscoveredResourceCountsSummary: (0, _resourceRecords.toCounts)(found.countBy('region'), 'region')
        };
    },
    GetDiscoveredResourceCountsGroupByResourceType ({ Region: region }, context) {
        (0, _activation.assertKnown)(context);
        const filter = {
            deleted: false,
            regions: region === undefined ? undefined : [
                region
            ]
        };
        const found = (0, _findResources.findResources)([
            context.caller.accountId
        ], filter, context.world);
        return {
            DiscoveredResourceCountsSummary: (0, _resourceRecords.toCounts)(found.countBy('resourceType'), 'resourceType')
        };
    }
};
