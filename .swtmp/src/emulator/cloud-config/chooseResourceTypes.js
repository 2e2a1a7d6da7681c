"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "chooseResourceTypes", {
    enumerable: true,
    get: function() {
        return chooseResourceTypes;
    }
});
const _handler = require("../handler");
const _activation = require("./activation");
const _supportedResourceTypes = require("./supportedResourceTypes");
const supported = new Set(_supportedResourceTypes.supportedResourceTypes);
function chooseResourceTypes(asked, context, refusals) {
    const { world, caller, readings } = context;
    const { recorders, directories } = world;
    const { accountId } = caller;
    if (!(0, _activation.isKnown)(context)) throw refusals.notActivated();
    const managementAccountId = directories.joinedBy(accountId)?.managementAccountId;
    const isGoverned = managementAccountId !== undefined && recorders.organizationStatus(managementAccountId) !== 'REGISTRABLE';
    if (isGoverned) throw refusals.governed();
    // `all` alone is legal, too.
    const types = asked.length === 1 && asked[0] === 'all' ? _supportedResourceTypes.supportedResourceTypes : asked;
    if (types.some((type)=>!supported.has(type))) throw new _handler.BusinessError('Invalid.ResourceTypes.Value');
    const before = recorders.status(accountId);
    if (before === 'BUILDING' || before === 'REBUILDING') throw new _handler.BusinessError('ProcessIsRunning');
    const isStarted = before === 'REGISTERED';
    if (!isStarted && readings.putWhenRegistrable === 'AccountNotExisted') throw refusals.notActivated();
    const present = readings.putTypes === 'extends' ? recorders.resourceTypes(accountId) : [];
    const chosen = [
        ...new Set([
            ...present,
            ...types
        ])
    ];
    const unstarted = readings.putWhenRegistrable === 'started' ? 'BUILDING' : 'REGISTRABLE';
    const doneAt = recorders.choose(accountId, chosen, isStarted ? 'REBUILDING' : unstarted);
    if (recorders.status(accountId) === 'BUILDING') world.timelines.discover(accountId, doneAt);
    context.effect(`recorder of account ${accountId} set to ${chosen.length} resource types`);
    return chosen;
}
