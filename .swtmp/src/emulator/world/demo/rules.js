"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "demoRules", {
    enumerable: true,
    get: function() {
        return demoRules;
    }
});
const _kinds = require("./kinds");
function demoRules() {
    return [
        {
            ruleId: 'cr-3f0d51a2b7c84e6f90d1',
            name: 'ecs-deletion-protection-enabled',
            resourceType: _kinds.ecsInstance.resourceType,
            property: 'DeletionProtection',
            compliant: [
                true
            ]
        },
        {
            ruleId: 'cr-8b2e64c19d7f4a05be32',
            name: 'ecs-internet-bandwidth-limited',
            resourceType: _kinds.ecsInstance.resourceType,
            property: 'InternetMaxBandwidthOut',
            compliant: [
                0,
                5
            ]
        },
        {
            ruleId: 'cr-c57a90d3e1b64f28a7d4',
            name: 'oss-bucket-not-public',
            resourceType: _kinds.bucket.resourceType,
            property: 'AccessControlList',
            compliant: [
                {
                    Grant: 'private'
                }
            ],
            ignored: [
                'lotus-valley-logs'
            ]
        },
        {
            ruleId: 'cr-1d8f43b6a0c9457e8e65',
            name: 'rds-whitelist-not-open',
            resourceType: _kinds.database.resourceType,
            property: 'SecurityIPList',
            compliant: [
                '10.0.0.0/8',
                '10.0.0.0/8,172.16.0.0/12'
            ],
            withoutProperty: 'NOT_APPLICABLE'
        }
    ];
}
