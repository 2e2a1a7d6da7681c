/**
 * The resources of a RAM permission as a policy names them: the account, and any of whatever else is filled in. A region
 * that is omitted is any, too: pages disagree on whether these products have one.
 *
 * @param resource as the catalogue has it, with `{accountId}`, `{region}` or, from newer pages, `{#AggregatorId}`.
 * @param accountId `*`: whichever account the policy is attached in.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "resourcePattern", {
    enumerable: true,
    get: function() {
        return resourcePattern;
    }
});
const resourcePattern = (resource, accountId = '*')=>resource.replace(/\{#?accountId\}/g, accountId).replace(/\{[^{}]*\}/g, '*').replace(/^(acs:[^:]+):(?=:)/, '$1:*');
