/** What is logged of one GraphQL request when it ends; the counters are told in `extensions.cost`, too. */ "use strict";
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
    get createRequestTrace () {
        return createRequestTrace;
    },
    get noteRoute () {
        return noteRoute;
    },
    get noteShared () {
        return noteShared;
    }
});
const createRequestTrace = ()=>({
        estimatedCalls: 0,
        actualCalls: 0,
        coalesced: 0,
        cached: 0,
        upstreamCalls: 0,
        errorCodes: []
    });
const noteShared = (trace, shared)=>{
    if (shared.ageMs === undefined) {
        trace.coalesced += 1;
        return;
    }
    trace.cached += 1;
    trace.oldestAgeMs = Math.max(trace.oldestAgeMs ?? 0, shared.ageMs);
};
const noteRoute = (trace, route)=>{
    trace.routes ??= {
        member: 0,
        accountGroup: 0
    };
    trace.routes[route] += 1;
};
