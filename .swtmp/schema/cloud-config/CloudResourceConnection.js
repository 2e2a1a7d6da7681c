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
    get AllResourcesArgs () {
        return AllResourcesArgs;
    },
    get CloudResourceConnection () {
        return CloudResourceConnection;
    },
    get CloudResourceFilter () {
        return CloudResourceFilter;
    },
    get ResourcesArgs () {
        return ResourcesArgs;
    }
});
const _typegraphql = require("type-graphql");
const _PageArgs = require("../relay/PageArgs");
const _connectionOf = require("../relay/connectionOf");
const _CloudResource = require("./CloudResource");
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
const CloudResourceConnection = (0, _connectionOf.connectionOf)(_CloudResource.CloudResource, {
    name: 'CloudResource',
    items: 'cloud resources'
});
let CloudResourceFilter = class CloudResourceFilter {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            String
        ], {
        nullable: true,
        description: 'Only resources in one of these regions. If nothing matches, the gateway compares regions that Alibaba Cloud has not published with those that have resources. That costs at most four calls of GetDiscoveredResourceCounts.'
    })
], CloudResourceFilter.prototype, "regions", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            String
        ], {
        nullable: true,
        description: 'Only resources of one of these types, `ACS::Product::Kind`.'
    })
], CloudResourceFilter.prototype, "resourceTypes", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'Only resources with this ID in their own product.'
    })
], CloudResourceFilter.prototype, "resourceId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'True: only resources that were deleted. False: only those that still exist.'
    })
], CloudResourceFilter.prototype, "deleted", void 0);
CloudResourceFilter = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which resources to return; the upstream filters. An omitted member matches every resource. A resource must match all given members.'
    })
], CloudResourceFilter);
const filterDescription = (counts)=>`Which resources to return. Defaults to those that still exist. If nothing matches, the gateway checks that the resource types and regions exist. A misspelled one is an error with the nearest names. The check of types costs at most two calls of GetSupportedResourceTypes and, for an unsupported type, ${counts} of GetDiscoveredResourceCounts. The cost of \`regions\` is added.`;
let ResourcesArgs = class ResourcesArgs extends _PageArgs.PageArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>CloudResourceFilter, {
        nullable: true,
        description: filterDescription('one')
    })
], ResourcesArgs.prototype, "filter", void 0);
ResourcesArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], ResourcesArgs);
let AllResourcesArgs = class AllResourcesArgs extends ResourcesArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>CloudResourceFilter, {
        nullable: true,
        description: filterDescription('two')
    })
], AllResourcesArgs.prototype, "filter", void 0);
AllResourcesArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], AllResourcesArgs);
