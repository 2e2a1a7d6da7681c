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
    get ConfigurationChangeFilter () {
        return ConfigurationChangeFilter;
    },
    get TimeRangeArgs () {
        return TimeRangeArgs;
    },
    get TimeRangeInput () {
        return TimeRangeInput;
    },
    get TimelineArgs () {
        return TimelineArgs;
    }
});
const _typegraphql = require("type-graphql");
const _PageArgs = require("../relay/PageArgs");
const _scalars = require("../scalars");
const _ResourceEventType = require("./ResourceEventType");
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
let TimeRangeInput = class TimeRangeInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'The start of the range, included. Defaults to 30 days before `to`.'
    })
], TimeRangeInput.prototype, "from", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'The end of the range, not included. Defaults to now.'
    })
], TimeRangeInput.prototype, "to", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The length of the range as an ISO 8601 duration, such as `P7D`, `PT12H` or `P1M`. The range ends at `to`, or now by the clock of the upstream. Cannot be combined with `from`.'
    })
], TimeRangeInput.prototype, "last", void 0);
TimeRangeInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'A time range, from `from` inclusive to `to` exclusive.'
    })
], TimeRangeInput);
let ConfigurationChangeFilter = class ConfigurationChangeFilter {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _ResourceEventType.ResourceEventTypeInput
        ], {
        nullable: true,
        description: 'Only changes of these kinds.'
    })
], ConfigurationChangeFilter.prototype, "eventTypes", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            String
        ], {
        nullable: true,
        description: 'Only changes of at least one of these properties. Spell them exactly as the upstream does; case matters.'
    })
], ConfigurationChangeFilter.prototype, "paths", void 0);
ConfigurationChangeFilter = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which changes to return. An omitted member matches every change. A change must match all given members.'
    })
], ConfigurationChangeFilter);
let TimeRangeArgs = class TimeRangeArgs extends _PageArgs.PageArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>TimeRangeInput, {
        nullable: true,
        description: 'The time range. Defaults to the last 30 days. Later pages keep the range of the first.'
    })
], TimeRangeArgs.prototype, "between", void 0);
TimeRangeArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], TimeRangeArgs);
let TimelineArgs = class TimelineArgs extends TimeRangeArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>ConfigurationChangeFilter, {
        nullable: true,
        description: 'Which changes to return. The upstream cannot filter changes: the gateway reads its list until this page is full, at most ten upstream pages of a hundred changes. It costs at most eight more calls than a page without a filter.'
    })
], TimelineArgs.prototype, "filter", void 0);
TimelineArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], TimelineArgs);
