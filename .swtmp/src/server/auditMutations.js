"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "auditMutations", {
    enumerable: true,
    get: function() {
        return auditMutations;
    }
});
const _nodecrypto = require("node:crypto");
const _RpcError = require("../errors/RpcError");
const _UserError = require("../errors/UserError");
const _causeOf = require("../observability/causeOf");
const auditMutations = ({ log, logger, requestId, caller })=>({ product, action })=>{
        const about = {
            msg: 'audit',
            id: (0, _nodecrypto.randomUUID)(),
            requestId,
            caller,
            product: product.code,
            action
        };
        return {
            intend: async (request, accountId)=>{
                Object.assign(about, {
                    accountId,
                    inputHash: hashOf(request)
                });
                try {
                    await log.write({
                        ...about,
                        phase: 'intent'
                    });
                } catch (error) {
                    logger.error({
                        code: codeOf(error)
                    }, 'audit log cannot be written');
                    throw cannotAudit();
                }
            },
            end: async ({ outcome, code, upstreamRequestId, failure })=>{
                const cause = failure instanceof _RpcError.RpcError ? (0, _causeOf.causeOf)(failure) : undefined;
                const entry = {
                    ...about,
                    phase: 'outcome',
                    outcome,
                    errorCode: code,
                    upstreamRequestId,
                    cause
                };
                if (cause !== undefined) logger.warn({
                    requestId,
                    ...cause
                }, 'upstream call failed');
                try {
                    await log.write(entry);
                } catch (error) {
                    // The mutation has ended: its outcome must not be lost.
                    logger.error({
                        code: codeOf(error),
                        entry
                    }, 'audit log cannot be written');
                }
            }
        };
    };
/** The same for the same request, whatever the order of its fields. */ const hashOf = (request)=>(0, _nodecrypto.createHash)('sha256').update(JSON.stringify(request, sortKeys)).digest('hex');
const sortKeys = (_key, value)=>typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other])=>one < other ? -1 : 1)) : value;
const codeOf = (error)=>String(error.code);
const cannotAudit = ()=>new _UserError.UserError('OVERLOADED', {
        en: 'The gateway cannot write its audit log, so it sends no mutation. Nothing was sent. Its operator must correct this.',
        zh: '网关无法写入审计日志，因此不发送变更操作。未发送任何请求，需要网关的运维人员处理。'
    }, undefined, true);
