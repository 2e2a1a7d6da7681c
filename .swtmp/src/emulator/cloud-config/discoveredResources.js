"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get discoveredResourceHandlers () {
        return discoveredResourceHandlers;
    },
    get inOrder () {
        return inOrder;
    },
    get toDetail () {
        return toDetail;
    },
    get toProfile () {
        return toProfile;
    }
});
const _Sequence = require("../Sequence");
const _activation = require("./activation");
const _findResources = require("./findResources");
const _productErrors = require("./productErrors");
const _retiredParameters = require("./retiredParameters");
const _supportedResourceTypes = require("./supportedResourceTypes");
const _trackedResource = require("./trackedResource");
const discoveredResourceHandlers = {
    ListDiscoveredResources (request, context) {
        (0, _activation.assertKnown)(context);
        const { PageNumber, PageSize, ResourceDeleted = 1, ResourceId, ResourceTypes, Regions } = request;
        const filter = {
            deleted: ResourceDeleted === 0,
            resourceId: ResourceId,
            types: ResourceTypes,
            regions: Regions
        };
        const page = (0, _Sequence.pageOf)((0, _findResources.findResources)((0, _retiredParameters.meantAccounts)(request, context), filter, context.world), PageNumber, PageSize);
        return {
            DiscoveredResourceProfiles: {
                DiscoveredResourceProfileList: page.items.map(toProfile),
                PageNumber,
                PageSize,
                TotalCount: page.total
            }
        };
    },
    DescribeDiscoveredResource (request, context) {
        (0, _activation.assertKnown)(context);
        const { ResourceId: resourceId, ResourceType: resourceType, Region: region } = request;
        for (const accountId of (0, _retiredParameters.meantAccounts)(request, context)){
            const history = context.world.timelines.get({
                accountId,
                region,
                resourceType,
                resourceId
            });
            const resource = history && (0, _trackedResource.trackedResource)((0, _trackedResource.recordedHistory)(history, context.world), context.world);
            if (resource) return {
                DiscoveredResourceDetail: toDetail(resource)
            };
        }
        if (context.readings.unknownResourceDetail === 'NoData') throw (0, _productErrors.productRefusal)('NoData');
        return {
            DiscoveredResourceDetail: {
                ResourceId: resourceId,
                ResourceType: resourceType,
                Region: region
            }
        };
    },
    GetDiscoveredResourceCounts (request, context) {
        (0, _activation.assertKnown)(context);
        const { GroupByKey: key = context.readings.countsDefaultGroup } = request;
        const existing = (0, _findResources.findResources)((0, _retiredParameters.meantAccounts)(request, context), {
            deleted: false
        }, context.world);
        const groups = inOrder(existing.countBy(key === 'Region' ? 'region' : 'resourceType'));
        return {
            GroupedResourceCounts: {
                GroupByKey: key,
                GroupedResourceCountList: groups.map(([name, count])=>({
                        GroupName: name,
                        ResourceCount: count
                    }))
            }
        };
    },
    GetSupportedResourceTypes (_request, context) {
        (0, _activation.assertKnown)(context);
        return {
            ResourceTypes: _supportedResourceTypes.supportedResourceTypes
        };
    }
};
const inOrder = (counts)=>[
        ...counts
    ].sort(([one], [other])=>one < other ? -1 : 1);
function toProfile(tracked) {
    const { resource } = tracked.history;
    return {
        AccountId: resource.accountId,
        Region: resource.region,
        ResourceCreationTime: resource.createTime === undefined ? undefined : Date.parse(resource.createTime),
        // The reverse of what the name suggests: 1 still exists.
        ResourceDeleted: tracked.deleted ? 0 : 1,
        ResourceId: resource.resourceId,
        ResourceName: tracked.resourceName,
        ResourceStatus: (0, _trackedResource.statusOf)(tracked.configuration()),
        ResourceType: resource.resourceType,
        Tags: tracked.tags
    };
}
function toDetail(tracked) {
    return {
        ...toProfile(tracked),
        AvailabilityZone: tracked.history.resource.availabilityZone,
        Configuration: JSON.stringify(Object.fromEntries(tracked.configuration()))
    };
}
