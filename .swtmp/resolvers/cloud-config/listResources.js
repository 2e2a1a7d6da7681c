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
    get listResources () {
        return listResources;
    },
    get readAccountResources () {
        return readAccountResources;
    },
    get resourceOf () {
        return resourceOf;
    }
});
const _CloudResource = require("../../schema/cloud-config/CloudResource");
const _loaders = require("../../src/loaders/cloud-config/loaders");
const _readNumberedPage = require("../../src/pagination/readNumberedPage");
const _readTokenPage = require("../../src/pagination/readTokenPage");
const _paging = require("../paging");
const _checkEmptyList = require("./checkEmptyList");
const _listFilter = require("./listFilter");
const listResources = async (accountId, { filter, ...page }, context)=>{
    const { cloudConfig, loaders } = context;
    const pushed = (0, _listFilter.toListFilter)(filter);
    const list = {
        field: 'resources',
        page,
        args: [
            accountId,
            pushed
        ],
        keyOf: textOf,
        toNode: (record)=>_CloudResource.CloudResource.of((0, _loaders.keyOf)(accountId, record), record)
    };
    const load = (upstreamPage)=>loaders.cloudConfig.resourcesPage.load({
            accountId,
            ...pushed,
            ...upstreamPage
        });
    const connection = await (cloudConfig.resourcesArePagedBy === 'token' ? (0, _paging.connectTokens)({
        ...list,
        operation: cloudConfig.operations.resourcesPage
    }, load) : (0, _paging.connectNumbered)(list, load));
    await (0, _checkEmptyList.checkEmptyList)(connection, {
        filter,
        ...page
    }, context, (by)=>loaders.cloudConfig.found.load({
            accountId,
            by
        }));
    return connection;
};
const readAccountResources = async (accountId, { first, position }, pushed, { cloudConfig, loaders })=>{
    const list = {
        first,
        keyOf: textOf
    };
    const load = (upstreamPage)=>loaders.cloudConfig.resourcesPage.load({
            accountId,
            ...pushed,
            ...upstreamPage
        });
    const operation = cloudConfig.operations.resourcesPage;
    const page = await (cloudConfig.resourcesArePagedBy === 'token' ? (0, _readTokenPage.readTokenPage)({
        ...list,
        operation,
        position: isTokenPosition(position) ? position : undefined
    }, load) : (0, _readNumberedPage.readNumberedPage)({
        ...list,
        position: isTokenPosition(position) ? undefined : position
    }, load));
    const edges = page.edges.map(({ record, position: at })=>({
            record: _CloudResource.CloudResource.of((0, _loaders.keyOf)(accountId, record), record),
            position: at
        }));
    return {
        ...page,
        edges
    };
};
const isTokenPosition = (position)=>position !== undefined && 'given' in position;
const resourceOf = ({ Region, ResourceType, ResourceId })=>[
        Region,
        ResourceType,
        ResourceId
    ];
const textOf = (record)=>JSON.stringify(resourceOf(record));
