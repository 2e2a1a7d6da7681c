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
    get GetResourceConfigurationTimeline () {
        return GetResourceConfigurationTimeline;
    },
    get asRecorded () {
        return asRecorded;
    },
    get resourceKey () {
        return resourceKey;
    },
    get toChangeRecord () {
        return toChangeRecord;
    }
});
const _activation = require("./activation");
const _retiredParameters = require("./retiredParameters");
const _timelinePage = require("./timelinePage");
const asRecorded = (history)=>history;
const GetResourceConfigurationTimeline = (request, context)=>{
    (0, _activation.assertActivated)(context);
    const { Limit: limit = 10 } = request;
    const page = (0, _timelinePage.readTimelinePage)(resourceKey(request, context), {
        ...request,
        limit
    }, context, asRecorded);
    return {
        ResourceConfigurationTimeline: {
            ConfigurationList: page.changes.map((change)=>toChangeRecord(change, page.history)),
            Limit: limit,
            NextToken: page.nextToken,
            TotalCount: context.readings.totalCount === 'present' ? page.total : undefined
        }
    };
};
function resourceKey(request, context) {
    const { Region: region, ResourceType: resourceType, ResourceId: resourceId } = request;
    const keys = [];
    for (const accountId of (0, _retiredParameters.meantAccounts)(request, context)){
        const key = {
            accountId,
            region,
            resourceType,
            resourceId
        };
        if (context.world.timelines.get(key)) return key;
        keys.push(key);
    }
    return keys[0] ?? {
        accountId: context.caller.accountId,
        region,
        resourceType,
        resourceId
    };
}
function toChangeRecord(change, history) {
    const resource = history?.resource;
    return {
        AccountId: resource?.accountId,
        AvailabilityZone: resource?.availabilityZone,
        CaptureTime: change.capturedAt,
        ConfigurationDiff: change.diff,
        Region: resource?.region,
        ResourceCreateTime: resource?.createTime === undefined ? undefined : Date.parse(resource.createTime),
        ResourceEventType: change.type,
        ResourceId: resource?.resourceId,
        ResourceName: change.resourceName,
        ResourceType: resource?.resourceType,
        Tags: change.tags
    };
}
