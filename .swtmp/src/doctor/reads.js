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
    get accountsOf () {
        return accountsOf;
    },
    get baselinesOf () {
        return baselinesOf;
    },
    get directoryOf () {
        return directoryOf;
    },
    get firstPage () {
        return firstPage;
    },
    get identityOf () {
        return identityOf;
    },
    get readsThroughGroup () {
        return readsThroughGroup;
    },
    get recorderOf () {
        return recorderOf;
    },
    get recorderOperation () {
        return recorderOperation;
    },
    get standingOf () {
        return standingOf;
    }
});
const _operations = require("../operations");
const recorderOperation = ({ settings })=>isNewer(settings) ? _operations.GetConfigurationRecorder : _operations.DescribeConfigurationRecorder;
const isNewer = ({ cloudConfigVersion })=>cloudConfigVersion === '2020-09-07';
const readsThroughGroup = ({ settings })=>settings.memberAccess === 'account-group';
const identityOf = (probe)=>probe.read(_operations.GetCallerIdentity, {});
const directoryOf = (probe)=>probe.read(_operations.GetResourceDirectory, {});
const recorderOf = (probe, of = {})=>isNewer(probe.settings) ? probe.read(_operations.GetConfigurationRecorder, {}, of) : probe.read(_operations.DescribeConfigurationRecorder, {}, of);
const baselinesOf = (probe)=>probe.read(_operations.ListAccountFactoryBaselines, {
        MaxResults: 100
    });
const firstPage = {
    PageNumber: 1,
    PageSize: 100
};
const accountsOf = (probe)=>probe.read(_operations.ListAccounts, firstPage);
const noDirectory = new Set([
    'ResourceDirectoryNotInUse',
    'EntityNotExists.ResourceDirectory'
]);
async function standingOf(probe) {
    const [identity, directory] = [
        await identityOf(probe),
        await directoryOf(probe)
    ];
    if (noDirectory.has(directory.error?.code)) return 'none';
    if (!identity.answer || !directory.answer) return 'unknown';
    if (directory.answer.ResourceDirectory.MasterAccountId === identity.answer.AccountId) return 'management';
    const accounts = await accountsOf(probe);
    return accounts.answer ? 'delegated' : 'member';
}
