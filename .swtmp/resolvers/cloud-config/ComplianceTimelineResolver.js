"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ComplianceTimelineResolver", {
    enumerable: true,
    get: function() {
        return ComplianceTimelineResolver;
    }
});
const _typegraphql = require("type-graphql");
const _CloudResource = require("../../schema/cloud-config/CloudResource");
const _ComplianceChange = require("../../schema/cloud-config/ComplianceChange");
const _ComplianceTimelineConnection = require("../../schema/cloud-config/ComplianceTimelineConnection");
const _TimelineArgs = require("../../schema/cloud-config/TimelineArgs");
const _costs = require("../../schema/costs");
const _operations = require("../../src/operations");
const _toConnection = require("../../src/pagination/toConnection");
const _timelinePageKey = require("./timelinePageKey");
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
let ComplianceTimelineResolver = class ComplianceTimelineResolver {
    async complianceTimeline(resource, args, context) {
        const { cursors, ...key } = await (0, _timelinePageKey.parseTimelinePage)('complianceTimeline', resource, args, [], context);
        const page = await context.loaders.cloudConfig.compliancePage.load(key);
        const connection = (0, _toConnection.toConnection)(page, cursors, args.after, (record)=>_ComplianceChange.ComplianceChange.fromRecord(record));
        return {
            ...connection,
            range: {
                from: new Date(key.from),
                to: new Date(key.to)
            }
        };
    }
};
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ComplianceTimelineConnection.ComplianceTimelineConnection, {
        nullable: true,
        description: 'How the compliance of this resource with the rules of Cloud Config changed, newest first. Null if it cannot be read. Empty if no rule evaluated the resource in the time range.'
    }),
    (0, _costs.Costs)({
        page: (0, _timelinePageKey.timelinePageCosts)(_operations.GetResourceComplianceTimeline),
        object: 'parent',
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_TimelineArgs.TimeRangeArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], ComplianceTimelineResolver.prototype, "complianceTimeline", null);
ComplianceTimelineResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_CloudResource.CloudResource)
], ComplianceTimelineResolver);
