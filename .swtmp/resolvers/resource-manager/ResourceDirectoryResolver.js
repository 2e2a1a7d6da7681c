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
    get ResourceDirectoryResolver () {
        return ResourceDirectoryResolver;
    },
    get loadResourceDirectory () {
        return loadResourceDirectory;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../../schema/costs");
const _AccountConnection = require("../../schema/resource-manager/AccountConnection");
const _ResourceDirectory = require("../../schema/resource-manager/ResourceDirectory");
const _accounts = require("./accounts");
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
let ResourceDirectoryResolver = class ResourceDirectoryResolver {
    resourceDirectory(context) {
        return loadResourceDirectory(context);
    }
    accounts(args, context) {
        return (0, _accounts.listAccounts)(args, context);
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_ResourceDirectory.ResourceDirectory, {
        nullable: true,
        description: 'The resource directory that the current account owns or belongs to. Null if there is none.'
    }),
    (0, _costs.Costs)({
        loads: [
            _costs.directoryLoad
        ]
    }),
    _ts_param(0, (0, _typegraphql.Ctx)())
], ResourceDirectoryResolver.prototype, "resourceDirectory", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountConnection.AccountConnection, {
        nullable: true,
        description: 'The member accounts of the directory and the gateway’s own account, the same list as `Query.accounts`. Null if they cannot be read.'
    }),
    (0, _costs.Costs)(_accounts.accountsCosts),
    _ts_param(0, (0, _typegraphql.Args)(()=>_AccountConnection.AccountsArgs)),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ResourceDirectoryResolver.prototype, "accounts", null);
ResourceDirectoryResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_ResourceDirectory.ResourceDirectory)
], ResourceDirectoryResolver);
const loadResourceDirectory = async ({ loaders })=>{
    const record = await loaders.resourceManager.resourceDirectory.load('current');
    return record && _ResourceDirectory.ResourceDirectory.fromRecord(record);
};
