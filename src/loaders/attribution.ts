import type { ResourceKey } from '../changes/ResourceKey';
import { resourceKeyText } from '../changes/ResourceKey';
import type { AttributedChange, Attribution, ChangedResource, Interval } from '../changes/attribution/AttributedChange';
import { noEvent } from '../changes/attribution/AttributedChange';
import { attribute, intervalOf, isSelfChange, keptMs, longestIntervalMs } from '../changes/attribution/attribute';
import { RpcError } from '../errors/RpcError';
import { isDenial } from '../errors/codeFamilies';
import { AssumeRole, LookupEvents } from '../operations';
import type { EventRecord } from '../operations/actiontrail/EventRecord';
import type { ResponseOf } from '../operations/operation';
import { LostToken, orLost } from '../pagination/LostToken';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { Loader } from './batch/inBatches';
import { inBatches } from './batch/inBatches';

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

const dayMs = 24 * 60 * 60_000;

/** The longest range of one look-up. */
const mostRangeMs = 30 * dayMs;

const pageSize = 50;

/** How many look-ups one change may cost at most: one, and one by another name. */
export const mostLookUps = 2;

/**
 * Who made changes. All changes of one resource that are loaded together share their look-ups: one for fifty events
 * of thirty days, and as many as {@link mostLookUps} allows. What is left unread makes an attribution INCOMPLETE.
 */
export const createAttributionLoader = (reach: AttributionReach): Loader<ChangeToAttribute, Attribution> =>
  inBatches(
    'attribution',
    async (changes) => {
      const readAt = await reach.now();
      const byResource = new Map<string, ChangeToAttribute[]>();
      for (const change of changes) {
        const key = resourceKeyText(change.resource);
        byResource.set(key, [...(byResource.get(key) ?? []), change]);
      }
      const found = new Map<string, Promise<(change: ChangeToAttribute) => Attribution>>();
      for (const [key, ofResource] of byResource) found.set(key, explain(ofResource, readAt, reach));
      return changes.map(async (change) => {
        const attributeTo = await found.get(resourceKeyText(change.resource));
        return attributeTo?.(change) ?? noEvent('INCOMPLETE', false);
      });
    },
    ({ resource, id }) => `${resourceKeyText(resource)} ${id}`,
  );

/** Looks up the events of one resource, and returns what says of each change who made it. */
async function explain(
  changes: readonly ChangeToAttribute[],
  readAt: number,
  reach: AttributionReach,
): Promise<(change: ChangeToAttribute) => Attribution> {
  if (!reach.isOn) return () => noEvent('SWITCHED_OFF');
  const isOpen = (change: ChangeToAttribute) => !isSelfChange(change) && intervalOf(change).to >= readAt - keptMs;
  const [first] = changes.filter(isOpen);
  if (first === undefined) return judge([], true, readAt);
  const place = await placeChanges(changes.filter(isOpen), reach);
  const open = changes.filter(isOpen).map(place);
  try {
    const { events, isComplete } = await eventsOf(first.resource, rangeOf(open, readAt), open.length, reach);
    return (change) => {
      const placed = place(change);
      return judge(events, isComplete && placed.previousAt !== undefined, readAt)(placed);
    };
  } catch (error) {
    const fact = error instanceof RpcError ? factOf(error) : undefined;
    if (fact === undefined) throw error;
    return (change) => (isOpen(change) ? noEvent(fact) : judge([], true, readAt)(change));
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
  (events: readonly EventRecord[], isComplete: boolean, readAt: number) =>
  (change: ChangeToAttribute): Attribution =>
    attribute(change, { interval: intervalOf(change), events, isComplete, readAt });

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

interface FoundEvents {
  readonly events: readonly EventRecord[];
  readonly isComplete: boolean;
}

/** Events that may name a resource: by its ID or, of a product that names resources otherwise, by its names. */
async function eventsOf(
  resource: ChangedResource,
  range: Interval,
  changes: number,
  reach: AttributionReach,
): Promise<FoundEvents> {
  const budget = { left: mostLookUps * changes };
  const byId = await lookUp(resource, resource.resourceId, range, budget, reach);
  const [name] = resource.names;
  if (name === undefined || byId.events.length > 0) return byId;
  return lookUp(resource, name, range, budget, reach);
}

async function lookUp(
  { accountId, region }: ChangedResource,
  name: string,
  { from, to }: Interval,
  budget: { left: number },
  { rpc, callOptions, globalRegion }: AttributionReach,
): Promise<FoundEvents> {
  const options = {
    ...(await callOptions(accountId)),
    region: region === '' || region === 'global' ? globalRegion : region,
  };
  const ask = (range: Interval, token: string | undefined): Promise<EventsPage> => {
    budget.left -= 1;
    return rpc.call(
      LookupEvents,
      {
        MaxResults: pageSize,
        // Both bounds are wider by a second: whether they belong to the range is not documented.
        StartTime: toSeconds(range.from - 1000),
        EndTime: toSeconds(range.to + 1000),
        LookupAttribute: [{ Key: 'ResourceName', Value: name }],
        ...(token !== undefined && { NextToken: token }),
      },
      options,
    );
  };
  const events: EventRecord[] = [];
  for (let end = to; end > from; end -= mostRangeMs) {
    const read = await readRange({ from: Math.max(from, end - mostRangeMs + 2000), to: end }, budget, ask);
    events.push(...read.events);
    if (!read.isComplete) return { events, isComplete: false };
  }
  return { events, isComplete: true };
}

type EventsPage = ResponseOf<typeof LookupEvents>;

/**
 * The events of a time range. A token that is refused or comes again is not taken for the end: what was not read yet is
 * older than all that was, if the newest come first, and is requested by its time.
 */
async function readRange(
  { from, to }: Interval,
  budget: { readonly left: number },
  ask: (range: Interval, token: string | undefined) => Promise<EventsPage>,
): Promise<FoundEvents> {
  const events: EventRecord[] = [];
  let until = to;
  let token: string | undefined;
  while (budget.left > 0) {
    const page = await orLost(token, ask({ from, to: until }, token));
    if (!(page instanceof LostToken)) {
      events.push(...(page.Events ?? []));
      const next = page.NextToken === '' ? undefined : page.NextToken;
      if (next === undefined) return { events, isComplete: true };
      if (next !== token) {
        token = next;
        continue;
      }
    }
    const oldest = oldestOf(events);
    if (oldest === undefined || oldest >= until) break;
    until = oldest;
    token = undefined;
  }
  return { events, isComplete: false };
}

/** When the oldest event happened. Undefined if there is none, or the newest do not come first. */
function oldestOf(events: readonly EventRecord[]): number | undefined {
  const times = events.map(({ eventTime }) => Date.parse(eventTime));
  const isNewestFirst = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? Infinity));
  return isNewestFirst ? times.at(-1) : undefined;
}

const toSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
