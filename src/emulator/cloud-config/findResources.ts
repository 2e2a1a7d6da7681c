import type { Sequence } from '../Sequence';
import { concat, each, mapped } from '../Sequence';
import type { World } from '../world/World';
import type { Outline } from '../world/population/Population';
import type { History } from './History';
import { firstAtOrAfter } from './History';
import type { Gaps } from './RecorderEntry';
import type { TrackedResource } from './trackedResource';
import { recordedHistory, trackedResource } from './trackedResource';

/** Which tracked resources are meant; what is omitted narrows nothing. */
export interface ResourceFilter {
  readonly deleted: boolean;
  readonly resourceId?: string;
  readonly resourceName?: string;
  readonly types?: readonly string[];
  readonly excludedTypes?: readonly string[];
  readonly regions?: readonly string[];
  /** When it changed last, in milliseconds since the epoch; both bounds belong to it. */
  readonly updated?: { readonly from: number; readonly to: number };
  /** Changes captured later are not known. Default: now. */
  readonly at?: number;
}

/** What resources can be counted by. */
export type ResourceDimension = 'resourceType' | 'region';

/**
 * Resources in the order of their accounts and of the world. Those of a generated world are computed when they are
 * read.
 */
export interface FoundResources extends Sequence<TrackedResource> {
  countBy(dimension: ResourceDimension): ReadonlyMap<string, number>;
}

/** The tracked resources of some accounts: as much work as there are accounts, and as resources are looked at. */
export function findResources(accountIds: Iterable<string>, filter: ResourceFilter, world: World): FoundResources {
  const parts: FoundResources[] = [];
  const ends: number[] = [];
  let length = 0;
  for (const accountId of accountIds) {
    const part = findInAccount(accountId, filter, world);
    if (part.length === 0) continue;
    length += part.length;
    parts.push(part);
    ends.push(length);
  }
  return {
    length,
    at(index) {
      const position = firstAtOrAfter(parts.length, (part) => ends[part] ?? Infinity, index + 1);
      return parts[position]?.at(index - (ends[position - 1] ?? 0));
    },
    countBy: (dimension) => sumOf(parts.map((part) => part.countBy(dimension))),
  };
}

function findInAccount(accountId: string, filter: ResourceFilter, world: World): FoundResources {
  const { timelines, recorders, clock } = world;
  const { resourceId } = filter;
  const now = filter.at ?? clock.now();
  const gaps = recorders.recording(accountId);
  if (!gaps) return nothing;

  const outlines = timelines.outlines(accountId, filter.deleted);
  const isOutlined = outlines && now >= outlines.settledAt && resourceId === undefined && isUnchanging(gaps, now);
  if (!isOutlined) {
    const histories = resourceId === undefined ? timelines.of(accountId) : timelines.named(accountId, resourceId);
    return held(matching(histories, filter, world));
  }

  const own = held(matching(timelines.held(accountId), filter, world));
  const { types, excludedTypes, regions, resourceName, updated } = filter;
  const isNarrowed = gaps.size > 0 || [types, excludedTypes, regions, resourceName, updated].some(isGiven);
  const matches = (outline: Outline): boolean =>
    !gaps.has(outline.resourceType) &&
    isOf(filter, outline.resourceType, outline.region) &&
    (resourceName === undefined || outline.resourceName() === resourceName) &&
    (updated === undefined || isWithin(updated, outline.updatedAt()));
  const all = updated ? outlines.changedSince(updated.from) : outlines.all;
  const generated = outlined(isNarrowed ? [...each(all)].filter(matches) : all, world, now);
  if (own.length === 0) return generated;
  return {
    ...concat<TrackedResource>(own, generated),
    countBy: (dimension) => sumOf([own.countBy(dimension), generated.countBy(dimension)]),
  };
}

const isGiven = (value: unknown): boolean => value !== undefined;

/** Whether every type is recorded since ever, or not at all now: its histories then are whole, or not to be seen. */
const isUnchanging = (gaps: Gaps, now: number): boolean =>
  [...gaps.values()].flat().every(({ from, to }) => from <= now && to === Infinity);

const isOf = ({ types, excludedTypes, regions }: ResourceFilter, resourceType: string, region: string): boolean =>
  (types?.includes(resourceType) ?? true) &&
  !excludedTypes?.includes(resourceType) &&
  (regions?.includes(region) ?? true);

const isWithin = ({ from, to }: NonNullable<ResourceFilter['updated']>, time: number): boolean =>
  from <= time && time <= to;

function matching(histories: Iterable<History>, filter: ResourceFilter, world: World): TrackedResource[] {
  const { resourceName, updated, deleted } = filter;
  const found: TrackedResource[] = [];
  for (const history of histories) {
    const { resource } = history;
    if (!isOf(filter, resource.resourceType, resource.region)) continue;
    const tracked = trackedResource(recordedHistory(history, world), world, filter.at);
    if (tracked?.deleted !== deleted || (resourceName ?? tracked.resourceName) !== tracked.resourceName) continue;
    if (updated && !isWithin(updated, tracked.updatedAt)) continue;
    found.push(tracked);
  }
  return found;
}

const held = (resources: readonly TrackedResource[]): FoundResources => ({
  length: resources.length,
  at: (index) => resources[index],
  countBy: (dimension) => countOf(resources, ({ history }) => history.resource[dimension]),
});

const nothing = held([]);

const outlined = (outlines: Sequence<Outline>, world: World, at: number): FoundResources => ({
  ...mapped(outlines, (outline) => {
    const tracked = trackedResource(recordedHistory(outline.history(), world), world, at);
    if (!tracked) throw new Error('An outline tells of a resource that is not tracked.');
    return tracked;
  }),
  countBy: (dimension) => countOf(each(outlines), (outline) => outline[dimension]),
});

function countOf<T>(items: Iterable<T>, groupOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const group = groupOf(item);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function sumOf(parts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const part of parts) for (const [group, count] of part) sum.set(group, (sum.get(group) ?? 0) + count);
  return sum;
}
