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
    get accountGroupHandlers () {
        return accountGroupHandlers;
    },
    get meantMembers () {
        return meantMembers;
    },
    get requestedGroup () {
        return requestedGroup;
    }
});
const _Sequence = require("../../Sequence");
const _handler = require("../../handler");
const _accounts = require("../../resource-manager/accounts");
const _readableDirectory = require("../../resource-manager/readableDirectory");
const _tokenPage = require("../../tokenPage");
const _activation = require("../activation");
const _productErrors = require("../productErrors");
const _listTokens = require("./listTokens");
const accountGroupHandlers = {
    ListAggregators ({ MaxResults, NextToken, Tag = [] }, context) {
        (0, _activation.assertKnown)(context);
        const { world, caller, readings } = context;
        const owned = world.accountGroups.ownedBy(caller.accountId);
        const isOther = owned.length === 0 && !world.directories.ownedBy(caller.accountId);
        if (isOther && readings.accountGroupsOfOthers === 'NoPermission') throw new _handler.BusinessError('NoPermission');
        const groups = owned.filter((group)=>(0, _accounts.hasTags)(group, Tag));
        const tokens = (0, _listTokens.listTokens)(`ListAggregators/${caller.accountId}/${JSON.stringify(Tag)}`);
        const page = (0, _tokenPage.tokenPageOf)(groups, {
            size: MaxResults,
            token: NextToken
        }, tokens, context);
        return {
            AggregatorsResult: {
                Aggregators: page.items.map((group)=>({
                        ...toRecord(group, context),
                        AggregatorCreateTimestamp: group.createdAt
                    })),
                // What stands there on the last page is printed, for this list alone.
                NextToken: page.nextToken ?? ''
            }
        };
    },
    GetAggregator ({ AggregatorId }, context) {
        (0, _activation.assertKnown)(context);
        const { accounts, accountGroups, recorders } = context.world;
        const group = requestedGroup(AggregatorId, context);
        const directory = accountGroups.directoryOf(group);
        const members = (0, _Sequence.mapped)(accountGroups.accountIds(group, context.readings), (accountId)=>({
                AccountId: accountId,
                AccountName: accounts.get(accountId)?.displayName,
                AccountType: 'ResourceDirectory',
                RecorderStatus: recorders.status(accountId)
            }));
        return {
            Aggregator: {
                ...toRecord(group, context),
                AggregatorAccounts: [
                    ...(0, _Sequence.each)(members)
                ],
                AggregatorCreateTimestamp: group.createdAt,
                FolderName: directory && (0, _readableDirectory.folderOf)(directory, group.folderId ?? '')?.name
            }
        };
    }
};
function requestedGroup(accountGroupId, { world, caller }) {
    const owned = world.accountGroups.ownedBy(caller.accountId);
    const group = owned.find((one)=>one.accountGroupId === accountGroupId);
    if (!group) throw (0, _productErrors.productRefusal)('Invalid.AggregatorId.Value');
    return group;
}
function meantMembers(group, resourceAccountId, { world, readings }, notAMember) {
    if (resourceAccountId === undefined) return world.accountGroups.accountIds(group, readings);
    if (!world.accountGroups.has(group, resourceAccountId, readings)) throw notAMember();
    return [
        resourceAccountId
    ];
}
function toRecord(group, { world, readings }) {
    return {
        AccountId: group.ownerAccountId,
        AggregatorAccountCount: world.accountGroups.accountIds(group, readings).length,
        AggregatorId: group.accountGroupId,
        AggregatorName: group.name,
        AggregatorStatus: world.accountGroups.isReady(group) ? 1 : 0,
        AggregatorType: group.type,
        Description: group.description,
        FolderId: group.folderId,
        Tags: group.tags.map(({ key, value })=>({
                TagKey: key,
                TagValue: value
            }))
    };
}
