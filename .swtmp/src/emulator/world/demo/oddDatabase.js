"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "oddDatabase", {
    enumerable: true,
    get: function() {
        return oddDatabase;
    }
});
const _company = require("./company");
const _kinds = require("./kinds");
const hourMs = 60 * 60_000;
function oddDatabase(newest) {
    const at = (hoursBefore)=>new Date(newest - hoursBefore * hourMs).toISOString();
    return {
        accountId: _company.demoAccounts.management,
        resourceId: 'rm-bp1odd7w3e5r9t1y6',
        resourceType: _kinds.database.resourceType,
        region: 'cn-hangzhou',
        availabilityZone: '',
        resourceName: '账单库 "legacy"',
        tags: '{""team"":[""billing""]}',
        changes: [
            {
                at: at(240),
                type: 'DISCOVERED',
                diff: {
                    ExpiredTime: [
                        '2026-05-26T16:00Z',
                        '2026-06-26T16:00Z'
                    ]
                }
            },
            {
                at: at(200),
                type: 'MODIFY',
                diff: {
                    DBInstanceStatus: [
                        'Running',
                        null
                    ],
                    MaintainTime: [
                        null,
                        '18:00Z-19:00Z'
                    ]
                }
            },
            {
                at: at(160),
                type: 'MODIFY',
                diff: '',
                tags: ''
            },
            {
                at: at(120),
                type: 'MODIFY',
                diff: '{"DBInstanceClass":["mysql.n2.medium.2c","mysql.n4.l'
            },
            {
                at: at(90),
                type: 'MODIFY',
                diff: {
                    DBInstanceStorage: 200,
                    SecurityIPList: [
                        '10.0.0.0/8'
                    ]
                }
            },
            {
                at: at(60),
                type: 'MODIFY',
                diff: '["DBInstanceStatus"]',
                tags: {
                    team: [
                        'billing'
                    ]
                }
            },
            {
                at: at(30),
                type: 'MODIFY_REVISED',
                diff: {
                    数据库版本: [
                        '8.0.28',
                        '8.0.36'
                    ]
                }
            },
            {
                at: at(0),
                type: 'MODIFY',
                diff: {}
            }
        ]
    };
}
