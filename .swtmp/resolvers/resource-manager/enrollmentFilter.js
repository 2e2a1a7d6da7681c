"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "loadEnrollmentTest", {
    enumerable: true,
    get: function() {
        return loadEnrollmentTest;
    }
});
const _AccountEnrollmentStatus = require("../../schema/governance/AccountEnrollmentStatus");
const loadEnrollmentTest = async (wanted, { loaders: { governance } })=>{
    if (wanted === undefined) return undefined;
    const listed = await governance.enrollments.load('all');
    const isWanted = (record)=>wanted.includes(record == null ? 'NOT_ENROLLED' : (0, _AccountEnrollmentStatus.parseEnrollmentStatus)(record.Status));
    const isListed = (accountId)=>isWanted(listed.get(accountId));
    return {
        isListed,
        matches: async (accountId)=>isListed(accountId) && (listed.has(accountId) || isWanted(await governance.enrollmentDetail.load(accountId)))
    };
};
