"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "credentialsCheck", {
    enumerable: true,
    get: function() {
        return credentialsCheck;
    }
});
const _operations = require("../../operations");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _reads = require("../reads");
const credentialsCheck = {
    name: 'credentials',
    about: 'whether the upstream accepts them, and whose they are',
    run: async (probe)=>{
        const { answer, error } = await (0, _reads.identityOf)(probe);
        if (error) {
            return [
                'AUTH',
                'CREDENTIALS',
                'CLIENT'
            ].includes(error.kind) ? [
                (0, _diagnose.diagnose)(_operations.GetCallerIdentity, error, probe)
            ] : [
                (0, _Finding.skipped)('The upstream did not say who the caller is: see network.')
            ];
        }
        const { AccountId, Arn = '(no ARN told)' } = answer;
        switch(answer.IdentityType){
            case 'Account':
                {
                    const unread = (0, _reads.readsThroughGroup)(probe) ? 'no recorder, list or count of a member' : 'no member';
                    return [
                        (0, _Finding.warning)(`The key is the root key of account ${AccountId}: it may do everything, cannot be narrowed, and cannot assume roles, so ${unread} can be read with it.`, 'Create a RAM user or role with the policies of npm run ram-policy, give the gateway its credentials, and delete the root key.')
                    ];
                }
            case 'RAMUser':
                return [
                    (0, _Finding.ok)(`The caller is a RAM user of account ${AccountId}: ${Arn}.`)
                ];
            case 'AssumedRoleUser':
                return [
                    (0, _Finding.ok)(`The caller is a role of account ${AccountId}: ${Arn}.`)
                ];
            default:
                return [
                    (0, _Finding.ok)(`The caller belongs to account ${AccountId}: ${Arn}.`)
                ];
        }
    }
};
