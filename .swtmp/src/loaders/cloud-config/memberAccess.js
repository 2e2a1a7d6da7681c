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
    get groupOperations () {
        return groupOperations;
    },
    get throughAccountGroup () {
        return throughAccountGroup;
    }
});
const _complianceTimeline = require("../../changes/complianceTimeline");
const _configurationTimeline = require("../../changes/configurationTimeline");
const _UserError = require("../../errors/UserError");
const _operations = require("../../operations");
const _readTimelinePage = require("../../pagination/readTimelinePage");
const _fanOut = require("../batch/fanOut");
const _orNull = require("../orNull");
const _20190108 = require("./2019-01-08");
const _findChange = require("./findChange");
const _loaders = require("./loaders");
const _noteOrder = require("./noteOrder");
/**
 * How each read reaches another account if `MEMBER_ACCESS=account-group`: by an operation on the group, or still in the
 * member, by a role there. A new read needs a decision here.
 */ const groupReads = {
    recorder: 'in member',
    resourceDetail: _operations.GetAggregateDiscoveredResource,
    resourcesPage: 'in member',
    resourceCounts: 'in member',
    supportedResourceTypes: 'in member',
    timelinePage: _operations.GetAggregateResourceConfigurationTimeline,
    compliancePage: _operations.GetAggregateResourceComplianceTimeline
};
const groupOperations = (access)=>new Map(access === 'account-group' ? Object.entries(_20190108.cloudConfig2019.operations).flatMap(([read, older])=>{
        const inGroup = groupReads[read];
        return inGroup === 'in member' ? [] : [
            [
                older,
                inGroup
            ]
        ];
    }) : []);
const accountIdOf = (key)=>'resource' in key ? key.resource.accountId : key.accountId;
const throughAccountGroup = ({ cloudConfig, accountGroups, rpc, callOptions, lists })=>{
    const isOwn = async (accountId)=>(await callOptions(accountId)).accountId === undefined;
    /** A loader that reads other accounts through the group, and the gateway's own with the loader of single accounts. */ const exceptOwn = (name, own, readInGroup, keyText)=>(0, _fanOut.fanOut)(`accountGroups.${name}`, async (key)=>await isOwn(accountIdOf(key)) ? own.load(key) : readInGroup(key), keyText);
    /** The ID of the account group of the whole directory. */ const groupIdFor = async (accountId)=>{
        const group = await accountGroups.ofDirectory.load('current');
        if (group === null) throw noGroup(accountId);
        return group.AggregatorId;
    };
    const inGroup = async ({ accountId, region, resourceType, resourceId })=>({
            AggregatorId: await groupIdFor(accountId),
            ResourceAccountId: accountId,
            Region: region,
            ResourceType: resourceType,
            ResourceId: resourceId
        });
    const resourceDetail = exceptOwn('resourceDetail', cloudConfig.resourceDetail, async (key)=>{
        const answer = await (0, _orNull.orNull)(rpc.call(_operations.GetAggregateDiscoveredResource, await inGroup(key)), 'NoData');
        const detail = answer?.DiscoveredResourceDetail;
        if (detail === undefined || (0, _loaders.isBare)(detail)) return null;
        lists.seen.note((0, _loaders.resourceKeyText)(key));
        return detail;
    }, _loaders.resourceKeyText);
    const readTimeline = async (resource)=>{
        const common = await inGroup(resource);
        return (0, _loaders.emptyIfUnknown)(async ({ Limit, ...page })=>{
            const request = {
                ...common,
                ...page,
                MaxResults: Limit
            };
            const answer = await rpc.call(_operations.GetAggregateResourceConfigurationTimeline, request);
            const { ConfigurationList = [], NextToken } = answer.ResourceConfigurationTimeline;
            return {
                records: ConfigurationList,
                nextToken: NextToken
            };
        });
    };
    const timelinePage = exceptOwn('timelinePage', cloudConfig.timelinePage, async ({ resource, ...request })=>(0, _readTimelinePage.readTimelinePage)(_configurationTimeline.configurationTimeline, request, (0, _noteOrder.noteOrder)(await readTimeline(resource), lists)), _loaders.timelinePageKeyText);
    const compliancePage = exceptOwn('compliancePage', cloudConfig.compliancePage, async ({ resource, ...request })=>{
        const common = await inGroup(resource);
        const readPage = async ({ Limit, ...page })=>{
            const call = rpc.call(_operations.GetAggregateResourceComplianceTimeline, {
                ...common,
                ...page,
                MaxResults: Limit
            });
            const { ComplianceList = [], NextToken } = (await call).ResourceComplianceTimeline;
            return {
                records: ComplianceList,
                nextToken: NextToken
            };
        };
        return (0, _readTimelinePage.readTimelinePage)(_complianceTimeline.complianceTimeline, request, (0, _loaders.emptyIfUnknown)(readPage));
    }, _loaders.compliancePageKeyText);
    const change = exceptOwn('change', cloudConfig.change, async ({ resource, ...of })=>(0, _findChange.findChange)(of, await readTimeline(resource)), _loaders.changeKeyText);
    const resourcesWithId = exceptOwn('resourcesWithId', cloudConfig.resourcesWithId, async ({ accountId, resourceId })=>{
        const { records } = await accountGroups.resourcesPage.load({
            accountGroupId: await groupIdFor(accountId),
            ResourceAccountId: accountId,
            ResourceId: resourceId,
            ResourceDeleted: 1,
            MaxResults: 100
        });
        return (0, _loaders.placesOf)(records.map(({ record })=>record), resourceId);
    }, JSON.stringify);
    /** No role reads the older version in a member, and an account group has only the newer one. */ const timelineCount = exceptOwn('timelineCount', cloudConfig.timelineCount, ()=>Promise.resolve(undefined), _loaders.timelineRangeKeyText);
    const { configurationRecorder, organization, resourcesPage, resourceCounts, found, supportedResourceTypes } = cloudConfig;
    // Each by name: what is new has to be decided, in the member or through the group.
    return {
        configurationRecorder,
        organization,
        resourcesPage,
        resourceCounts,
        found,
        supportedResourceTypes,
        resourceDetail,
        hasSeen: cloudConfig.hasSeen,
        timelinePage,
        compliancePage,
        timelineCount,
        change,
        resourcesWithId
    };
};
const noGroup = (accountId)=>new _UserError.UserError('FORBIDDEN', {
        en: 'This deployment reads other accounts through the account group of the whole directory, but there is none. Create one of the type “resource directory” in Cloud Config, or let the gateway assume roles (MEMBER_ACCESS).',
        zh: '本部署通过覆盖整个资源目录的账号组读取其他账号，但不存在这样的账号组。请在配置审计中新建类型为“资源目录”的账号组，或允许网关扮演角色（MEMBER_ACCESS）。'
    }, undefined, false, accountId);
