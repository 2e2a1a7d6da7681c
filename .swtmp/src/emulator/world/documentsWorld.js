"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "documentsWorld", {
    enumerable: true,
    get: function() {
        return documentsWorld;
    }
});
const _baselines = require("./baselines");
/** The baseline that the page of EnrollAccount names. */ const pageBaselineId = 'afb-bp1durvn3lgqe28v****';
const day = '2020-11-16T01:13:55.000Z';
function documentsWorld() {
    return {
        name: 'documents',
        description: 'The sample requests of the five pages of the root operations give their sample answers.',
        epoch: day,
        clock: 'frozen',
        memory: 'none',
        keys: [
            {
                ...pageKey('start-en', '123456789'),
                readings: {
                    startAnswer: 'REGISTRABLE',
                    accountIds: 'string'
                }
            },
            {
                ...pageKey('start-zh', '123456789'),
                readings: {
                    startAnswer: 'REGISTRABLE',
                    accountIds: 'string'
                }
            },
            {
                ...pageKey('timeline-en', '987654321'),
                readings: {
                    accountIds: 'string',
                    eventTypeKey: 'resourceEventType',
                    totalCount: 'absent',
                    lastPageToken: 'present',
                    embeddedJsonInXml: 'escaped'
                }
            },
            pageKey('init-zh', '172841235500****'),
            {
                ...pageKey('enroll-zh', managementAccountId),
                readings: {
                    enrollAnswer: 'zero'
                }
            }
        ],
        accounts: [
            {
                accountId: managementAccountId,
                name: 'aliyun-0001',
                displayName: 'aliyun-0001',
                enterpriseName: 'Documents Ltd.'
            },
            {
                accountId: '123456789',
                name: 'aliyun-0002',
                displayName: 'aliyun-0002',
                recorder: {
                    status: 'REGISTRABLE',
                    since: day,
                    resourceTypes: [
                        'ACS::ECS::Instance',
                        'ACS::ECS::NetworkInterface'
                    ]
                }
            },
            {
                accountId: '987654321',
                name: 'aliyun-0003',
                displayName: 'aliyun-0003',
                recorder: {
                    since: '2020-01-01T00:00:00.000Z'
                }
            },
            {
                accountId: '172841235500****',
                name: 'aliyun-****',
                displayName: 'aliyun-****',
                enterpriseName: 'Documents Ltd.',
                newDirectory: {
                    resourceDirectoryId: 'rd-Ss****',
                    rootFolderId: 'r-Zo****',
                    createTime: '2019-02-18T15:32:10.473Z'
                }
            }
        ],
        directories: [
            {
                resourceDirectoryId: 'rd-3G****',
                rootFolderId: 'r-pa****',
                managementAccountId,
                createTime: '2019-11-05T06:00:00.000Z',
                folders: [
                    {
                        folderId: 'fd-5ESoku****',
                        name: 'Projects',
                        parentFolderId: 'r-pa****'
                    }
                ],
                members: [
                    {
                        accountId: '123456789',
                        folderId: 'fd-5ESoku****',
                        joinTime: '2020-01-01T00:00:00.000Z'
                    }
                ]
            }
        ],
        governance: [
            {
                managementAccountId,
                defaultBaselineId: _baselines.systemBaseline.baselineId,
                baselines: [
                    _baselines.systemBaseline,
                    {
                        ..._baselines.systemBaseline,
                        baselineId: pageBaselineId,
                        name: 'Page'
                    }
                ]
            }
        ],
        resources: [
            {
                accountId: '987654321',
                resourceId: 'i-bp19xem7lt97h973****',
                resourceType: 'ACS::ECS::Instance',
                region: 'cn-hangzhou',
                availabilityZone: 'cn-hangzhou-h',
                resourceName: 'ECS-test',
                createTime: '2020-11-13T03:22:31.000Z',
                tags: '{""hc"":[""value2""]}',
                lastPageToken: 'caeba0bbb2be03f84eb48b699f0a****',
                changes: [
                    {
                        at: '2020-11-14T01:18:31.000Z',
                        type: 'DISCOVERED',
                        diff: {
                            ExpiredTime: [
                                '2020-10-26T16:00Z',
                                '2020-11-26T16:00Z'
                            ]
                        }
                    }
                ]
            }
        ]
    };
}
/** Owner of the directory that the page of EnrollAccount is read in; the page itself does not print it. */ const managementAccountId = '1431653632360001';
const pageKey = (id, accountId)=>({
        id,
        secret: `${id}-secret`,
        accountId
    });
