"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "callersTable", {
    enumerable: true,
    get: function() {
        return callersTable;
    }
});
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const perMinute = (byDefault)=>({
        ...(0, _formats.whole)(0, 10_000_000),
        default: byDefault
    });
const callersTable = {
    requestsPerMinute: (0, _Setting.setting)('CALLER_REQUESTS_PER_MINUTE', {
        ...perMinute(6000),
        description: 'Maximum number of requests per minute of one caller, in each process. A caller is an address. With 0 there is no maximum.'
    }),
    upstreamCallsPerMinute: (0, _Setting.setting)('CALLER_UPSTREAM_CALLS_PER_MINUTE', {
        ...perMinute(60_000),
        description: 'Maximum number of upstream calls per minute of one caller, in each process. The estimate of a document counts until the document has run. With 0 there is no maximum.'
    }),
    maxEventLoopDelayMs: (0, _Setting.setting)('MAX_EVENT_LOOP_DELAY_MS', {
        ...(0, _formats.whole)(0, 60_000),
        default: 500,
        description: 'Mean delay of the event loop, in milliseconds, above which new requests are refused with 503 before their bodies are read. Health checks are answered. With 0 none are refused.'
    })
};
