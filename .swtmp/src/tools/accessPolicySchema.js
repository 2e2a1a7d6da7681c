"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "accessPolicySchema", {
    enumerable: true,
    get: function() {
        return accessPolicySchema;
    }
});
const _AccessPolicy = require("../access/AccessPolicy");
const accessPolicySchema = ()=>({
        path: 'docs/access-policy.schema.json',
        content: `${JSON.stringify((0, _AccessPolicy.accessPolicyJsonSchema)(), null, 2)}\n`
    });
