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
    get findAccount () {
        return findAccount;
    },
    get loadAccountRecord () {
        return loadAccountRecord;
    },
    get nullWithoutDirectory () {
        return nullWithoutDirectory;
    }
});
const _Account = require("../../schema/resource-manager/Account");
const _RpcError = require("../../src/errors/RpcError");
const loadAccountRecord = async (context, accountId)=>{
    const { account, resourceDirectory, singleAccount } = context.loaders.resourceManager;
    const listed = await nullWithoutDirectory(context, account.load(accountId));
    if (listed !== null) return listed;
    const directory = await resourceDirectory.load('current');
    if (directory?.MasterAccountId !== accountId) return null;
    const record = await singleAccount.load(accountId);
    return record ?? {
        AccountId: accountId,
        DisplayName: directory.MasterAccountName,
        ResourceDirectoryId: directory.ResourceDirectoryId
    };
};
const nullWithoutDirectory = async (context, answer)=>{
    try {
        return await answer;
    } catch (error) {
        const ownsNone = error instanceof _RpcError.RpcError && error.code === 'EntityNotExists.ResourceDirectory';
        if (!ownsNone || await context.loaders.resourceManager.resourceDirectory.load('current') !== null) throw error;
        return null;
    }
};
const findAccount = async (context, accountId)=>{
    if (accountId === await context.currentAccountId()) return _Account.Account.of(accountId);
    const record = await loadAccountRecord(context, accountId);
    return record && _Account.Account.of(accountId, record);
};
