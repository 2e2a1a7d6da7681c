"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ResourceTypesResolver", {
    enumerable: true,
    get: function() {
        return ResourceTypesResolver;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../../schema/costs");
const _operations = require("../../src/operations");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
let ResourceTypesResolver = class ResourceTypesResolver {
    async supportedResourceTypes({ currentAccountId, loaders }) {
        return loaders.cloudConfig.supportedResourceTypes.load(await currentAccountId());
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>[
            String
        ], {
        nullable: true,
        description: 'Every resource type that Cloud Config can record, `ACS::Product::Kind`. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetSupportedResourceTypes,
                per: 'document',
                calls: 2
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Ctx)())
], ResourceTypesResolver.prototype, "supportedResourceTypes", null);
ResourceTypesResolver = _ts_decorate([
    (0, _typegraphql.Resolver)()
], ResourceTypesResolver);
