"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "timelineHandlers", {
    enumerable: true,
    get: function() {
        return timelineHandlers;
    }
});
const _GetResourceComplianceTimeline = require("../GetResourceComplianceTimeline");
const _GetResourceConfigurationTimeline = require("../GetResourceConfigurationTimeline");
const _ResourceKey = require("../ResourceKey");
const _activation = require("../activation");
const _timelinePage = require("../timelinePage");
const timelineHandlers = {
    GetResourceConfigurationTimeline2020 (request, context) {
        (0, _activation.assertActivated)(context);
        const { MaxResults: limit = 10 } = request;
        const query = {
            ...request,
            limit,
            scope: '2020-09-07/'
        };
        const page = (0, _timelinePage.readTimelinePage)((0, _ResourceKey.keyOf)(request, context.caller.accountId), query, context, _GetResourceConfigurationTimeline.asRecorded);
        return {
            ResourceConfigurationTimeline: {
                ConfigurationList: page.changes.map((change)=>({
                        ...(0, _GetResourceConfigurationTimeline.toChangeRecord)(change, page.history),
                        Relationship: change.relationship ?? '',
                        RelationshipDiff: change.relationshipDiff ?? ''
                    })),
                MaxResults: limit,
                NextToken: page.nextToken
            }
        };
    },
    GetResourceComplianceTimeline2020 (request, context) {
        (0, _activation.assertActivated)(context);
        const { MaxResults: limit = 10 } = request;
        const query = {
            ...request,
            limit,
            scope: '2020-09-07/compliance/'
        };
        const { records, nextToken } = (0, _GetResourceComplianceTimeline.compliancePage)((0, _ResourceKey.keyOf)(request, context.caller.accountId), query, context);
        return {
            ResourceComplianceTimeline: {
                ComplianceList: records,
                MaxResults: limit,
                NextToken: nextToken
            }
        };
    }
};
