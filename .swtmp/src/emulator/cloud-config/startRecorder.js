"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "startRecorder", {
    enumerable: true,
    get: function() {
        return startRecorder;
    }
});
const _handler = require("../handler");
function startRecorder(context, isEnterprise = false) {
    const { world, caller, readings } = context;
    const { recorders, directories } = world;
    const { accountId } = caller;
    if (isEnterprise && !directories.ownedBy(accountId)) throw new _handler.BusinessError('RDMemberNoPermission');
    const before = recorders.status(accountId);
    const isBuilding = before === 'BUILDING' || before === 'REBUILDING';
    if (isBuilding || isEnterprise && recorders.organizationStatus(accountId) === 'BUILDING') {
        throw new _handler.BusinessError('ProcessIsRunning');
    }
    const { serviceLinkedRole } = world.accounts.get(accountId) ?? {};
    if (serviceLinkedRole === 'refused') throw new _handler.BusinessError('CreateSLRFail');
    const changes = [];
    if (serviceLinkedRole === 'creatable') {
        world.accounts.grantServiceLinkedRole(accountId);
        changes.push(`service-linked role of account ${accountId} created`);
    }
    const isStarted = before === 'REGISTRABLE' || !isEnterprise && readings.startWhenRegistered === 'rebuild';
    if (isStarted) {
        world.timelines.discover(accountId, recorders.build(accountId));
        changes.push(`recorder of account ${accountId} started`);
    }
    if (isEnterprise && recorders.organizationStatus(accountId) === 'REGISTRABLE') {
        upgradeOrganization(context);
        changes.push(`enterprise edition of account ${accountId} started`);
    }
    if (changes.length > 0) context.effect(changes.join(', '));
    return isStarted && readings.startAnswer === 'REGISTRABLE' ? 'REGISTRABLE' : recorders.status(accountId);
}
/** The enterprise edition switches every member on as well, except those where the service-linked role is refused. */ function upgradeOrganization({ world, caller }) {
    const { accounts, directories, recorders, timelines } = world;
    recorders.upgradeOrganization(caller.accountId);
    for (const accountId of directories.ownedBy(caller.accountId)?.members.keys() ?? []){
        const account = accounts.open(accountId);
        if (!account || account.serviceLinkedRole === 'refused') continue;
        if (recorders.status(accountId) !== 'REGISTRABLE') continue;
        accounts.grantServiceLinkedRole(accountId);
        timelines.discover(accountId, recorders.build(accountId));
    }
}
