"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "demoResources", {
    enumerable: true,
    get: function() {
        return demoResources;
    }
});
const _seededRandom = require("../seededRandom");
const _company = require("./company");
const _history = require("./history");
const _kinds = require("./kinds");
const _oddDatabase = require("./oddDatabase");
const dayMs = 24 * 60 * 60_000;
const day = (days)=>_company.demoEpoch + days * dayMs;
function demoResources() {
    const random = (0, _seededRandom.seededRandom)('lotus valley');
    return [
        ...managementResources(random),
        (0, _oddDatabase.oddDatabase)(day(-1)),
        ...memberResources(random)
    ];
}
function managementResources(random) {
    const { management } = _company.demoAccounts;
    const moments = (0, _history.spread)(3, day(-6), day(-2), random);
    return [
        {
            // The long one: an old part out of the default window of 30 days, a busy month, and changes still to come.
            ...describe(management, _kinds.ecsInstance, 'i-bp1a9fk3m7q2x8c5v0zt', 'billing-worker-02', 'cn-hangzhou', 'cn-hangzhou-h'),
            createTime: iso(day(-120)),
            tags: {
                team: [
                    'billing'
                ],
                env: [
                    'prod'
                ]
            },
            vpcId: 'vpc-bp1k5t9r3e7w1q8u2y6o',
            vSwitchId: 'vsw-bp1m2n4b6v8c0x1z3a5s',
            resourceGroupId: 'rg-acfm4zq7d2h5k9y',
            compliance: 'NON_COMPLIANT',
            changes: (0, _history.makeHistory)({
                kind: _kinds.ecsInstance,
                times: [
                    day(-120) + 7 * 60_000,
                    ...(0, _history.spread)(24, day(-118), day(-32), random),
                    ...(0, _history.spread)(168, day(-29), day(0) - 60 * 60_000, random),
                    ...(0, _history.spread)(48, day(0) + 20 * 60_000, day(2), random)
                ],
                random
            })
        },
        {
            ...describe(management, _kinds.bucket, 'lotus-valley-billing-reports', 'lotus-valley-billing-reports', 'cn-shanghai'),
            createTime: iso(day(-25)),
            compliance: 'COMPLIANT',
            tags: {
                team: [
                    'billing'
                ],
                retention: [
                    '7y'
                ]
            },
            changes: (0, _history.makeHistory)({
                kind: _kinds.bucket,
                times: [
                    day(-25),
                    ...(0, _history.spread)(6, day(-24), day(-3), random)
                ],
                random
            })
        },
        {
            // A deployment changes the group several times within one millisecond.
            ...describe(management, _kinds.securityGroup, 'sg-bp1t4e8w2y6u0i9o5p3a', 'billing-entry', 'cn-hangzhou'),
            createTime: iso(day(-21)),
            tags: '',
            changes: (0, _history.makeHistory)({
                kind: _kinds.securityGroup,
                times: [
                    day(-21),
                    ...moments.flatMap((moment, index)=>Array.from({
                            length: index + 3
                        }, ()=>moment))
                ],
                random
            })
        },
        {
            ...describe(management, _kinds.disk, 'd-bp1r5s9d3f7g1h4j8k2l', 'billing-scratch', 'cn-hangzhou', 'cn-hangzhou-h'),
            createTime: iso(day(-18)),
            tags: {},
            changes: (0, _history.makeHistory)({
                kind: _kinds.disk,
                times: [
                    day(-18),
                    ...(0, _history.spread)(4, day(-17), day(-9), random),
                    day(-8)
                ],
                removed: true,
                random
            })
        },
        {
            ...describe(management, _kinds.ramUser, '273914650082937415', 'zhang.wei', 'global'),
            createTime: iso(day(-300)),
            changes: (0, _history.makeHistory)({
                kind: _kinds.ramUser,
                times: [
                    day(-300),
                    ...(0, _history.spread)(5, day(-28), day(-1), random)
                ],
                random
            })
        }
    ];
}
/** What each member has, where, and how often it changed within the last ten weeks. */ function memberResources(random) {
    const table = [
        [
            'paymentsProduction',
            _kinds.ecsInstance,
            'i-bp1h4kq7w2m9x0c3v8ze',
            'payments-api-01',
            'cn-hangzhou',
            42
        ],
        [
            'paymentsProduction',
            _kinds.database,
            'rm-bp1z8x2c4v6b0n1m3',
            'payments-ledger',
            'cn-hangzhou',
            19
        ],
        [
            'paymentsProduction',
            _kinds.securityGroup,
            'sg-bp1q3w5e7r9t1y2u4i6o',
            'payments-entry',
            'cn-hangzhou',
            11
        ],
        [
            'paymentsTest',
            _kinds.ecsInstance,
            'i-uf6j2k4l6z8x1c3v5b7n',
            'payments-test-01',
            'cn-shanghai',
            23
        ],
        [
            'storefrontProduction',
            _kinds.loadBalancer,
            'lb-2ze9m1n3b5v7c8x0z2a4',
            'storefront-entry',
            'cn-beijing',
            14
        ],
        [
            'storefrontProduction',
            _kinds.ecsInstance,
            'i-2ze7p5o3i1u9y8t6r4e2',
            'storefront-web-03',
            'cn-beijing',
            37
        ],
        [
            'storefrontStaging',
            _kinds.ecsInstance,
            'i-2zeq1w3e5r7t9y0u2i4o',
            'storefront-staging',
            'cn-beijing',
            9
        ],
        [
            'dataPlatform',
            _kinds.bucket,
            'lotus-valley-lake',
            'lotus-valley-lake',
            'cn-shanghai',
            8
        ],
        [
            'dataPlatform',
            _kinds.database,
            'rm-uf6a1s3d5f7g9h0j2',
            '数据集市',
            'cn-shanghai',
            16
        ],
        [
            'logArchive',
            _kinds.bucket,
            'lotus-valley-logs',
            'lotus-valley-logs',
            'cn-shanghai',
            5
        ],
        [
            'securityAudit',
            _kinds.ramUser,
            '264408817350912266',
            'auditor',
            'global',
            4
        ],
        [
            'networkHub',
            _kinds.vpc,
            'vpc-bp1l9k7j5h3g1f0d8s6a',
            'hub',
            'cn-hangzhou',
            12
        ],
        [
            'machineLearning',
            _kinds.ecsInstance,
            'i-uf6z9x8c7v6b5n4m3l2k',
            'gpu-train-01',
            'cn-shanghai',
            31
        ],
        [
            'overseasRetail',
            _kinds.ecsInstance,
            'i-t4n2b4v6c8x0z1l3k5j7',
            'retail-sg-01',
            'ap-southeast-1',
            26
        ],
        [
            'overseasRetail',
            _kinds.loadBalancer,
            'lb-j6c0v2b4n6m8q1w3e5r7',
            'retail-hk-entry',
            'cn-hongkong',
            7
        ]
    ];
    return table.map(([owner, kind, resourceId, name, region, count])=>({
            ...describe(_company.demoAccounts[owner], kind, resourceId, name, region),
            createTime: iso(day(-70)),
            tags: {
                unit: [
                    name.split('-')[0] ?? name
                ]
            },
            changes: (0, _history.makeHistory)({
                kind,
                times: [
                    day(-70),
                    ...(0, _history.spread)(count - 1, day(-69), day(0) - 3_600_000, random)
                ],
                random
            })
        }));
}
function describe(accountId, { resourceType }, resourceId, resourceName, region, availabilityZone) {
    return {
        accountId,
        resourceType,
        resourceId,
        resourceName,
        region,
        availabilityZone
    };
}
const iso = (ms)=>new Date(ms).toISOString();
