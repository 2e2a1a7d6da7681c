import type { Sequence } from '../../Sequence';
import { concat } from '../../Sequence';
import type { Member, GeneratedMembers } from '../../resource-manager/Members';
import { accessRoleName } from '../../sts/Roles';
import type { MemberDefinition } from '../WorldDefinition';
import { readerRole } from '../narrowRoles';
import type { Mix } from './mixing';
import { pick } from './mixing';
import { oddTags, stages, units } from './names';

const statuses = [
  'CreateSuccess',
  'CreateSuccess',
  'InviteSuccess',
  'CreateSuccess',
  'PromoteSuccess',
  'CreateSuccess',
  'PromoteVerifying',
  'CreateSuccess',
  'PromoteFailed',
  'PromoteExpired',
  'PromoteCancelled',
] as const;

/** How the member at a position came to be what it is; every documented status occurs. */
export const statusOf = (index: number): (typeof statuses)[number] => pick(statuses, index);

const hourMs = 60 * 60_000;

/** What members follow from. */
export interface MemberPlan {
  readonly size: number;
  /** The root folder first, then every other. */
  readonly folderIds: readonly [string, ...string[]];
  /** When the first of them joined. */
  readonly since: number;
  readonly managementAccountId: string;
  readonly mix: Mix;
  accountId(index: number): string;
  indexOf(accountId: string): number | undefined;
}

/** When the member at a position joined: three hours after the one before it, while that stays in the past. */
export const joinedAt = ({ since, size }: MemberPlan, index: number): number =>
  since + index * Math.min(3 * hourMs, Math.floor((1000 * 24 * hourMs) / size));

/**
 * The members of a generated directory. Every fourth sits in one crowded folder; the others are dealt round all folders,
 * so that the members of a folder follow from their positions.
 */
export function createMembers(plan: MemberPlan): GeneratedMembers {
  const { size, folderIds, mix } = plan;
  const crowded = folderIds.length > 3 ? 3 : 0;
  const dealtCount = size - Math.ceil(size / 4);

  const folderOf = (index: number): string => {
    const dealt = Math.floor(index / 4) * 3 + (index % 4) - 1;
    return (index % 4 === 0 ? folderIds[crowded] : folderIds[dealt % folderIds.length]) ?? folderIds[0];
  };
  const memberAt = (index: number): Member => {
    const status = statusOf(index);
    const joined = joinedAt(plan, index);
    const paysItself = status === 'InviteSuccess' || status === 'PromoteSuccess';
    return {
      accountId: plan.accountId(index),
      folderId: folderOf(index),
      joinedAt: joined,
      modifiedAt: joined + (mix(index, 1) % (90 * 24)) * hourMs,
      status,
      emailStatus: emailStatusOf(index),
      payerAccountId: paysItself ? undefined : plan.managementAccountId,
      tags: tagsOf(index, mix),
      missingRoles: lacksRoles(index) ? [accessRoleName, readerRole.name] : [],
    };
  };

  return {
    all: { length: size, at: (index) => (index >= 0 && index < size ? memberAt(index) : undefined) },
    get(accountId) {
      const index = plan.indexOf(accountId);
      return index !== undefined && index < size ? memberAt(index) : undefined;
    },
    in(folderId) {
      const folder = folderIds.indexOf(folderId);
      if (folder < 0) return [];
      const dealt: Sequence<Member> = {
        length: Math.max(0, Math.ceil((dealtCount - folder) / folderIds.length)),
        at(position) {
          const ordinal = folder + position * folderIds.length;
          return memberAt(Math.floor(ordinal / 3) * 4 + (ordinal % 3) + 1);
        },
      };
      const crowd: Sequence<Member> = { length: Math.ceil(size / 4), at: (position) => memberAt(position * 4) };
      return folder === crowded ? concat(crowd, dealt) : dealt;
    },
  };
}

/** Whether the member at a position lacks the roles of every other member: one in twenty. */
export const lacksRoles = (index: number): boolean => index % 20 === 13;

function emailStatusOf(index: number): MemberDefinition['emailStatus'] {
  if (index % 13 !== 5) return '';
  return pick(['WAIT_MODIFY', 'CANCELLED', 'EXPIRED'], index);
}

/** Two ordinary tags for filters, and an odd one here and there. */
function tagsOf(index: number, mix: Mix): MemberDefinition['tags'] {
  if (index % 10 === 7) return [];
  const odd = index % 5 === 0 ? oddTags[(index / 5) % oddTags.length] : undefined;
  return [
    { key: 'unit', value: pick(units, mix(index)) },
    { key: 'env', value: pick(stages, mix(index, 2)) },
    ...(odd ? [{ key: odd[0], value: odd[1] }] : []),
  ];
}
