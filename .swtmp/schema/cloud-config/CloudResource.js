"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get CloudResource () {
        return CloudResource;
    },
    get CloudResourceKeyInput () {
        return CloudResourceKeyInput;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../costs");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
const _Account = require("../resource-manager/Account");
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
let CloudResource = class CloudResource extends _Node.Node {
    static of(key, record) {
        const { accountId, region, resourceType, resourceId } = key;
        return Object.assign(new CloudResource(), {
            id: (0, _globalId.toGlobalId)('CloudResource', accountId, region, resourceType, resourceId),
            accountId,
            region,
            resourceType,
            resourceId,
            account: _Account.Account.of(accountId),
            record
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The Alibaba Cloud account ID of the account that owns the resource.'
    })
], CloudResource.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The region ID of the resource, such as `cn-hangzhou`.'
    })
], CloudResource.prototype, "region", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The resource type, `ACS::Product::Kind`.'
    })
], CloudResource.prototype, "resourceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The ID of the resource in its own product.'
    })
], CloudResource.prototype, "resourceId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        description: 'The account that owns the resource.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'parent'
    })
], CloudResource.prototype, "account", void 0);
CloudResource = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'A cloud resource that Cloud Config records.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "accountId region resourceType resourceId")')
], CloudResource);
let CloudResourceKeyInput = class CloudResourceKeyInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The account that owns the resource. Defaults to the current account.'
    })
], CloudResourceKeyInput.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The region ID of the resource, such as `cn-hangzhou`.'
    })
], CloudResourceKeyInput.prototype, "region", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The resource type, `ACS::Product::Kind`.'
    })
], CloudResourceKeyInput.prototype, "resourceType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The ID of the resource in its own product.'
    })
], CloudResourceKeyInput.prototype, "resourceId", void 0);
CloudResourceKeyInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'What identifies a resource.'
    })
], CloudResourceKeyInput);
