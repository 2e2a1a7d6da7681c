"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "demoWorld", {
    enumerable: true,
    get: function() {
        return demoWorld;
    }
});
const _company = require("./company");
const _resources = require("./resources");
const _rules = require("./rules");
function demoWorld() {
    return {
        name: 'demo',
        description: 'A trading company with a dozen members, a landing zone and a few hundred recorded changes.',
        epoch: new Date(_company.demoEpoch).toISOString(),
        keys: [
            {
                id: 'sandboxid',
                secret: 'sandboxsecret',
                accountId: _company.demoAccounts.sandbox
            }
        ],
        ...(0, _company.company)(),
        resources: (0, _resources.demoResources)(),
        complianceRules: (0, _rules.demoRules)()
    };
}
