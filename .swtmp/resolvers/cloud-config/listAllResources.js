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
    get allResourcesCosts () {
        return allResourcesCosts;
    },
    get listAllResources () {
        return listAllResources;
    }
});
const _zod = require("zod");
const _costs = require("../../schema/costs");
const _accountGroups = require("../../src/loaders/cloud-config/accountGroups");
const _operations = require("../../src/operations");
const _cursor = require("../../src/pagination/cursor");
const _pageSize = require("../../src/pagination/pageSize");
const _readNumberedPage = require("../../src/pagination/readNumberedPage");
const _readTokenPage = require("../../src/pagination/readTokenPage");
const _toConnection = require("../../src/pagination/toConnection");
const _checkEmptyList = require("./checkEmptyList");
const _listFilter = require("./listFilter");
const _listGroupResources = require("./listGroupResources");
const _listResources = require("./listResources");
/** A cursor of another version of Cloud Config than is used does not fit. */ const positionType = ({ cloudConfig })=>{
    const ownType = cloudConfig.resourcesArePagedBy === 'token' ? _readTokenPage.TokenPosition : _readNumberedPage.NumberedPosition;
    const before = _zod.z.int().min(0).optional();
    return _zod.z.union([
        _readTokenPage.TokenPosition,
        _zod.z.strictObject({
            own: _zod.z.union([
                ownType,
                _zod.z.null()
            ]),
            before
        })
    ]);
};
/** A group that is named is not looked for, and has no list behind it. */ const onlyIf = ({ accountGroupId })=>accountGroupId == null;
const allResourcesCosts = {
    page: {
        list: _operations.ListAggregateDiscoveredResources
    },
    loads: [
        {
            operation: _operations.ListAggregators,
            per: 'document',
            calls: _accountGroups.maxGroupPages,
            onlyIf
        },
        {
            ..._costs.directoryLoad,
            onlyIf,
            atEnd: true
        },
        {
            operation: _operations.GetAggregator,
            per: 'document',
            onlyIf,
            atEnd: true
        },
        {
            operation: _operations.ListDiscoveredResources,
            per: 'arguments',
            onlyIf,
            atEnd: true
        }
    ],
    filter: (0, _checkEmptyList.resourcesFilterCosts)('parent', 'own'),
    account: 'directory'
};
const listAllResources = async (accountGroupId, { filter, ...page }, context)=>{
    const size = (0, _pageSize.parsePageSize)(page.first);
    const pushed = (0, _listFilter.toListFilter)(filter);
    const cursors = (0, _cursor.bindCursors)('cloudResources', [
        accountGroupId,
        pushed
    ], positionType(context));
    const start = page.after == null ? undefined : cursors.decode(page.after);
    const all = await readAll(size, start, {
        accountGroupId,
        pushed,
        context
    });
    const connection = {
        ...(0, _toConnection.toConnection)(all, cursors, page.after, (resource)=>resource),
        toCount: all.toCount
    };
    await (0, _checkEmptyList.checkEmptyList)(connection, {
        filter,
        ...page
    }, context, async (by)=>{
        const accountId = await managementAccountId(context);
        const found = await Promise.all([
            accountGroupId === null ? [] : (0, _listGroupResources.namesInGroup)(accountGroupId, by, context),
            context.access.principal.maySee(accountId) ? context.loaders.cloudConfig.found.load({
                accountId,
                by
            }) : []
        ]);
        return found.flat();
    });
    return connection;
};
const readAll = async (size, start, list)=>{
    const { accountGroupId, pushed, context } = list;
    if (start !== undefined && 'own' in start) return behind(start.before, await readOwn(size, start.own, list));
    if (accountGroupId === null) return behind(0, await readOwn(size, null, list));
    const readFirst = ()=>settle(readOwn(size, null, list));
    const group = await (0, _listGroupResources.readGroupResources)(accountGroupId, {
        first: size,
        position: start
    }, pushed, context);
    if (!group.hasNextPage) return withOwn(group, size, await readFirst());
    const toCount = async ()=>sumOf(group.totalCount, (await readFirst()).page?.totalCount);
    return {
        ...group,
        totalCount: undefined,
        toCount
    };
};
const settle = (reading)=>reading.then((page)=>({
            page
        }), (error)=>({
            error
        }));
/** Adds what is behind the group's last resources, as much as the page still holds. */ const withOwn = ({ edges, totalCount: before }, size, own)=>{
    const room = size - edges.length;
    if (own.page === undefined) {
        if (edges.length === 0) throw own.error;
        // The members’ resources arrive; the next page tells why the others cannot be read.
        return {
            edges: followed(edges, before),
            end: {
                own: null,
                before
            },
            hasNextPage: true
        };
    }
    const added = behind(before, own.page);
    const isCut = added.edges.length > room;
    const shown = added.edges.slice(0, room);
    const end = isCut ? shown.at(-1)?.position ?? {
        own: null,
        before
    } : added.end;
    const hasNextPage = isCut || added.hasNextPage;
    const isFollowed = hasNextPage && shown.length === 0;
    return {
        ...added,
        edges: [
            ...isFollowed ? followed(edges, before) : edges,
            ...shown
        ],
        end,
        hasNextPage
    };
};
/** The last resources of the group, behind which its list is not read again. */ const followed = (edges, before)=>[
        ...edges.slice(0, -1),
        ...edges.slice(-1).map(({ record })=>({
                record,
                position: {
                    own: null,
                    before
                }
            }))
    ];
/** A page of the management account, behind so many resources of the group. */ const behind = (before, { edges, end, ...page })=>({
        ...page,
        edges: edges.map(({ record, position })=>({
                record,
                position: {
                    own: position,
                    before
                }
            })),
        end: {
            own: end,
            before
        },
        totalCount: sumOf(before, page.totalCount)
    });
const sumOf = (one, other)=>one === undefined || other === undefined ? undefined : one + other;
/** A page of the resources that the group omits: none if the management account is a member. */ const readOwn = async (first, position, { accountGroupId, pushed, context })=>{
    const accountId = await managementAccountId(context);
    if (!context.access.principal.maySee(accountId)) return {
        edges: [],
        end: null,
        hasNextPage: false
    };
    const isBegun = position !== null || accountGroupId === null;
    const members = isBegun ? [] : await context.loaders.accountGroups.memberIds.load(accountGroupId);
    if (members.includes(accountId)) return {
        edges: [],
        end: null,
        hasNextPage: false,
        totalCount: 0
    };
    return (0, _listResources.readAccountResources)(accountId, {
        first,
        position: position ?? undefined
    }, pushed, context);
};
/** An account without a directory governs itself. */ const managementAccountId = async ({ loaders, currentAccountId })=>{
    const directory = await loaders.resourceManager.resourceDirectory.load('current');
    return directory?.MasterAccountId ?? currentAccountId();
};
