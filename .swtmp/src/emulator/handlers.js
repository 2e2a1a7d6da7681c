"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "handlers", {
    enumerable: true,
    get: function() {
        return handlers;
    }
});
const _operations = require("../operations");
const _Refusal = require("./Refusal");
const _handlers = require("./cloud-config/2020-09-07/handlers");
const _handlers1 = require("./cloud-config/handlers");
const _handlers2 = require("./governance/handlers");
const _handler = require("./handler");
const _handlers3 = require("./resource-manager/handlers");
const _handlers4 = require("./sts/handlers");
const byName = {
    ..._handlers1.cloudConfigHandlers,
    ..._handlers.cloudConfig2020Handlers,
    ..._handlers3.resourceManagerHandlers,
    ..._handlers2.governanceHandlers,
    ..._handlers4.stsHandlers
};
const handlers = Object.fromEntries(Object.entries(byName).map(([name, handle])=>{
    const operation = _operations.catalogue[name];
    const guarded = (request, context)=>{
        const world = context.world.forRequest();
        assertUp(operation, context);
        assertPermitted(operation, context);
        // A world that keeps nothing has no effects to note.
        return handle(request, world === context.world ? context : {
            ...context,
            world,
            effect: ()=>undefined
        });
    };
    return [
        name,
        guarded
    ];
}));
function assertUp({ product, errors }, { world }) {
    if (!world.isDown(product.code)) return;
    // Resource Management documents neither code for itself; the gateway's own then stands in.
    throw new _handler.BusinessError('InternalError' in errors ? 'InternalError' : 'ServiceUnavailable');
}
function assertPermitted({ ram, errors }, { world, caller }) {
    if (ram === 'none') return;
    if (world.permits(caller.principalId, ram.action) && caller.may?.(ram.action) !== false) return;
    if ('NoPermission' in errors) throw new _handler.BusinessError('NoPermission');
    throw new _Refusal.Refusal('Forbidden.RAM', 403, "User not authorized to operate on the specified resource, or this API doesn't support RAM.");
}
