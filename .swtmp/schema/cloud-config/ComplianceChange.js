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
    get ComplianceChange () {
        return ComplianceChange;
    },
    get RuleEvaluation () {
        return RuleEvaluation;
    }
});
const _typegraphql = require("type-graphql");
const _parseCompliance = require("../../src/changes/parseCompliance");
const _enumValue = require("../enumValue");
const _scalars = require("../scalars");
const _present = require("../scalars/present");
const _ComplianceType = require("./ComplianceType");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
let RuleEvaluation = class RuleEvaluation {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The rule ID, such as `cr-3f0d51…`. Null if the upstream returns none.'
    })
], RuleEvaluation.prototype, "ruleId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The name of the rule. Null if the upstream returns none.'
    })
], RuleEvaluation.prototype, "ruleName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The ID of the account that the rule evaluated. Null if the upstream returns none.'
    })
], RuleEvaluation.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ComplianceType.ComplianceType, {
        description: 'What the rule came to.'
    })
], RuleEvaluation.prototype, "complianceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The value of `complianceType` as the upstream returned it. Empty if it returned none.'
    })
], RuleEvaluation.prototype, "rawComplianceType", void 0);
RuleEvaluation = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'What one rule of Cloud Config came to for a resource.'
    })
], RuleEvaluation);
let ComplianceChange = class ComplianceChange {
    /** Parsed when it is selected. The getter cannot throw. */ get rules() {
        const outcomes = this.rawEvaluation === null ? null : (0, _parseCompliance.parseRuleOutcomes)(this.rawEvaluation);
        if (outcomes === null) return null;
        return outcomes.map(({ complianceType, ...rule })=>({
                ...rule,
                complianceType: (0, _ComplianceType.parseComplianceTypeName)(complianceType),
                rawComplianceType: complianceType ?? ''
            }));
    }
    /** The only place where wire names become GraphQL names. */ static fromRecord(record) {
        const type = (0, _parseCompliance.parseComplianceType)(record.Configuration ?? '');
        const previous = (0, _parseCompliance.parsePreviousType)(record.ConfigurationDiff ?? '');
        return Object.assign(new ComplianceChange(), {
            capturedAt: new Date(record.CaptureTime),
            complianceType: (0, _ComplianceType.parseComplianceTypeName)(type),
            rawComplianceType: type ?? '',
            previousComplianceType: previous === undefined ? null : (0, _ComplianceType.parseComplianceTypeName)(previous),
            rawPreviousComplianceType: previous ?? null,
            resourceName: (0, _present.presentText)(record.ResourceName),
            rawEvaluation: record.Configuration ?? null,
            rawDiff: record.ConfigurationDiff ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        description: 'When Cloud Config recorded the evaluation.'
    })
], ComplianceChange.prototype, "capturedAt", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ComplianceType.ComplianceType, {
        description: 'What all rules together came to.'
    })
], ComplianceChange.prototype, "complianceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The value of `complianceType` as the upstream returned it. Empty if it returned none.'
    })
], ComplianceChange.prototype, "rawComplianceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ComplianceType.ComplianceType, {
        nullable: true,
        description: 'What all rules together came to before. Null if this is the first evaluation, or if the upstream returns none.'
    })
], ComplianceChange.prototype, "previousComplianceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('previousComplianceType')
    })
], ComplianceChange.prototype, "rawPreviousComplianceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The name of the resource at that time. Null if it had none.'
    })
], ComplianceChange.prototype, "resourceName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('rules')
    })
], ComplianceChange.prototype, "rawEvaluation", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'What changed in the evaluation, as the upstream returned it: JSON. Null if it returned none.'
    })
], ComplianceChange.prototype, "rawDiff", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            RuleEvaluation
        ], {
        nullable: true,
        description: 'What each rule came to. Null if the upstream returns no rules, or if they cannot be parsed: see `rawEvaluation`.'
    })
], ComplianceChange.prototype, "rules", null);
ComplianceChange = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A change of the compliance of a resource: an evaluation by the rules of Cloud Config. It has no ID: `cursor` identifies its place in the timeline.'
    })
], ComplianceChange);
