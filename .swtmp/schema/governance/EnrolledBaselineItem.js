"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "EnrolledBaselineItem", {
    enumerable: true,
    get: function() {
        return EnrolledBaselineItem;
    }
});
const _typegraphql = require("type-graphql");
const _BaselineItem = require("./BaselineItem");
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
let EnrolledBaselineItem = class EnrolledBaselineItem extends _BaselineItem.BaselineItem {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(record) {
        return Object.assign(new EnrolledBaselineItem(), _BaselineItem.BaselineItem.fromRecord(record), {
            skip: record.Skip ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        description: 'Whether the item was omitted for this account. Null if the upstream does not return it.'
    })
], EnrolledBaselineItem.prototype, "skip", void 0);
EnrolledBaselineItem = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'One item of the baseline of an enrolled account.'
    })
], EnrolledBaselineItem);
