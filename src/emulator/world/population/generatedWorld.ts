import { supportedResourceTypes } from '../../cloud-config/supportedResourceTypes';
import type { AccountDefinition, CompleteWorld, FolderDefinition, KeyDefinition } from '../WorldDefinition';
import { worldDefinition } from '../WorldDefinition';
import { systemBaseline } from '../baselines';
import { directoryRole, enrollmentRole, readerRole, recorderRole } from '../narrowRoles';
import type { Population } from './Population';
import { createEnrollments } from './enrollments';
import { createMembers, joinedAt, statusOf } from './members';
import { createMix, createScatter, pick } from './mixing';
import { folderNames, stages, units } from './names';
import { createResources } from './resources';
import { todaysOwners } from './today';

/** World time at which every generated directory starts. */
export const generatedEpoch = Date.parse('2026-06-30T08:00:00.000Z');

const since = Date.parse('2023-01-09T02:00:00.000Z');
const least16Digits = 1_000_000_000_000_000n;

/** A world of any size: what is the same for every size, and the population, of which nothing is held. */
export interface GeneratedWorld {
  readonly definition: CompleteWorld;
  readonly population: Population;
  readonly managementAccountId: string;
  /** The member at a position, counted from 0; those from `size` on were removed. */
  readonly accountId: (index: number) => string;
}

/** For every so many members there is one that was removed. */
const removedPer = 50;

/**
 * Makes a directory of `size` members besides its management account. The same arguments give the same world.
 *
 * @param changedToday how many resources changed in the last day, at most 40 for each member. If it is given, no other
 *   did: the longest histories end a day earlier, too.
 */
export function generatedWorld(size: number, seed = 'lotus', changedToday?: number): GeneratedWorld {
  const mix = createMix(seed);
  const scatter = createScatter(`${seed}/accounts`);
  const managementIndex = size + Math.ceil(size / removedPer);
  const accountId = (index: number): string => String(least16Digits + scatter.to(index));
  const indexOf = (id: string): number | undefined => {
    const scattered = /^1\d{15}$/.test(id) ? BigInt(id) - least16Digits : -1n;
    const index = scattered < 0n ? Infinity : scatter.from(scattered);
    return index <= managementIndex ? index : undefined;
  };
  const managementAccountId = accountId(managementIndex);
  const folders = foldersOf(seed);
  const members = {
    size,
    folderIds: [rootFolderId, ...folders.map(({ folderId }) => folderId)] as [string, ...string[]],
    since,
    managementAccountId,
    mix,
    accountId,
    indexOf,
  };
  const displayName = (index: number): string => `${pick(units, mix(index))} ${pick(stages, mix(index, 2))}`;
  const today =
    changedToday === undefined
      ? undefined
      : todaysOwners({ count: changedToday, size, records: (index) => recordsEverything(index) });
  const definition = worldDefinition.parse({
    ...frameOf(size, seed, managementAccountId, folders),
    keys: [
      {
        id: 'memberid',
        secret: 'membersecret',
        accountId: accountId(0),
        identity: { type: 'RAMUser', name: 'member' },
      },
    ],
  });

  const account = (id: string): AccountDefinition | undefined => {
    const index = indexOf(id);
    if (index === undefined || index === managementIndex) return undefined;
    const isOwn = statusOf(index) === 'InviteSuccess' || statusOf(index) === 'PromoteSuccess';
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
      recorder: isWithoutRecorder(index)
        ? undefined
        : {
            status: 'REGISTERED',
            since: new Date(since).toISOString(),
            resourceTypes: isNarrowed(index) ? narrowed : undefined,
          },
    };
  };

  return {
    definition,
    managementAccountId,
    accountId,
    population: {
      account,
      key: (id) => memberKey(id, indexOf),
      members: createMembers(members),
      resources: createResources(seed, generatedEpoch, { indexOf, managementIndex, today }),
      enrollments: createEnrollments({
        managementAccountId,
        size,
        baselines: definition.governance[0]?.baselines ?? [],
        epoch: generatedEpoch,
        accountId,
        indexOf,
        displayName,
        joinedAt: (index) => joinedAt(members, index),
      }),
    },
  };
}

const rootFolderId = 'r-Gen001';

/** Most record everything, some leave two types out, some do not record at all. */
const isWithoutRecorder = (index: number): boolean => index % 37 === 19;
const isNarrowed = (index: number): boolean => index % 29 === 7;
const recordsEverything = (index: number): boolean => !isWithoutRecorder(index) && !isNarrowed(index);
const narrowed = supportedResourceTypes.filter((type) => type !== 'ACS::ECS::Disk' && type !== 'ACS::RAM::User');

/** A key of every member: `memberid-` and its account id. */
function memberKey(id: string, indexOf: (id: string) => number | undefined): KeyDefinition | undefined {
  const [, accountId = ''] = /^memberid-(\d{16})$/.exec(id) ?? [];
  if (indexOf(accountId) === undefined) return undefined;
  const identity = { type: 'RAMUser', name: 'member' } as const;
  return { id, secret: 'membersecret', active: true, accountId, identity, denied: [] };
}

/** A tree five levels deep: each folder has a child for each name of the next level. */
function foldersOf(seed: string): FolderDefinition[] {
  const mix = createMix(`${seed}/folders`);
  let made = 0;
  const grow = (parentFolderId: string, level: number): FolderDefinition[] =>
    (folderNames[level] ?? []).flatMap((name) => {
      made += 1;
      const letters = mix(made).toString(36).padStart(7, '0').slice(-7);
      const folderId = `fd-${letters}${made.toString(36).padStart(3, '0')}`;
      return [{ folderId, name, parentFolderId }, ...grow(folderId, level + 1)];
    });
  return grow(rootFolderId, 0);
}

/** The owner of everything, its landing zone, and the keys. */
function frameOf(size: number, seed: string, managementAccountId: string, folders: FolderDefinition[]) {
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
        recorder: { since: new Date(since).toISOString() },
      },
    ],
    roles: [directoryRole, enrollmentRole].map((role) => ({
      ...role,
      accountId: managementAccountId,
      trusts: [managementAccountId],
    })),
    directories: [
      {
        resourceDirectoryId: 'rd-Gen001',
        rootFolderId,
        managementAccountId,
        createTime: new Date(since).toISOString(),
        controlPolicyStatus: 'Enabled',
        folders,
        memberRoles: [readerRole, recorderRole],
      },
    ],
    accountGroups: [
      {
        accountGroupId: 'ca-9f1c0d5e2b7a4836c1d2',
        ownerAccountId: managementAccountId,
        name: '全部账号 All accounts',
        type: 'RD',
        createTime: new Date(since).toISOString(),
      },
    ],
    governance: [
      {
        managementAccountId,
        defaultBaselineId: systemBaseline.baselineId,
        baselines: [
          { ...systemBaseline, createTime: '2023-01-10T02:00:00.000Z' },
          ...Array.from({ length: 24 }, (_, index) => ({
            ...systemBaseline,
            type: 'Custom',
            baselineId: `afb-bp1generated${String(index).padStart(8, '0')}`,
            name: pick(units, index),
            description: `baseline ${index + 1} of the generated directory`,
            createTime: '2023-02-01T09:00:12.000Z',
            updateTime: '2023-06-18T10:45:33.000Z',
          })),
        ],
      },
    ],
  };
}
