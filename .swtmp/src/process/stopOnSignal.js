"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "stopOnSignal", {
    enumerable: true,
    get: function() {
        return stopOnSignal;
    }
});
const _nodeos = require("node:os");
const _nodeperf_hooks = require("node:perf_hooks");
/** How often to check that the parent process still exists. */ const lookEveryMs = 250;
/** Signals that come together are one: npm may repeat the one that the terminal has sent to both. */ const togetherMs = 500;
const stopOnSignal = (stop, isRunByNpm)=>{
    const parent = process.ppid;
    const look = setInterval(()=>{
        if (isRunByNpm && process.ppid !== parent) stopOnce('PARENT_ENDED');
    }, lookEveryMs);
    look.unref();
    let toldAt;
    const stopOnce = (reason)=>{
        if (toldAt !== undefined) return;
        toldAt = _nodeperf_hooks.performance.now();
        clearInterval(look);
        void stop(reason);
    };
    for (const signal of [
        'SIGINT',
        'SIGTERM'
    ]){
        process.on(signal, ()=>{
            if (toldAt !== undefined && _nodeperf_hooks.performance.now() - toldAt > togetherMs) {
                // The person or the orchestrator no longer wants to wait. The code is that of a process which the signal has ended.
                process.exit(128 + _nodeos.constants.signals[signal]);
            }
            stopOnce(signal);
        });
    }
};
