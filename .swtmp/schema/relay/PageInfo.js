"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "PageInfo", {
    enumerable: true,
    get: function() {
        return PageInfo;
    }
});
const _typegraphql = require("type-graphql");
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
let PageInfo = class PageInfo {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        description: 'Whether more items follow this page.'
    })
], PageInfo.prototype, "hasNextPage", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        description: 'Whether this page was requested with `after`. Connections only page forward.'
    })
], PageInfo.prototype, "hasPreviousPage", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The cursor of the first edge. Null on an empty page.'
    })
], PageInfo.prototype, "startCursor", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The cursor to pass as `after` for the next page. Null if nothing follows an empty page.'
    })
], PageInfo.prototype, "endCursor", void 0);
PageInfo = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'Pagination details of a connection.'
    }),
    (0, _typegraphql.Directive)('@shareable')
], PageInfo);
