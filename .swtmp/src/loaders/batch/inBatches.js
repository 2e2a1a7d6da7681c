"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "inBatches", {
    enumerable: true,
    get: function() {
        return inBatches;
    }
});
const _dataloader = /*#__PURE__*/ _interop_require_default(require("dataloader"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const inBatches = (name, loadMany, cacheKey = String)=>{
    const loader = new _dataloader.default(async (keys)=>{
        const answers = await Promise.allSettled(await loadMany(keys));
        return keys.map((key, index)=>{
            const answer = answers[index];
            if (answer?.status === 'fulfilled') return answer.value;
            loader.clear(key);
            const reason = answer?.reason;
            return reason instanceof Error ? reason : new Error(`The loader ${name} failed.`);
        });
    }, {
        name,
        cacheKeyFn: cacheKey,
        // After real I/O the default scheduler makes batches of one.
        batchScheduleFn: (callback)=>setImmediate(callback)
    });
    return loader;
};
