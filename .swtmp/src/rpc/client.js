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
    get createRpcClient () {
        return createRpcClient;
    },
    get defaultPolicies () {
        return defaultPolicies;
    }
});
const _nodeevents = require("node:events");
const _RpcError = require("../errors/RpcError");
const _clock = require("./clock");
const _credentialsFor = require("./credentials/credentialsFor");
const _roleFailures = require("./credentials/roleFailures");
const _encodeParameters = require("./encodeParameters");
const _failures = require("./failures");
const _http = require("./http");
const _attemptTimeout = require("./policies/attemptTimeout");
const _deadline = require("./policies/deadline");
const _policy = require("./policies/policy");
const _quota = require("./policies/quota");
const _readyCredentials = require("./policies/readyCredentials");
const _retry = require("./policies/retry");
const _transport = require("./transport");
function defaultPolicies(clock = _clock.systemClock, share, timeouts, random = Math.random) {
    const keepsQuota = share === undefined ? [] : [
        (0, _quota.quota)({
            clock,
            ...share
        })
    ];
    return [
        (0, _deadline.deadline)({
            clock
        }),
        (0, _readyCredentials.readyCredentials)({
            clock
        }),
        (0, _retry.retry)({
            clock,
            random
        }),
        ...keepsQuota,
        (0, _attemptTimeout.attemptTimeout)({
            clock,
            ...timeouts
        })
    ];
}
function createRpcClient(options) {
    const { endpoints, nonce, wallTime, onAnswer, clock = _clock.systemClock } = options;
    const pools = new _http.HttpPools(options.http);
    const transports = new Map();
    // What is wrong with the settings shows at the start, not with the first call.
    if (typeof endpoints !== 'function') Object.values(endpoints).forEach(_http.toOrigin);
    function createTransport(product) {
        const endpoint = typeof endpoints === 'function' ? endpoints(product) : endpoints[product.service];
        return new _transport.RpcTransport({
            product,
            endpoint,
            pools,
            nonce,
            wallTime,
            onAnswer
        });
    }
    function transportOf(operation) {
        const { product } = operation;
        try {
            const transport = transports.get(product) ?? createTransport(product);
            transports.set(product, transport);
            return transport;
        } catch  {
            throw (0, _failures.failureOf)(operation, {
                kind: 'NOT_SENT',
                detail: 'the product has no usable endpoint'
            });
        }
    }
    function report(call, startedAt, outcome) {
        const { operation, attempt, onAttempt } = call;
        const durationMs = clock.now() - startedAt;
        try {
            onAttempt?.({
                product: operation.product.code,
                action: operation.action,
                attempt,
                durationMs,
                ...outcome
            });
        } catch  {
        // An observer's own trouble must not turn a write that was done into a failure.
        }
    }
    async function attempt(call) {
        const { operation, parameters, signal, attemptSignal, onSent } = call;
        const transport = transportOf(operation);
        const keys = await (0, _credentialsFor.credentialsFor)(call, attemptSignal);
        if (signal?.aborted) {
            throw (0, _failures.failureOf)(operation, {
                kind: 'ABORTED',
                detail: 'the caller went away before anything was sent'
            });
        }
        const startedAt = clock.now();
        try {
            const answer = await transport.send(parameters, {
                operation,
                credentials: keys,
                signal: attemptSignal ?? (operation.kind === 'read' ? signal : undefined),
                onSent
            });
            report(call, startedAt, {
                outcome: 'DONE',
                httpStatus: 200,
                requestId: answer.RequestId
            });
            return answer;
        } catch (error) {
            if (error instanceof _RpcError.RpcError) {
                const { kind, code, httpStatus, requestId } = error;
                report(call, startedAt, {
                    outcome: kind,
                    code,
                    httpStatus,
                    requestId
                });
                throw error.ofAttempt(call.attempt);
            }
            throw error;
        }
    }
    const execute = (0, _policy.compose)(options.policies ?? defaultPolicies(clock, options.quota, {
        connectMs: options.http?.connectTimeoutMs
    }), attempt);
    function bind(context) {
        const { credentials = options.credentials } = context;
        const until = context.deadlineMs === undefined ? undefined : clock.now() + context.deadlineMs;
        function prepare(operation, request, { accountId, urgent, signal, sharedOnly, fresh, shared }) {
            const signals = [
                context.signal,
                signal,
                shared?.signal
            ].filter((each)=>each !== undefined);
            // However many calls wait on one signal, none stays longer than it takes: that is no leak to warn of.
            if (signals.length > 0) (0, _nodeevents.setMaxListeners)(0, ...signals);
            return {
                operation,
                parameters: (0, _encodeParameters.encodeParameters)(operation, request),
                accountId,
                credentials,
                caller: context.caller,
                request: context.request,
                urgent: urgent ?? context.isUrgent?.(),
                signal: signals.length > 1 ? AbortSignal.any(signals) : signals[0],
                end: context.end,
                deadline: until,
                shared,
                attempt: 1,
                admit: context.admit,
                onAttempt: context.onAttempt,
                onShared: context.onShared,
                maxAgeMs: fresh === true ? 0 : context.maxAgeMs,
                sharedOnly
            };
        }
        return {
            async call (operation, request, callOptions = {}) {
                const answer = await execute(prepare(operation, request, callOptions));
                // The reader has gone through the very table that this type is derived from.
                return answer;
            },
            check: (operation, request)=>void (0, _encodeParameters.encodeParameters)(operation, request),
            rehearse: async (operation, request, callOptions = {})=>{
                const { principal } = await (0, _credentialsFor.credentialsInTime)(prepare(operation, request, callOptions), clock);
                return principal === undefined ? undefined : (0, _roleFailures.parseRoleArn)(principal).accountId;
            }
        };
    }
    return {
        ...bind({}),
        withContext: bind,
        close: ()=>pools.close()
    };
}
