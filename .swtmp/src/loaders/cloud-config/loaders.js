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
    get changeKeyText () {
        return changeKeyText;
    },
    get compliancePageKeyText () {
        return compliancePageKeyText;
    },
    get createCloudConfigLoaders () {
        return createCloudConfigLoaders;
    },
    get emptyIfUnknown () {
        return emptyIfUnknown;
    },
    get groupNames () {
        return groupNames;
    },
    get isBare () {
        return isBare;
    },
    get keyOf () {
        return keyOf;
    },
    get placesOf () {
        return placesOf;
    },
    get resourceKeyText () {
        return resourceKeyText;
    },
    get timelinePageKeyText () {
        return timelinePageKeyText;
    },
    get timelineRangeKeyText () {
        return timelineRangeKeyText;
    }
});
const _complianceTimeline = require("../../changes/complianceTimeline");
const _configurationTimeline = require("../../changes/configurationTimeline");
const _countTimeline = require("../../pagination/countTimeline");
const _readTimelinePage = require("../../pagination/readTimelinePage");
const _fanOut = require("../batch/fanOut");
const _orNull = require("../orNull");
const _findChange = require("./findChange");
const _noteOrder = require("./noteOrder");
const _orNullIfRetired = require("./orNullIfRetired");
const isBare = ({ Configuration, ResourceCreationTime, ResourceDeleted, ResourceName })=>[
        Configuration,
        ResourceCreationTime,
        ResourceDeleted,
        ResourceName
    ].every((value)=>value === undefined);
const groupNames = (counts)=>counts.flatMap(({ GroupName })=>GroupName ?? []);
const placesOf = (records, resourceId)=>records.filter(({ ResourceId })=>ResourceId === resourceId).map(({ Region = '', ResourceType = '' })=>({
            region: Region,
            resourceType: ResourceType
        }));
const keyOf = (accountId, { Region = '', ResourceType = '', ResourceId })=>({
        accountId,
        region: Region,
        resourceType: ResourceType,
        resourceId: ResourceId
    });
const resourceKeyText = ({ accountId, region, resourceType, resourceId })=>JSON.stringify([
        accountId,
        region,
        resourceType,
        resourceId
    ]);
const timelinePageKeyText = ({ resource, from, to, first, position, filter })=>JSON.stringify([
        resourceKeyText(resource),
        from,
        to,
        first,
        position,
        filter
    ]);
const compliancePageKeyText = ({ resource, from, to, first, position })=>JSON.stringify([
        resourceKeyText(resource),
        from,
        to,
        first,
        position
    ]);
const timelineRangeKeyText = ({ resource, from, to, claimedCount })=>JSON.stringify([
        resourceKeyText(resource),
        from,
        to,
        claimedCount
    ]);
const changeKeyText = ({ resource, capturedAt, identity })=>JSON.stringify([
        resourceKeyText(resource),
        capturedAt,
        identity
    ]);
/** What asks for a page, and what says of which list. */ const splitPage = ({ accountId, fresh: _, ...key })=>{
    if ('PageNumber' in key) {
        const { PageNumber, PageSize, ...filter } = key;
        return [
            filter,
            {
                PageNumber,
                PageSize
            }
        ];
    }
    const { MaxResults, NextToken, ...filter } = key;
    return [
        filter,
        {
            MaxResults,
            NextToken
        }
    ];
};
const emptyIfUnknown = (fetch)=>async (page)=>{
        if (page.NextToken !== undefined) return fetch(page);
        return await (0, _orNull.orNull)(fetch(page), 'NoData') ?? {
            records: []
        };
    };
const createCloudConfigLoaders = (rpc, callOptions, api, lists)=>{
    const counts = lists.timelineCounts;
    const callIn = (accountId, { fresh } = {})=>async (operation, request, options)=>rpc.call(operation, request, {
                ...await callOptions(accountId),
                fresh,
                ...options
            });
    /** How many resources there are, by type or by region. */ const resourceCounts = (0, _fanOut.fanOut)('cloudConfig.resourceCounts', ({ accountId, by })=>api.resourceCounts(callIn(accountId), by), ({ accountId, by })=>JSON.stringify([
            accountId,
            by
        ]));
    const readRecorder = (of, accountId)=>(0, _orNull.orNull)(of.recorder(callIn(accountId)), 'NOT_ACTIVATED');
    /** The recorder of an account; null if Cloud Config was never activated there. */ const configurationRecorder = (0, _fanOut.fanOut)('cloudConfig.configurationRecorder', (accountId)=>readRecorder(api, accountId));
    const readTimeline = (of, { accountId, ...key })=>(0, _countTimeline.checkCounts)((0, _noteOrder.noteOrder)(emptyIfUnknown((page)=>of.timelinePage(callIn(accountId), key, page)), lists), counts);
    return {
        configurationRecorder,
        /**
     * The recorder of an account as the older version tells of it: with its organization. Null if Cloud Config was never
     * activated there, or if the upstream no longer speaks that version.
     */ organization: (0, _fanOut.fanOut)('cloudConfig.organization', (accountId)=>api.older === undefined ? configurationRecorder.load(accountId) : (0, _orNullIfRetired.orNullIfRetired)(readRecorder(api.older, accountId))),
        /** A resource in the detail form; null if Cloud Config knows none: `NoData`, as its later version documents. */ resourceDetail: (0, _fanOut.fanOut)('cloudConfig.resourceDetail', async ({ accountId, ...resource })=>{
            const detail = await (0, _orNull.orNull)(api.resourceDetail(callIn(accountId), resource), 'NoData');
            if (detail === null || isBare(detail)) return null;
            lists.seen.note(resourceKeyText({
                accountId,
                ...resource
            }));
            return detail;
        }, resourceKeyText),
        /** Whether the upstream lately listed or described a resource. */ hasSeen: (key)=>lists.seen.has(resourceKeyText(key)),
        /** One upstream page of the resources, in the list form. */ resourcesPage: (0, _fanOut.fanOut)('cloudConfig.resourcesPage', async (key)=>{
            const page = await api.resourcesPage(callIn(key.accountId, key), ...splitPage(key));
            for (const record of page.records)lists.seen.note(resourceKeyText(keyOf(key.accountId, record)));
            return page;
        }, JSON.stringify),
        /** Where an account has existing resources with this ID, in any region and of any type. One call. */ resourcesWithId: (0, _fanOut.fanOut)('cloudConfig.resourcesWithId', async ({ accountId, resourceId })=>{
            const filter = {
                ResourceId: resourceId,
                ResourceDeleted: 1
            };
            const page = api.resourcesArePagedBy === 'token' ? {
                MaxResults: 100
            } : {
                PageNumber: 1,
                PageSize: 100
            };
            const { records } = await api.resourcesPage(callIn(accountId), filter, page);
            return placesOf(records, resourceId);
        }, JSON.stringify),
        resourceCounts,
        /** The types, or the regions, of which an account has resources. */ found: (0, _fanOut.fanOut)('cloudConfig.found', async (key)=>groupNames(await resourceCounts.load(key)), JSON.stringify),
        /**
     * Every resource type that an account can record. The list is one for all, but in the older version only who has
     * Cloud Config may read it.
     */ supportedResourceTypes: (0, _fanOut.fanOut)('cloudConfig.supportedResourceTypes', (accountId)=>api.supportedResourceTypes(callIn(accountId))),
        /** One page of a timeline: one call, two where 100 changes are asked for. */ timelinePage: (0, _fanOut.fanOut)('cloudConfig.timelinePage', ({ resource, ...request })=>(0, _readTimelinePage.readTimelinePage)(_configurationTimeline.configurationTimeline, request, readTimeline(api, resource)), timelinePageKeyText),
        /** One page of the evaluations of a resource: one call, two if 100 are asked for. */ compliancePage: (0, _fanOut.fanOut)('cloudConfig.compliancePage', ({ resource: { accountId, ...resource }, ...request })=>(0, _readTimelinePage.readTimelinePage)(_complianceTimeline.complianceTimeline, request, emptyIfUnknown((page)=>api.compliancePage(callIn(accountId), resource, page))), compliancePageKeyText),
        /** One change by its key: one call. Null if there is none. */ change: (0, _fanOut.fanOut)('cloudConfig.change', ({ resource, ...change })=>(0, _findChange.findChange)(change, readTimeline(api, resource)), changeKeyText),
        /**
     * How many changes a timeline has, by the older version: one call, and up to two more until its counts are known to be right
     * or wrong; none for a count that came with a page of that version, if its counts are known. Undefined if it cannot be
     * known, and if the upstream no longer speaks that version.
     */ timelineCount: (0, _fanOut.fanOut)('cloudConfig.timelineCount', async ({ resource, from, to, claimedCount })=>{
            if (claimedCount !== undefined && counts.judge(claimedCount) === 'right') return claimedCount;
            const older = api.older ?? (claimedCount === undefined || counts.callsToJudge === 0 ? undefined : api);
            if (older === undefined) return undefined;
            const count = (0, _countTimeline.countTimeline)(_configurationTimeline.configurationTimeline, {
                from,
                to
            }, readTimeline(older, resource), counts);
            return await (0, _orNullIfRetired.orNullIfRetired)(count) ?? undefined;
        }, timelineRangeKeyText)
    };
};
