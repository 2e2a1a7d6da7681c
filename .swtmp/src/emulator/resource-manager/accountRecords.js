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
    get toAccountDetail () {
        return toAccountDetail;
    },
    get toAccountSummary () {
        return toAccountSummary;
    }
});
const _readableDirectory = require("./readableDirectory");
function toAccountSummary(member, directory, world, includeTags) {
    return {
        ...memberRecord(member, directory, world),
        ResourceDirectoryPath: `${(0, _readableDirectory.pathOf)(directory, member.folderId)}/${member.accountId}`,
        Tags: includeTags ? {
            Tag: toTagRecords(member.tags)
        } : undefined
    };
}
function toAccountDetail(member, directory, world, includeTags) {
    const account = world.accounts.get(member.accountId);
    return {
        ...memberRecord(member, directory, world),
        ResourceDirectoryPath: `${(0, _readableDirectory.pathOf)(directory, member.folderId)}/${member.accountId}`,
        AccountName: account?.name,
        // A resource account has no verification of its own: the enterprise behind it is that of the directory.
        IdentityInformation: enterpriseOf(member.accountId, world) ?? enterpriseOf(directory.managementAccountId, world),
        Location: (0, _readableDirectory.branchOf)(directory, member.folderId).map(({ name })=>name).join('/'),
        EmailStatus: member.emailStatus,
        Tags: includeTags ? toTagRecords(member.tags) : undefined
    };
}
function memberRecord(member, { resourceDirectoryId, managementAccountId }, { accounts }) {
    const { accountId } = member;
    const account = accounts.get(accountId);
    const isResourceAccount = account?.type === 'resource';
    // How the owner of a directory joined it, no document says.
    const status = accountId === managementAccountId ? undefined : member.status ?? (isResourceAccount ? 'CreateSuccess' : 'InviteSuccess');
    return {
        AccountId: accountId,
        DisplayName: account?.displayName,
        FolderId: member.folderId,
        JoinMethod: status && (member.joinMethod ?? (status === 'InviteSuccess' ? 'invited' : 'created')),
        JoinTime: new Date(member.joinedAt).toISOString(),
        ModifyTime: new Date(member.modifiedAt).toISOString(),
        ResourceDirectoryId: resourceDirectoryId,
        Status: status,
        Type: isResourceAccount ? 'ResourceAccount' : 'CloudAccount'
    };
}
function enterpriseOf(accountId, { accounts }) {
    const name = accounts.get(accountId)?.enterpriseName;
    return name === '' ? undefined : name;
}
const toTagRecords = (tags)=>tags.map(({ key, value })=>({
            Key: key,
            Value: value
        }));
