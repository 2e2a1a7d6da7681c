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
    get listGroupResources () {
        return listGroupResources;
    },
    get namesInGroup () {
        return namesInGroup;
    },
    get readGroupResources () {
        return readGroupResources;
    }
});
const _CloudResource = require("../../schema/cloud-config/CloudResource");
const _loaders = require("../../src/loaders/cloud-config/loaders");
const _operations = require("../../src/operations");
const _readTokenPage = require("../../src/pagination/readTokenPage");
const _paging = require("../paging");
const _checkEmptyList = require("./checkEmptyList");
const _listFilter = require("./listFilter");
const _listResources = require("./listResources");
const listGroupResources = async (field, accountGroupId, { filter, ...page }, context)=>{
    const { accountGroups } = context.loaders;
    const pushed = (0, _listFilter.toListFilter)(filter);
    const connection = await (0, _paging.connectTokens)({
        operation: _operations.ListAggregateDiscoveredResources,
        field,
        page,
        args: [
            accountGroupId,
            pushed
        ],
        isSeen: context.access.filter(field, ownerOf),
        keyOf,
        toNode
    }, (upstreamPage)=>accountGroups.resourcesPage.load({
            accountGroupId,
            ...pushed,
            ...upstreamPage
        }));
    await (0, _checkEmptyList.checkEmptyList)(connection, {
        filter,
        ...page
    }, context, (by)=>namesInGroup(accountGroupId, by, context));
    return connection;
};
const namesInGroup = async (accountGroupId, by, { access, loaders })=>access.principal.seesAll ? loaders.accountGroups.found.load({
        accountGroupId,
        by
    }) : [];
const readGroupResources = async (accountGroupId, page, pushed, { access, loaders })=>{
    const { edges, ...rest } = await (0, _readTokenPage.readTokenPage)({
        ...page,
        operation: _operations.ListAggregateDiscoveredResources,
        keyOf,
        matches: access.filter('cloudResources', ownerOf)
    }, (upstreamPage)=>loaders.accountGroups.resourcesPage.load({
            accountGroupId,
            ...pushed,
            ...upstreamPage
        }));
    return {
        ...rest,
        edges: edges.map(({ record, position })=>({
                record: toNode(record),
                position
            }))
    };
};
const ownerOf = ({ ownerAccountId })=>ownerAccountId;
const keyOf = ({ ownerAccountId, record })=>JSON.stringify([
        ownerAccountId,
        (0, _listResources.resourceOf)(record)
    ]);
const toNode = ({ ownerAccountId, record })=>_CloudResource.CloudResource.of((0, _loaders.keyOf)(ownerAccountId, record), record);
