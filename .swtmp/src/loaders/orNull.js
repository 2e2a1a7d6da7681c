"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "orNull", {
    enumerable: true,
    get: function() {
        return orNull;
    }
});
const _RpcError = require("../errors/RpcError");
const orNull = async (answer, ...codesOfAbsence)=>{
    try {
        return await answer;
    } catch (error) {
        const isAbsence = error instanceof _RpcError.RpcError && [
            error.code,
            error.family
        ].some((code)=>code && codesOfAbsence.includes(code));
        if (isAbsence) return null;
        throw error;
    }
};
