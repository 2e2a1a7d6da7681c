"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "enrollLookUps", {
    enumerable: true,
    get: function() {
        return enrollLookUps;
    }
});
const _UserError = require("../../src/errors/UserError");
const _orNull = require("../../src/loaders/orNull");
const _pageSize = require("../../src/pagination/pageSize");
const _directoryLookUps = require("../resource-manager/directoryLookUps");
const _loadAccount = require("../resource-manager/loadAccount");
const _lookUps = require("../writing/lookUps");
const enrollLookUps = (context, request, actingAccountId)=>{
    const { AccountUid, PayerAccountUid, FolderId, BaselineId, BaselineItems = [] } = request;
    const ownership = (0, _directoryLookUps.whetherItOwnsTheDirectory)(context, actingAccountId);
    // Without a directory there is nothing to look the rest up in, and one reason is enough.
    const inDirectory = (lookUp)=>({
            ...lookUp,
            find: async ()=>await ownership.find() === undefined ? lookUp.find() : undefined
        });
    return [
        ownership,
        ...AccountUid === undefined ? [] : [
            knownAccount(context, AccountUid, 'accountId'),
            underWay(context, request, AccountUid)
        ],
        ...PayerAccountUid === undefined ? [] : [
            knownAccount(context, PayerAccountUid, 'payerAccountId')
        ],
        ...FolderId === undefined ? [] : [
            knownFolder(context, FolderId)
        ],
        ...BaselineId === undefined ? [] : [
            knownBaseline(context, BaselineId)
        ],
        ...BaselineItems.length === 0 ? [] : [
            knownItems(context, BaselineItems)
        ]
    ].map((lookUp, index)=>index === 0 ? lookUp : inDirectory(lookUp));
};
const knownAccount = (context, accountId, name)=>{
    const field = [
        'input',
        name
    ];
    const expected = {
        en: 'an account of the resource directory',
        zh: '资源目录中的账号'
    };
    return {
        subject: {
            en: `input.${name}`,
            zh: ` input.${name}`
        },
        explains: [
            'InvalidUser.NotFound',
            'InvalidParameter'
        ],
        field,
        find: async ()=>await (0, _loadAccount.findAccount)(context, accountId) === null ? (0, _lookUps.rejected)((0, _UserError.badInput)(field, expected, accountId)) : undefined
    };
};
const knownFolder = (context, folderId)=>{
    const field = [
        'input',
        'folderId'
    ];
    const expected = {
        en: 'the ID of a folder of the resource directory',
        zh: '资源目录中的资源夹 ID'
    };
    return {
        subject: {
            en: 'input.folderId',
            zh: ' input.folderId'
        },
        explains: [
            'InvalidParameter'
        ],
        field,
        find: async ()=>{
            const folder = await context.loaders.resourceManager.folderDetail.load(folderId);
            return folder === null ? (0, _lookUps.rejected)((0, _UserError.badInput)(field, expected, folderId)) : undefined;
        }
    };
};
const knownBaseline = (context, baselineId)=>{
    const field = [
        'input',
        'baselineId'
    ];
    const expected = {
        en: 'the ID of one of `accountFactoryBaselines`',
        zh: ' `accountFactoryBaselines` 之一的 ID'
    };
    return {
        subject: {
            en: 'input.baselineId',
            zh: ' input.baselineId'
        },
        explains: [
            'InvalidBlueprint.NotFound',
            'InvalidParameter'
        ],
        field,
        find: async ()=>{
            const baseline = await context.loaders.governance.baselineDetail.load(baselineId);
            return baseline === null ? (0, _lookUps.rejected)((0, _UserError.badInput)(field, expected, baselineId)) : undefined;
        }
    };
};
/** Looks the names up in the first page of the items on offer: if there are more pages, a name may be on one of them. */ const knownItems = (context, items)=>({
        subject: {
            en: 'input.baselineItems',
            zh: ' input.baselineItems'
        },
        explains: [
            'InvalidBaselineItem.NotFound'
        ],
        field: [
            'input',
            'baselineItems'
        ],
        find: async ()=>{
            const { records, nextToken } = await context.loaders.governance.baselineItemsPage.load({
                MaxResults: _pageSize.maxPageSize
            });
            const isWhole = nextToken === undefined || nextToken === '';
            const offered = new Set(records.map(({ Name })=>Name));
            const index = items.findIndex(({ Name = '' })=>!offered.has(Name));
            if (index < 0 || !isWhole) return undefined;
            const field = [
                'input',
                'baselineItems',
                String(index),
                'name'
            ];
            const expected = {
                en: 'the name of one of `accountFactoryBaselineItems`',
                zh: ' `accountFactoryBaselineItems` 之一的名称'
            };
            return (0, _lookUps.rejected)((0, _UserError.badInput)(field, expected, items[index]?.Name));
        }
    });
/** Whether the account is being enrolled already, under the baseline that is asked for. */ const underWay = (context, { BaselineId }, accountId)=>({
        subject: {
            en: 'the enrollment of the account',
            zh: '该账号的注册状态'
        },
        explains: [
            'DeployConflict.Blueprint'
        ],
        find: async ()=>{
            const answer = context.loaders.governance.enrollmentDetail.load(accountId);
            // Another look-up says that there is no such account.
            const enrollment = await (0, _orNull.orNull)(answer, 'InvalidUser.NotFound');
            const isRunning = [
                'Pending',
                'Scheduling',
                'Running'
            ].includes(enrollment?.Status ?? '');
            if (!isRunning) return undefined;
            const isSame = BaselineId === undefined || BaselineId === enrollment?.BaselineId;
            return {
                outcome: isSame ? 'IN_PROGRESS' : 'REJECTED',
                error: isBeingEnrolled()
            };
        }
    });
const isBeingEnrolled = ()=>new _UserError.UserError('CONFLICT', {
        en: 'The account is already being enrolled. Wait until its enrollment has ended.',
        zh: '该账号正在注册中，请等待其注册结束。'
    }, undefined, true);
