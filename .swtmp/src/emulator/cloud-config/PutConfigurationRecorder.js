"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "PutConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return PutConfigurationRecorder;
    }
});
const _handler = require("../handler");
const _chooseResourceTypes = require("./chooseResourceTypes");
const PutConfigurationRecorder = (request, context)=>{
    const { accountId } = context.caller;
    const chosen = (0, _chooseResourceTypes.chooseResourceTypes)(request.ResourceTypes, context, {
        notActivated: ()=>new _handler.BusinessError('AccountNotExisted'),
        governed: ()=>new _handler.BusinessError('RDMemberNoPermission')
    });
    return {
        ConfigurationRecorder: {
            AccountId: accountId,
            ConfigurationRecorderStatus: context.world.recorders.status(accountId),
            ResourceTypes: chosen
        }
    };
};
