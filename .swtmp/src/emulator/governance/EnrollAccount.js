"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "EnrollAccount", {
    enumerable: true,
    get: function() {
        return EnrollAccount;
    }
});
const _tryParseJson = require("../../json/tryParseJson");
const _EnrollAccount = require("../../operations/governance/EnrollAccount");
const _handler = require("../handler");
const _accountIds = require("./accountIds");
const _baselineItems = require("./baselineItems");
const _mergeBaselineItems = require("./mergeBaselineItems");
const EnrollAccount = (request, context)=>{
    const { world, caller, readings } = context;
    const { accountFactory, directories } = world;
    const directory = directories.ownedBy(caller.accountId);
    if (!directory) throw new _handler.BusinessError('InvalidUser.NotResourceDirectoryMaster');
    if (world.accounts.open(caller.accountId)?.verification !== 'enterprise') {
        throw new _handler.BusinessError('InvalidEnterpriseRealName.NotFound');
    }
    const inputs = inputsOf(request, directory);
    const existing = existingAccount(request, directory, context);
    const zone = deployedZone(context);
    if (existing !== undefined) assertNotUnderWay(existing, context);
    const baselineId = blankToUndefined(request.BaselineId) ?? zone.defaultBaselineId;
    const baseline = zone.baseline(baselineId);
    if (!baseline) throw new _handler.BusinessError('InvalidBlueprint.NotFound');
    assertItems((0, _mergeBaselineItems.mergeBaselineItems)(baseline, inputs.items));
    const accountId = existing ?? accountFactory.createAccount(inputs, caller.accountId);
    if (existing === undefined) {
        directories.addMember(caller.accountId, {
            accountId,
            folderId: inputs.folderId,
            tags: inputs.tags
        });
    }
    accountFactory.enroll({
        managementAccountId: caller.accountId,
        accountId,
        baselineId,
        inputs
    });
    context.effect(existing === undefined ? `account ${accountId} created, its enrollment started` : `enrollment of account ${accountId} started`);
    const isHidden = existing === undefined && readings.enrollAnswer === 'zero';
    return {
        AccountUid: isHidden ? '0' : accountId
    };
};
/** The request in our own words. Which combinations the upstream refuses is not published; these are invalid. */ function inputsOf(request, directory) {
    const { AccountNamePrefix, DisplayName, FolderId, PayerAccountUid, AccountUid, BaselineItems = [], Tag = [] } = request;
    const isNew = AccountUid === undefined;
    const accountNamePrefix = blankToUndefined(AccountNamePrefix);
    const displayName = blankToUndefined(DisplayName);
    const folderId = blankToUndefined(FolderId);
    if (isNew && accountNamePrefix === undefined) throw invalid('AccountNamePrefix');
    if (isNew && displayName === undefined) throw invalid('DisplayName');
    if (folderId !== undefined && folderId !== directory.rootFolderId && !directory.folders.has(folderId)) {
        throw invalid('FolderId');
    }
    if (PayerAccountUid !== undefined && !isInDirectory(PayerAccountUid, directory)) throw invalid('PayerAccountUid');
    if (Tag.length > _EnrollAccount.maxTags || Tag.some(({ Key })=>blankToUndefined(Key) === undefined)) throw invalid('Tag');
    const resell = blankToUndefined(request.ResellAccountType);
    if (resell !== undefined && !_EnrollAccount.resellAccountTypes.includes(resell)) {
        throw invalid('ResellAccountType');
    }
    return {
        accountNamePrefix,
        accountId: AccountUid,
        displayName,
        folderId: isNew ? folderId : undefined,
        payerAccountId: PayerAccountUid,
        items: BaselineItems.map(toItem),
        tags: Tag.map(({ Key = '', Value = '' })=>({
                key: Key,
                value: Value
            }))
    };
}
function toItem({ Name = '', Version = '1.0', Config = '{}', Skip = false }) {
    if (Name === '') throw invalid('BaselineItems.Name');
    if (!(0, _tryParseJson.isJson)(Config)) throw invalid('BaselineItems.Config');
    return {
        name: Name,
        version: Version,
        config: Config,
        skip: Skip
    };
}
function existingAccount({ AccountUid }, directory, { world }) {
    if (AccountUid === undefined) return undefined;
    if (!(0, _accountIds.isAccountId)(AccountUid)) throw invalid('AccountUid');
    if (!world.accounts.open(AccountUid) || !isInDirectory(AccountUid, directory)) {
        throw new _handler.BusinessError('InvalidUser.NotFound');
    }
    return AccountUid;
}
/** The caller's landing zone, in a state in which accounts can be enrolled. */ function deployedZone({ world, caller }) {
    const now = world.clock.now();
    const zone = world.accountFactory.zoneOf(caller.accountId);
    const accountFactory = zone?.accountFactory(now);
    if (!zone || !accountFactory) throw new _handler.BusinessError('InvalidBlueprint.NotFound');
    const resourceStructure = zone.resourceStructure(now);
    const deploying = [
        resourceStructure,
        accountFactory
    ].find(({ status })=>status === 'Deploying');
    if (deploying) throw new _handler.BusinessError('DeployConflict.Blueprint', deploying.name);
    const absent = [
        resourceStructure,
        accountFactory
    ].find(({ status })=>status === 'NotDeployed');
    if (absent) throw new _handler.BusinessError('DependencyViolation.Blueprint', absent.name);
    if ([
        resourceStructure,
        accountFactory
    ].some(({ status })=>status === 'Deleting')) {
        throw new _handler.BusinessError('IncorrectBlueprintStatus');
    }
    return zone;
}
function assertNotUnderWay(accountId, { world, caller, readings }) {
    const status = world.accountFactory.progress(accountId)?.status;
    if (status === 'Pending' || status === 'Scheduling' || status === 'Running') {
        const blueprint = world.accountFactory.zoneOf(caller.accountId)?.accountFactory(world.clock.now());
        throw new _handler.BusinessError('DeployConflict.Blueprint', blueprint?.name ?? '');
    }
    const hasFailed = status === 'Failed' || status === 'ScheduleFailed';
    if (hasFailed && readings.reenrollFailed === 'refused') throw new _handler.BusinessError('IncorrectBlueprintStatus');
}
function assertItems(items) {
    const applied = new Set(items.filter(({ skip })=>!skip).map(({ name })=>name));
    for (const { name, skip } of items){
        const known = _baselineItems.knownBaselineItems.get(name);
        if (!known) throw new _handler.BusinessError('InvalidBaselineItem.NotFound', name);
        const missing = skip ? undefined : known.dependsOn.find((dependency)=>!applied.has(dependency));
        if (missing !== undefined) throw new _handler.BusinessError('DependencyViolation.BaselineItem', name, missing);
    }
}
const isInDirectory = (accountId, { managementAccountId, members })=>accountId === managementAccountId || members.has(accountId);
const invalid = (parameter)=>new _handler.BusinessError('InvalidParameter', parameter);
const blankToUndefined = (text)=>text === '' ? undefined : text;
