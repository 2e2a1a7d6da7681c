"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "meantAccounts", {
    enumerable: true,
    get: function() {
        return meantAccounts;
    }
});
const _gatewayErrors = require("../gatewayErrors");
const _handler = require("../handler");
function* meantAccounts({ MemberId: memberId, MultiAccount: multiAccount }, { world, caller, readings }) {
    const isRetired = memberId !== undefined || multiAccount === true;
    if (isRetired && readings.retiredParameters === 'rejected') {
        throw (0, _gatewayErrors.invalid)(memberId === undefined ? 'MultiAccount' : 'MemberId');
    }
    const directory = world.directories.ownedBy(caller.accountId);
    const isHonored = isRetired && readings.retiredParameters === 'honoured';
    if (isHonored && memberId !== undefined) {
        if (memberId !== caller.accountId && !directory?.members.has(memberId)) {
            throw new _handler.BusinessError('MemberNotBelongToMaster');
        }
        yield memberId;
        return;
    }
    yield caller.accountId;
    if (isHonored) yield* directory?.members.keys() ?? [];
}
