"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountResourcesResolver", {
    enumerable: true,
    get: function() {
        return AccountResourcesResolver;
    }
});
const _typegraphql = require("type-graphql");
const _CloudResourceConnection = require("../../schema/cloud-config/CloudResourceConnection");
const _ResourceCount = require("../../schema/cloud-config/ResourceCount");
const _costs = require("../../schema/costs");
const _Account = require("../../schema/resource-manager/Account");
const _operations = require("../../src/operations");
const _checkEmptyList = require("./checkEmptyList");
const _listResources = require("./listResources");
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
const countKeys = {
    REGION: 'Region',
    RESOURCE_TYPE: 'ResourceType'
};
let AccountResourcesResolver = class AccountResourcesResolver {
    resources({ accountId }, args, context) {
        return (0, _listResources.listResources)(accountId, args, context);
    }
    async resourceCounts({ accountId }, by, context) {
        const counts = await context.loaders.cloudConfig.resourceCounts.load({
            accountId,
            by: countKeys[by]
        });
        return counts.map(({ GroupName = '', ResourceCount: count = 0 })=>({
                name: GroupName,
                count
            }));
    }
};
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_CloudResourceConnection.CloudResourceConnection, {
        nullable: true,
        description: 'The resources that Cloud Config records in the account. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListDiscoveredResources,
            peeks: 1
        },
        filter: (0, _checkEmptyList.resourcesFilterCosts)('parent'),
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_CloudResourceConnection.ResourcesArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], AccountResourcesResolver.prototype, "resources", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _ResourceCount.ResourceCount
        ], {
        nullable: true,
        description: 'The number of resources that Cloud Config records in the account. Null if they cannot be counted.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetDiscoveredResourceCounts,
                per: 'arguments'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Arg)('by', ()=>_ResourceCount.ResourceCountKey, {
        description: 'What to count by.'
    })),
    _ts_param(2, (0, _typegraphql.Ctx)())
], AccountResourcesResolver.prototype, "resourceCounts", null);
AccountResourcesResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_Account.Account)
], AccountResourcesResolver);
