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
    get ComplianceTimelineConnection () {
        return ComplianceTimelineConnection;
    },
    get ComplianceTimelineEdge () {
        return ComplianceTimelineEdge;
    }
});
const _typegraphql = require("type-graphql");
const _PageInfo = require("../relay/PageInfo");
const _ComplianceChange = require("./ComplianceChange");
const _ConfigurationTimelineConnection = require("./ConfigurationTimelineConnection");
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
let ComplianceTimelineEdge = class ComplianceTimelineEdge {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'An opaque cursor for this change. Pass it as `after` to continue in the time range of the first page. It does not expire.'
    })
], ComplianceTimelineEdge.prototype, "cursor", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ComplianceChange.ComplianceChange, {
        description: 'The change at this place.'
    })
], ComplianceTimelineEdge.prototype, "node", void 0);
ComplianceTimelineEdge = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A compliance change and its place in a timeline.'
    })
], ComplianceTimelineEdge);
let ComplianceTimelineConnection = class ComplianceTimelineConnection {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            ComplianceTimelineEdge
        ], {
        description: 'The changes of this page with their cursors.'
    })
], ComplianceTimelineConnection.prototype, "edges", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _ComplianceChange.ComplianceChange
        ], {
        description: 'The changes of this page.'
    })
], ComplianceTimelineConnection.prototype, "nodes", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_PageInfo.PageInfo, {
        description: 'The position of this page. `hasNextPage` is exact.'
    })
], ComplianceTimelineConnection.prototype, "pageInfo", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ConfigurationTimelineConnection.TimeRange, {
        description: 'The time range that was read, also if none was given. Later pages keep the range of the first.'
    })
], ComplianceTimelineConnection.prototype, "range", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.Int, {
        nullable: true,
        description: 'How many changes the time range holds. Null if one page does not hold them all: the upstream’s own count is not relied on.'
    })
], ComplianceTimelineConnection.prototype, "totalCount", void 0);
ComplianceTimelineConnection = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A page of the compliance changes of one resource, newest first.'
    })
], ComplianceTimelineConnection);
