"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "resourceManagerHandlers", {
    enumerable: true,
    get: function() {
        return resourceManagerHandlers;
    }
});
const _handler = require("../handler");
const _accounts = require("./accounts");
const _folders = require("./folders");
const resourceManagerHandlers = {
    ..._accounts.accountHandlers,
    ..._folders.folderHandlers,
    InitResourceDirectory (_request, context) {
        const { world, caller } = context;
        const { accounts, directories } = world;
        const account = accounts.open(caller.accountId);
        if (directories.ownedBy(caller.accountId)) throw new _handler.BusinessError('EntityAlreadyExists.ResourceDirectory');
        if (directories.joinedBy(caller.accountId)) {
            throw new _handler.BusinessError('NotSupport.AccountInAnotherResourceDirectory');
        }
        if (account?.site === 'international') throw new _handler.BusinessError('NotSupport.Account.Site');
        if (account?.type !== 'enterprise') throw new _handler.BusinessError('Invalid.AccountType');
        if (account.verification !== 'enterprise') throw new _handler.BusinessError('EnterpriseRealNameVerificationError');
        if (account.enterpriseName === '') throw new _handler.BusinessError('Invalid.EnterpriseName');
        const directory = directories.create(account);
        context.effect(`resource directory ${directory.resourceDirectoryId} of account ${account.accountId} created`);
        return {
            ResourceDirectory: newDirectory(world, directory)
        };
    },
    GetResourceDirectory (_request, { world, caller }) {
        const { accounts, directories } = world;
        const directory = directories.ownedBy(caller.accountId) ?? directories.joinedBy(caller.accountId);
        if (!directory) throw new _handler.BusinessError('ResourceDirectoryNotInUse');
        return {
            ResourceDirectory: {
                ...newDirectory(world, directory),
                ControlPolicyStatus: directory.controlPolicyStatus,
                IdentityInformation: accounts.get(directory.managementAccountId)?.enterpriseName,
                MemberDeletionStatus: directory.memberDeletionStatus
            }
        };
    }
};
function newDirectory({ accounts }, directory) {
    return {
        CreateTime: new Date(directory.createdAt).toISOString(),
        MasterAccountId: directory.managementAccountId,
        MasterAccountName: accounts.get(directory.managementAccountId)?.name,
        ResourceDirectoryId: directory.resourceDirectoryId,
        RootFolderId: directory.rootFolderId
    };
}
