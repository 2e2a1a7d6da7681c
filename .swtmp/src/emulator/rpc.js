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
    get answerRpc () {
        return answerRpc;
    },
    get maxBodyBytes () {
        return maxBodyBytes;
    }
});
const _nodecrypto = require("node:crypto");
const _Refusal = require("./Refusal");
const _answer = require("./answer");
const _authentication = require("./authentication");
const _breakage = require("./breakage");
const _gatewayErrors = require("./gatewayErrors");
const _handler = require("./handler");
const _parameters = require("./parameters");
const _reply = require("./reply");
const _routing = require("./routing");
const _wireParameters = require("./wireParameters");
const maxBodyBytes = 10 * 1024 * 1024;
/** The most that the query of a GET may have: documented for STS, and enforced for it alone. */ const maxStsQueryBytes = 4096;
const formats = new Map([
    [
        'JSON',
        'JSON'
    ],
    [
        'json',
        'JSON'
    ],
    [
        'XML',
        'XML'
    ],
    [
        'xml',
        'XML'
    ]
]);
async function answerRpc(request, cloud, closing) {
    const requestId = (0, _nodecrypto.randomUUID)().toUpperCase();
    const call = cloud.calls.open(new Date(cloud.options.wallClock()).toISOString(), requestId);
    let context = {
        requestId,
        host: request.host,
        format: cloud.readingsFor().defaultFormat,
        product: undefined
    };
    try {
        const parameters = parametersOf(request);
        const product = (0, _routing.productOf)(parameters);
        cloud.calls.name(call, parameters.get('Version'), parameters.get('Action'));
        call.product = product?.code ?? null;
        context = {
            ...context,
            product,
            format: formatOf(parameters) ?? context.format
        };
        if (request.path !== '/') throw (0, _gatewayErrors.refuse)('InvalidAction.NotFound');
        const route = (0, _routing.routeOf)(request.method, parameters);
        if (product?.service === 'sts' && request.method === 'GET' && request.query.length > maxStsQueryBytes) {
            throw (0, _gatewayErrors.refuse)('RequestTooLarge', String(maxStsQueryBytes));
        }
        const key = (0, _authentication.authenticate)({
            method: request.method,
            parameters
        }, {
            world: cloud.world,
            nonces: cloud.nonces,
            wallClock: cloud.options.wallClock
        });
        call.accountId = key.caller.accountId;
        call.callerId = key.caller.principalId;
        if (cloud.options.quotas) cloud.quotas.count(key.caller.accountId, route.operation);
        return await answerWithFaults({
            route,
            parameters,
            key,
            call,
            context
        }, cloud, closing);
    } catch (error) {
        if (closing.aborted) throw error;
        const refusal = error instanceof _Refusal.Refusal ? error : bug(error, cloud);
        return noted(call, (0, _reply.errorReply)(refusal, context), refusal.code);
    }
}
function parametersOf({ query, body }) {
    if (!body) throw (0, _gatewayErrors.refuse)('RequestTooLarge', String(maxBodyBytes));
    return (0, _wireParameters.unitedParameters)(query, body);
}
function formatOf(parameters) {
    const word = parameters.get('Format') ?? '';
    const format = formats.get(word);
    if (!format && word !== '') throw (0, _gatewayErrors.refuse)('InvalidParameter.Format');
    return format;
}
async function answerWithFaults(authentic, cloud, closing) {
    const { call, context, key, parameters, route } = authentic;
    const { sleep } = cloud.options;
    const plan = cloud.faults.planFor(route.operation, key.caller.accountId, parameters);
    const { breakage } = plan;
    if (plan.delayBeforeMs > 0) await sleep(plan.delayBeforeMs, closing);
    if (breakage && plan.strikes === 'before') {
        return noted(call, (0, _breakage.brokenReply)(breakage, undefined, context), codeOf(breakage));
    }
    const [reply, code] = handle(authentic, plan, cloud);
    if (plan.delayAfterMs > 0) await sleep(plan.delayAfterMs, closing);
    if (!breakage) return noted(call, reply, code);
    const keepsAnswer = breakage.kind === 'truncated' || breakage.kind === 'resetInBody';
    return noted(call, (0, _breakage.brokenReply)(breakage, reply, context), keepsAnswer ? code : codeOf(breakage));
}
const codeOf = (breakage)=>breakage.kind === 'throttle' ? 'Throttling.User' : breakage.code ?? null;
/** The answer of the world, or its refusal; and the code of the latter. */ function handle(authentic, { oddities, lists }, cloud) {
    const { route, parameters, key, call, context } = authentic;
    const { operation } = route;
    const readings = cloud.readingsFor(key);
    try {
        const request = (0, _parameters.decodeRequest)(operation, cloud.listFaults.request(operation, parameters, lists), readings);
        const answer = handlerOf(route, cloud)(request, {
            world: cloud.world,
            caller: key.caller,
            readings,
            effect (description) {
                call.effect = call.effect === null ? description : `${call.effect}; ${description}`;
            }
        });
        const escapedQuotes = context.format === 'XML' && readings.embeddedJsonInXml === 'escaped';
        const body = (0, _answer.encodeAnswer)(operation, answer, context.requestId, readings, {
            ...oddities,
            escapedQuotes
        });
        const changed = cloud.listFaults.change(operation, parameters, lists, body);
        return [
            (0, _reply.printed)(200, `${operation.action}Response`, changed, context),
            null
        ];
    } catch (error) {
        const refusal = refusalOf(error, operation, cloud);
        return [
            (0, _reply.errorReply)(refusal, context, oddities.oddCasing),
            refusal.code
        ];
    }
}
/** The request was decoded by the same table that the handler's type is derived from, which no compiler can see. */ const handlerOf = ({ name }, { options })=>options.handlers[name];
function refusalOf(error, operation, cloud) {
    if (error instanceof _Refusal.Refusal) return error;
    if (!(error instanceof _handler.BusinessError)) return bug(error, cloud);
    const { code, names } = error;
    const row = Object.hasOwn(operation.errors, code) ? operation.errors[code] : (0, _gatewayErrors.gatewayError)(code);
    if (!row) return bug(new Error(`${operation.action} does not document ${code}.`, {
        cause: error
    }), cloud);
    return new _Refusal.Refusal(code, row.status, (0, _gatewayErrors.fillIn)(row.message, names));
}
/** A mistake of ours must be loud, and must not stop the emulator. */ function bug(error, { options }) {
    options.onBug(error);
    return (0, _gatewayErrors.refuse)('InternalError');
}
/** Completes the log's entry with what the client gets; a reply that never arrives has no status. */ function noted(call, reply, code) {
    const arrives = reply.delivery === 'whole' || reply.delivery === 'resetInBody';
    call.status = arrives ? reply.status : null;
    call.code = code;
    return reply;
}
