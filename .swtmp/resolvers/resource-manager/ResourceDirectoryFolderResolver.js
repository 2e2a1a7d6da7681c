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
    get ResourceDirectoryFolderResolver () {
        return ResourceDirectoryFolderResolver;
    },
    get findFolder () {
        return findFolder;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../../schema/costs");
const _PageArgs = require("../../schema/relay/PageArgs");
const _AccountConnection = require("../../schema/resource-manager/AccountConnection");
const _ResourceDirectoryFolder = require("../../schema/resource-manager/ResourceDirectoryFolder");
const _ResourceDirectoryFolderConnection = require("../../schema/resource-manager/ResourceDirectoryFolderConnection");
const _scalars = require("../../schema/scalars");
const _present = require("../../schema/scalars/present");
const _operations = require("../../src/operations");
const _paging = require("../paging");
const _requireText = require("../requireText");
const _accounts = require("./accounts");
const _loadAccount = require("./loadAccount");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
/** How deep a directory may be: Resource Management 2020-03-31. */ const maxFolderDepth = 5;
let ResourceDirectoryFolderResolver = class ResourceDirectoryFolderResolver {
    folder(folderId, context) {
        return findFolder(context, (0, _requireText.requireText)(folderId, [
            'folderId'
        ]));
    }
    async name(folder, context) {
        return (0, _present.presentText)((await recordOf(folder, context))?.FolderName);
    }
    async createdAt(folder, context) {
        return (0, _present.presentDate)((await recordOf(folder, context))?.CreateTime);
    }
    async parent({ folderId, parentId }, { loaders }) {
        if (parentId !== undefined) return _ResourceDirectoryFolder.ResourceDirectoryFolder.of(parentId);
        const id = (0, _present.presentText)((await loaders.resourceManager.folderDetail.load(folderId))?.ParentFolderId);
        return id === null ? null : _ResourceDirectoryFolder.ResourceDirectoryFolder.of(id);
    }
    async ancestors({ folderId }, { loaders }) {
        const records = await loaders.resourceManager.ancestors.load(folderId);
        return records.map((record, index)=>_ResourceDirectoryFolder.ResourceDirectoryFolder.of(record.FolderId, {
                record,
                parentId: records[index - 1]?.FolderId
            }));
    }
    children({ folderId }, page, { loaders }) {
        return (0, _paging.connectNumbered)({
            field: 'children',
            page,
            args: folderId,
            keyOf: ({ FolderId })=>FolderId,
            toNode: (record)=>_ResourceDirectoryFolder.ResourceDirectoryFolder.of(record.FolderId, {
                    record,
                    parentId: folderId
                })
        }, (upstreamPage)=>loaders.resourceManager.foldersPage.load({
                ...upstreamPage,
                parentId: folderId
            }));
    }
    accounts({ folderId }, page, context) {
        return (0, _accounts.listAccountsOf)(folderId, page, context);
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder, {
        nullable: true,
        description: 'The folder with this ID. Null if the directory has no such folder, or if there is no directory.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            },
            _costs.directoryLoad
        ],
        object: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('folderId', ()=>_typegraphql.ID, {
        description: 'The folder ID: `fd-…`, or `r-…` for the root folder.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "folder", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The folder’s name. Null if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "name", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the folder was made. Null if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "createdAt", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder, {
        nullable: true,
        description: 'The folder above this one. Null for the root folder.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetFolder,
                per: 'parent'
            }
        ],
        details: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "parent", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _ResourceDirectoryFolder.ResourceDirectoryFolder
        ], {
        nullable: true,
        description: 'The folders from the root folder down to the parent. Empty for the root folder. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.ListAncestors,
                per: 'parent'
            }
        ],
        size: maxFolderDepth
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "ancestors", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ResourceDirectoryFolderConnection.ResourceDirectoryFolderConnection, {
        nullable: true,
        description: 'The folders directly in this folder. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListFoldersForParent
        },
        level: 'below'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_PageArgs.PageArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "children", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountConnection.AccountConnection, {
        nullable: true,
        description: 'The accounts directly in this folder. Null if they cannot be read. If the list of the root folder omits the gateway’s own account although the account is in it, that account comes last.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListAccountsForParent
        },
        loads: _costs.ownAccountLoads,
        account: 'directory'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_PageArgs.PageArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], ResourceDirectoryFolderResolver.prototype, "accounts", null);
ResourceDirectoryFolderResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder)
], ResourceDirectoryFolderResolver);
const findFolder = async (context, folderId)=>{
    const record = await (0, _loadAccount.nullWithoutDirectory)(context, context.loaders.resourceManager.folder.load({
        folderId
    }));
    return record && _ResourceDirectoryFolder.ResourceDirectoryFolder.of(folderId, {
        record
    });
};
/** What a list has brought with the folder, or else what the directory tells of it. */ const recordOf = ({ folderId, parentId, record }, { loaders })=>record ?? loaders.resourceManager.folder.load({
        folderId,
        parentId
    });
