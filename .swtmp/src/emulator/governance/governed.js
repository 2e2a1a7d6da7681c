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
    get assertGoverns () {
        return assertGoverns;
    },
    get assertVerified () {
        return assertVerified;
    },
    get governingAccountId () {
        return governingAccountId;
    },
    get toIsoSeconds () {
        return toIsoSeconds;
    }
});
const _handler = require("../handler");
const governingAccountId = ({ world, caller })=>{
    const { directories } = world;
    const directory = directories.ownedBy(caller.accountId) ?? directories.joinedBy(caller.accountId);
    return directory?.managementAccountId ?? caller.accountId;
};
function assertVerified(context) {
    if (context.world.accounts.open(governingAccountId(context))?.verification !== 'enterprise') {
        throw new _handler.BusinessError('InvalidEnterpriseRealName.NotFound');
    }
}
function assertGoverns({ world, caller }) {
    const { accountFactory, directories } = world;
    const governs = accountFactory.zoneOf(caller.accountId) ?? directories.ownedBy(caller.accountId);
    if (!governs) throw new _handler.BusinessError('InvalidUser.NotFound');
}
const toIsoSeconds = (ms)=>`${new Date(ms).toISOString().slice(0, 19)}Z`;
