"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createEnrollments", {
    enumerable: true,
    get: function() {
        return createEnrollments;
    }
});
const _Enrollment = require("../../governance/Enrollment");
const _mergeBaselineItems = require("../../governance/mergeBaselineItems");
/** In every eight accounts, the one at this place is not enrolled. */ const leftOut = 5;
function createEnrollments(plan) {
    const { managementAccountId, size, epoch } = plan;
    const baselines = plan.baselines.map(({ baselineId, items })=>({
            baselineId,
            items: items.map(_mergeBaselineItems.toBaselineItem)
        }));
    const enrollmentAt = (index)=>{
        const { baselineId, items } = baselines[index % 3 === 0 ? baselines.length - 1 : 0] ?? {
            baselineId: '',
            items: []
        };
        const accountId = plan.accountId(index);
        const isRunning = index % 101 === 7;
        const startedAt = isRunning ? epoch - 10 * 60_000 : plan.joinedAt(index) + 60_000;
        return {
            managementAccountId,
            accountId,
            baselineId,
            items,
            inputs: {
                accountNamePrefix: `generated-${index}`,
                displayName: plan.displayName(index),
                payerAccountId: managementAccountId,
                items: [],
                tags: []
            },
            createdAt: startedAt,
            startedAt,
            stepMs: isRunning ? 4 * 60 * 60_000 : _Enrollment.defaultStepMs,
            outcome: outcomeOf(index, accountId, items.at(-1)?.name ?? '')
        };
    };
    return {
        managementAccountId,
        all: {
            length: size - Math.ceil(Math.max(0, size - leftOut) / 8),
            at: (ordinal)=>{
                const place = ordinal % 7;
                return enrollmentAt(Math.floor(ordinal / 7) * 8 + (place < leftOut ? place : place + 1));
            }
        },
        get (accountId) {
            const index = plan.indexOf(accountId);
            return index !== undefined && index < size && index % 8 !== leftOut ? enrollmentAt(index) : undefined;
        }
    };
}
function outcomeOf(index, accountId, item) {
    const requestId = `00000000-0000-5000-A000-${accountId.slice(-12)}`;
    if (index % 50 === 10) {
        const message = 'The number of VPCs in the region has reached the quota of the account.';
        return {
            kind: 'failed',
            item,
            failure: {
                code: 'QuotaExceeded.Vpc',
                message,
                recommend: '',
                requestId
            }
        };
    }
    if (index % 97 === 3) {
        const message = `Account ${accountId} is suspended because of an overdue payment.`;
        return {
            kind: 'not scheduled',
            failure: {
                code: 'AccountSuspended',
                message,
                recommend: '',
                requestId
            }
        };
    }
    return {
        kind: 'finished'
    };
}
