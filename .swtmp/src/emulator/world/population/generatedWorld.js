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
    get generatedEpoch () {
        return generatedEpoch;
    },
    get generatedWorld () {
        return generatedWorld;
    }
});
const _supportedResourceTypes = require("../../cloud-config/supportedResourceTypes");
const _WorldDefinition = require("../WorldDefinition");
const _baselines = require("../baselines");
const _narrowRoles = require("../narrowRoles");
const _enrollments = require("./enrollments");
const _members = require("./members");
const _mixing = require("./mixing");
const _names = require("./names");
const _resources = require("./resources");
const generatedEpoch = Date.parse('2026-06-30T08:00:00.000Z');
const since = Date.parse('2023-01-09T02:00:00.000Z');
const least16Digits = 1_000_000_000_000_000n;
/** For every so many members there is one that was removed. */ const removedPer = 50;
function generatedWorld(size, seed = 'lotus') {
    const mix = (0, _mixing.createMix)(seed);
    const scatter = (0, _mixing.createScatter)(`${seed}/accounts`);
    const managementIndex = size + Math.ceil(size / removedPer);
    const accountId = (index)=>String(least16Digits + scatter.to(index));
    const indexOf = (id)=>{
        const scattered = /^1\d{15}$/.test(id) ? BigInt(id) - least16Digits : -1n;
        const index = scattered < 0n ? Infinity : scatter.from(scattered);
        return index <= managementIndex ? index : undefined;
    };
    const managementAccountId = accountId(managementIndex);
    const folders = foldersOf(seed);
    const members = {
        size,
        folderIds: [
            rootFolderId,
            ...folders.map(({ folderId })=>folderId)
        ],
        since,
        managementAccountId,
        mix,
        accountId,
        indexOf
    };
    const displayName = (index)=>`${(0, _mixing.pick)(_names.units, mix(index))} ${(0, _mixing.pick)(_names.stages, mix(index, 2))}`;
    const definition = _WorldDefinition.worldDefinition.parse({
        ...frameOf(size, seed, managementAccountId, folders),
        keys: [
            {
                id: 'memberid',
                secret: 'membersecret',
                accountId: accountId(0),
                identity: {
                    type: 'RAMUser',
                    name: 'member'
                }
            }
        ]
    });
    const account = (id)=>{
        const index = indexOf(id);
        if (index === undefined || index === managementIndex) return undefined;
        const isOwn = (0, _members.statusOf)(index) === 'InviteSuccess' || (0, _members.statusOf)(index) === 'PromoteSuccess';
        return {
            accountId: id,
            name: `generated-${index}@${id}.aliyunid.com`,
            displayName: displayName(index),
            site: 'china',
            type: isOwn ? 'enterprise' : 'resource',
            verification: 'none',
            enterpriseName: '',
            status: index >= size ? 'closed' : index % 97 === 3 ? 'suspended' : 'active',
            serviceLinkedRole: 'creatable',
            recorder: isWithoutRecorder(index) ? undefined : {
                status: 'REGISTERED',
                since: new Date(since).toISOString(),
                resourceTypes: index % 29 === 7 ? narrowed : undefined
            }
        };
    };
    return {
        definition,
        managementAccountId,
        accountId,
        population: {
            account,
            key: (id)=>memberKey(id, indexOf),
            members: (0, _members.createMembers)(members),
            resources: (0, _resources.createResources)(seed, generatedEpoch, {
                indexOf,
                managementIndex
            }),
            enrollments: (0, _enrollments.createEnrollments)({
                managementAccountId,
                size,
                baselines: definition.governance[0]?.baselines ?? [],
                epoch: generatedEpoch,
                accountId,
                indexOf,
                displayName,
                joinedAt: (index)=>(0, _members.joinedAt)(members, index)
            })
        }
    };
}
const rootFolderId = 'r-Gen001';
/** Most record everything, some leave two types out, some do not record at all. */ const isWithoutRecorder = (index)=>index % 37 === 19;
const narrowed = _supportedResourceTypes.supportedResourceTypes.filter((type)=>type !== 'ACS::ECS::Disk' && type !== 'ACS::RAM::User');
/** A key of every member: `memberid-` and its account id. */ function memberKey(id, indexOf) {
    const [, accountId = ''] = /^memberid-(\d{16})$/.exec(id) ?? [];
    if (indexOf(accountId) === undefined) return undefined;
    const identity = {
        type: 'RAMUser',
        name: 'member'
    };
    return {
        id,
        secret: 'membersecret',
        active: true,
        accountId,
        identity,
        denied: []
    };
}
/** A tree five levels deep: each folder has a child for each name of the next level. */ function foldersOf(seed) {
    const mix = (0, _mixing.createMix)(`${seed}/folders`);
    let made = 0;
    const grow = (parentFolderId, level)=>(_names.folderNames[level] ?? []).flatMap((name)=>{
            made += 1;
            const letters = mix(made).toString(36).padStart(7, '0').slice(-7);
            const folderId = `fd-${letters}${made.toString(36).padStart(3, '0')}`;
            return [
                {
                    folderId,
                    name,
                    parentFolderId
                },
                ...grow(folderId, level + 1)
            ];
        });
    return grow(rootFolderId, 0);
}
/** The owner of everything, its landing zone, and the keys. */ function frameOf(size, seed, managementAccountId, folders) {
    return {
        name: `generated directory of ${size} accounts`,
        description: `Seed ${seed}.`,
        epoch: new Date(generatedEpoch).toISOString(),
        accounts: [
            {
                accountId: managementAccountId,
                name: 'org-root@generated.example',
                displayName: 'Generated Holding 生成集团',
                enterpriseName: '生成集团有限公司',
                serviceLinkedRole: 'present',
                recorder: {
                    since: new Date(since).toISOString()
                }
            }
        ],
        roles: [
            _narrowRoles.directoryRole,
            _narrowRoles.enrollmentRole
        ].map((role)=>({
                ...role,
                accountId: managementAccountId,
                trusts: [
                    managementAccountId
                ]
            })),
        directories: [
            {
                resourceDirectoryId: 'rd-Gen001',
                rootFolderId,
                managementAccountId,
                createTime: new Date(since).toISOString(),
                controlPolicyStatus: 'Enabled',
                folders,
                memberRoles: [
                    _narrowRoles.readerRole,
                    _narrowRoles.recorderRole
                ]
            }
        ],
        accountGroups: [
            {
                accountGroupId: 'ca-9f1c0d5e2b7a4836c1d2',
                ownerAccountId: managementAccountId,
                name: '全部账号 All accounts',
                type: 'RD',
                createTime: new Date(since).toISOString()
            }
        ],
        governance: [
            {
                managementAccountId,
                defaultBaselineId: _baselines.systemBaseline.baselineId,
                baselines: [
                    {
                        ..._baselines.systemBaseline,
                        createTime: '2023-01-10T02:00:00.000Z'
                    },
                    ...Array.from({
                        length: 24
                    }, (_, index)=>({
                            ..._baselines.systemBaseline,
                            type: 'Custom',
                            baselineId: `afb-bp1generated${String(index).padStart(8, '0')}`,
                            name: (0, _mixing.pick)(_names.units, index),
                            description: `baseline ${index + 1} of the generated directory`,
                            createTime: '2023-02-01T09:00:12.000Z',
                            updateTime: '2023-06-18T10:45:33.000Z'
                        }))
                ]
            }
        ]
    };
}
