"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createResourceManagerLoaders", {
    enumerable: true,
    get: function() {
        return createResourceManagerLoaders;
    }
});
const _operations = require("../operations");
const _fanOut = require("./batch/fanOut");
const _inBatches = require("./batch/inBatches");
const _sharedOnly = require("./batch/sharedOnly");
const _singlesOrSweep = require("./batch/singlesOrSweep");
const _sweeps = require("./batch/sweeps");
const _orNull = require("./orNull");
const createResourceManagerLoaders = (rpc, lists)=>{
    const readAccountsPage = async ({ folderId, keyword, tag, fresh, ...page }, options = {
        fresh
    })=>{
        const request = {
            ...page,
            IncludeTags: true,
            Tag: tag && [
                tag
            ]
        };
        const ofFolder = {
            ...request,
            ParentFolderId: folderId ?? '',
            QueryKeyword: keyword
        };
        const { Accounts, TotalCount } = folderId === undefined ? await rpc.call(_operations.ListAccounts, request, options) : await rpc.call(_operations.ListAccountsForParent, ofFolder, options);
        const records = Accounts.Account ?? [];
        const listed = (page.PageNumber - 1) * page.PageSize + records.length;
        if (folderId === undefined && tag === undefined && TotalCount !== undefined && TotalCount >= listed) lists.learnLength('accounts', TotalCount);
        return {
            records,
            totalCount: TotalCount
        };
    };
    const accountsPage = (0, _fanOut.fanOut)('resourceManager.accountsPage', (page)=>readAccountsPage(page), JSON.stringify);
    const sharedAccountsPage = (0, _sharedOnly.sharedOnly)(accountsPage, (page)=>readAccountsPage(page, {
            sharedOnly: true
        }));
    const foldersPage = (0, _fanOut.fanOut)('resourceManager.foldersPage', async ({ parentId, fresh, ...page })=>{
        const { Folders, TotalCount } = await rpc.call(_operations.ListFoldersForParent, {
            ...page,
            ParentFolderId: parentId
        }, {
            fresh
        });
        const { Folder: records = [] } = Folders;
        if (TotalCount !== undefined) {
            const ids = records.map(({ FolderId })=>FolderId);
            lists.folders.learn(parentId, ids, TotalCount, page.PageNumber === 1);
        }
        return {
            records,
            totalCount: TotalCount
        };
    }, JSON.stringify);
    const folderDetail = (0, _fanOut.fanOut)('resourceManager.folderDetail', async (folderId)=>{
        const answer = await (0, _orNull.orNull)(rpc.call(_operations.GetFolder, {
            FolderId: folderId
        }), 'EntityNotExists.Folder', 'InvalidParameter.FolderId');
        return answer?.Folder ?? null;
    });
    /** A member in the list form, read by a separate call; null if the directory does not know it. */ const singleAccount = (0, _fanOut.fanOut)('resourceManager.singleAccount', async (accountId)=>{
        const answer = await (0, _orNull.orNull)(rpc.call(_operations.GetAccount, {
            AccountId: accountId,
            IncludeTags: true
        }), 'EntityNotExists.Account', 'InvalidParameter.AccountId');
        if (answer === null) lists.seen.remove(accountId);
        else lists.seen.note(accountId);
        return answer && toSummary(answer.Account);
    });
    return {
        /** The directory of the account of the credentials; null if it is in none. There is one at most: `current`. */ resourceDirectory: (0, _fanOut.fanOut)('resourceManager.resourceDirectory', async (_key)=>{
            const answer = await (0, _orNull.orNull)(rpc.call(_operations.GetResourceDirectory, {}), 'ResourceDirectoryNotInUse');
            return answer?.ResourceDirectory ?? null;
        }),
        /** One upstream page of the members, in the list form. */ accountsPage,
        singleAccount,
        /** A member in the list form, by its id; null if the directory does not know it. */ account: (0, _singlesOrSweep.singlesOrSweep)('resourceManager.account', {
            list: 'accounts',
            lists,
            length: ()=>lists.lengthOf('accounts'),
            loadOne: (accountId)=>singleAccount.load(accountId),
            sweep: (wanted, { sharedOnly: shared })=>(0, _sweeps.sweepNumbered)(shared ? sharedAccountsPage : (page)=>accountsPage.load(page), ({ AccountId })=>AccountId, wanted)
        }),
        /** Who pays for a member; null if the directory does not know the member. */ payer: (0, _fanOut.fanOut)('resourceManager.payer', (accountId)=>(0, _orNull.orNull)(rpc.call(_operations.GetPayerForAccount, {
                AccountId: accountId
            }), 'EntityNotExists.Account')),
        foldersPage,
        /** A folder in the detail form; null if the directory does not know it. */ folderDetail,
        /**
     * A folder in the list form; null if the directory does not know it. Folders with one parent are read by that
     * parent's list, if there are several of them: one call then, instead of one a folder.
     */ folder: (0, _inBatches.inBatches)('resourceManager.folder', (keys)=>{
            const siblings = groupBy(keys, ({ parentId })=>parentId);
            const sweeps = new Map([
                ...siblings
            ].filter(([parentId, group])=>parentId !== undefined && group.length > 1).map(([parentId = '', group])=>[
                    parentId,
                    (0, _sweeps.sweepNumbered)((page)=>foldersPage.load({
                            ...page,
                            parentId
                        }), ({ FolderId })=>FolderId, new Set(group.map(({ folderId })=>folderId)))
                ]));
            return keys.map(async ({ folderId, parentId })=>{
                const sweep = parentId === undefined ? undefined : sweeps.get(parentId);
                if (sweep === undefined) return folderDetail.load(folderId);
                return (0, _sweeps.foundBy)(await sweep, folderId, (id)=>folderDetail.load(id));
            });
        }, ({ folderId })=>folderId),
        /** The folders above a folder, root first. Whether the folder itself is among the answered is not documented. */ ancestors: (0, _fanOut.fanOut)('resourceManager.ancestors', async (folderId)=>{
            const { Folders } = await rpc.call(_operations.ListAncestors, {
                ChildId: folderId
            });
            return (Folders.Folder ?? []).filter(({ FolderId })=>FolderId !== folderId);
        })
    };
};
/** Lists wrap the tags of a member, GetAccount does not. */ const toSummary = ({ Tags, ...record })=>({
        ...record,
        Tags: Tags && {
            Tag: Tags
        }
    });
/** Map.groupBy, which Node.js 20 does not have yet. */ const groupBy = (items, keyOf)=>{
    const groups = new Map();
    for (const item of items){
        const group = groups.get(keyOf(item));
        if (group === undefined) groups.set(keyOf(item), [
            item
        ]);
        else group.push(item);
    }
    return groups;
};
