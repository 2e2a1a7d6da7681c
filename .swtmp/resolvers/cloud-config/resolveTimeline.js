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
    get findChange () {
        return findChange;
    },
    get resolveTimeline () {
        return resolveTimeline;
    },
    get timelineCosts () {
        return timelineCosts;
    }
});
const _ConfigurationChange = require("../../schema/cloud-config/ConfigurationChange");
const _ResourceEventType = require("../../schema/cloud-config/ResourceEventType");
const _parseConfigurationDiff = require("../../src/changes/parseConfigurationDiff");
const _operations = require("../../src/operations");
const _toConnection = require("../../src/pagination/toConnection");
const _requireText = require("../requireText");
const _timelinePageKey = require("./timelinePageKey");
const timelineCosts = {
    page: (0, _timelinePageKey.timelinePageCosts)(_operations.GetResourceConfigurationTimeline),
    filter: {
        readsOn: true
    },
    details: [
        {
            operation: _operations.DescribeDiscoveredResource,
            per: 'object'
        }
    ]
};
const resolveTimeline = async (resource, args, context)=>{
    const wanted = parseFilter(args.filter);
    const { cursors, ...pageKey } = await (0, _timelinePageKey.parseTimelinePage)('configurationTimeline', resource, args, [
        wanted
    ], context);
    const { resource: key, from, to } = pageKey;
    const page = await context.loaders.cloudConfig.timelinePage.load({
        ...pageKey,
        filter: JSON.stringify(wanted),
        matches: wanted === null ? undefined : (record)=>matches(record, wanted)
    });
    const { totalCount, ...connection } = (0, _toConnection.toConnection)(page, cursors, args.after, (record)=>_ConfigurationChange.ConfigurationChange.fromRecord(key, record));
    return {
        ...connection,
        resource: key,
        range: {
            from: new Date(from),
            to: new Date(to)
        },
        ownCount: totalCount,
        emptyCalls: page.emptyCalls,
        ...wanted === null ? {
            toCount: {
                resource: key,
                from,
                to,
                claimedCount: page.claimedCount
            }
        } : {}
    };
};
/** Null if every change is wanted; sorted, so that the same filter is the same text. */ const parseFilter = (filter)=>{
    const eventTypes = [
        ...new Set(filter?.eventTypes ?? [])
    ].sort();
    const given = filter?.paths ?? [];
    const paths = [
        ...new Set(given.map((path, index)=>(0, _requireText.requireText)(path, [
                'filter',
                'paths',
                String(index)
            ])))
    ].sort();
    return eventTypes.length === 0 && paths.length === 0 ? null : {
        eventTypes,
        paths
    };
};
const matches = (record, { eventTypes, paths })=>{
    const isOfType = eventTypes.length === 0 || eventTypes.includes((0, _ResourceEventType.parseEventType)(record.ResourceEventType));
    if (!isOfType || paths.length === 0) return isOfType;
    const differences = (0, _parseConfigurationDiff.parseConfigurationDiff)(record.ConfigurationDiff ?? '') ?? [];
    return differences.some(({ path })=>paths.includes(path));
};
const findChange = async ({ loaders }, resource, capturedAt, identity)=>{
    // What no clock says is no moment of a change.
    if (!/^\d{1,15}$/.test(capturedAt)) return null;
    const record = await loaders.cloudConfig.change.load({
        resource,
        capturedAt: Number(capturedAt),
        identity
    });
    return record && _ConfigurationChange.ConfigurationChange.fromRecord(resource, record);
};
