"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "connectionOf", {
    enumerable: true,
    get: function() {
        return connectionOf;
    }
});
const _typegraphql = require("type-graphql");
const _PageInfo = require("./PageInfo");
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
const connectionOf = (nodeClass, words)=>{
    const { name, items, totalCountIsNull } = words;
    let Edge = class Edge {
    };
    _ts_decorate([
        (0, _typegraphql.Field)(()=>String, {
            description: 'An opaque cursor for this item. Pass it as `after` to continue. It does not expire.'
        })
    ], Edge.prototype, "cursor", void 0);
    _ts_decorate([
        (0, _typegraphql.Field)(()=>nodeClass, {
            description: 'The item itself.'
        })
    ], Edge.prototype, "node", void 0);
    Edge = _ts_decorate([
        (0, _typegraphql.ObjectType)(`${name}Edge`, {
            simpleResolvers: true,
            description: `One item of a page of ${items}, with its cursor.`
        })
    ], Edge);
    let Connection = class Connection {
    };
    _ts_decorate([
        (0, _typegraphql.Field)(()=>[
                Edge
            ], {
            description: 'The items of this page with their cursors.'
        })
    ], Connection.prototype, "edges", void 0);
    _ts_decorate([
        (0, _typegraphql.Field)(()=>[
                nodeClass
            ], {
            description: 'The items of this page.'
        })
    ], Connection.prototype, "nodes", void 0);
    _ts_decorate([
        (0, _typegraphql.Field)(()=>_PageInfo.PageInfo, {
            description: 'Pagination details. `hasNextPage` is never false if more items follow. It can be true although none follows: with a filter, after ten upstream pages without an item, or if the upstream counts more items than it lists.'
        })
    ], Connection.prototype, "pageInfo", void 0);
    Connection = _ts_decorate([
        (0, _typegraphql.ObjectType)(`${name}Connection`, {
            simpleResolvers: true,
            description: `A page of ${items}.`
        })
    ], Connection);
    if (totalCountIsNull !== undefined) {
        const description = `The total number of items. Null ${totalCountIsNull}.`;
        (0, _typegraphql.Field)(()=>_typegraphql.Int, {
            nullable: true,
            description
        })(Connection.prototype, 'totalCount');
    }
    return Connection;
};
