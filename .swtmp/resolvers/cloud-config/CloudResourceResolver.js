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
    get CloudResourceResolver () {
        return CloudResourceResolver;
    },
    get findResource () {
        return findResource;
    }
});
const _typegraphql = require("type-graphql");
const _CloudResource = require("../../schema/cloud-config/CloudResource");
const _costs = require("../../schema/costs");
const _enumValue = require("../../schema/enumValue");
const _CloudTag = require("../../schema/resource-manager/CloudTag");
const _scalars = require("../../schema/scalars");
const _present = require("../../schema/scalars/present");
const _parseTags = require("../../src/changes/parseTags");
const _parseJsonText = require("../../src/json/parseJsonText");
const _operations = require("../../src/operations");
const _currentAccount = require("../currentAccount");
const _parseResourceKey = require("./parseResourceKey");
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
let CloudResourceResolver = class CloudResourceResolver {
    async cloudResource(key, context) {
        const { region, resourceType, resourceId } = (0, _parseResourceKey.parseResourceKey)(key, [
            'key'
        ]);
        const accountId = await (0, _currentAccount.accountOrCurrent)(context, key.accountId, [
            'key',
            'accountId'
        ]);
        const resource = await findResource(context, {
            accountId,
            region,
            resourceType,
            resourceId
        });
        const slip = resource === null ? (0, _parseResourceKey.slipIn)(key, [
            'key'
        ]) : undefined;
        if (slip !== undefined) throw slip;
        return resource;
    }
    async resourceName(resource, context) {
        return (0, _present.presentText)((await recordOf(resource, context))?.ResourceName);
    }
    async createdAt(resource, context) {
        return (0, _present.presentDate)((await recordOf(resource, context))?.ResourceCreationTime);
    }
    async tags(resource, context) {
        const text = (await recordOf(resource, context))?.Tags;
        return text === undefined ? null : (0, _parseTags.parseTags)(text);
    }
    async deleted(resource, context) {
        const record = await recordOf(resource, context);
        if (record === null) return true;
        // The reverse of what the wire's name suggests.
        return record.ResourceDeleted === undefined ? null : record.ResourceDeleted === 0;
    }
    async resourceStatus(resource, context) {
        return (0, _present.presentText)((await recordOf(resource, context))?.ResourceStatus);
    }
    async availabilityZone(resource, context) {
        return (0, _present.presentText)((await detailOf(resource, context))?.AvailabilityZone);
    }
    async configuration(resource, context) {
        const text = (await detailOf(resource, context))?.Configuration;
        return text === undefined ? null : (0, _parseJsonText.parseJsonText)(text);
    }
    async rawConfiguration(resource, context) {
        return (await detailOf(resource, context))?.Configuration ?? null;
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_CloudResource.CloudResource, {
        nullable: true,
        description: 'The resource with this key. Null if Cloud Config has no such resource. A key with an invalid part is an error.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.DescribeDiscoveredResource,
                per: 'object'
            }
        ],
        object: 'arguments',
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('key', ()=>_CloudResource.CloudResourceKeyInput, {
        description: 'What identifies the resource.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "cloudResource", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The resource’s name. Null if it has none.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "resourceName", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the resource was created. Null if Cloud Config does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "createdAt", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _CloudTag.CloudTag
        ], {
        nullable: true,
        description: 'The resource’s tags. Null if Cloud Config does not return them, or if they cannot be parsed.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "tags", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>Boolean, {
        nullable: true,
        description: 'Whether Cloud Config no longer finds the resource. Its timeline remains. Null if Cloud Config does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "deleted", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The state of the resource, as its product names it. Null if it has none.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "resourceStatus", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The zone of the resource. Null if it has none.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.DescribeDiscoveredResource,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "availabilityZone", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.JSONValue, {
        nullable: true,
        description: 'All properties of the resource. Null if Cloud Config does not return them, or if they cannot be parsed: see `rawConfiguration`. Integers beyond 2^53 are returned as strings.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.DescribeDiscoveredResource,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "configuration", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('configuration')
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.DescribeDiscoveredResource,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], CloudResourceResolver.prototype, "rawConfiguration", null);
CloudResourceResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_CloudResource.CloudResource)
], CloudResourceResolver);
const findResource = async (context, key)=>{
    const record = await context.loaders.cloudConfig.resourceDetail.load(key);
    return record && _CloudResource.CloudResource.of(key, record);
};
const detailOf = (resource, { loaders })=>loaders.cloudConfig.resourceDetail.load(resource);
/** What a list has brought with the resource, or else what the detail call tells. */ const recordOf = (resource, context)=>resource.record ?? detailOf(resource, context);
