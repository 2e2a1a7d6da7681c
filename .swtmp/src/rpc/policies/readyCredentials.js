"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readyCredentials", {
    enumerable: true,
    get: function() {
        return readyCredentials;
    }
});
const _RpcError = require("../../errors/RpcError");
const _codeFamilies = require("../../errors/codeFamilies");
const _credentialsFor = require("../credentials/credentialsFor");
const _roleFailures = require("../credentials/roleFailures");
/** Refusals of the keys themselves, before anything was executed: even a write may be sent again with others. */ const refusalsOfKeys = new Set([
    'InvalidSecurityToken.Expired',
    'InvalidSecurityToken.MismatchWithAccessKey',
    'InvalidAccessKeyId',
    'InvalidAccessKeyId.NotFound',
    'InvalidAccessKeyId.Inactive'
]);
const isOfKeys = ({ kind, code }, operation)=>refusalsOfKeys.has(code) || operation.kind === 'read' && kind === 'AUTH' && (0, _codeFamilies.isCodeOfKeys)(code ?? '');
function readyCredentials({ clock }) {
    return {
        execute: async (call, next)=>{
            const { operation, accountId, credentials: source } = call;
            let used = await (0, _credentialsFor.credentialsInTime)(call, clock);
            const send = async ()=>{
                let isReady = true;
                // The first attempt takes what is at hand, any other asks anew; and it is noted what was used last.
                const get = async (ask)=>{
                    if (!isReady) used = await source.get(ask);
                    isReady = false;
                    return used;
                };
                try {
                    return await next({
                        ...call,
                        credentials: {
                            get,
                            standsFor: source
                        }
                    });
                } catch (error) {
                    throw error instanceof _RpcError.RpcError ? (0, _roleFailures.notAllowed)(error, operation, used) : error;
                }
            };
            try {
                return await send();
            } catch (error) {
                const isRefused = error instanceof _RpcError.RpcError && isOfKeys(error, operation);
                if (!isRefused || source.refused === undefined) throw error;
                const { accessKeyId } = used;
                source.refused(used, {
                    operation,
                    accountId
                });
                used = await (0, _credentialsFor.credentialsInTime)(call, clock);
                if (used.accessKeyId === accessKeyId) throw error;
                return await send();
            }
        }
    };
}
