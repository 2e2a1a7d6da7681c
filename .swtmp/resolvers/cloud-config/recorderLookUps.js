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
    get whetherItIsActivated () {
        return whetherItIsActivated;
    },
    get whetherItIsBuilt () {
        return whetherItIsBuilt;
    },
    get whetherItIsInAGroup () {
        return whetherItIsInAGroup;
    },
    get whetherItIsOff () {
        return whetherItIsOff;
    },
    get whetherItIsUpgraded () {
        return whetherItIsUpgraded;
    },
    get whetherItManages () {
        return whetherItManages;
    }
});
const _UserError = require("../../src/errors/UserError");
const _operations = require("../../src/operations");
const _pageSize = require("../../src/pagination/pageSize");
const _loadAccount = require("../resource-manager/loadAccount");
const _lookUps = require("../writing/lookUps");
const whetherItIsBuilt = (context, target, outcome)=>({
        ...ofTheState,
        find: async ()=>isBuilding(await recorderOf(context, target)) ? {
                outcome,
                error: processIsRunning()
            } : undefined
    });
const whetherItIsActivated = (context, target)=>({
        ...ofTheState,
        find: async ()=>await recorderOf(context, target) === null ? (0, _lookUps.rejected)(notActivated()) : undefined
    });
const whetherItIsOff = (context, target)=>({
        ...ofTheState,
        find: async ()=>{
            const record = await recorderOf(context, target);
            return isOff(record) ? {
                outcome: 'ALREADY_DONE',
                error: offAlready()
            } : undefined;
        }
    });
const whetherItIsInAGroup = (context, target)=>({
        subject: {
            en: 'the account groups',
            zh: '账号组'
        },
        explains: [],
        find: async ()=>{
            // There is nothing to stop then, and nothing to look up for an account that Cloud Config does not know.
            if (isOff(await recorderOf(context, target))) return undefined;
            const { field } = target;
            const accountId = await target.settle();
            const { records } = await context.loaders.accountGroups.groupsPage.load({
                MaxResults: _pageSize.maxPageSize
            });
            if (accountId === await context.currentAccountId()) {
                return records.length === 0 ? undefined : (0, _lookUps.rejected)((0, _lookUps.asDocumented)(_operations.StopConfigurationRecorder, 'AdminStopSLRFail'));
            }
            const isOfDirectory = records.some(({ AggregatorType })=>AggregatorType === 'RD');
            const isHeld = isOfDirectory && await (0, _loadAccount.loadAccountRecord)(context, accountId) !== null;
            return isHeld ? (0, _lookUps.rejected)((0, _lookUps.asDocumented)(_operations.StopConfigurationRecorder, 'MemberStopSLRFail', field)) : undefined;
        }
    });
const whetherItManages = (context, { field, settle })=>({
        subject: {
            en: 'whether the account manages a resource directory',
            zh: '该账号是否为资源目录的管理账号'
        },
        explains: [],
        field,
        find: async ()=>{
            const accountId = await settle();
            const directory = await context.loaders.resourceManager.resourceDirectory.load('current');
            if (directory?.MasterAccountId === accountId) return undefined;
            const isOwn = accountId === await context.currentAccountId();
            // Of another account only the directory can tell: one that is not in it may have a directory of its own.
            const mayNot = isOwn || directory !== null && await (0, _loadAccount.loadAccountRecord)(context, accountId) !== null;
            return mayNot ? (0, _lookUps.rejected)((0, _lookUps.asDocumented)(_operations.StartConfigurationRecorder, 'RDMemberNoPermission', field)) : undefined;
        }
    });
const whetherItIsUpgraded = ({ loaders }, { settle })=>({
        subject: {
            en: 'the state of the enterprise edition',
            zh: '企业版的状态'
        },
        explains: [
            'ProcessIsRunning'
        ],
        find: async ()=>{
            const recorder = await loaders.cloudConfig.organization.load(await settle());
            if (recorder?.OrganizationEnableStatus === 'BUILDING') return {
                outcome: 'IN_PROGRESS',
                error: upgradeIsRunning()
            };
            return isBuilding(recorder) ? (0, _lookUps.rejected)(processIsRunning()) : undefined;
        }
    });
const ofTheState = {
    subject: {
        en: 'the state of the recorder',
        zh: '资源监控的状态'
    },
    explains: []
};
const recorderOf = async ({ loaders }, { settle })=>loaders.cloudConfig.configurationRecorder.load(await settle());
const isBuilding = (record)=>record?.ConfigurationRecorderStatus === 'BUILDING' || record?.ConfigurationRecorderStatus === 'REBUILDING';
const isOff = (record)=>record === null || record.ConfigurationRecorderStatus === 'REGISTRABLE';
const processIsRunning = ()=>(0, _lookUps.asDocumented)(_operations.StartConfigurationRecorder, 'ProcessIsRunning');
const notActivated = ()=>new _UserError.UserError('CONFLICT', {
        en: 'Cloud Config is not activated in this account. Start its recorder first.',
        zh: '该账号尚未开通配置审计，请先启动其资源监控。'
    });
const offAlready = ()=>new _UserError.UserError('CONFLICT', {
        en: 'The recorder of this account is already off.',
        zh: '该账号的资源监控已处于关闭状态。'
    });
const upgradeIsRunning = ()=>new _UserError.UserError('CONFLICT', {
        en: 'The organization is already being upgraded to the enterprise edition. Wait until its status is REGISTERED.',
        zh: '该组织正在升级为企业版，请等待其状态变为 REGISTERED。'
    }, undefined, true);
