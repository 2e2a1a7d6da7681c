"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CloudResourcesResolver", {
    enumerable: true,
    get: function() {
        return CloudResourcesResolver;
    }
});
const _typegraphql = require("type-graphql");
const _CloudResourceConnection = require("../../schema/cloud-config/CloudResourceConnection");
const _costs = require("../../schema/costs");
const _UserError = require("../../src/errors/UserError");
const _requireText = require("../requireText");
const _listAllResources = require("./listAllResources");
const _listGroupResources = require("./listGroupResources");
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
let CloudResourcesResolver = class CloudResourcesResolver {
    async cloudResources(args, accountGroupId, context) {
        if (accountGroupId == null) return (0, _listAllResources.listAllResources)(await findDirectoryGroup(context), args, context);
        return (0, _listGroupResources.listGroupResources)('cloudResources', (0, _requireText.requireText)(accountGroupId, [
            'accountGroupId'
        ]), args, context);
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_CloudResourceConnection.CloudResourceConnection, {
        nullable: true,
        description: 'The resources that Cloud Config records in all accounts, read through an account group. Null if they cannot be read. Without `accountGroupId`, the gateway looks for the group of the whole directory, with one call per hundred groups. If the management account is not a member of that group, its resources follow at the end, read in that account with one more call. Two cached calls look up the members for this. These three calls are made on a page that reaches the end of the group’s list, and on any page if `totalCount` is selected. If those resources cannot be read, the page after the last member’s resources reports the error: credentials of a delegated administrator need a role in the management account. With `accountGroupId`, the list contains only the resources of that group.'
    }),
    (0, _costs.Costs)(_listAllResources.allResourcesCosts),
    _ts_param(0, (0, _typegraphql.Args)(()=>_CloudResourceConnection.AllResourcesArgs)),
    _ts_param(1, (0, _typegraphql.Arg)('accountGroupId', ()=>_typegraphql.ID, {
        nullable: true,
        description: 'Returns only the resources of this account group, `ca-…`. Defaults to the group of the whole directory plus the management account.'
    })),
    _ts_param(2, (0, _typegraphql.Ctx)())
], CloudResourcesResolver.prototype, "cloudResources", null);
CloudResourcesResolver = _ts_decorate([
    (0, _typegraphql.Resolver)()
], CloudResourcesResolver);
/** The ID of the account group that covers the directory; null without one. @throws UserError NOT_FOUND if no group does. */ const findDirectoryGroup = async ({ loaders })=>{
    const group = await loaders.accountGroups.ofDirectory.load('current');
    if (group !== null) return group.AggregatorId;
    if (await loaders.resourceManager.resourceDirectory.load('current') === null) return null;
    throw new _UserError.UserError('NOT_FOUND', {
        en: 'No account group covers the whole directory. Pass accountGroupId to use another group, which `accountGroups` lists, or create one of the type “resource directory” in Cloud Config.',
        zh: '没有覆盖整个资源目录的账号组。请通过 accountGroupId 指定其他账号组（可由 `accountGroups` 查询），或在配置审计中新建类型为“资源目录”的账号组。'
    }, [
        'accountGroupId'
    ]);
};
