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
    get company () {
        return company;
    },
    get demoAccounts () {
        return demoAccounts;
    },
    get demoEpoch () {
        return demoEpoch;
    }
});
const _Roles = require("../../sts/Roles");
const _baselines = require("../baselines");
const _narrowRoles = require("../narrowRoles");
const demoEpoch = Date.parse('2026-06-30T08:00:00.000Z');
const demoAccounts = {
    management: '1587203946182045',
    paymentsProduction: '1734905562810937',
    paymentsTest: '1092846637450128',
    storefrontProduction: '1265013374926658',
    storefrontStaging: '1419927350618842',
    dataPlatform: '1873350246619705',
    logArchive: '1650278813904471',
    securityAudit: '1308846195527730',
    networkHub: '1946102775338214',
    machineLearning: '1577319402866195',
    sandbox: '1120458893671024',
    marketing: '1738816204459313',
    overseasRetail: '1203377514980266',
    legacyShop: '1940277315586603'
};
/** Name and display name, folder, when it joined. The first is the member that `memberid` belongs to. */ const members = [
    [
        'paymentsProduction',
        'payments-prod',
        '支付生产',
        'fd-4bYgS0hQpD',
        '2023-03-14T02:08:41.310Z'
    ],
    [
        'paymentsTest',
        'payments-test',
        '支付测试',
        'fd-9mXeLr2uKa',
        '2024-05-20T03:12:55.024Z'
    ],
    [
        'storefrontProduction',
        'storefront-prod',
        'Storefront Production',
        'fd-4bYgS0hQpD',
        '2023-03-14T02:31:07.882Z'
    ],
    [
        'storefrontStaging',
        'storefront-staging',
        'Storefront Staging',
        'fd-9mXeLr2uKa',
        '2023-04-02T06:15:20.447Z'
    ],
    [
        'dataPlatform',
        'data-platform',
        '数据平台',
        'fd-Ux7dKq1vNe',
        '2023-09-11T01:47:33.905Z'
    ],
    [
        'logArchive',
        'log-archive',
        '日志归档',
        'fd-2sRc8WmZyT',
        '2022-11-03T01:20:12.618Z'
    ],
    [
        'securityAudit',
        'security-audit',
        '安全审计',
        'fd-2sRc8WmZyT',
        '2022-11-03T01:24:59.003Z'
    ],
    [
        'networkHub',
        'network-hub',
        'Network Hub',
        'fd-hP5tJb6aGf',
        '2022-11-08T08:40:10.751Z'
    ],
    [
        'machineLearning',
        'ml-research',
        'ML Research',
        'fd-Ux7dKq1vNe',
        '2025-02-17T05:58:46.229Z'
    ],
    [
        'sandbox',
        'sandbox-zhangwei',
        '沙箱 - 张伟',
        'fd-6kQw3XoEiB',
        '2025-08-26T09:03:31.560Z'
    ],
    [
        'marketing',
        'marketing-site',
        'Marketing Site',
        'fd-4bYgS0hQpD',
        '2026-06-30T07:51:02.118Z'
    ],
    [
        'overseasRetail',
        'overseas-retail',
        'Overseas Retail',
        'fd-4bYgS0hQpD',
        '2024-01-22T10:11:18.090Z'
    ],
    [
        'legacyShop',
        'legacy-shop',
        'Storefront Staging',
        'r-Tn5Wc8',
        '2022-11-04T03:00:00.000Z'
    ]
];
/** Cloud accounts of their own, which were invited or promoted: they pay for themselves. */ const independent = new Set([
    'dataPlatform',
    'overseasRetail',
    'legacyShop'
]);
/** What the directory knows of a member besides. */ const memberDetails = {
    paymentsProduction: {
        modifyTime: '2024-01-22T08:40:51.007Z',
        tags: tags({
            unit: 'payments',
            env: 'prod',
            负责人: '李娜',
            'cost/center': 'CN-0042 & "shared"'
        })
    },
    paymentsTest: {
        tags: tags({
            unit: 'payments',
            env: 'test'
        })
    },
    storefrontProduction: {
        tags: tags({
            unit: 'storefront',
            env: 'prod'
        })
    },
    storefrontStaging: {
        status: 'PromoteFailed',
        tags: tags({
            unit: 'storefront',
            env: 'staging'
        })
    },
    dataPlatform: {
        status: 'PromoteSuccess',
        joinMethod: 'created',
        tags: tags({
            unit: '数据',
            tier: ''
        })
    },
    logArchive: {
        status: 'PromoteCancelled',
        emailStatus: 'CANCELLED'
    },
    machineLearning: {
        status: 'PromoteExpired',
        emailStatus: 'EXPIRED',
        tags: tags({
            unit: '数据'
        })
    },
    sandbox: {
        status: 'PromoteVerifying',
        emailStatus: 'WAIT_MODIFY',
        tags: tags({
            owner: 'zhang.wei',
            '': ''
        })
    },
    // Invited, and nobody has made the roles there yet.
    overseasRetail: {
        tags: tags({
            unit: 'storefront',
            env: 'prod',
            region: 'SG/HK'
        }),
        missingRoles: [
            _Roles.accessRoleName,
            _narrowRoles.readerRole.name,
            _narrowRoles.recorderRole.name
        ]
    },
    legacyShop: {
        leaveTime: '2025-12-31T16:00:00.000Z'
    }
};
function tags(record) {
    return Object.entries(record).map(([key, value])=>({
            key,
            value
        }));
}
/** The baseline that the payments unit made for itself. */ const paymentsBaselineId = 'afb-bp1c7m0x4h9t2q6v8z3k';
function company() {
    return {
        accounts: [
            {
                accountId: demoAccounts.management,
                name: 'org-root@lotus-valley.example',
                displayName: '莲谷商贸 Lotus Valley',
                enterpriseName: '莲谷商贸有限公司',
                serviceLinkedRole: 'present',
                recorder: {
                    since: '2022-11-02T07:00:00.000Z'
                }
            },
            ...members.map(([key, name, displayName, , joinTime])=>({
                    accountId: demoAccounts[key],
                    name: `${name}@${demoAccounts[key]}.aliyunid.com`,
                    displayName,
                    type: independent.has(key) ? 'enterprise' : 'resource',
                    verification: 'none',
                    // An overdue payment: what is scheduled for it cannot begin.
                    status: key === 'machineLearning' ? 'suspended' : 'active',
                    serviceLinkedRole: key === 'sandbox' ? 'creatable' : 'present',
                    recorder: key === 'sandbox' ? undefined : {
                        since: joinTime
                    }
                }))
        ],
        directories: [
            {
                resourceDirectoryId: 'rd-7Kq2Vx',
                rootFolderId: 'r-Tn5Wc8',
                managementAccountId: demoAccounts.management,
                createTime: '2022-11-02T06:25:44.190Z',
                controlPolicyStatus: 'Enabled',
                memberRoles: [
                    _narrowRoles.readerRole,
                    _narrowRoles.recorderRole
                ],
                delegatedAdministrators: [
                    demoAccounts.securityAudit
                ],
                folders: [
                    {
                        folderId: 'fd-2sRc8WmZyT',
                        name: 'Security',
                        parentFolderId: 'r-Tn5Wc8'
                    },
                    {
                        folderId: 'fd-hP5tJb6aGf',
                        name: 'Infrastructure',
                        parentFolderId: 'r-Tn5Wc8'
                    },
                    {
                        folderId: 'fd-Vd0nLs4cYk',
                        name: 'Workloads',
                        parentFolderId: 'r-Tn5Wc8'
                    },
                    {
                        folderId: 'fd-4bYgS0hQpD',
                        name: 'Production',
                        parentFolderId: 'fd-Vd0nLs4cYk'
                    },
                    {
                        folderId: 'fd-9mXeLr2uKa',
                        name: 'Non-production',
                        parentFolderId: 'fd-Vd0nLs4cYk'
                    },
                    {
                        folderId: 'fd-Ux7dKq1vNe',
                        name: '数据与算法',
                        parentFolderId: 'fd-Vd0nLs4cYk'
                    },
                    {
                        folderId: 'fd-6kQw3XoEiB',
                        name: 'Sandbox',
                        parentFolderId: 'r-Tn5Wc8'
                    },
                    // Down to the fifth level, which is the last.
                    {
                        folderId: 'fd-J3gNw8rTzM',
                        name: '预览环境 Previews',
                        parentFolderId: 'fd-9mXeLr2uKa',
                        createTime: '2025-03-03T02:00:17.115Z'
                    },
                    {
                        folderId: 'fd-C9vXp2sHbL',
                        name: 'Payments team',
                        parentFolderId: 'fd-J3gNw8rTzM',
                        createTime: '2025-03-03T02:01:40.902Z'
                    },
                    {
                        folderId: 'fd-A1yKe6mQdU',
                        name: 'Feature branches',
                        parentFolderId: 'fd-C9vXp2sHbL',
                        createTime: '2025-03-03T02:04:08.377Z'
                    }
                ],
                members: members.map(([key, , , folderId, joinTime])=>({
                        accountId: demoAccounts[key],
                        folderId,
                        joinTime,
                        payerAccountId: independent.has(key) ? undefined : demoAccounts.management,
                        ...memberDetails[key]
                    }))
            }
        ],
        roles: [
            ...[
                _narrowRoles.directoryRole,
                _narrowRoles.enrollmentRole
            ].map((role)=>({
                    ...role,
                    accountId: demoAccounts.management,
                    trusts: [
                        demoAccounts.management
                    ]
                })),
            // What the delegated administrator reads members by.
            {
                ..._narrowRoles.readerRole,
                name: 'SecurityAuditReader',
                accountId: demoAccounts.paymentsProduction,
                trusts: [
                    demoAccounts.securityAudit
                ],
                externalId: 'lotus-valley-audit'
            }
        ],
        governance: [
            {
                managementAccountId: demoAccounts.management,
                defaultBaselineId: _baselines.systemBaseline.baselineId,
                baselines: [
                    {
                        ..._baselines.systemBaseline,
                        createTime: '2022-11-02T09:00:00.000Z',
                        updateTime: '2024-02-27T06:30:11.000Z'
                    },
                    {
                        baselineId: paymentsBaselineId,
                        name: 'payments',
                        description: 'baseline of the payments unit',
                        createTime: '2023-02-01T09:00:12.000Z',
                        updateTime: '2023-06-18T10:45:33.000Z',
                        items: [
                            {
                                name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY',
                                config: {
                                    MinimumPasswordLength: 16
                                }
                            },
                            {
                                name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES',
                                config: {
                                    Services: [
                                        'ActionTrail',
                                        'Config'
                                    ]
                                }
                            },
                            {
                                name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
                                config: {
                                    Region: 'cn-shanghai',
                                    CidrBlock: '10.32.0.0/16'
                                }
                            }
                        ]
                    }
                ],
                inapplicableItems: [
                    {
                        name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
                        accountId: demoAccounts.paymentsTest,
                        code: 'QuotaExceeded.Vpc',
                        message: 'The number of VPCs in the region cn-shanghai has reached the quota of the account.'
                    }
                ],
                enrollments: [
                    // The management account applies the company's password rules to itself.
                    {
                        accountId: demoAccounts.management,
                        items: [
                            {
                                name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
                                skip: true
                            }
                        ],
                        startedAt: '2022-11-02T09:12:30.000Z'
                    },
                    ...enrolled('paymentsProduction', '2023-03-14T02:11:09.000Z', {
                        baselineId: paymentsBaselineId
                    }),
                    ...enrolled('paymentsTest', '2024-05-20T03:14:07.000Z', {
                        baselineId: paymentsBaselineId
                    }),
                    ...enrolled('storefrontProduction', '2023-03-14T02:33:40.000Z', {}),
                    ...enrolled('storefrontStaging', '2023-04-02T06:17:02.000Z', {}),
                    ...enrolled('dataPlatform', '2023-09-11T01:50:11.000Z', {}),
                    ...enrolled('networkHub', '2022-11-08T08:44:25.000Z', {}),
                    ...enrolled('overseasRetail', '2024-01-22T10:13:52.000Z', {}),
                    ...enrolled('machineLearning', '2026-06-29T02:40:00.000Z', {}),
                    // Slow enough to be found running for the whole of a working day.
                    ...enrolled('marketing', '2026-06-30T07:52:10.000Z', {
                        stepSeconds: 4 * 60 * 60
                    })
                ]
            }
        ],
        accountGroups: [
            {
                accountGroupId: 'ca-1f6b0d94e27c4a53b8d0',
                ownerAccountId: demoAccounts.management,
                name: '全部账号 All accounts',
                description: 'every member of the directory',
                type: 'RD',
                createTime: '2022-11-02T07:30:00.000Z'
            },
            {
                accountGroupId: 'ca-7c41d09e5b2f4a8390e6',
                ownerAccountId: demoAccounts.management,
                name: 'payments',
                description: 'accounts of the payments unit',
                type: 'CUSTOM',
                accountIds: [
                    demoAccounts.paymentsProduction,
                    demoAccounts.paymentsTest
                ],
                createTime: '2024-05-20T04:00:00.000Z',
                tags: tags({
                    unit: 'payments'
                })
            }
        ]
    };
}
/** The enrollment that made an account. */ function enrolled(key, startedAt, { baselineId, stepSeconds }) {
    const accountNamePrefix = members.find(([name])=>name === key)?.[1];
    return [
        {
            accountId: demoAccounts[key],
            accountNamePrefix,
            baselineId,
            stepSeconds,
            payerAccountId: demoAccounts.management,
            startedAt,
            tags: [
                {
                    key: 'unit',
                    value: accountNamePrefix?.split('-')[0] ?? ''
                }
            ]
        }
    ];
}
