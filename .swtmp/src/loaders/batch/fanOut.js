"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "fanOut", {
    enumerable: true,
    get: function() {
        return fanOut;
    }
});
const _inBatches = require("./inBatches");
const fanOut = (name, loadOne, cacheKey)=>(0, _inBatches.inBatches)(name, (keys)=>keys.map((key)=>loadOne(key)), cacheKey);
