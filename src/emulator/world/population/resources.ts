import type { History } from '../../cloud-config/History';
import type { ResourceKey } from '../../cloud-config/ResourceKey';
import type { ResourceKind } from '../demo/kinds';
import { bucket, database, disk, ecsInstance, loadBalancer, ramUser, securityGroup, vpc } from '../demo/kinds';
import { GeneratedHistory, momentOf } from './GeneratedHistory';
import type { GeneratedResources, Outline } from './Population';
import { createMix, createScatter, pick } from './mixing';
import { units } from './names';
import type { TodaysOwners } from './today';

/** Kinds, what their ids begin with, and whether they sit in a zone. */
const kinds: readonly [KindPlan, ...KindPlan[]] = [
  { kind: ecsInstance, prefix: 'i-bp1', zoned: true },
  { kind: disk, prefix: 'd-bp1', zoned: true },
  { kind: securityGroup, prefix: 'sg-bp1', zoned: false },
  { kind: database, prefix: 'rm-bp1', zoned: true },
  { kind: loadBalancer, prefix: 'lb-bp1', zoned: true },
  { kind: bucket, prefix: 'assets-', zoned: false },
  { kind: vpc, prefix: 'vpc-bp1', zoned: false },
  { kind: ramUser, prefix: '27', zoned: false },
];

interface KindPlan {
  readonly kind: ResourceKind;
  readonly prefix: string;
  readonly zoned: boolean;
}

const regions = [
  'cn-hangzhou',
  'cn-shanghai',
  'cn-beijing',
  'cn-shenzhen',
  'cn-hongkong',
  'ap-southeast-1',
  'eu-central-1',
] as const;

/** An account has fewer than so many resources. */
const maxResources = 128;
/** The last of every so many resources of an account was deleted. */
const removedEvery = 11;
const isRemoved = (ordinal: number): boolean => ordinal % removedEvery === removedEvery - 1;
const idLength = 10;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** The account whose bucket has a name of its own, and histories as long as they get. */
const showcase = 0;
const showcaseId = '__proto__';

/** How often a resource changes. */
interface Pace {
  readonly length: number;
  readonly stepMs: number;
  readonly from: number;
  readonly lastAt?: number;
}

/** Whose resources these are. */
export interface Owners {
  indexOf(accountId: string): number | undefined;
  /** The account that is to be worth looking at besides the first. */
  readonly managementIndex: number;
  /** Who has resources that changed in the last day. Undefined: those alone with the longest histories. */
  readonly today?: TodaysOwners;
}

/** About a hundred resources of every account, each with its history, computed from seed, account and position. */
export function createResources(seed: string, epoch: number, owners: Owners): GeneratedResources {
  const mix = createMix(`${seed}/resources`);
  const scatter = createScatter(`${seed}/resources`);
  const isShown = (owner: number): boolean => owner === showcase || owner === owners.managementIndex;
  const countOf = (owner: number): number => 80 + (mix(owner) % 41);

  /** What does not change today has not changed since. Two hours more than a day, for lists that look back further. */
  const quietSince = epoch - dayMs - (owners.today ? 2 * hourMs : 0);

  const resourceAt = (accountId: string, owner: number, ordinal: number): History => {
    const { kind, prefix, zoned } = planOf(owner, ordinal);
    const region = regionOf(owner, ordinal, kind);
    const start = startOf(owner, ordinal);
    const unit = pick(units, mix(owner));
    const { length, stepMs, from, lastAt } = paceOf(owner, ordinal, start);
    return new GeneratedHistory({
      resource: {
        accountId,
        region,
        resourceType: kind.resourceType,
        resourceId: idAt(owner, ordinal, prefix),
        resourceName: nameOf(owner, ordinal),
        availabilityZone: zoned ? `${region}-${pick(['a', 'b', 'h'], mix(owner, ordinal, 3))}` : undefined,
        createTime: new Date(start - 60_000).toISOString(),
      },
      kind,
      length,
      start: from,
      stepMs,
      lastAt,
      removed: isRemoved(ordinal),
      tags: JSON.stringify({ unit: [unit], ordinal: [String(ordinal)] }),
      mix: (...numbers) => mix(owner, ordinal, ...numbers),
    });
  };

  const planOf = (owner: number, ordinal: number): KindPlan => {
    if (isShown(owner) && ordinal < 3)
      return { kind: ordinal === 0 ? bucket : ecsInstance, prefix: 'i-bp1', zoned: ordinal > 0 };
    return pick(kinds, mix(owner, ordinal));
  };

  const nameOf = (owner: number, ordinal: number): string =>
    `${pick(units, mix(owner))} ${String(ordinal + 1).padStart(3, '0')}`;

  const startOf = (owner: number, ordinal: number): number => epoch - (330 - (mix(owner, ordinal, 2) % 200)) * dayMs;

  const regionOf = (owner: number, ordinal: number, kind: ResourceKind): string =>
    kind === ramUser ? 'global' : pick(regions, mix(owner, ordinal, 1));

  const idAt = (owner: number, ordinal: number, prefix: string): string => {
    if (isShown(owner) && ordinal === 0) return showcaseId;
    return (
      prefix +
      scatter
        .to(owner * maxResources + ordinal)
        .toString(36)
        .padStart(idLength, '0')
    );
  };

  /** Most histories are short; that of the second resource of the shown accounts has 100,000 changes in a month. */
  const paceOf = (owner: number, ordinal: number, start: number): Pace => {
    const long = ordinal === 1 ? (isShown(owner) ? 100_000 : owner % 50 === 0 ? 20_000 : 0) : 0;
    const length = ordinal === 2 && isShown(owner) ? 2_500 : long;
    const from = (owners.today ? quietSince : epoch) - 29 * dayMs;
    if (length > 0) return { length, stepMs: Math.floor((29 * dayMs) / length), from };
    // What was removed was discovered before.
    const short = Math.max(isRemoved(ordinal) ? 2 : 1, 1 + (mix(owner, ordinal, 4) % 20));
    const pace = { length: short, stepMs: Math.floor((quietSince - start) / short), from: start };
    if (!isOfToday(owner, ordinal)) return pace;
    return { ...pace, length: short + 1, lastAt: epoch - 1 - (mix(owner, ordinal, 5) % (dayMs - 1)) };
  };

  /** Those in a row, from a position that is no showcase. */
  const todayOf = (owner: number): { from: number; count: number } => ({
    from: 3 + (mix(owner, 6) % 37),
    count: owners.today?.get(owner) ?? 0,
  });
  const isOfToday = (owner: number, ordinal: number): boolean => {
    const { from, count } = todayOf(owner);
    return ordinal >= from && ordinal < from + count;
  };

  const outlineAt = (accountId: string, owner: number, ordinal: number): Outline => {
    const { kind } = planOf(owner, ordinal);
    return {
      resourceType: kind.resourceType,
      region: regionOf(owner, ordinal, kind),
      resourceName: () => nameOf(owner, ordinal),
      updatedAt() {
        const { length, stepMs, from, lastAt } = paceOf(owner, ordinal, startOf(owner, ordinal));
        const ownMix: typeof mix = (...numbers) => mix(owner, ordinal, ...numbers);
        return lastAt ?? momentOf({ start: from, stepMs, mix: ownMix }, length - 1);
      },
      history: () => resourceAt(accountId, owner, ordinal),
    };
  };

  const ordinalOf = (owner: number, resourceId: string): number | undefined => {
    if (resourceId === showcaseId) return isShown(owner) ? 0 : undefined;
    const digits = resourceId.slice(-idLength);
    if (!/^[0-9a-z]{10}$/.test(digits)) return undefined;
    const ordinal = scatter.from(fromBase36(digits)) - owner * maxResources;
    return ordinal >= 0 && ordinal < countOf(owner) ? ordinal : undefined;
  };

  /** No two resources of an account share an id. */
  const find = (accountId: string, resourceId: string): History | undefined => {
    const owner = owners.indexOf(accountId);
    const ordinal = owner === undefined ? undefined : ordinalOf(owner, resourceId);
    if (owner === undefined || ordinal === undefined) return undefined;
    const history = resourceAt(accountId, owner, ordinal);
    return history.resource.resourceId === resourceId ? history : undefined;
  };

  return {
    get({ accountId, region, resourceType, resourceId }: ResourceKey) {
      const history = find(accountId, resourceId);
      const isSame = history?.resource.region === region && history.resource.resourceType === resourceType;
      return isSame ? history : undefined;
    },
    find,
    *of(accountId) {
      const owner = owners.indexOf(accountId);
      if (owner === undefined) return;
      for (let ordinal = 0; ordinal < countOf(owner); ordinal++) yield resourceAt(accountId, owner, ordinal);
    },
    outlines(accountId, deleted) {
      const owner = owners.indexOf(accountId);
      if (owner === undefined) return undefined;
      const removedCount = Math.floor(countOf(owner) / removedEvery);
      const all = {
        length: deleted ? removedCount : countOf(owner) - removedCount,
        at(index: number) {
          const present = index + Math.floor(index / (removedEvery - 1));
          return outlineAt(accountId, owner, deleted ? (index + 1) * removedEvery - 1 : present);
        },
      };
      const recent = (): Outline[] => {
        const { from, count } = todayOf(owner);
        return Array.from({ length: count }, (_, index) => from + index)
          .filter((ordinal) => isRemoved(ordinal) === deleted)
          .map((ordinal) => outlineAt(accountId, owner, ordinal));
      };
      const changedSince = (time: number) => (owners.today && time >= quietSince ? recent() : all);
      return { settledAt: epoch, all, changedSince };
    },
  };
}

const fromBase36 = (digits: string): bigint =>
  Array.from(digits).reduce((number, digit) => number * 36n + BigInt(parseInt(digit, 36)), 0n);
