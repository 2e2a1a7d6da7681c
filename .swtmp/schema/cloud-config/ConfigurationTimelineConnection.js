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
    get ConfigurationTimelineConnection () {
        return ConfigurationTimelineConnection;
    },
    get ConfigurationTimelineEdge () {
        return ConfigurationTimelineEdge;
    },
    get TimeRange () {
        return TimeRange;
    }
});
const _typegraphql = require("type-graphql");
const _PageInfo = require("../relay/PageInfo");
const _scalars = require("../scalars");
const _ConfigurationChange = require("./ConfigurationChange");
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
let ConfigurationTimelineEdge = class ConfigurationTimelineEdge {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'An opaque cursor for this change. Pass it as `after` to continue in the time range of the first page. It does not expire.'
    })
], ConfigurationTimelineEdge.prototype, "cursor", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ConfigurationChange.ConfigurationChange, {
        description: 'The change at this position.'
    })
], ConfigurationTimelineEdge.prototype, "node", void 0);
ConfigurationTimelineEdge = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A change and its position in a timeline.'
    })
], ConfigurationTimelineEdge);
let TimeRange = class TimeRange {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        description: 'The start of the range, included.'
    })
], TimeRange.prototype, "from", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        description: 'The end of the range, not included.'
    })
], TimeRange.prototype, "to", void 0);
TimeRange = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A time range, from `from` inclusive to `to` exclusive.'
    })
], TimeRange);
let ConfigurationTimelineConnection = class ConfigurationTimelineConnection {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            ConfigurationTimelineEdge
        ], {
        description: 'The changes of this page with their cursors.'
    })
], ConfigurationTimelineConnection.prototype, "edges", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _ConfigurationChange.ConfigurationChange
        ], {
        description: 'The changes of this page.'
    })
], ConfigurationTimelineConnection.prototype, "nodes", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_PageInfo.PageInfo, {
        description: 'Pagination details. `hasNextPage` is exact, except with a filter: then it can be true although no later item matches.'
    })
], ConfigurationTimelineConnection.prototype, "pageInfo", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>TimeRange, {
        description: 'The time range that was read, also if the request named none or half of one. Later pages keep the range of the first.'
    })
], ConfigurationTimelineConnection.prototype, "range", void 0);
ConfigurationTimelineConnection = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A page of the configuration changes of one resource, newest first.'
    })
], ConfigurationTimelineConnection);
