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
    get checkResourceKey () {
        return checkResourceKey;
    },
    get keyCheckLoads () {
        return keyCheckLoads;
    }
});
const _fastestlevenshtein = require("fastest-levenshtein");
const _UserError = require("../../src/errors/UserError");
const _operations = require("../../src/operations");
const _CloudResourceResolver = require("./CloudResourceResolver");
const _checkResourceTypes = require("./checkResourceTypes");
const _parseResourceKey = require("./parseResourceKey");
const _timelinePageKey = require("./timelinePageKey");
const keyCheckLoads = [
    {
        operation: _operations.GetResourceConfigurationTimeline,
        per: 'object',
        unlessSeen: 'object'
    },
    {
        operation: _operations.ListDiscoveredResources,
        per: 'object',
        unlessSeen: 'object',
        inGroup: _operations.ListAggregateDiscoveredResources
    },
    {
        operation: _operations.GetSupportedResourceTypes,
        per: 'document',
        calls: 2,
        unlessSeen: 'object'
    }
];
/** Where the timelines of a document end: one end for all, so that look-ups of the same key share their calls. */ const ends = new WeakMap();
const checkResourceKey = async (key, field, context)=>{
    try {
        const slip = (0, _parseResourceKey.slipIn)(key, field);
        const found = slip === undefined ? await placesOf(key, context) : await itself(key, context);
        if (found.some((one)=>one.region === key.region && one.resourceType === key.resourceType)) return;
        if (await everChanged(key, context)) return;
        if (slip !== undefined) throw slip;
        if (found.length > 0) throw otherKey(key, found, field);
        const types = [
            {
                type: key.resourceType,
                field: [
                    ...field,
                    'resourceType'
                ]
            }
        ];
        await (0, _checkResourceTypes.checkTypesOfNothing)(types, context, ()=>Promise.resolve([]));
        throw noSuchResource(key, field);
    } catch (error) {
        if (error instanceof _UserError.UserError && error.field !== undefined) throw error;
    }
};
/** Where existing resources with the ID are. Different things can have one ID: a user, and a group of the same name. */ const placesOf = ({ accountId, resourceId }, { loaders })=>loaders.cloudConfig.resourcesWithId.load({
        accountId,
        resourceId
    });
const itself = async (key, context)=>{
    const found = await (0, _CloudResourceResolver.findResource)(context, key);
    return found === null ? [] : [
        key
    ];
};
/** The timeline of a deleted resource outlives it. */ const everChanged = async (key, context)=>{
    const whole = {
        resource: key,
        from: 0,
        to: await endIn(context),
        first: 1,
        filter: 'null'
    };
    const { edges, hasNextPage } = await context.loaders.cloudConfig.timelinePage.load(whole);
    return edges.length > 0 || hasNextPage;
};
const endIn = (context)=>{
    let end = ends.get(context);
    if (end === undefined) ends.set(context, end = context.now().then(_timelinePageKey.endingNow));
    return end;
};
const otherKey = (key, found, field)=>{
    const [nearest] = found.map((one)=>({
            ...one,
            steps: stepsTo(one.region, key.region) + stepsTo(one.resourceType, key.resourceType)
        })).sort((one, other)=>one.steps - other.steps);
    const name = nearest?.region === key.region ? 'resourceType' : 'region';
    const value = nearest?.[name] ?? '';
    return (0, _UserError.badInput)([
        ...field,
        name
    ], {
        en: `${value} (Cloud Config has a resource with the ID ${key.resourceId} there, of the type ${nearest?.resourceType ?? ''})`,
        zh: ` ${value}（配置审计中 ID 为 ${key.resourceId} 的资源所在，其类型为 ${nearest?.resourceType ?? ''}）`
    }, key[name]);
};
const stepsTo = (one, other)=>(0, _fastestlevenshtein.distance)(one.toLowerCase(), other.toLowerCase());
const noSuchResource = ({ resourceId }, field)=>new _UserError.UserError('NOT_FOUND', {
        en: `Cloud Config has no resource with the ID ${JSON.stringify(resourceId)} in this account, and never recorded a change of one. \`resources\` of the account lists the existing ones.`,
        zh: `配置审计在该账号中没有 ID 为 ${JSON.stringify(resourceId)} 的资源，也从未记录过其变更。可通过该账号的 \`resources\` 查询现有资源。`
    }, [
        ...field,
        'resourceId'
    ]);
