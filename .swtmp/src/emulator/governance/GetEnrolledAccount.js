"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetEnrolledAccount", {
    enumerable: true,
    get: function() {
        return GetEnrolledAccount;
    }
});
const _handler = require("../handler");
const _accountIds = require("./accountIds");
const _governed = require("./governed");
const GetEnrolledAccount = ({ AccountUid: accountId }, { world, caller })=>{
    const { accounts, accountFactory, directories } = world;
    const directory = directories.ownedBy(caller.accountId);
    const governingId = (directory ?? directories.joinedBy(caller.accountId))?.managementAccountId ?? caller.accountId;
    if (accounts.open(governingId)?.verification !== 'enterprise') {
        throw new _handler.BusinessError('InvalidEnterpriseRealName.NotFound');
    }
    if (!(0, _accountIds.isAccountId)(accountId)) throw new _handler.BusinessError('InvalidParameter', 'AccountUid');
    const account = accounts.open(accountId);
    const isVisible = accountId === caller.accountId || directory?.members.has(accountId) === true;
    if (!account || !isVisible) throw new _handler.BusinessError('InvalidUser.NotFound');
    const enrollment = accountFactory.enrollment(accountId);
    const progress = accountFactory.progress(accountId);
    if (!enrollment || !progress) throw new _handler.BusinessError('InvalidBlueprint.NotFound');
    const { inputs } = enrollment;
    const home = directory ?? directories.joinedBy(accountId);
    return {
        AccountUid: accountId,
        BaselineId: enrollment.baselineId,
        BaselineItems: enrollment.items.map(toItemRecord),
        CreateTime: (0, _governed.toIsoSeconds)(enrollment.createdAt),
        DisplayName: account.displayName,
        ErrorInfo: progress.failure && {
            Code: progress.failure.code,
            Message: progress.failure.message,
            Recommend: progress.failure.recommend,
            RequestId: progress.failure.requestId
        },
        FolderId: home?.members.get(accountId)?.folderId ?? home?.rootFolderId,
        Initialized: progress.status !== 'Pending' && progress.status !== 'Scheduling',
        Inputs: {
            AccountNamePrefix: inputs.accountNamePrefix,
            AccountUid: inputs.accountId,
            BaselineItems: inputs.items.map(toItemRecord),
            DisplayName: inputs.displayName,
            FolderId: inputs.folderId,
            PayerAccountUid: inputs.payerAccountId,
            Tag: inputs.tags.map(({ key, value })=>({
                    Key: key,
                    Value: value
                }))
        },
        MasterAccountUid: governingId,
        PayerAccountUid: inputs.payerAccountId ?? accountId,
        Progress: progress.steps.map(({ name, status })=>({
                Name: name,
                Status: status
            })),
        Status: progress.status,
        UpdateTime: (0, _governed.toIsoSeconds)(progress.updatedAt)
    };
};
const toItemRecord = ({ name, version, config, skip })=>({
        Config: config,
        Name: name,
        Skip: skip,
        Version: version
    });
