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
    get createGovernanceLoaders () {
        return createGovernanceLoaders;
    },
    get maxEnrollmentPages () {
        return maxEnrollmentPages;
    }
});
const _UserError = require("../errors/UserError");
const _operations = require("../operations");
const _pageSize = require("../pagination/pageSize");
const _readWholeList = require("../pagination/readWholeList");
const _fanOut = require("./batch/fanOut");
const _sharedOnly = require("./batch/sharedOnly");
const _singlesOrSweep = require("./batch/singlesOrSweep");
const _sweeps = require("./batch/sweeps");
const _orNull = require("./orNull");
/** The list of enrolled accounts. */ const enrolledAccounts = {
    operation: _operations.ListEnrolledAccounts,
    keyOf: ({ AccountUid })=>AccountUid
};
const maxEnrollmentPages = 50;
/** The list of baselines. */ const accountFactoryBaselines = {
    operation: _operations.ListAccountFactoryBaselines,
    keyOf: ({ BaselineId })=>BaselineId
};
const createGovernanceLoaders = (rpc, lists)=>{
    /** A list that comes whole in its first page tells how long it is. */ const learnWhole = (list, { NextToken }, records, nextToken)=>{
        if (NextToken === undefined && (nextToken === undefined || nextToken === '')) lists.learnLength(list, records.length);
    };
    const readEnrolledAccountsPage = async ({ fresh, ...page }, options = {
        fresh
    })=>{
        const { EnrolledAccounts = [], NextToken } = await rpc.call(_operations.ListEnrolledAccounts, page, options);
        learnWhole('enrolledAccounts', page, EnrolledAccounts, NextToken);
        return {
            records: EnrolledAccounts,
            nextToken: NextToken
        };
    };
    const enrolledAccountsPage = (0, _fanOut.fanOut)('governance.enrolledAccountsPage', (page)=>readEnrolledAccountsPage(page), JSON.stringify);
    const sharedEnrolledAccountsPage = (0, _sharedOnly.sharedOnly)(enrolledAccountsPage, (page)=>readEnrolledAccountsPage(page, {
            sharedOnly: true
        }));
    const readBaselinesPage = async ({ fresh, ...page }, options = {
        fresh
    })=>{
        const { Baselines = [], NextToken } = await rpc.call(_operations.ListAccountFactoryBaselines, page, options);
        learnWhole('accountFactoryBaselines', page, Baselines, NextToken);
        return {
            records: Baselines,
            nextToken: NextToken
        };
    };
    const baselinesPage = (0, _fanOut.fanOut)('governance.baselinesPage', (page)=>readBaselinesPage(page), JSON.stringify);
    const sharedBaselinesPage = (0, _sharedOnly.sharedOnly)(baselinesPage, (page)=>readBaselinesPage(page, {
            sharedOnly: true
        }));
    /** An enrollment in the detail form, with progress and failure; null if the account was never enrolled. */ const enrollmentDetail = (0, _fanOut.fanOut)('governance.enrollmentDetail', (accountId)=>(0, _orNull.orNull)(rpc.call(_operations.GetEnrolledAccount, {
            AccountUid: accountId
        }), 'InvalidBlueprint.NotFound'));
    /** A baseline in the detail form, with its items; null if there is none. */ const baselineDetail = (0, _fanOut.fanOut)('governance.baselineDetail', (baselineId)=>(0, _orNull.orNull)(rpc.call(_operations.GetAccountFactoryBaseline, {
            BaselineId: baselineId
        }), 'InvalidBaseline.NotFound'));
    const learn = (list)=>(length)=>{
            lists.learnLength(list, length);
        };
    return {
        enrolledAccountsPage,
        enrollmentDetail,
        /** The whole list of enrollments, by account. There is one: `all`. The upstream may omit a record of it. */ enrollments: (0, _fanOut.fanOut)('governance.enrollments', async (_key)=>{
            let pages = 0;
            const enrollments = await (0, _readWholeList.readAll)(enrolledAccounts, (page)=>{
                pages += 1;
                if (pages > maxEnrollmentPages) throw tooManyEnrollments();
                return enrolledAccountsPage.load(page);
            });
            lists.learnLength('enrolledAccounts', enrollments.size);
            return enrollments;
        }),
        /** An enrollment in the list form; null if the account was never enrolled. */ enrollment: (0, _singlesOrSweep.singlesOrSweep)('governance.enrollment', {
            list: 'enrolledAccounts',
            lists,
            // An account is enrolled once: the members, whose list counts itself, and the management account are a bound.
            length: ()=>lists.lengthOf('enrolledAccounts') ?? plusOne(lists.lengthOf('accounts')),
            loadOne: (accountId)=>enrollmentDetail.load(accountId),
            sweep: (wanted, { sharedOnly: shared, isWorthwhile })=>(0, _sweeps.sweepTokens)(shared ? sharedEnrolledAccountsPage : (page)=>enrolledAccountsPage.load(page), {
                    ...enrolledAccounts,
                    wanted,
                    isWorthwhile,
                    learnLength: learn('enrolledAccounts')
                })
        }),
        baselinesPage,
        baselineDetail,
        /** A baseline in the list form; null if there is none. */ baseline: (0, _singlesOrSweep.singlesOrSweep)('governance.baseline', {
            list: 'accountFactoryBaselines',
            lists,
            length: ()=>lists.lengthOf('accountFactoryBaselines'),
            loadOne: (baselineId)=>baselineDetail.load(baselineId),
            sweep: (wanted, { sharedOnly: shared, isWorthwhile })=>(0, _sweeps.sweepTokens)(shared ? sharedBaselinesPage : (page)=>baselinesPage.load(page), {
                    ...accountFactoryBaselines,
                    wanted,
                    isWorthwhile,
                    learnLength: learn('accountFactoryBaselines')
                })
        }),
        /** One upstream page of the baseline items on offer. */ baselineItemsPage: (0, _fanOut.fanOut)('governance.baselineItemsPage', async ({ fresh, ...page })=>{
            const { BaselineItems = [], NextToken } = await rpc.call(_operations.ListAccountFactoryBaselineItems, page, {
                fresh
            });
            return {
                records: BaselineItems,
                nextToken: NextToken
            };
        }, JSON.stringify)
    };
};
const plusOne = (length)=>length === undefined ? undefined : length + 1;
const tooManyEnrollments = ()=>{
    const most = maxEnrollmentPages * _pageSize.maxPageSize;
    return new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `filter.enrollmentStatus supports at most ${most} enrolled accounts, but there are more. Read accountEnrollments instead.`,
        zh: `filter.enrollmentStatus 最多支持 ${most} 个已注册账号，实际数量更多。请改用 accountEnrollments。`
    }, [
        'filter',
        'enrollmentStatus'
    ]);
};
