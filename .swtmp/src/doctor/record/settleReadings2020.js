"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "settlements2020", {
    enumerable: true,
    get: function() {
        return settlements2020;
    }
});
const _losslessjson = require("lossless-json");
const _operations = require("../../operations");
const _cloudConfigReads = require("../cloudConfigReads");
const _reads = require("../reads");
const _Settle = require("./Settle");
/** The first tracked resource that a condition holds for, with its configuration. */ async function detailOf(probe, condition) {
    const resource = await (0, _cloudConfigReads.resource2020Of)(probe, condition);
    return resource && (await probe.read(_operations.GetDiscoveredResource, resource)).answer?.DiscoveredResourceDetail;
}
/** The values of a map in JSON; none where it is something else. */ function valuesIn(json = '') {
    try {
        const map = (0, _losslessjson.parse)(json);
        return typeof map === 'object' && map !== null ? Object.values(map) : [];
    } catch  {
        return [];
    }
}
const settlements2020 = {
    changeTimes: async (probe, record)=>{
        const resource = await (0, _cloudConfigReads.resource2020Of)(probe);
        if (!resource) return undefined;
        await (0, _cloudConfigReads.timeline2020Of)(probe, resource);
        const path = 'ResourceConfigurationTimeline.ConfigurationList[].CaptureTime';
        const types = [
            ...record.field(_operations.GetResourceConfigurationTimeline2020, path)?.types.keys() ?? []
        ];
        if (types.length === 0) return undefined;
        if (types.length > 1) return _Settle.neither;
        return types[0] === 'number' ? 'number' : types[0] === 'digits as text' ? 'text' : _Settle.neither;
    },
    detailTags: async (probe)=>{
        const detail = await detailOf(probe, ({ Tags })=>valuesIn(Tags).length > 0);
        const values = valuesIn(detail?.Tags);
        if (values.length === 0) return undefined;
        if (values.every(Array.isArray)) return 'lists';
        return values.every((value)=>typeof value === 'string') ? 'texts' : _Settle.neither;
    },
    complianceNotAsked: async (probe, record)=>{
        if (!await detailOf(probe)) return undefined;
        const types = record.field(_operations.GetDiscoveredResource, 'DiscoveredResourceDetail.ComplianceType')?.types;
        if (!types || types.size === 0) return 'absent';
        return types.size === 1 && types.has('empty text') ? 'empty' : _Settle.neither;
    },
    accountGroupManagement: async (probe)=>{
        const management = (await (0, _reads.directoryOf)(probe)).answer?.ResourceDirectory.MasterAccountId;
        const groups = (await (0, _cloudConfigReads.accountGroupsOf)(probe)).answer?.AggregatorsResult.Aggregators ?? [];
        const whole = groups.find(({ AggregatorType })=>AggregatorType === 'RD');
        if (management === undefined || !whole) return undefined;
        const { answer } = await probe.read(_operations.GetAggregator, {
            AggregatorId: whole.AggregatorId
        });
        const members = answer?.Aggregator.AggregatorAccounts;
        return members && (members.some(({ AccountId })=>AccountId === management) ? 'present' : 'absent');
    },
    accountGroupsOfOthers: async (probe)=>{
        const standing = await (0, _reads.standingOf)(probe);
        if (standing !== 'none' && standing !== 'member') return undefined;
        const { answer, error } = await (0, _cloudConfigReads.accountGroupsOf)(probe);
        if (answer) return (answer.AggregatorsResult.Aggregators ?? []).length === 0 ? 'empty' : undefined;
        // RAM refuses with the same code: it is the service where other reads of this version are allowed.
        const isAllowed = (await probe.read(_operations.GetConfigurationRecorder, {})).answer !== undefined;
        return isAllowed && error.code === 'NoPermission' ? 'NoPermission' : undefined;
    }
};
