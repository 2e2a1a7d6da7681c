"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "accountGroupCheck", {
    enumerable: true,
    get: function() {
        return accountGroupCheck;
    }
});
const _RpcError = require("../../errors/RpcError");
const _accountGroups = require("../../loaders/cloud-config/accountGroups");
const _operations = require("../../operations");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _reads = require("../reads");
const accountGroupCheck = {
    name: 'group',
    about: 'the account group of the whole directory, if MEMBER_ACCESS is account-group',
    run: async (probe)=>{
        if (!(0, _reads.readsThroughGroup)(probe)) return [];
        if (!(await (0, _reads.identityOf)(probe)).answer) return [
            (0, _Finding.skipped)('The caller is unknown: see credentials.')
        ];
        if (await (0, _reads.standingOf)(probe) === 'none') return [
            (0, _Finding.skipped)('Without a directory there is no account group for it.')
        ];
        try {
            return [
                await findGroup(probe)
            ];
        } catch (error) {
            if (!(error instanceof _RpcError.RpcError)) throw error;
            if (error.family === 'NOT_ACTIVATED') {
                return [
                    (0, _Finding.skipped)('Account groups cannot be listed, because Cloud Config is not activated: see recorder.')
                ];
            }
            return [
                (0, _diagnose.diagnose)(_operations.ListAggregators, error, probe)
            ];
        }
    }
};
/** @throws the RpcError of a list that was not answered. */ async function findGroup(probe) {
    const group = await (0, _accountGroups.findDirectoryGroup)(async (page)=>{
        const { answer, error } = await probe.read(_operations.ListAggregators, page);
        if (error) throw error;
        const { Aggregators = [], NextToken } = answer.AggregatorsResult;
        return {
            records: Aggregators,
            nextToken: NextToken
        };
    });
    if (group === null) {
        return (0, _Finding.problem)('MEMBER_ACCESS reads members through the account group of the whole directory, but the caller’s account owns none. No configuration and no timeline of a member can be read.', 'Create one of the type “resource directory” in the Cloud Config console of this account, or let the gateway assume roles: MEMBER_ACCESS=role.');
    }
    const { AggregatorId, AggregatorAccountCount: count } = group;
    if (!(0, _accountGroups.isReady)(group)) {
        return (0, _Finding.warning)(`The account group ${AggregatorId} of the whole directory is still collecting its members, so reads through it are incomplete.`, 'Run doctor again in some minutes. If the problem persists, check the group in the Cloud Config console.');
    }
    const size = count === undefined ? '' : `, which has ${count} account${count === 1 ? '' : 's'}`;
    return (0, _Finding.ok)(`Configuration and timelines of members are read through the account group ${AggregatorId}${size}.`);
}
