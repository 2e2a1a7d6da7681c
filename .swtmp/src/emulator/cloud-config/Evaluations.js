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
    get Evaluations () {
        return Evaluations;
    },
    get evaluationDelayMs () {
        return evaluationDelayMs;
    }
});
const _History = require("./History");
const _trackedResource = require("./trackedResource");
const evaluationDelayMs = 60_000;
/** The states from most to least important. The state of a resource is the first that any of its rules has. */ const weightiest = [
    'NON_COMPLIANT',
    'INSUFFICIENT_DATA',
    'COMPLIANT',
    'IGNORED',
    'NOT_APPLICABLE'
];
let Evaluations = class Evaluations {
    constructor(history, rules){
        this.history = history;
        const { resourceType } = history.resource;
        this.evaluations = evaluate(history, rules.filter((rule)=>rule.resourceType === resourceType));
    }
    get resource() {
        return this.history.resource;
    }
    get length() {
        return this.evaluations.length;
    }
    slice(from, to) {
        return this.evaluations.slice(from, to);
    }
    between(start, end) {
        const timeAt = (position)=>this.evaluations[position]?.capturedAt ?? Infinity;
        const from = (0, _History.firstAtOrAfter)(this.length, timeAt, start);
        return {
            from,
            to: Math.max(from, (0, _History.firstAtOrAfter)(this.length, timeAt, end + 1))
        };
    }
};
function evaluate(history, rules) {
    if (rules.length === 0) return [];
    const configuration = new Map(history.configurationAfter(0));
    const changes = history.slice(0, history.length);
    const evaluations = [];
    let last;
    changes.forEach((change, index)=>{
        (0, _History.applyDiff)(configuration, change.diff);
        if (changes[index + 1]?.capturedAt === change.capturedAt) return;
        if (change.type === 'REMOVE') {
            last = undefined;
            return;
        }
        const outcomes = rules.map((rule)=>({
                rule,
                complianceType: outcomeOf(rule, history, configuration)
            }));
        if (last !== undefined && typesOf(last.outcomes) === typesOf(outcomes)) return;
        const capturedAt = change.capturedAt + evaluationDelayMs;
        const resourceStatus = (0, _trackedResource.statusOf)(configuration);
        last = {
            capturedAt,
            change,
            resourceStatus,
            summary: summaryOf(outcomes),
            before: last?.summary,
            outcomes
        };
        evaluations.push(last);
    });
    return evaluations;
}
function outcomeOf({ property, compliant, withoutProperty, ignored }, { resource }, configuration) {
    if (ignored.includes(resource.resourceId)) return 'IGNORED';
    if (!configuration.has(property)) return withoutProperty;
    const value = JSON.stringify(configuration.get(property));
    return compliant.some((one)=>JSON.stringify(one) === value) ? 'COMPLIANT' : 'NON_COMPLIANT';
}
const typesOf = (outcomes)=>outcomes.map((one)=>one.complianceType).join();
function summaryOf(outcomes) {
    const types = outcomes.map((one)=>one.complianceType);
    const complianceType = weightiest.find((type)=>types.includes(type)) ?? 'INSUFFICIENT_DATA';
    return {
        complianceType,
        count: types.filter((type)=>type === complianceType).length
    };
}
