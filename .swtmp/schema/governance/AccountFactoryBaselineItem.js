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
    get AccountFactoryBaselineItem () {
        return AccountFactoryBaselineItem;
    },
    get AccountFactoryBaselineItemConnection () {
        return AccountFactoryBaselineItemConnection;
    },
    get BaselineItemDependency () {
        return BaselineItemDependency;
    }
});
const _typegraphql = require("type-graphql");
const _connectionOf = require("../relay/connectionOf");
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
let BaselineItemDependency = class BaselineItemDependency {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The item’s name.'
    })
], BaselineItemDependency.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The item’s version. Null if the upstream does not return it.'
    })
], BaselineItemDependency.prototype, "version", void 0);
BaselineItemDependency = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A baseline item that must be applied before another one.'
    })
], BaselineItemDependency);
let AccountFactoryBaselineItem = class AccountFactoryBaselineItem {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(record) {
        return Object.assign(new AccountFactoryBaselineItem(), {
            name: record.Name,
            version: record.Version ?? null,
            description: record.Description ?? null,
            dependsOn: record.DependsOn?.map(({ Name = '', Version })=>({
                    name: Name,
                    version: Version ?? null
                })) ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The item’s name, such as `ACS-BP_ACCOUNT_FACTORY_VPC`.'
    })
], AccountFactoryBaselineItem.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The item’s version, such as `1.0`. Null if the upstream does not return it.'
    })
], AccountFactoryBaselineItem.prototype, "version", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The description of the item, as the upstream returned it. Null if it returned none.'
    })
], AccountFactoryBaselineItem.prototype, "description", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            BaselineItemDependency
        ], {
        nullable: true,
        description: 'The items that must be applied first. Null if the upstream does not return them.'
    })
], AccountFactoryBaselineItem.prototype, "dependsOn", void 0);
AccountFactoryBaselineItem = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A baseline item that the account factory offers.'
    })
], AccountFactoryBaselineItem);
const AccountFactoryBaselineItemConnection = (0, _connectionOf.connectionOf)(AccountFactoryBaselineItem, {
    name: 'AccountFactoryBaselineItem',
    items: 'available baseline items'
});
