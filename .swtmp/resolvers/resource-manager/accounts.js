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
    get accountsCosts () {
        return accountsCosts;
    },
    get listAccounts () {
        return listAccounts;
    },
    get listAccountsOf () {
        return listAccountsOf;
    }
});
const _zod = require("zod");
const _costs = require("../../schema/costs");
const _Account = require("../../schema/resource-manager/Account");
const _UserError = require("../../src/errors/UserError");
const _governance = require("../../src/loaders/governance");
const _orNull = require("../../src/loaders/orNull");
const _operations = require("../../src/operations");
const _cursor = require("../../src/pagination/cursor");
const _pageSize = require("../../src/pagination/pageSize");
const _readNumberedPage = require("../../src/pagination/readNumberedPage");
const _toConnection = require("../../src/pagination/toConnection");
const _every = require("../every");
const _accountFilter = require("./accountFilter");
const _enrollmentFilter = require("./enrollmentFilter");
const _loadAccount = require("./loadAccount");
/** Where reading the accounts goes on. */ const AccountsPosition = _readNumberedPage.NumberedPosition.extend({
    /** Whether the current account was among those that were read so far, or stands here itself. */ currentGiven: _zod.z.boolean().default(false),
    /** Whether the page before held the last member, and only the current account may follow: no list is read for it. */ membersGiven: _zod.z.boolean().optional()
});
const accountsCosts = {
    page: {
        list: _operations.ListAccounts
    },
    filter: {
        readsOn: true,
        checks: [
            {
                operation: _operations.GetFolder,
                per: 'arguments'
            },
            ..._costs.ownAccountLoads
        ],
        members: {
            enrollmentStatus: [
                {
                    operation: _operations.ListEnrolledAccounts,
                    per: 'document',
                    calls: _governance.maxEnrollmentPages
                },
                // Each account of the page, and the gateway's own behind it.
                {
                    operation: _operations.GetEnrolledAccount,
                    per: 'object',
                    weight: _pageSize.maxPageSize,
                    having: 'NOT_ENROLLED'
                },
                {
                    operation: _operations.GetEnrolledAccount,
                    per: 'own',
                    having: 'NOT_ENROLLED'
                }
            ]
        }
    },
    details: _costs.ownAccountLoads,
    account: 'directory'
};
const listAccounts = async ({ filter, ...page }, context)=>{
    const { folderId, pushed, matches, matchesAll, enrollmentStatus, text } = (0, _accountFilter.splitFilter)(filter ?? {});
    const enrollment = await (0, _enrollmentFilter.loadEnrollmentTest)(enrollmentStatus, context);
    const accountsPage = (upstreamPage)=>context.loaders.resourceManager.accountsPage.load({
            ...pushed,
            ...upstreamPage
        });
    const connection = await connectAccounts(page, context, {
        text,
        matches,
        enrollment,
        fetch: async (upstreamPage)=>{
            const answer = accountsPage(upstreamPage);
            if (pushed.folderId !== undefined) return requireFolder(pushed.folderId, orNullWithoutFolder(answer), context);
            // Without a directory there are no members.
            return await (0, _orNull.orNull)(answer, 'EntityNotExists.ResourceDirectory') ?? {
                records: [],
                totalCount: 0
            };
        },
        loadCurrent: async (accountId)=>matchesAll === undefined ? {
                accountId
            } : loadCurrentOf(pushed.folderId, matchesAll, accountId, context)
    });
    // The upstream itself refuses a folder that it is asked about; with subfolders we look for it among the paths, and an
    // empty page of one that does not exist would read like an empty folder: one more call tells them apart.
    const isSought = folderId !== undefined && pushed.folderId === undefined;
    if (isSought && connection.edges.length === 0) {
        await requireFolder(folderId, context.loaders.resourceManager.folder.load({
            folderId
        }), context);
    }
    return connection;
};
const listAccountsOf = (folderId, page, context)=>connectAccounts(page, context, {
        text: folderId,
        fetch: (upstreamPage)=>context.loaders.resourceManager.accountsPage.load({
                ...upstreamPage,
                folderId
            }),
        loadCurrent: (accountId)=>loadCurrentOf(folderId, (0, _accountFilter.isDirectlyIn)(folderId), accountId, context)
    });
const connectAccounts = async ({ first, after }, context, { text, fetch, matches, enrollment, loadCurrent })=>{
    const size = (0, _pageSize.parsePageSize)(first);
    const cursors = (0, _cursor.bindCursors)('accounts', text, AccountsPosition);
    const start = after == null ? {
        offset: 0,
        currentGiven: false
    } : cursors.decode(after);
    const current = await context.currentAccountId();
    const isSeen = context.access.filter('accounts', keyOf);
    const isListed = enrollment && (({ AccountId })=>enrollment.isListed(AccountId));
    const members = await readMembers(size, start, current, {
        fetch,
        matches: (0, _every.every)([
            isSeen,
            matches,
            isListed
        ])
    });
    const verified = enrollment === undefined ? members : await verify(members, enrollment);
    const page = await withCurrent(verified, size, async ()=>{
        if (!context.access.principal.maySee(current)) return null;
        return enrollment === undefined || await enrollment.matches(current) ? loadCurrent(current) : null;
    });
    return (0, _toConnection.toConnection)(page, cursors, after, ({ accountId, record })=>_Account.Account.of(accountId, record));
};
/** The same page without the accounts whose enrollment the list lacks: it may have fewer, or none, and still go on. */ const verify = async (page, { matches })=>{
    const kept = await Promise.all(page.edges.map(({ record })=>matches(record.accountId)));
    return {
        ...page,
        edges: page.edges.filter((_, index)=>kept[index])
    };
};
const keyOf = ({ AccountId })=>AccountId;
const readMembers = async (size, { currentGiven, membersGiven, ...position }, current, { fetch, matches })=>{
    // The list is asked again behind that account: whether there are new members by then.
    if (membersGiven === true) {
        return {
            edges: [],
            end: {
                ...position,
                currentGiven
            },
            hasNextPage: false,
            totalCount: position.total
        };
    }
    let isPassed = currentGiven;
    const pass = matches && ((record)=>{
        isPassed ||= record.AccountId === current;
        return matches(record);
    });
    const { edges, end, hasNextPage, totalCount } = await (0, _readNumberedPage.readNumberedPage)({
        first: size,
        position,
        matches: pass,
        keyOf
    }, fetch);
    let isGiven = currentGiven;
    const listed = edges.map(({ record, position: behind })=>{
        isGiven ||= record.AccountId === current;
        return {
            record: {
                accountId: record.AccountId,
                record
            },
            position: {
                ...behind,
                currentGiven: isGiven
            }
        };
    });
    return {
        edges: listed,
        end: {
            ...end,
            currentGiven: isPassed || isGiven
        },
        hasNextPage,
        totalCount
    };
};
/** Adds the current account behind the last member, where the list has not brought it. */ const withCurrent = async (members, size, loadCurrent)=>{
    const { edges, end, hasNextPage, totalCount } = members;
    if (end.currentGiven) return members;
    // Whether the upstream counts the current account shows only when it comes, or has not come to the end.
    if (hasNextPage) return {
        ...members,
        totalCount: undefined
    };
    let current;
    try {
        current = await loadCurrent();
    } catch (error) {
        // The members arrive; the next page tells whether the current account follows them, or why that cannot be read.
        if (edges.length > 0) return followed({
            ...members,
            totalCount: undefined
        });
        throw error;
    }
    if (current === null) return members;
    const withIt = totalCount === undefined ? undefined : totalCount + 1;
    if (edges.length === size) return followed({
        ...members,
        totalCount: withIt
    });
    const last = {
        ...end,
        currentGiven: true
    };
    return {
        edges: [
            ...edges,
            {
                record: current,
                position: last
            }
        ],
        end: last,
        hasNextPage: false,
        totalCount: withIt
    };
};
/** The last members, behind whom only the current account may stand. */ const followed = ({ edges, end, totalCount })=>{
    const last = {
        ...end,
        membersGiven: true
    };
    const before = edges.slice(0, -1);
    const ending = edges.slice(-1).map(({ record })=>({
            record,
            position: last
        }));
    return {
        edges: [
            ...before,
            ...ending
        ],
        end: last,
        hasNextPage: true,
        totalCount
    };
};
/**
 * The current account, where it matches by its own record, and the list of this folder may leave it out. Of all lists
 * of one folder that is only the root folder's, whose ID begins with `r-`: Resource Management 2020-03-31.
 */ const loadCurrentOf = async (folderId, matches, accountId, context)=>{
    if (folderId !== undefined && !folderId.startsWith('r-')) return null;
    const record = await (0, _loadAccount.loadAccountRecord)(context, accountId);
    return record !== null && matches(record) ? {
        accountId,
        record
    } : null;
};
/** What was found of a folder. @throws UserError NOT_FOUND if that is nothing, or there is no directory. */ const requireFolder = async (folderId, answer, context)=>{
    const found = await (0, _loadAccount.nullWithoutDirectory)(context, answer);
    if (found !== null) return found;
    throw new _UserError.UserError('NOT_FOUND', {
        en: `filter.folderId must be the ID of a folder of the directory (fd-…, or r-… for the root folder), but got ${JSON.stringify(folderId)}.`,
        zh: `filter.folderId 应为资源目录中的资源夹 ID（fd-…，Root 资源夹为 r-…），但收到 ${JSON.stringify(folderId)}。`
    }, [
        'filter',
        'folderId'
    ]);
};
const orNullWithoutFolder = (answer)=>(0, _orNull.orNull)(answer, 'EntityNotExists.Folder', 'InvalidParameter.ParentFolderId');
