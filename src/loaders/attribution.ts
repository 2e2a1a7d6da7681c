import type { ResourceKey } from '../changes/ResourceKey';
import { resourceKeyText } from '../changes/ResourceKey';
import type { AttributedChange, Attribution, ChangedResource, Interval } from '../changes/attribution/AttributedChange';
import { noEvent } from '../changes/attribution/AttributedChange';
import { attribute, intervalOf, isSelfChange, keptMs, longestIntervalMs } from '../changes/attribution/attribute';
import { RpcError } from '../errors/RpcError';
import { isDenial } from '../errors/codeFamilies';
import { AssumeRole } from '../operations';
import type { EventRecord } from '../operations/actiontrail/EventRecord';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { Budget, FoundEvents } from './EventSearch';
import { EventSearch } from './EventSearch';
import type { Loader } from './batch/inBatches';
import { inBatches } from './batch/inBatches';
import { groupBy } from './groupBy';

/** A change whose author is looked up. Times are milliseconds since the epoch. */
export interface ChangeToAttribute extends AttributedChange {
  /** What no other change of the resource has. */
  readonly id: string;
  /** When the change before it was captured. Null if none was in {@link longestIntervalMs}, undefined if that is not known. */
  readonly previousAt?: number | null;
  readonly createdAt?: number;
}

/** How a deployment looks up who made changes. */
export interface AttributionOptions {
  readonly isOn: boolean;
  /** The region that keeps events of global products. */
  readonly globalRegion: string;
}

export interface AttributionReach extends AttributionOptions {
  readonly rpc: RpcClient;
  /** What a call that acts in an account needs. */
  readonly callOptions: (accountId: string) => Promise<CallOptions>;
  readonly now: () => Promise<number>;
  /** The latest changes of a resource in a range, and whether these are all. */
  readonly changesIn: (resource: ResourceKey, range: Interval) => Promise<CapturesOfRange>;
}

/** When changes were captured, newest first. */
export interface CapturesOfRange {
  readonly times: readonly number[];
  readonly isWhole: boolean;
}

/** How many look-ups one change may cost at most: one, and one by another name. */
export const mostLookUps = 2;

/** From so many resources of one account and region on, all writes there are read first: that can take fewer calls. */
const fewestSwept = 3;

/** So many pages of them are read at most. */
const mostSweptPages = 4;

/**
 * Who made changes. All changes of one resource that are loaded together share their look-ups: one for fifty events
 * of thirty days, and as many as {@link mostLookUps} allows. What is left unread makes an attribution INCOMPLETE.
 *
 * If they are of several resources in one account and region, all writes there are read first, as long as that takes fewer
 * calls: the upstream allows two a second.
 */
export const createAttributionLoader = (reach: AttributionReach): Loader<ChangeToAttribute, Attribution> =>
  inBatches(
    'attribution',
    async (changes) => {
      const readAt = await reach.now();
      const places = groupBy(changes, ({ resource }) => `${resource.accountId} ${hostRegionOf(resource, reach)}`);
      const explained = new Map([...places].map(([place, there]) => [place, explainPlace(there, readAt, reach)]));
      return changes.map(async (change) => {
        const { resource } = change;
        const attributeTo = await explained.get(`${resource.accountId} ${hostRegionOf(resource, reach)}`);
        return (await attributeTo?.get(resourceKeyText(resource)))?.(change) ?? noEvent('INCOMPLETE', false);
      });
    },
    ({ resource, id }) => `${resourceKeyText(resource)} ${id}`,
  );

/** Says of a change who made it. */
type Explanation = (change: ChangeToAttribute) => Attribution;

/** The region whose host has the events of a resource. */
const hostRegionOf = ({ region }: ResourceKey, { globalRegion }: AttributionReach): string =>
  region === '' || region === 'global' ? globalRegion : region;

/** What explains the changes of each resource in one account and region, by the text of its key. Each fails alone. */
async function explainPlace(
  changes: readonly ChangeToAttribute[],
  readAt: number,
  reach: AttributionReach,
): Promise<ReadonlyMap<string, Promise<Explanation>>> {
  const byResource = groupBy(changes, ({ resource }) => resourceKeyText(resource));
  const isOpen = (change: ChangeToAttribute): boolean =>
    reach.isOn && !isSelfChange(change) && intervalOf(change).to >= readAt - keptMs;
  const openChanges = [...byResource.values()]
    .map((ofResource) => ofResource.filter(isOpen))
    .filter(({ length }) => length > 0);
  const budget: Budget = { left: mostLookUps * openChanges.flat().length };
  let swept: FoundEvents = { events: [], coveredFrom: Infinity };
  let failure: Error | undefined;
  const [first] = openChanges.flat();
  if (first !== undefined && openChanges.length >= fewestSwept) {
    try {
      swept = await sweep(openChanges, readAt, budget, reach);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      failure = error;
    }
  }
  const search = { readAt, reach, isOpen, swept, budget, failure };
  return new Map([...byResource].map(([key, ofResource]) => [key, explain(ofResource, search)]));
}

/** All writes of an account and region in the time of the changes, from the newest on, as long as that saves calls. */
async function sweep(
  resources: readonly (readonly ChangeToAttribute[])[],
  readAt: number,
  budget: Budget,
  reach: AttributionReach,
): Promise<FoundEvents> {
  const range = rangeOf(resources.flat(), readAt);
  const search = await searchFor(resources[0]?.[0]?.resource, reach);
  let pages = 0;
  return search.find([{ Key: 'EventRW', Value: 'Write' }], range, budget, ({ coveredFrom }) => {
    pages += 1;
    const left = resources.filter((changes) => changes.some((change) => !isCovered(change, coveredFrom))).length;
    const pagesLeft = (pages * (coveredFrom - range.from)) / Math.max(1, range.to - coveredFrom);
    return pages < mostSweptPages && pagesLeft < left;
  });
}

/** Whether all events of a change since the start of its interval are known. */
const isCovered = (change: ChangeToAttribute, coveredFrom: number): boolean => intervalOf(change).from >= coveredFrom;

/** What is known of the changes of one account and region. */
interface PlaceSearch {
  readonly readAt: number;
  readonly reach: AttributionReach;
  /** Whether the events of a change matter. */
  readonly isOpen: (change: ChangeToAttribute) => boolean;
  /** All writes since a moment. */
  readonly swept: FoundEvents;
  readonly budget: Budget;
  /** Why nothing can be looked up there. Undefined if it can. */
  readonly failure: Error | undefined;
}

/** Looks up the events of one resource, and returns what says of each change who made it. */
async function explain(changes: readonly ChangeToAttribute[], search: PlaceSearch): Promise<Explanation> {
  const { readAt, reach, isOpen, swept, budget, failure } = search;
  if (!reach.isOn) return () => noEvent('SWITCHED_OFF');
  const openChanges = changes.filter(isOpen);
  const [first] = openChanges;
  if (first === undefined) return judge([], -Infinity, readAt);
  try {
    if (failure !== undefined) throw failure;
    const place = await placeChanges(openChanges, reach);
    const placed = openChanges.map(place);
    const uncovered = placed.filter((change) => !isCovered(change, swept.coveredFrom));
    if (uncovered.length === 0) return (change) => judge(swept.events, swept.coveredFrom, readAt)(place(change));
    const found = await eventsOf(first.resource, rangeOf(uncovered, readAt), takeOf(budget, uncovered.length), reach);
    const events = [...swept.events, ...found.events];
    return (change) => {
      const one = place(change);
      return judge(events, isCovered(one, swept.coveredFrom) ? -Infinity : found.coveredFrom, readAt)(one);
    };
  } catch (error) {
    const fact = error instanceof RpcError ? factOf(error) : undefined;
    if (fact === undefined) throw error;
    return (change) => (isOpen(change) ? noEvent(fact) : judge([], -Infinity, readAt)(change));
  }
}

/**
 * Finds out when the change before each was captured, by one call for all, if their page does not say. So an attribution is
 * the same wherever a change is shown.
 */
async function placeChanges(
  changes: readonly ChangeToAttribute[],
  { changesIn }: AttributionReach,
): Promise<(change: ChangeToAttribute) => ChangeToAttribute> {
  const unknown = changes.filter(({ previousAt }) => previousAt === undefined);
  const [first] = unknown;
  if (first === undefined) return (change) => change;
  const moments = unknown.map(({ capturedAt }) => capturedAt);
  const range = { from: Math.min(...moments) - longestIntervalMs, to: Math.max(...moments) };
  const { times, isWhole } = await changesIn(first.resource, range);
  return (change) => {
    if (change.previousAt !== undefined) return change;
    const before = times.find((time) => time < change.capturedAt);
    return { ...change, previousAt: before ?? (isWhole ? null : undefined) };
  };
}

const judge =
  (events: readonly EventRecord[], coveredFrom: number, readAt: number): Explanation =>
  (change) => {
    const interval = intervalOf(change);
    const isComplete = change.previousAt !== undefined && interval.from >= coveredFrom;
    return attribute(change, { interval, events, isComplete, readAt });
  };

/** The part of a budget that so many changes may take. */
function takeOf(budget: Budget, changes: number): Budget {
  const left = Math.min(budget.left, mostLookUps * changes);
  budget.left -= left;
  return { left };
}

/** What a failure says of the account or the region. Undefined if it says nothing: the look-up has failed. */
function factOf(error: RpcError): 'NO_ENDPOINT' | 'NOT_PERMITTED' | undefined {
  if (error.reason === 'NO_ENDPOINT') return 'NO_ENDPOINT';
  const isRoleRefused = error.action === AssumeRole.action && error.kind === 'CLIENT';
  return isRoleRefused || isDenial(error.code, error.family) ? 'NOT_PERMITTED' : undefined;
}

/** The time from the first to the last event that any of the changes can have, as far as the trail keeps events. */
function rangeOf(changes: readonly ChangeToAttribute[], readAt: number): Interval {
  const intervals = changes.map(intervalOf);
  return {
    from: Math.max(readAt - keptMs + 60_000, Math.min(...intervals.map(({ from }) => from))),
    to: Math.min(readAt, Math.max(...intervals.map(({ to }) => to))),
  };
}

const searchFor = async (resource: ResourceKey | undefined, reach: AttributionReach): Promise<EventSearch> => {
  const { accountId = '' } = resource ?? {};
  const region = resource && hostRegionOf(resource, reach);
  return new EventSearch(reach.rpc, { ...(await reach.callOptions(accountId)), region });
};

/** Events that may name a resource: by its ID or, of a product that names resources otherwise, by its names. */
async function eventsOf(
  resource: ChangedResource,
  range: Interval,
  budget: Budget,
  reach: AttributionReach,
): Promise<FoundEvents> {
  const search = await searchFor(resource, reach);
  const byId = await search.find([{ Key: 'ResourceName', Value: resource.resourceId }], range, budget);
  const [name] = resource.names;
  if (name === undefined || byId.events.length > 0) return byId;
  return search.find([{ Key: 'ResourceName', Value: name }], range, budget);
}
