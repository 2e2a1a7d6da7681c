"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "directoryCheck", {
    enumerable: true,
    get: function() {
        return directoryCheck;
    }
});
const _operations = require("../../operations");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _reads = require("../reads");
const directoryCheck = {
    name: 'directory',
    about: 'the resource directory, and the caller’s role in it',
    run: async (probe)=>{
        if (!(await (0, _reads.identityOf)(probe)).answer) return [
            (0, _Finding.skipped)('The caller is unknown: see credentials.')
        ];
        const directory = await (0, _reads.directoryOf)(probe);
        const standing = await (0, _reads.standingOf)(probe);
        if (standing === 'none') {
            return [
                (0, _Finding.warning)('The account belongs to no resource directory: the gateway serves this one account.', 'Use credentials of the management account if there is a directory. initResourceDirectory creates one.')
            ];
        }
        if (directory.error) return [
            (0, _diagnose.diagnose)(_operations.GetResourceDirectory, directory.error, probe)
        ];
        const { ResourceDirectoryId, MasterAccountId } = directory.answer.ResourceDirectory;
        const where = `directory ${ResourceDirectoryId} of management account ${MasterAccountId}`;
        const accounts = await (0, _reads.accountsOf)(probe);
        const count = `${accounts.answer?.TotalCount ?? 'its'} accounts can be listed`;
        switch(standing){
            case 'management':
                if (accounts.error) return [
                    (0, _diagnose.diagnose)(_operations.ListAccounts, accounts.error, probe)
                ];
                return [
                    (0, _Finding.ok)(`The caller is in the management account of ${ResourceDirectoryId}; ${count}.`)
                ];
            case 'delegated':
                return [
                    (0, _Finding.ok)(`The caller is in a member of the ${where} that may read it (a delegated administrator); ${count}.`)
                ];
            default:
                if (accounts.error && !(0, _diagnose.isDenied)(accounts.error) && accounts.error.kind !== 'CLIENT') {
                    return [
                        (0, _diagnose.diagnose)(_operations.ListAccounts, accounts.error, probe)
                    ];
                }
                return [
                    (0, _Finding.warning)(`The caller is in a plain member of the ${where}: other accounts cannot be listed${(0, _reads.readsThroughGroup)(probe) ? '' : ' or read'}.`, 'Use credentials of the management account, or make this member a delegated administrator. If it already is one, allow it resourcemanager:ListAccounts.')
                ];
        }
    }
};
