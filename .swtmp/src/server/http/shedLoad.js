"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "shedLoad", {
    enumerable: true,
    get: function() {
        return shedLoad;
    }
});
const _nodev8 = require("node:v8");
const _underpressure = /*#__PURE__*/ _interop_require_default(require("@fastify/under-pressure"));
const _UserError = require("../../errors/UserError");
const _explanations = require("../../errors/explanations");
const _health = require("./health");
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
/** When requests are refused, besides a slow event loop: at this share of the heap. */ const maxHeapShare = 0.9;
/** How often event loop and heap are measured, milliseconds. */ const sampleEveryMs = 500;
/** How long a client is asked to wait, milliseconds. */ const retryAfterMs = 2000;
const overloaded = new _UserError.UserError('OVERLOADED', (0, _explanations.adviseRetry)(_explanations.passingFailures.OVERLOADED), undefined, true, undefined, retryAfterMs);
const shedLoad = async (app, maxEventLoopDelayMs)=>{
    if (maxEventLoopDelayMs === 0) return;
    // The start itself delays the event loop: what was measured before the second sample after it does not count.
    let isMeasured = false;
    app.addHook('onListen', async ()=>{
        setTimeout(()=>{
            isMeasured = true;
        }, 2 * sampleEveryMs).unref();
    });
    await app.register(_underpressure.default, {
        sampleInterval: sampleEveryMs,
        maxEventLoopDelay: maxEventLoopDelayMs,
        maxHeapUsedBytes: (0, _nodev8.getHeapStatistics)().heap_size_limit * maxHeapShare,
        pressureHandler: async (request)=>{
            if (isMeasured && !(0, _health.isHealthCheck)(request)) throw overloaded;
        }
    });
};
