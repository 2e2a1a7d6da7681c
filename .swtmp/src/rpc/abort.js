/** Nobody waits for the call any more. */ "use strict";
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
    get AttemptTimeout () {
        return AttemptTimeout;
    },
    get CallerGone () {
        return CallerGone;
    },
    get reasonOf () {
        return reasonOf;
    },
    get untilAborted () {
        return untilAborted;
    }
});
let CallerGone = class CallerGone extends Error {
    constructor(...args){
        super(...args), this.name = 'CallerGone';
    }
};
let AttemptTimeout = class AttemptTimeout extends Error {
    constructor(timeoutMs){
        super(`no complete answer within ${Math.round(timeoutMs)} ms`), this.timeoutMs = timeoutMs, this.name = 'AttemptTimeout';
    }
};
function untilAborted(promise, signal) {
    if (!signal) return promise;
    return new Promise((resolve, reject)=>{
        const abort = ()=>{
            reject(reasonOf(signal));
        };
        if (signal.aborted) abort();
        signal.addEventListener('abort', abort);
        promise.then(resolve, reject).finally(()=>{
            signal.removeEventListener('abort', abort);
        });
    });
}
function reasonOf(signal) {
    return signal.reason instanceof AttemptTimeout ? signal.reason : new CallerGone('the caller went away');
}
