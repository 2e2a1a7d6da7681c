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
    get filterOf () {
        return filterOf;
    },
    get toCounts () {
        return toCounts;
    },
    get toDetail2020 () {
        return toDetail2020;
    },
    get toProfile2020 () {
        return toProfile2020;
    }
});
const _discoveredResources = require("../discoveredResources");
const _productErrors = require("../productErrors");
const mostApartMs = 30 * 24 * 60 * 60_000;
function filterOf(request) {
    const { StartUpdateTimestamp: from, EndUpdateTimestamp: to } = request;
    const isWindow = from !== undefined && to !== undefined && from <= to && to - from <= mostApartMs;
    if (!isWindow && (from !== undefined || to !== undefined)) throw (0, _productErrors.productRefusal)('Invalid.Date.Value');
    return {
        // The reverse of what the name suggests.
        deleted: request.ResourceDeleted === 0,
        resourceId: request.ResourceId,
        resourceName: request.ResourceName,
        types: request.ResourceTypes,
        excludedTypes: request.ExcludeResourceTypes,
        regions: request.Regions,
        updated: isWindow ? {
            from,
            to
        } : undefined
    };
}
function toProfile2020(tracked) {
    const { resource } = tracked.history;
    return {
        ...(0, _discoveredResources.toProfile)(tracked),
        AvailabilityZone: resource.availabilityZone ?? '',
        UpdateTime: tracked.updatedAt,
        Version: tracked.version,
        VpcId: resource.vpcId ?? '',
        VSwitchId: resource.vSwitchId ?? '',
        ResourceGroupId: resource.resourceGroupId ?? ''
    };
}
function toDetail2020(tracked, asksForCompliance, { readings }) {
    const { resource } = tracked.history;
    const notAsked = readings.complianceNotAsked === 'empty' ? '' : undefined;
    return {
        ...(0, _discoveredResources.toDetail)(tracked),
        AvailabilityZone: resource.availabilityZone ?? '',
        Tags: readings.detailTags === 'texts' ? withSingleTexts(tracked.tags) : tracked.tags,
        ComplianceType: asksForCompliance ? resource.compliance ?? 'INSUFFICIENT_DATA' : notAsked,
        VpcId: resource.vpcId ?? '',
        VSwitchId: resource.vSwitchId ?? ''
    };
}
/** The first value of each tag in place of its list; text that is no object of lists stays as it is. */ function withSingleTexts(tags) {
    try {
        const entries = Object.entries(JSON.parse(tags));
        return JSON.stringify(Object.fromEntries(entries.map(([key, value])=>[
                key,
                Array.isArray(value) ? value[0] : value
            ])));
    } catch  {
        return tags;
    }
}
const toCounts = (counts, dimension)=>(0, _discoveredResources.inOrder)(counts).map(([group, count])=>({
            GroupName: group,
            [dimension === 'region' ? 'Region' : 'ResourceType']: group,
            ResourceCount: count
        }));
