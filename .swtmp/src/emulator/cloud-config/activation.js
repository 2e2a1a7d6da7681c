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
    get assertActivated () {
        return assertActivated;
    },
    get assertKnown () {
        return assertKnown;
    },
    get isActivated () {
        return isActivated;
    },
    get isKnown () {
        return isKnown;
    }
});
const _handler = require("../handler");
function isActivated({ world, caller: { accountId }, readings }) {
    const isForgotten = readings.stoppedRecorder === 'AccountNotExisted' && world.recorders.isStopped(accountId);
    return world.accounts.open(accountId) !== undefined && world.recorders.isActivated(accountId) && !isForgotten;
}
function isKnown(context) {
    const isOpen = context.world.accounts.open(context.caller.accountId) !== undefined;
    return isActivated(context) || isOpen && context.readings.neverActivated === 'REGISTRABLE';
}
function assertKnown(context) {
    if (!isKnown(context)) throw new _handler.BusinessError('AccountNotExisted');
}
function assertActivated(context) {
    if (!isActivated(context)) throw new _handler.BusinessError('AccountNotExisted');
}
