"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "orNullIfRetired", {
    enumerable: true,
    get: function() {
        return orNullIfRetired;
    }
});
const _RpcError = require("../../errors/RpcError");
/** `InvalidVersion`, `InvalidAction.NotFound`, `InvalidApi.NotFound`, `UnsupportedVersion`, …: no such API any more. */ const retiredApi = /^(Invalid|Unsupported|NotSupported|NoSuch|Unknown|Deprecated)(Version|Action|Api|Product)(\.|$)/;
/** HTTP statuses by which a host without a readable error says that nothing is there. */ const gone = new Set([
    404,
    410
]);
const orNullIfRetired = async (answer)=>{
    try {
        return await answer;
    } catch (error) {
        if (error instanceof _RpcError.RpcError && isRetired(error)) return null;
        throw error;
    }
};
const isRetired = ({ kind, code, httpStatus })=>code === undefined ? kind === 'BAD_RESPONSE' && gone.has(httpStatus) : kind === 'CLIENT' && (httpStatus === 410 || retiredApi.test(code));
