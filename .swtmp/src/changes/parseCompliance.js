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
    get parseComplianceType () {
        return parseComplianceType;
    },
    get parsePreviousType () {
        return parsePreviousType;
    },
    get parseRuleOutcomes () {
        return parseRuleOutcomes;
    }
});
const _jsonObject = require("../json/jsonObject");
const _parseJsonText = require("../json/parseJsonText");
const parseRuleOutcomes = (text)=>{
    const list = (0, _parseJsonText.parseJsonObject)(text)?.ConfigRuleList;
    if (!Array.isArray(list) || !list.every(_jsonObject.isJsonObject)) return null;
    return list.map((rule)=>({
            ruleId: textIn(rule.configRuleId) ?? null,
            ruleName: textIn(rule.configRuleName) ?? null,
            accountId: textIn(rule.accountId) ?? null,
            complianceType: textIn(rule.complianceType)
        }));
};
const parseComplianceType = (text)=>typeIn((0, _parseJsonText.parseJsonObject)(text)?.Compliance);
const parsePreviousType = (diff)=>{
    const pair = (0, _parseJsonText.parseJsonObject)(diff)?.Compliance;
    return Array.isArray(pair) && pair.length === 2 ? typeIn(pair[0]) : undefined;
};
const typeIn = (summary)=>(0, _jsonObject.isJsonObject)(summary) ? textIn(summary.complianceType) : undefined;
const textIn = (value)=>{
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
};
