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
    get accountHandlers () {
        return accountHandlers;
    },
    get hasTags () {
        return hasTags;
    },
    get managementMember () {
        return managementMember;
    }
});
const _Sequence = require("../Sequence");
const _accountIds = require("../governance/accountIds");
const _handler = require("../handler");
const _accountRecords = require("./accountRecords");
const _readableDirectory = require("./readableDirectory");
const accountHandlers = {
    ListAccounts ({ PageNumber = 1, PageSize = 10, Tag = [], IncludeTags = false }, context) {
        const directory = (0, _readableDirectory.readableDirectory)(context);
        const members = withManagementAccount(directory.members.all(), directory, context);
        const page = pageBy(members, (member)=>hasTags(member, Tag), Tag.length > 0, PageNumber, PageSize);
        const records = page.items.map((member)=>(0, _accountRecords.toAccountSummary)(member, directory, context.world, IncludeTags));
        return {
            TotalCount: page.total,
            PageSize,
            PageNumber,
            Accounts: {
                Account: records
            }
        };
    },
    ListAccountsForParent (request, context) {
        const { ParentFolderId = '', QueryKeyword, PageNumber = 1, PageSize = 10, Tag = [], IncludeTags = false } = request;
        const directory = (0, _readableDirectory.readableDirectory)(context);
        const { folderId } = (0, _readableDirectory.requestedFolder)(directory, ParentFolderId || directory.rootFolderId, 'ParentFolderId');
        const direct = directory.members.in(folderId);
        const members = folderId === directory.rootFolderId ? withManagementAccount(direct, directory, context) : direct;
        const matches = (member)=>hasTags(member, Tag) && (0, _readableDirectory.containsKeyword)(displayNameOf(member, context), QueryKeyword);
        const page = pageBy(members, matches, Tag.length > 0 || QueryKeyword !== undefined, PageNumber, PageSize);
        const records = page.items.map((member)=>(0, _accountRecords.toAccountSummary)(member, directory, context.world, IncludeTags));
        return {
            TotalCount: page.total,
            PageSize,
            PageNumber,
            Accounts: {
                Account: records
            }
        };
    },
    GetAccount ({ AccountId: accountId, IncludeTags = false }, context) {
        const directory = (0, _readableDirectory.readableDirectory)(context);
        const member = requestedMember(directory, accountId, context);
        return {
            Account: (0, _accountRecords.toAccountDetail)(member, directory, context.world, IncludeTags)
        };
    },
    GetPayerForAccount ({ AccountId: accountId }, context) {
        const { accounts, accountFactory } = context.world;
        const member = requestedMember((0, _readableDirectory.readableDirectory)(context), accountId, context);
        const payerId = accountFactory.enrollment(accountId)?.inputs.payerAccountId ?? member.payerAccountId ?? accountId;
        return {
            PayerAccountId: payerId,
            PayerAccountName: accounts.get(payerId)?.name
        };
    }
};
function managementMember({ managementAccountId, rootFolderId, createdAt }) {
    return {
        accountId: managementAccountId,
        folderId: rootFolderId,
        joinedAt: createdAt,
        modifiedAt: createdAt,
        emailStatus: '',
        tags: [],
        missingRoles: []
    };
}
function withManagementAccount(members, directory, { readings }) {
    if (readings.listAccountsIncludesManagement === 'absent') return members;
    return (0, _Sequence.concat)([
        managementMember(directory)
    ], members);
}
function requestedMember(directory, accountId, { readings }) {
    const isManagement = accountId === directory.managementAccountId;
    if (isManagement && readings.managementAccountRecord === 'answered') return managementMember(directory);
    const member = directory.members.get(accountId);
    if (member) return member;
    const isId = isManagement || (0, _accountIds.isAccountId)(accountId);
    throw new _handler.BusinessError(isId ? 'EntityNotExists.Account' : 'InvalidParameter.AccountId');
}
/** Goes through the members only where the request narrows them. */ function pageBy(members, matches, isNarrowed, number, size) {
    if (!isNarrowed) return (0, _Sequence.pageOf)(members, number, size);
    return (0, _Sequence.pageOfMatching)(filtered(members, matches), number, size);
}
function* filtered(members, matches) {
    for (const member of (0, _Sequence.each)(members))if (matches(member)) yield member;
}
const hasTags = ({ tags }, filter)=>filter.every(({ Key, Value = '' })=>tags.some(({ key, value })=>(Key === undefined || key === Key) && (Value === '' || value === Value)));
const displayNameOf = ({ accountId }, { world })=>world.accounts.get(accountId)?.displayName ?? '';
