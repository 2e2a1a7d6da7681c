"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "sharedOnly", {
    enumerable: true,
    get: function() {
        return sharedOnly;
    }
});
const sharedOnly = (loader, readShared)=>async (key)=>{
        const value = await readShared(key);
        loader.prime(key, value);
        return value;
    };
