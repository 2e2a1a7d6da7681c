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
    get AccountEnrollmentStatus () {
        return AccountEnrollmentStatus;
    },
    get AccountEnrollmentStatusInput () {
        return AccountEnrollmentStatusInput;
    },
    get EnrollmentStatusOfAccountInput () {
        return EnrollmentStatusOfAccountInput;
    },
    get parseEnrollmentStatus () {
        return parseEnrollmentStatus;
    }
});
const _enumValue = require("../enumValue");
const listed = {
    PENDING: 'The enrollment is waiting to start.',
    SCHEDULING: 'The enrollment is being scheduled.',
    RUNNING: 'The baseline is being applied: see `progress`.',
    FINISHED: 'The baseline was applied.',
    FAILED: 'A baseline item could not be applied: see `failure`.',
    SCHEDULE_FAILED: 'The enrollment could not be scheduled: see `failure`.'
};
const notEnrolled = 'The account was never enrolled in the account factory.';
const AccountEnrollmentStatus = (0, _enumValue.defineEnum)('AccountEnrollmentStatus', 'The status of the enrollment of an account.', {
    NOT_ENROLLED: notEnrolled,
    ...listed,
    UNKNOWN: (0, _enumValue.unknownBeside)('rawStatus')
});
const AccountEnrollmentStatusInput = (0, _enumValue.defineEnum)('AccountEnrollmentStatusInput', 'The status of the enrollment of an account, as a filter.', listed);
const EnrollmentStatusOfAccountInput = (0, _enumValue.defineEnum)('EnrollmentStatusOfAccountInput', 'The status of the enrollment of an account, including none, as a filter.', {
    NOT_ENROLLED: notEnrolled,
    ...listed
});
const names = {
    Pending: 'PENDING',
    Scheduling: 'SCHEDULING',
    Running: 'RUNNING',
    Finished: 'FINISHED',
    Failed: 'FAILED',
    ScheduleFailed: 'SCHEDULE_FAILED'
};
const parseEnrollmentStatus = (raw)=>(0, _enumValue.enumValue)(names, raw);
