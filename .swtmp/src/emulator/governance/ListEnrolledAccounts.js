"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListEnrolledAccounts", {
    enumerable: true,
    get: function() {
        return ListEnrolledAccounts;
    }
});
const _operations = require("../../operations");
const _governed = require("./governed");
const _tokenPage = require("./tokenPage");
const ListEnrolledAccounts = (request, context)=>{
    (0, _governed.assertVerified)(context);
    (0, _governed.assertGoverns)(context);
    const enrollments = context.world.accountFactory.enrollmentsOf(context.caller.accountId);
    const { items, nextToken } = (0, _tokenPage.tokenPageOf)(_operations.ListEnrolledAccounts, enrollments, request, context);
    return {
        EnrolledAccounts: items.map((enrollment)=>toRecord(enrollment, context)),
        NextToken: nextToken
    };
};
function toRecord({ accountId, baselineId, createdAt, inputs }, { world, caller }) {
    const { accountFactory, accounts, directories } = world;
    const progress = accountFactory.progress(accountId);
    const home = directories.ownedBy(caller.accountId);
    return {
        AccountUid: accountId,
        BaselineId: baselineId,
        CreateTime: (0, _governed.toIsoSeconds)(createdAt),
        DisplayName: accounts.get(accountId)?.displayName,
        FolderId: home?.members.get(accountId)?.folderId ?? home?.rootFolderId,
        PayerAccountUid: inputs.payerAccountId ?? accountId,
        Status: progress?.status,
        UpdateTime: progress && (0, _governed.toIsoSeconds)(progress.updatedAt)
    };
}
