import { z } from 'zod';
import { complianceTypes } from '../../operations/cloud-config/2020-09-07/ResourceRecord';
import { baselineTypes } from '../../operations/governance/BaselineRecord';
import { emailStatuses, joinMethods, memberStatuses } from '../../operations/resource-manager/AccountRecord';
import type { Readings } from '../readings';
import { readingValues } from '../readings';
import { accountId, textOr, time } from './definitionParts';
import { write } from './writeDefinition';

/** Milliseconds of a time in a definition. */
export const toEpochMs = (time: string): number => Date.parse(time);

// Built from the one table of readings; the compiler cannot follow `Object.entries`, so the type is stated.
const readings = z
  .strictObject(
    Object.fromEntries(Object.entries(readingValues).map(([name, values]) => [name, z.enum(values).optional()])),
  )
  .describe('How uncertain points of the facts are read; what is left out keeps the default.') as unknown as z.ZodType<
  Partial<Readings>,
  Partial<Readings>
>;

const recorderStatuses = ['REGISTRABLE', 'BUILDING', 'REGISTERED', 'REBUILDING'] as const;
const organizationStatuses = ['REGISTRABLE', 'BUILDING', 'REGISTERED'] as const;

const ramActions = z.array(z.string().regex(/^(\*|[a-z]+:[A-Za-z*]+)$/));

const key = z.strictObject({
  id: z.string().min(1),
  secret: z.string().min(1),
  active: z.boolean().default(true),
  accountId,
  identity: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('RAMUser'), name: z.string().min(1), userId: z.string().min(1).optional() }),
      z.strictObject({ type: z.literal('AssumedRoleUser'), role: z.string().min(1), session: z.string().min(1) }),
      z.strictObject({ type: z.literal('Account') }).describe('The root key of the account.'),
    ])
    .default({ type: 'RAMUser', name: 'gateway' }),
  denied: ramActions
    .default([])
    .describe('RAM actions that this principal may not take: config:StartConfigurationRecorder, config:Put*, *.'),
  readings: readings.optional(),
  session: z
    .strictObject({ securityToken: z.string().min(1), expiresAt: time })
    .optional()
    .describe('Makes it a temporary key: the token that must come with it, and its end in wall time.'),
});

const memberRole = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9.@_-]{1,64}$/),
  trusts: z
    .array(accountId)
    .min(1)
    .optional()
    .describe('Accounts whose RAM users and roles may assume it. Left out: the management account.'),
  externalId: z.string().min(2).optional().describe('What must come with AssumeRole.'),
  allowed: ramActions.default(['*']).describe('What it may do: config:Get*, resourcemanager:ListAccounts, *.'),
  maxSessionSeconds: z.int().min(3600).max(43_200).default(3600),
});

const role = memberRole.extend({ accountId, trusts: z.array(accountId).min(1) });

const account = z.strictObject({
  accountId,
  name: z.string().min(1).describe('Login name, as directories print it: MasterAccountName.'),
  displayName: z.string().min(1),
  site: z.enum(['china', 'international']).default('china'),
  type: z
    .enum(['enterprise', 'personal', 'resource'])
    .default('enterprise')
    .describe('Only an enterprise account can own a directory; resource accounts are made inside one.'),
  verification: z
    .enum(['enterprise', 'individual', 'none'])
    .default('enterprise')
    .describe('Which real-name verification the account has passed.'),
  enterpriseName: z.string().default(''),
  status: z
    .enum(['active', 'suspended', 'closed'])
    .default('active')
    .describe('suspended: payment overdue, work cannot be scheduled for it. closed: products do not know it any more.'),
  serviceLinkedRole: z
    .enum(['present', 'creatable', 'refused', 'permanent'])
    .default('creatable')
    .describe(
      'AliyunServiceRoleForConfig: there, to be made by the first start, not to be made at all, or there and not to be ' +
        'deleted by a stop.',
    ),
  recorder: z
    .strictObject({
      status: z.enum(recorderStatuses).default('REGISTERED'),
      since: time.describe('BUILDING and REBUILDING become REGISTERED five minutes of world time later.'),
      resourceTypes: z.array(z.string().min(1)).min(1).optional().describe('Left out: every supported type.'),
    })
    .optional()
    .describe('Left out: Cloud Config was never activated for this account.'),
  organization: z
    .strictObject({ status: z.enum(organizationStatuses), since: time })
    .optional()
    .describe('The organization-wide edition of Cloud Config, of a management account.'),
  newDirectory: z
    .strictObject({
      resourceDirectoryId: z.string().min(1),
      rootFolderId: z.string().min(1),
      createTime: time.optional(),
    })
    .optional()
    .describe('What the directory is called that this account initializes, where that must be known beforehand.'),
});

const tag = z.strictObject({ key: z.string(), value: z.string() });

const folder = z.strictObject({
  folderId: z.string().min(1),
  name: z.string().min(1),
  parentFolderId: z.string().min(1),
  createTime: time.optional().describe('Left out: the time of the directory.'),
});

const member = z.strictObject({
  accountId,
  folderId: z.string().min(1).optional().describe('Left out: the root folder.'),
  joinTime: time,
  modifyTime: time.optional().describe('Left out: the time of joining.'),
  leaveTime: time.optional().describe('When it was removed; that may be to come.'),
  status: z
    .enum(memberStatuses)
    .optional()
    .describe('Left out: CreateSuccess for an account of type resource, InviteSuccess for any other.'),
  joinMethod: z
    .enum(joinMethods)
    .optional()
    .describe('Left out: invited where the status is InviteSuccess, created otherwise.'),
  emailStatus: z.enum(emailStatuses).default(''),
  payerAccountId: accountId
    .optional()
    .describe('Who pays for it; an enrollment that names one wins. Left out: itself.'),
  tags: z.array(tag).default([]),
  missingRoles: z
    .array(memberRole.shape.name)
    .default([])
    .describe('Roles of every member that this one lacks: ResourceDirectoryAccountAccessRole, or one of memberRoles.'),
});

const directory = z.strictObject({
  resourceDirectoryId: z.string().min(1),
  rootFolderId: z.string().min(1),
  managementAccountId: accountId,
  createTime: time,
  controlPolicyStatus: z.enum(['Enabled', 'PendingEnable', 'Disabled', 'PendingDisable']).default('Disabled'),
  memberDeletionStatus: z.enum(['Enabled', 'Disabled']).default('Disabled'),
  folders: z.array(folder).default([]).describe('A tree under the root folder, at most five levels deep.'),
  members: z.array(member).default([]).describe('Every account of the directory but the management account.'),
  memberRoles: z
    .array(memberRole)
    .default([])
    .describe('Roles that every member has besides ResourceDirectoryAccountAccessRole.'),
  delegatedAdministrators: z
    .array(accountId)
    .default([])
    .describe('Members that may read the directory as the management account does.'),
});

const baselineItem = z.strictObject({
  name: z.string().min(1),
  version: z.string().default('1.0'),
  config: z.unknown().optional().describe('Settings of the item; a string is passed on as it stands.'),
  skip: z.boolean().default(false),
});

const blueprint = z.strictObject({
  name: z.string().min(1).describe('Fills the %s of the messages.'),
  status: z
    .enum(['NotDeployed', 'Deploying', 'Deployed', 'Deleting'])
    .default('Deployed')
    .describe('Deploying becomes Deployed ten minutes of world time after `since`.'),
  since: time.optional(),
});

const baseline = z.strictObject({
  baselineId: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(baselineTypes).default('Custom'),
  description: z.string().default(''),
  createTime: time.optional(),
  updateTime: time.optional().describe('Left out: createTime.'),
  items: z.array(baselineItem).min(1),
});

const governance = z.strictObject({
  managementAccountId: accountId.describe('Whose landing zone this is; its directory may be made later.'),
  resourceStructure: blueprint.prefault({ name: 'ResourceStructure' }),
  accountFactory: blueprint
    .nullable()
    .prefault({ name: 'AccountFactory' })
    .describe('null: there is no such blueprint instance.'),
  defaultBaselineId: z.string().min(1),
  baselines: z.array(baseline).min(1),
  inapplicableItems: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        accountId: accountId.optional().describe('Left out: for every account.'),
        code: z.string().min(1),
        message: z.string(),
        recommend: z.string().default(''),
      }),
    )
    .default([])
    .describe('Baseline items that fail when they are applied, and with what error.'),
  enrollments: z
    .array(
      z.strictObject({
        accountId,
        baselineId: z.string().min(1).optional().describe('Left out: the default baseline.'),
        items: z.array(baselineItem).default([]).describe('Laid over the items of the baseline, as BaselineItems are.'),
        accountNamePrefix: z.string().optional(),
        payerAccountId: accountId.optional(),
        tags: z.array(tag).default([]),
        startedAt: time,
        stepSeconds: z.number().positive().default(30).describe('World seconds that one item takes to apply.'),
      }),
    )
    .default([]),
});

const change = z.strictObject({
  at: time,
  type: z.string().min(1).describe('DISCOVERED, MODIFY, REMOVE, or a value of your own.'),
  diff: textOr(z.record(z.string(), z.unknown()))
    .optional()
    .describe('{ "Status": ["Running", "Stopped"] }, or the raw text, malformed if you like.'),
  tags: textOr(z.record(z.string(), z.array(z.string())))
    .optional()
    .describe('From this change on; raw text is passed on as it stands.'),
  resourceName: z.string().optional().describe('From this change on.'),
  relationship: textOr(z.record(z.string(), z.unknown()))
    .optional()
    .describe('To other resources, at this change; raw text is passed on as it stands. Told by 2020-09-07 alone.'),
  relationshipDiff: textOr(z.record(z.string(), z.unknown())).optional().describe('How that changed.'),
});

const resource = z.strictObject({
  accountId,
  resourceId: z.string().min(1),
  resourceType: z.string().min(1),
  /** Empty for a resource that Cloud Config lists without one. */
  region: z.string(),
  resourceName: z.string().default(''),
  availabilityZone: z.string().optional(),
  createTime: time.optional(),
  tags: change.shape.tags,
  changes: z
    .array(change)
    .default([])
    .describe('In any order; of one millisecond: as recorded. The future may be told.'),
  configuration: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Properties that its history does not tell; those that it tells win.'),
  foundAs: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Without changes yet: the properties that the first scan of the account discovers it with.'),
  lastPageToken: z
    .string()
    .min(1)
    .optional()
    .describe('The literal NextToken of the last page under the reading lastPageToken: present.'),
  vpcId: z.string().optional(),
  vSwitchId: z.string().optional(),
  resourceGroupId: z.string().optional(),
  compliance: z
    .enum(complianceTypes)
    .optional()
    .describe('What its rules come to, all together. Left out: INSUFFICIENT_DATA, as no rule has looked at it.'),
});

const complianceRule = z
  .strictObject({
    ruleId: z.string().regex(/^cr-[0-9a-z*]+$/),
    name: z.string().min(1),
    resourceType: z.string().min(1),
    property: z.string().min(1).describe('The property of the configuration that the rule looks at.'),
    compliant: z.array(z.unknown()).min(1).describe('Values of the property with which a resource is COMPLIANT.'),
    withoutProperty: z
      .enum(complianceTypes)
      .default('INSUFFICIENT_DATA')
      .describe('What the rule comes to for a resource without the property.'),
    ignored: z.array(z.string()).default([]).describe('IDs of resources for which it comes to IGNORED.'),
  })
  .describe('A rule of Cloud Config. It looks at each resource of the type one minute after each change.');

const accountGroup = z.strictObject({
  accountGroupId: z.string().regex(/^ca-[0-9a-z*]+$/),
  ownerAccountId: accountId.describe(
    'The management account of a directory, or a member that is its delegated administrator.',
  ),
  name: z.string().min(1),
  description: z.string().default(''),
  type: z
    .enum(['RD', 'FOLDER', 'CUSTOM'])
    .describe('RD: the members of the directory. FOLDER: those of folderId. CUSTOM: those of accountIds.'),
  folderId: z.string().min(1).optional(),
  accountIds: z.array(accountId).default([]).describe('Those that are not, or no longer, in the directory drop out.'),
  lacking: z.array(accountId).default([]).describe('Members of the directory that it has not gathered yet.'),
  createTime: time.describe('Its members are gathered five minutes of world time later.'),
  tags: z.array(tag).default([]),
});

/** The format of a world: plain data. `docs/emulator-world.schema.json` is printed from it. */
export const worldDefinition = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1),
  description: z.string().optional(),
  epoch: time.describe('What world time is when the emulator starts or is reset.'),
  clock: z.enum(['running', 'frozen']).default('running'),
  memory: z
    .enum(['kept', 'none'])
    .default('kept')
    .describe(
      'none: what a write does is answered and forgotten; every request meets the world as it is written here.',
    ),
  readings: readings.default({}),
  writes: z.array(write).default([]).describe('What was done in the accounts, besides what their histories tell.'),
  causes: z
    .enum(['derived', 'written'])
    .default('derived')
    .describe(
      'derived: most changes of histories have an event that caused them. written: those of `writes` alone do.',
    ),
  trailLagSeconds: z
    .number()
    .nonnegative()
    .default(60)
    .describe('How long after it happened an event can be searched for. World seconds.'),
  indexLagSeconds: z
    .number()
    .nonnegative()
    .default(0)
    .describe('How much later than a timeline the lists of Cloud Config 2020-09-07 know of a change. World seconds.'),
  outages: z
    .array(z.enum(['Config', 'ResourceManager', 'governance', 'Sts', 'Actiontrail']))
    .default([])
    .describe('Products that are down.'),
  keys: z.array(key).default([]).describe('testid and memberid are added where they are left out.'),
  accounts: z.array(account).min(1),
  roles: z.array(role).default([]).describe('Roles of single accounts; members have those of their directory besides.'),
  directories: z.array(directory).default([]),
  governance: z.array(governance).default([]),
  resources: z.array(resource).default([]),
  complianceRules: z.array(complianceRule).default([]).describe('The rules of every account.'),
  accountGroups: z.array(accountGroup).default([]).describe('Account groups of Cloud Config: aggregators to its API.'),
});

/** A world as it is written: what has a default may be omitted. */
export type WorldDefinition = z.input<typeof worldDefinition>;

/** A world with every default filled in. */
export type CompleteWorld = z.output<typeof worldDefinition>;

export type AccountDefinition = z.output<typeof account>;
export type KeyDefinition = z.output<typeof key>;
export type RoleDefinition = z.output<typeof role>;
export type DirectoryDefinition = z.output<typeof directory>;
export type FolderDefinition = z.output<typeof folder>;
export type MemberDefinition = z.output<typeof member>;
export type TagDefinition = z.output<typeof tag>;
export type BaselineDefinition = z.output<typeof baseline>;
export type GovernanceDefinition = z.output<typeof governance>;
export type BlueprintDefinition = z.output<typeof blueprint>;
export type BaselineItemDefinition = z.output<typeof baselineItem>;
export type EnrollmentDefinition = z.output<typeof governance>['enrollments'][number];
export type ResourceDefinition = z.output<typeof resource>;
export type ComplianceRuleDefinition = z.output<typeof complianceRule>;

export type AccountGroupDefinition = z.output<typeof accountGroup>;
export type ChangeDefinition = z.output<typeof change>;

/** The JSON Schema of a world file. */
export function worldJsonSchema(): object {
  return { title: 'A world of the emulator', ...z.toJSONSchema(worldDefinition, { io: 'input' }) };
}
