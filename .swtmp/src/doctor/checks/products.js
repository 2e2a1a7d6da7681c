"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "productsCheck", {
    enumerable: true,
    get: function() {
        return productsCheck;
    }
});
const _operations = require("../../operations");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _reads = require("../reads");
/** One cheap read for each product. */ const firstReads = [
    {
        operation: ()=>_operations.GetCallerIdentity,
        ask: _reads.identityOf
    },
    {
        operation: _reads.recorderOperation,
        ask: (probe)=>(0, _reads.recorderOf)(probe)
    },
    {
        operation: ()=>_operations.GetResourceDirectory,
        ask: _reads.directoryOf
    },
    {
        operation: ()=>_operations.ListAccountFactoryBaselines,
        ask: _reads.baselinesOf
    }
];
const inWords = (quota)=>quota === 'unknown' ? 'quota not published' : `quota ${quota.calls} calls in ${quota.windowSeconds} s`;
/** Failures that say nothing against the product: it was reached, and what it refuses is the matter of other checks. */ const reached = new Set([
    'CLIENT',
    'AUTH'
]);
const productsCheck = {
    name: 'products',
    about: 'whether each product responds, and its quota',
    run: async (probe)=>{
        const findings = [];
        const unreached = new Map();
        for (const { operation: operationFor, ask } of firstReads){
            const operation = operationFor(probe);
            const { error, durationMs } = await ask(probe);
            const { product, action, quota } = operation;
            const host = new URL(probe.endpointOf(product)).host;
            if (error?.kind === 'CREDENTIALS') findings.push((0, _Finding.skipped)(`${product.code} was not called: no credentials.`));
            else if (error?.kind === 'NOT_SENT') {
                const { detail = '' } = error;
                unreached.set(detail, (unreached.get(detail) ?? new Set()).add(host));
            } else if (error && (0, _diagnose.isOfRole)(operation, error)) {
                findings.push((0, _Finding.skipped)(`${product.code} was not called: the role for it cannot be assumed.`));
            } else if (error && !reached.has(error.kind)) findings.push((0, _diagnose.diagnose)(operation, error, probe));
            else {
                const refusal = error?.code === undefined ? '' : `, though it refuses ${action} (${error.code})`;
                findings.push((0, _Finding.ok)(`${product.code} ${product.version} answers at ${host} in ${Math.round(durationMs)} ms${refusal}; ${action}: ${inWords(quota)}.`));
            }
        }
        for (const [detail, hosts] of unreached)findings.push((0, _diagnose.unreachable)([
            ...hosts
        ], detail, probe));
        return findings;
    }
};
