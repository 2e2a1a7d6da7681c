"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ConfigurationTimelineConnectionResolver", {
    enumerable: true,
    get: function() {
        return ConfigurationTimelineConnectionResolver;
    }
});
const _typegraphql = require("type-graphql");
const _ConfigurationTimelineConnection = require("../../schema/cloud-config/ConfigurationTimelineConnection");
const _costs = require("../../schema/costs");
const _operations = require("../../src/operations");
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
let ConfigurationTimelineConnectionResolver = class ConfigurationTimelineConnectionResolver {
    async totalCount({ ownCount, toCount }, { loaders }) {
        if (ownCount !== null || toCount === undefined) return ownCount;
        return await loaders.cloudConfig.timelineCount.load(toCount) ?? null;
    }
};
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_typegraphql.Int, {
        nullable: true,
        description: 'The number of changes in the time range. It is exact if few calls can list all changes; equal changes of one millisecond then count once. Otherwise it is the count of the upstream. That counts equal changes separately, and may include those of the millisecond before the range. Null with a filter. Null if the upstream does not count, or if its count proved wrong or counts something else. Only Cloud Config 2019-01-08 counts. One call reads the count there, or none if the gateway uses that version anyway. One more call checks a count that is higher than those that were right in the last hour. The first check of an hour may take two calls. Null if the upstream no longer offers that version, or if the timeline is read through an account group.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetResourceConfigurationTimeline,
                per: 'page',
                isOlder: true,
                untilJudged: 2
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ConfigurationTimelineConnectionResolver.prototype, "totalCount", null);
ConfigurationTimelineConnectionResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_ConfigurationTimelineConnection.ConfigurationTimelineConnection)
], ConfigurationTimelineConnectionResolver);
