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
    get toEpochMs () {
        return toEpochMs;
    },
    get worldDefinition () {
        return worldDefinition;
    },
    get worldJsonSchema () {
        return worldJsonSchema;
    }
});
const _zod = require("zod");
const _ResourceRecord = require("../../operations/cloud-config/2020-09-07/ResourceRecord");
const _BaselineRecord = require("../../operations/governance/BaselineRecord");
const _AccountRecord = require("../../operations/resource-manager/AccountRecord");
const _readings = require("../readings");
const toEpochMs = (time)=>Date.parse(time);
const time = _zod.z.iso.datetime({
    error: ({ code })=>code === 'invalid_format' ? 'Expected a UTC time such as 2026-06-30T08:00:00.000Z' : undefined
}).describe('UTC, ISO 8601: 2026-06-30T08:00:00.000Z');
const accountId = _zod.z.string().regex(/^\d[\d*]{5,31}$/).describe('Digits, 16 as a rule. Masked digits (*) as in printed samples are accepted.');
// Built from the one table of readings; the compiler cannot follow `Object.entries`, so the type is stated.
const readings = _zod.z.strictObject(Object.fromEntries(Object.entries(_readings.readingValues).map(([name, values])=>[
        name,
        _zod.z.enum(values).optional()
    ]))).describe('How uncertain points of the facts are read; what is left out keeps the default.');
const recorderStatuses = [
    'REGISTRABLE',
    'BUILDING',
    'REGISTERED',
    'REBUILDING'
];
const organizationStatuses = [
    'REGISTRABLE',
    'BUILDING',
    'REGISTERED'
];
const ramActions = _zod.z.array(_zod.z.string().regex(/^(\*|[a-z]+:[A-Za-z*]+)$/));
const key = _zod.z.strictObject({
    id: _zod.z.string().min(1),
    secret: _zod.z.string().min(1),
    active: _zod.z.boolean().default(true),
    accountId,
    identity: _zod.z.discriminatedUnion('type', [
        _zod.z.strictObject({
            type: _zod.z.literal('RAMUser'),
            name: _zod.z.string().min(1),
            userId: _zod.z.string().min(1).optional()
        }),
        _zod.z.strictObject({
            type: _zod.z.literal('AssumedRoleUser'),
            role: _zod.z.string().min(1),
            session: _zod.z.string().min(1)
        }),
        _zod.z.strictObject({
            type: _zod.z.literal('Account')
        }).describe('The root key of the account.')
    ]).default({
        type: 'RAMUser',
        name: 'gateway'
    }),
    denied: ramActions.default([]).describe('RAM actions that this principal may not take: config:StartConfigurationRecorder, config:Put*, *.'),
    readings: readings.optional(),
    session: _zod.z.strictObject({
        securityToken: _zod.z.string().min(1),
        expiresAt: time
    }).optional().describe('Makes it a temporary key: the token that must come with it, and its end in wall time.')
});
const memberRole = _zod.z.strictObject({
    name: _zod.z.string().regex(/^[A-Za-z0-9.@_-]{1,64}$/),
    trusts: _zod.z.array(accountId).min(1).optional().describe('Accounts whose RAM users and roles may assume it. Left out: the management account.'),
    externalId: _zod.z.string().min(2).optional().describe('What must come with AssumeRole.'),
    allowed: ramActions.default([
        '*'
    ]).describe('What it may do: config:Get*, resourcemanager:ListAccounts, *.'),
    maxSessionSeconds: _zod.z.int().min(3600).max(43_200).default(3600)
});
const role = memberRole.extend({
    accountId,
    trusts: _zod.z.array(accountId).min(1)
});
const account = _zod.z.strictObject({
    accountId,
    name: _zod.z.string().min(1).describe('Login name, as directories print it: MasterAccountName.'),
    displayName: _zod.z.string().min(1),
    site: _zod.z.enum([
        'china',
        'international'
    ]).default('china'),
    type: _zod.z.enum([
        'enterprise',
        'personal',
        'resource'
    ]).default('enterprise').describe('Only an enterprise account can own a directory; resource accounts are made inside one.'),
    verification: _zod.z.enum([
        'enterprise',
        'individual',
        'none'
    ]).default('enterprise').describe('Which real-name verification the account has passed.'),
    enterpriseName: _zod.z.string().default(''),
    status: _zod.z.enum([
        'active',
        'suspended',
        'closed'
    ]).default('active').describe('suspended: payment overdue, work cannot be scheduled for it. closed: products do not know it any more.'),
    serviceLinkedRole: _zod.z.enum([
        'present',
        'creatable',
        'refused',
        'permanent'
    ]).default('creatable').describe('AliyunServiceRoleForConfig: there, to be made by the first start, not to be made at all, or there and not to be ' + 'deleted by a stop.'),
    recorder: _zod.z.strictObject({
        status: _zod.z.enum(recorderStatuses).default('REGISTERED'),
        since: time.describe('BUILDING and REBUILDING become REGISTERED five minutes of world time later.'),
        resourceTypes: _zod.z.array(_zod.z.string().min(1)).min(1).optional().describe('Left out: every supported type.')
    }).optional().describe('Left out: Cloud Config was never activated for this account.'),
    organization: _zod.z.strictObject({
        status: _zod.z.enum(organizationStatuses),
        since: time
    }).optional().describe('The organization-wide edition of Cloud Config, of a management account.'),
    newDirectory: _zod.z.strictObject({
        resourceDirectoryId: _zod.z.string().min(1),
        rootFolderId: _zod.z.string().min(1),
        createTime: time.optional()
    }).optional().describe('What the directory is called that this account initializes, where that must be known beforehand.')
});
const tag = _zod.z.strictObject({
    key: _zod.z.string(),
    value: _zod.z.string()
});
const folder = _zod.z.strictObject({
    folderId: _zod.z.string().min(1),
    name: _zod.z.string().min(1),
    parentFolderId: _zod.z.string().min(1),
    createTime: time.optional().describe('Left out: the time of the directory.')
});
const member = _zod.z.strictObject({
    accountId,
    folderId: _zod.z.string().min(1).optional().describe('Left out: the root folder.'),
    joinTime: time,
    modifyTime: time.optional().describe('Left out: the time of joining.'),
    leaveTime: time.optional().describe('When it was removed; that may be to come.'),
    status: _zod.z.enum(_AccountRecord.memberStatuses).optional().describe('Left out: CreateSuccess for an account of type resource, InviteSuccess for any other.'),
    joinMethod: _zod.z.enum(_AccountRecord.joinMethods).optional().describe('Left out: invited where the status is InviteSuccess, created otherwise.'),
    emailStatus: _zod.z.enum(_AccountRecord.emailStatuses).default(''),
    payerAccountId: accountId.optional().describe('Who pays for it; an enrollment that names one wins. Left out: itself.'),
    tags: _zod.z.array(tag).default([]),
    missingRoles: _zod.z.array(memberRole.shape.name).default([]).describe('Roles of every member that this one lacks: ResourceDirectoryAccountAccessRole, or one of memberRoles.')
});
const directory = _zod.z.strictObject({
    resourceDirectoryId: _zod.z.string().min(1),
    rootFolderId: _zod.z.string().min(1),
    managementAccountId: accountId,
    createTime: time,
    controlPolicyStatus: _zod.z.enum([
        'Enabled',
        'PendingEnable',
        'Disabled',
        'PendingDisable'
    ]).default('Disabled'),
    memberDeletionStatus: _zod.z.enum([
        'Enabled',
        'Disabled'
    ]).default('Disabled'),
    folders: _zod.z.array(folder).default([]).describe('A tree under the root folder, at most five levels deep.'),
    members: _zod.z.array(member).default([]).describe('Every account of the directory but the management account.'),
    memberRoles: _zod.z.array(memberRole).default([]).describe('Roles that every member has besides ResourceDirectoryAccountAccessRole.'),
    delegatedAdministrators: _zod.z.array(accountId).default([]).describe('Members that may read the directory as the management account does.')
});
const baselineItem = _zod.z.strictObject({
    name: _zod.z.string().min(1),
    version: _zod.z.string().default('1.0'),
    config: _zod.z.unknown().optional().describe('Settings of the item; a string is passed on as it stands.'),
    skip: _zod.z.boolean().default(false)
});
const blueprint = _zod.z.strictObject({
    name: _zod.z.string().min(1).describe('Fills the %s of the messages.'),
    status: _zod.z.enum([
        'NotDeployed',
        'Deploying',
        'Deployed',
        'Deleting'
    ]).default('Deployed').describe('Deploying becomes Deployed ten minutes of world time after `since`.'),
    since: time.optional()
});
const baseline = _zod.z.strictObject({
    baselineId: _zod.z.string().min(1),
    name: _zod.z.string().min(1),
    type: _zod.z.enum(_BaselineRecord.baselineTypes).default('Custom'),
    description: _zod.z.string().default(''),
    createTime: time.optional(),
    updateTime: time.optional().describe('Left out: createTime.'),
    items: _zod.z.array(baselineItem).min(1)
});
const governance = _zod.z.strictObject({
    managementAccountId: accountId.describe('Whose landing zone this is; its directory may be made later.'),
    resourceStructure: blueprint.prefault({
        name: 'ResourceStructure'
    }),
    accountFactory: blueprint.nullable().prefault({
        name: 'AccountFactory'
    }).describe('null: there is no such blueprint instance.'),
    defaultBaselineId: _zod.z.string().min(1),
    baselines: _zod.z.array(baseline).min(1),
    inapplicableItems: _zod.z.array(_zod.z.strictObject({
        name: _zod.z.string().min(1),
        accountId: accountId.optional().describe('Left out: for every account.'),
        code: _zod.z.string().min(1),
        message: _zod.z.string(),
        recommend: _zod.z.string().default('')
    })).default([]).describe('Baseline items that fail when they are applied, and with what error.'),
    enrollments: _zod.z.array(_zod.z.strictObject({
        accountId,
        baselineId: _zod.z.string().min(1).optional().describe('Left out: the default baseline.'),
        items: _zod.z.array(baselineItem).default([]).describe('Laid over the items of the baseline, as BaselineItems are.'),
        accountNamePrefix: _zod.z.string().optional(),
        payerAccountId: accountId.optional(),
        tags: _zod.z.array(tag).default([]),
        startedAt: time,
        stepSeconds: _zod.z.number().positive().default(30).describe('World seconds that one item takes to apply.')
    })).default([])
});
/** Embedded JSON of the wire: as an object, or as a text that may be malformed. */ const textOr = (schema)=>_zod.z.union([
        _zod.z.string(),
        schema
    ], 'Expected an object or a text');
const change = _zod.z.strictObject({
    at: time,
    type: _zod.z.string().min(1).describe('DISCOVERED, MODIFY, REMOVE, or a value of your own.'),
    diff: textOr(_zod.z.record(_zod.z.string(), _zod.z.unknown())).optional().describe('{ "Status": ["Running", "Stopped"] }, or the raw text, malformed if you like.'),
    tags: textOr(_zod.z.record(_zod.z.string(), _zod.z.array(_zod.z.string()))).optional().describe('From this change on; raw text is passed on as it stands.'),
    resourceName: _zod.z.string().optional().describe('From this change on.'),
    relationship: textOr(_zod.z.record(_zod.z.string(), _zod.z.unknown())).optional().describe('To other resources, at this change; raw text is passed on as it stands. Told by 2020-09-07 alone.'),
    relationshipDiff: textOr(_zod.z.record(_zod.z.string(), _zod.z.unknown())).optional().describe('How that changed.')
});
const resource = _zod.z.strictObject({
    accountId,
    resourceId: _zod.z.string().min(1),
    resourceType: _zod.z.string().min(1),
    /** Empty for a resource that Cloud Config lists without one. */ region: _zod.z.string(),
    resourceName: _zod.z.string().default(''),
    availabilityZone: _zod.z.string().optional(),
    createTime: time.optional(),
    tags: change.shape.tags,
    changes: _zod.z.array(change).default([]).describe('In any order; of one millisecond: as recorded. The future may be told.'),
    configuration: _zod.z.record(_zod.z.string(), _zod.z.unknown()).optional().describe('Properties that its history does not tell; those that it tells win.'),
    foundAs: _zod.z.record(_zod.z.string(), _zod.z.unknown()).optional().describe('Without changes yet: the properties that the first scan of the account discovers it with.'),
    lastPageToken: _zod.z.string().min(1).optional().describe('The literal NextToken of the last page under the reading lastPageToken: present.'),
    vpcId: _zod.z.string().optional(),
    vSwitchId: _zod.z.string().optional(),
    resourceGroupId: _zod.z.string().optional(),
    compliance: _zod.z.enum(_ResourceRecord.complianceTypes).optional().describe('What its rules come to, all together. Left out: INSUFFICIENT_DATA, as no rule has looked at it.')
});
const complianceRule = _zod.z.strictObject({
    ruleId: _zod.z.string().regex(/^cr-[0-9a-z*]+$/),
    name: _zod.z.string().min(1),
    resourceType: _zod.z.string().min(1),
    property: _zod.z.string().min(1).describe('The property of the configuration that the rule looks at.'),
    compliant: _zod.z.array(_zod.z.unknown()).min(1).describe('Values of the property with which a resource is COMPLIANT.'),
    withoutProperty: _zod.z.enum(_ResourceRecord.complianceTypes).default('INSUFFICIENT_DATA').describe('What the rule comes to for a resource without the property.'),
    ignored: _zod.z.array(_zod.z.string()).default([]).describe('IDs of resources for which it comes to IGNORED.')
}).describe('A rule of Cloud Config. It looks at each resource of the type one minute after each change.');
const accountGroup = _zod.z.strictObject({
    accountGroupId: _zod.z.string().regex(/^ca-[0-9a-z*]+$/),
    ownerAccountId: accountId.describe('The management account of a directory, or a member that is its delegated administrator.'),
    name: _zod.z.string().min(1),
    description: _zod.z.string().default(''),
    type: _zod.z.enum([
        'RD',
        'FOLDER',
        'CUSTOM'
    ]).describe('RD: the members of the directory. FOLDER: those of folderId. CUSTOM: those of accountIds.'),
    folderId: _zod.z.string().min(1).optional(),
    accountIds: _zod.z.array(accountId).default([]).describe('Those that are not, or no longer, in the directory drop out.'),
    createTime: time.describe('Its members are gathered five minutes of world time later.'),
    tags: _zod.z.array(tag).default([])
});
const worldDefinition = _zod.z.strictObject({
    $schema: _zod.z.string().optional(),
    name: _zod.z.string().min(1),
    description: _zod.z.string().optional(),
    epoch: time.describe('What world time is when the emulator starts or is reset.'),
    clock: _zod.z.enum([
        'running',
        'frozen'
    ]).default('running'),
    memory: _zod.z.enum([
        'kept',
        'none'
    ]).default('kept').describe('none: what a write does is answered and forgotten; every request meets the world as it is written here.'),
    readings: readings.default({}),
    outages: _zod.z.array(_zod.z.enum([
        'Config',
        'ResourceManager',
        'governance',
        'Sts'
    ])).default([]).describe('Products that are down.'),
    keys: _zod.z.array(key).default([]).describe('testid and memberid are added where they are left out.'),
    accounts: _zod.z.array(account).min(1),
    roles: _zod.z.array(role).default([]).describe('Roles of single accounts; members have those of their directory besides.'),
    directories: _zod.z.array(directory).default([]),
    governance: _zod.z.array(governance).default([]),
    resources: _zod.z.array(resource).default([]),
    complianceRules: _zod.z.array(complianceRule).default([]).describe('The rules of every account.'),
    accountGroups: _zod.z.array(accountGroup).default([]).describe('Account groups of Cloud Config: aggregators to its API.')
});
function worldJsonSchema() {
    return {
        title: 'A world of the emulator',
        ..._zod.z.toJSONSchema(worldDefinition, {
            io: 'input'
        })
    };
}
