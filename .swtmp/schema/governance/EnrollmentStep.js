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
    get EnrollmentStep () {
        return EnrollmentStep;
    },
    get EnrollmentStepStatus () {
        return EnrollmentStepStatus;
    }
});
const _typegraphql = require("type-graphql");
const _enumValue = require("../enumValue");
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
const EnrollmentStepStatus = (0, _enumValue.defineEnum)('EnrollmentStepStatus', 'The status of a baseline item of an enrollment.', {
    PENDING: 'It is waiting to start.',
    RUNNING: 'It is being applied.',
    FINISHED: 'It was applied.',
    FAILED: 'It could not be applied.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawStatus')
});
const statuses = {
    Pending: 'PENDING',
    Running: 'RUNNING',
    Finished: 'FINISHED',
    Failed: 'FAILED'
};
let EnrollmentStep = class EnrollmentStep {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(record) {
        return Object.assign(new EnrollmentStep(), {
            name: record.Name ?? '',
            status: (0, _enumValue.enumValue)(statuses, record.Status),
            rawStatus: record.Status ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The baseline item’s name.'
    })
], EnrollmentStep.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>EnrollmentStepStatus, {
        description: 'The status of the baseline item.'
    })
], EnrollmentStep.prototype, "status", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('status')
    })
], EnrollmentStep.prototype, "rawStatus", void 0);
EnrollmentStep = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'The progress of one baseline item of an enrollment.'
    })
], EnrollmentStep);
