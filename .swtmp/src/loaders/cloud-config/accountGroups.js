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
    get createAccountGroupLoaders () {
        return createAccountGroupLoaders;
    },
    get findDirectoryGroup () {
        return findDirectoryGroup;
    },
    get groupLookUp () {
        return groupLookUp;
    },
    get isReady () {
        return isReady;
    },
    get maxGroupPages () {
        return maxGroupPages;
    }
});
const _RpcError = require("../../errors/RpcError");
const _operations = require("../../operations");
const _accountGroupErrors = require("../../operations/cloud-config/2020-09-07/accountGroupErrors");
const _LostToken = require("../../pagination/LostToken");
const _readWholeList = require("../../pagination/readWholeList");
const _fanOut = require("../batch/fanOut");
const _loaders = require("./loaders");
const maxGroupPages = 2;
const groupLookUp = Array(maxGroupPages).fill(_operations.ListAggregators);
const isReady = ({ AggregatorStatus })=>AggregatorStatus === 1;
const listOfGroups = {
    operation: _operations.ListAggregators,
    keyOf: ({ AggregatorId })=>AggregatorId
};
const findDirectoryGroup = async (readPage)=>{
    let found = null;
    try {
        for await (const records of (0, _readWholeList.readWholeList)(listOfGroups, readPage)){
            const ofDirectory = records.filter(({ AggregatorType })=>AggregatorType === 'RD');
            const ready = ofDirectory.find(isReady);
            if (ready !== undefined) return ready;
            found ??= ofDirectory[0] ?? null;
        }
    } catch (error) {
        throw error instanceof _LostToken.LostToken ? error.reason : error;
    }
    return found;
};
const createAccountGroupLoaders = (rpc, lists)=>{
    /** One upstream page of the account groups, in the list form. */ const groupsPage = (0, _fanOut.fanOut)('accountGroups.groupsPage', async ({ fresh, ...page })=>{
        const { AggregatorsResult } = await rpc.call(_operations.ListAggregators, page, {
            fresh
        });
        const { Aggregators: records = [], NextToken: nextToken } = AggregatorsResult;
        const isWhole = page.NextToken === undefined && (nextToken === undefined || nextToken === '');
        if (isWhole) lists.learnLength('accountGroups', records.length);
        return {
            records,
            nextToken
        };
    }, JSON.stringify);
    /** How many resources all members have, by type or by region. */ const resourceCounts = (0, _fanOut.fanOut)('accountGroups.resourceCounts', async ({ accountGroupId, by })=>{
        const operation = by === 'Region' ? _operations.GetAggregateResourceCountsGroupByRegion : _operations.GetAggregateResourceCountsGroupByResourceType;
        const { DiscoveredResourceCountsSummary } = await rpc.call(operation, {
            AggregatorId: accountGroupId
        });
        return DiscoveredResourceCountsSummary;
    }, JSON.stringify);
    const detail = (0, _fanOut.fanOut)('accountGroups.detail', async (accountGroupId)=>{
        const { Aggregator } = await rpc.call(_operations.GetAggregator, {
            AggregatorId: accountGroupId
        });
        return Aggregator;
    });
    return {
        groupsPage,
        /** An account group in the detail form, with all its members; fails if there is none. */ detail,
        /** Which accounts an account group has; fails where it does not tell. */ memberIds: (0, _fanOut.fanOut)('accountGroups.memberIds', async (accountGroupId)=>{
            const { AggregatorAccounts } = await detail.load(accountGroupId);
            if (AggregatorAccounts === undefined) throw withoutMembers();
            return AggregatorAccounts.map(({ AccountId })=>AccountId);
        }),
        /**
     * The account group that covers the whole directory, one whose members are gathered before one whose are not; null
     * if there is none. One call for each hundred groups.
     */ ofDirectory: (0, _fanOut.fanOut)('accountGroups.ofDirectory', async (_)=>{
            const group = await findDirectoryGroup((page)=>groupsPage.load(page));
            if (group !== null) lists.learnDirectoryGroup(group.AggregatorId);
            return group;
        }),
        /** One upstream page of the resources of all members, in the list form. */ resourcesPage: (0, _fanOut.fanOut)('accountGroups.resourcesPage', async ({ accountGroupId, fresh, ...request })=>{
            const { DiscoveredResourceProfiles } = await explainGroup(rpc.call(_operations.ListAggregateDiscoveredResources, {
                AggregatorId: accountGroupId,
                ...request
            }, {
                fresh
            }));
            const { DiscoveredResourceProfileList = [], NextToken, TotalCount } = DiscoveredResourceProfiles;
            const records = DiscoveredResourceProfileList.map(toOwned);
            const keys = new Set(records.map(({ ownerAccountId, record })=>(0, _loaders.resourceKeyText)((0, _loaders.keyOf)(ownerAccountId, record))));
            for (const key of keys)lists.seen.note(key);
            if (isFirstOfAll(request)) lists.learnFewestResources(accountGroupId, keys.size);
            return {
                records,
                nextToken: NextToken,
                totalCount: TotalCount
            };
        }, JSON.stringify),
        resourceCounts,
        /** The types, or the regions, of which the members have resources. */ found: (0, _fanOut.fanOut)('accountGroups.found', async (key)=>(0, _loaders.groupNames)(await resourceCounts.load(key)), JSON.stringify)
    };
};
/** Whether a page is the first one of all resources that exist. */ const isFirstOfAll = ({ MaxResults: _, ResourceDeleted, ...others })=>ResourceDeleted === 1 && Object.values(others).every((value)=>value === undefined);
const withoutMembers = ()=>new _RpcError.RpcError({
        product: _operations.GetAggregator.product.code,
        action: _operations.GetAggregator.action,
        kind: 'BAD_RESPONSE',
        detail: 'an account group without its members'
    });
/** Not every operation on account groups lists this code, though each can answer with it. */ const explainGroup = async (answer)=>{
    try {
        return await answer;
    } catch (error) {
        if (!(error instanceof _RpcError.RpcError) || error.code !== 'Invalid.AggregatorId.Value') throw error;
        throw error.explained(_accountGroupErrors.InvalidAggregatorId);
    }
};
const toOwned = (record)=>{
    const ownerAccountId = record.ResourceOwnerId ?? record.AccountId;
    if (ownerAccountId !== undefined) return {
        ownerAccountId,
        record
    };
    throw new _RpcError.RpcError({
        product: _operations.ListAggregateDiscoveredResources.product.code,
        action: _operations.ListAggregateDiscoveredResources.action,
        kind: 'BAD_RESPONSE',
        detail: 'a resource without the account that owns it'
    });
};
