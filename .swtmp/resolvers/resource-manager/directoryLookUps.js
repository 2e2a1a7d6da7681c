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
    get whetherItOwnsTheDirectory () {
        return whetherItOwnsTheDirectory;
    },
    get whetherThereIsADirectory () {
        return whetherThereIsADirectory;
    }
});
const _operations = require("../../src/operations");
const _lookUps = require("../writing/lookUps");
const whetherThereIsADirectory = ({ loaders }, accountId)=>({
        subject: {
            en: 'whether there is a resource directory',
            zh: '是否已有资源目录'
        },
        explains: [],
        find: async ()=>{
            const directory = await loaders.resourceManager.resourceDirectory.load('current');
            if (directory === null) return undefined;
            return directory.MasterAccountId === accountId ? {
                outcome: 'ALREADY_DONE',
                error: (0, _lookUps.asDocumented)(_operations.InitResourceDirectory, 'EntityAlreadyExists.ResourceDirectory')
            } : (0, _lookUps.rejected)((0, _lookUps.asDocumented)(_operations.InitResourceDirectory, 'NotSupport.AccountInAnotherResourceDirectory'));
        }
    });
const whetherItOwnsTheDirectory = ({ loaders }, accountId)=>({
        subject: {
            en: 'whether the account manages a resource directory',
            zh: '该账号是否为资源目录的管理账号'
        },
        explains: [],
        find: async ()=>{
            const directory = await loaders.resourceManager.resourceDirectory.load('current');
            const isOwner = directory?.MasterAccountId === accountId;
            return isOwner ? undefined : (0, _lookUps.rejected)((0, _lookUps.asDocumented)(_operations.EnrollAccount, 'InvalidUser.NotResourceDirectoryMaster'));
        }
    });
