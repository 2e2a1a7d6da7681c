"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "systemClock", {
    enumerable: true,
    get: function() {
        return systemClock;
    }
});
const _nodeperf_hooks = require("node:perf_hooks");
const systemClock = {
    now: ()=>_nodeperf_hooks.performance.now(),
    sleep: (ms, signal)=>new Promise((resolve)=>{
            if (signal?.aborted) {
                resolve();
                return;
            }
            const end = ()=>{
                clearTimeout(timer);
                signal?.removeEventListener('abort', end);
                resolve();
            };
            const timer = setTimeout(end, ms);
            signal?.addEventListener('abort', end);
        })
};
