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
    get freshAccountId () {
        return freshAccountId;
    },
    get freshWorld () {
        return freshWorld;
    }
});
const _baselines = require("./baselines");
const freshAccountId = '1602394815570246';
function freshWorld() {
    return {
        name: 'fresh',
        description: 'One verified enterprise account with nothing started, and no directory.',
        epoch: '2026-06-30T08:00:00.000Z',
        accounts: [
            {
                accountId: freshAccountId,
                name: 'cloud-admin@new-harbour.example',
                displayName: 'New Harbour Trading',
                enterpriseName: 'New Harbour Trading Co., Ltd.'
            }
        ],
        governance: [
            {
                managementAccountId: freshAccountId,
                defaultBaselineId: _baselines.systemBaseline.baselineId,
                baselines: [
                    _baselines.systemBaseline
                ]
            }
        ],
        resources: [
            {
                accountId: freshAccountId,
                resourceId: 'i-bp1f2r3e4s5h6w7e8b9a',
                resourceType: 'ACS::ECS::Instance',
                region: 'cn-hangzhou',
                availabilityZone: 'cn-hangzhou-h',
                resourceName: 'web-01',
                createTime: '2026-06-12T02:15:00.000Z',
                tags: {
                    env: [
                        'prod'
                    ]
                },
                foundAs: {
                    Status: 'Running',
                    InstanceType: 'ecs.g7.large',
                    Cpu: 2,
                    Memory: 8192
                }
            },
            {
                accountId: freshAccountId,
                resourceId: 'new-harbour-assets',
                resourceType: 'ACS::OSS::Bucket',
                region: 'cn-hangzhou',
                resourceName: 'new-harbour-assets',
                createTime: '2026-06-12T02:40:00.000Z',
                foundAs: {
                    AccessControlList: {
                        Grant: 'private'
                    },
                    Versioning: 'Suspended'
                }
            }
        ]
    };
}
