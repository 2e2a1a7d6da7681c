"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "compose", {
    enumerable: true,
    get: function() {
        return compose;
    }
});
function compose(policies, last) {
    return policies.reduceRight((next, policy)=>(call)=>policy.execute(call, next), last);
}
