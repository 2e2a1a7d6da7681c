"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "rightsCheck", {
    enumerable: true,
    get: function() {
        return rightsCheck;
    }
});
const _duties = require("../../ram/duties");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _everyRead = require("../everyRead");
const _reads = require("../reads");
const rightsCheck = {
    name: 'rights',
    about: 'the RAM action of every read',
    run: async (probe)=>{
        if (!(await (0, _reads.identityOf)(probe)).answer) return [
            (0, _Finding.skipped)('The caller is unknown: see credentials.')
        ];
        await (0, _everyRead.everyRead)(probe);
        const standing = await (0, _reads.standingOf)(probe);
        const mayReadDirectory = standing === 'management' || standing === 'delegated';
        const outcomes = probe.outcomes().filter(({ accountId })=>accountId === undefined);
        const called = new Set((0, _duties.operationsFor)((0, _reads.recorderOperation)(probe).product.version));
        const denied = new Map();
        const roles = new Map();
        const spared = new Set();
        for (const { operation, outcome } of outcomes){
            if (!outcome.error) continue;
            if ((0, _diagnose.isOfRole)(operation, outcome.error)) {
                const finding = (0, _diagnose.diagnose)(operation, outcome.error, probe);
                roles.set(finding.message, finding);
                continue;
            }
            if (!(0, _diagnose.isDenied)(outcome.error)) continue;
            // A plain member is denied these for what it is, which the directory's check tells.
            if (operation.product.service === 'resource-manager' && !mayReadDirectory) continue;
            if (called.has(operation)) denied.set(operation.action, (0, _diagnose.diagnose)(operation, outcome.error, probe));
            else spared.add(operation.action);
        }
        if (denied.size + roles.size > 0) return [
            ...roles.values(),
            ...denied.values()
        ];
        const asked = new Set(outcomes.map(({ operation })=>operation)).size;
        if (spared.size === 0) return [
            (0, _Finding.ok)(`RAM denies none of the ${asked} reads that could be tried.`)
        ];
        const others = [
            ...spared
        ].sort().join(', ');
        return [
            (0, _Finding.ok)(`RAM denies ${spared.size} of the ${asked} reads that could be tried, but none that the gateway calls: ${others}.`)
        ];
    }
};
