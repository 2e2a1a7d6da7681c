"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "recorderHandlers", {
    enumerable: true,
    get: function() {
        return recorderHandlers;
    }
});
const _handler = require("../../handler");
const _activation = require("../activation");
const _chooseResourceTypes = require("../chooseResourceTypes");
const _productErrors = require("../productErrors");
const _startRecorder = require("../startRecorder");
const recorderHandlers = {
    GetConfigurationRecorder (_request, context) {
        (0, _activation.assertKnown)(context);
        return {
            ConfigurationRecorder: toRecord(context)
        };
    },
    StartConfigurationRecorder2020 (_request, context) {
        assertOpen(context);
        return {
            ConfigurationRecorder: toRecord(context, (0, _startRecorder.startRecorder)(context))
        };
    },
    UpdateConfigurationRecorder ({ ResourceTypes: types }, context) {
        (0, _chooseResourceTypes.chooseResourceTypes)(types, context, {
            // The operation documents no code for either; these are the product's.
            notActivated: ()=>(0, _productErrors.productRefusal)('ConfigServiceNotEnabled'),
            governed: ()=>(0, _productErrors.productRefusal)('EnterpriseEditionAllResourceTypesDefault')
        });
        return {
            ConfigurationRecorder: toRecord(context)
        };
    },
    StopConfigurationRecorder (_request, context) {
        const { world, caller, readings } = context;
        const { accountId } = caller;
        assertOpen(context);
        if (world.accountGroups.ownedBy(accountId).length > 0) throw new _handler.BusinessError('AdminStopSLRFail');
        if (world.accountGroups.hold(accountId, readings)) throw new _handler.BusinessError('MemberStopSLRFail');
        if (world.accounts.get(accountId)?.serviceLinkedRole === 'permanent') throw new _handler.BusinessError('StopSLRFail');
        if (world.recorders.status(accountId) === 'REGISTRABLE') {
            if (readings.stopWhenRegistrable === 'StopSLRFail') throw new _handler.BusinessError('StopSLRFail');
            return {
                StopConfigurationRecorderResult: true
            };
        }
        world.recorders.stop(accountId);
        context.effect(`recorder of account ${accountId} stopped`);
        return {
            StopConfigurationRecorderResult: true
        };
    }
};
/** Start and Stop document no code for an account that was closed; this one is the product's. */ function assertOpen({ world, caller }) {
    if (!world.accounts.open(caller.accountId)) throw (0, _productErrors.productRefusal)('AccountNotExisted');
}
function toRecord({ world, caller: { accountId } }, status) {
    return {
        ConfigurationRecorderStatus: status ?? world.recorders.status(accountId),
        ResourceTypes: world.recorders.resourceTypes(accountId)
    };
}
