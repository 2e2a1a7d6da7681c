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
    get GetResourceComplianceTimeline () {
        return GetResourceComplianceTimeline;
    },
    get compliancePage () {
        return compliancePage;
    }
});
const _Evaluations = require("./Evaluations");
const _GetResourceConfigurationTimeline = require("./GetResourceConfigurationTimeline");
const _activation = require("./activation");
const _timelinePage = require("./timelinePage");
const GetResourceComplianceTimeline = (request, context)=>{
    (0, _activation.assertActivated)(context);
    const { Limit: limit = 10 } = request;
    const query = {
        ...request,
        limit,
        scope: 'compliance/'
    };
    const { records, nextToken, total } = compliancePage((0, _GetResourceConfigurationTimeline.resourceKey)(request, context), query, context);
    return {
        ResourceComplianceTimeline: {
            ComplianceList: records,
            Limit: limit,
            NextToken: nextToken,
            TotalCount: context.readings.totalCount === 'present' ? total : undefined
        }
    };
};
function compliancePage(key, query, context) {
    const { complianceRules } = context.world;
    const page = (0, _timelinePage.readTimelinePage)(key, query, context, (history)=>new _Evaluations.Evaluations(history, complianceRules));
    const records = page.changes.map((evaluation)=>toComplianceRecord(evaluation, page.history));
    return {
        records,
        nextToken: page.nextToken,
        total: page.total
    };
}
/** An evaluation as every compliance timeline tells it: unlike in the others, times are numbers. */ function toComplianceRecord({ capturedAt, change, resourceStatus, summary, before, outcomes }, evaluations) {
    const resource = evaluations?.resource;
    const accountId = Number(resource?.accountId);
    return {
        AccountId: resource?.accountId,
        AvailabilityZone: resource?.availabilityZone,
        CaptureTime: capturedAt,
        Configuration: JSON.stringify({
            Compliance: summary,
            ConfigRuleList: outcomes.map(({ rule, complianceType })=>({
                    accountId: Number.isSafeInteger(accountId) ? accountId : resource?.accountId,
                    configRuleId: rule.ruleId,
                    configRuleName: rule.name,
                    complianceType
                }))
        }),
        ConfigurationDiff: JSON.stringify({
            Compliance: [
                before ?? null,
                summary
            ]
        }),
        Region: resource?.region,
        ResourceCreateTime: resource?.createTime === undefined ? undefined : Date.parse(resource.createTime),
        ResourceId: resource?.resourceId,
        ResourceName: change.resourceName,
        ResourceStatus: resourceStatus,
        ResourceType: resource?.resourceType,
        Tags: change.tags
    };
}
