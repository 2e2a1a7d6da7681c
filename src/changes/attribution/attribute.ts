import type { EventRecord } from '../../operations/actiontrail/EventRecord';
import { isSystemChange } from '../isSystemChange';
import type { AttributedChange, Attribution, ChangedResource, Interval } from './AttributedChange';
import { mostEvents, noEvent } from './AttributedChange';
import { askedFor } from './askedFor';
import { namesResource } from './namesResource';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How far clocks may differ, and how long a request may take. */
const toleranceMs = minuteMs;

/** How long after it happened an event can be missing from the trail. */
const delayMs = 10 * minuteMs;

/** How long the trail keeps events. */
export const keptMs = 90 * dayMs;

/**
 * How long before its capture the events of a change are looked for, at most: captures come every ten minutes. What was
 * captured earlier need not be known, so that a change has the same interval wherever it is shown.
 */
export const longestIntervalMs = dayMs;

/**
 * When the events of a change can have happened: after the change before it, after the resource was created, and at most
 * {@link longestIntervalMs} before.
 */
export function intervalOf(change: {
  readonly capturedAt: number;
  readonly previousAt?: number | null;
  readonly createdAt?: number;
}): Interval {
  const { capturedAt, previousAt, createdAt = -Infinity } = change;
  const after = Math.max(
    previousAt ?? -Infinity,
    createdAt <= capturedAt ? createdAt : -Infinity,
    capturedAt - longestIntervalMs,
  );
  return { from: after - toleranceMs, to: capturedAt + toleranceMs };
}

/** Whether the cloud itself made a change, as far as its properties show. */
export const isSelfChange = ({ type, resource, properties }: AttributedChange): boolean =>
  type.startsWith('MODIFY') && isSystemChange(resource.resourceType, properties);

/** What an attribution rests on. */
export interface Evidence {
  readonly interval: Interval;
  /** Events that may name the resource, in any order; others are passed over. */
  readonly events: readonly EventRecord[];
  /** Whether every event of the interval that names the resource is among them. */
  readonly isComplete: boolean;
  /** When they were read. */
  readonly readAt: number;
}

/**
 * Who made a change. EXACT only if exactly one event of the interval asked for what the change shows, and every event of
 * the interval was read.
 */
export function attribute(change: AttributedChange, { interval, events, isComplete, readAt }: Evidence): Attribution {
  if (isSelfChange(change)) return noEvent('SELF_CHANGE');
  if (interval.to < readAt - keptMs) return noEvent('OLDER_THAN_90_DAYS');
  const isSettled = readAt >= interval.to + delayMs;
  const isWhole = isComplete && interval.from >= readAt - keptMs;

  const candidates = candidatesOf(change.resource, interval, events);
  const asking = candidates.filter((event) => askedFor(event, change));
  // By clocks that differ, an event can seem to follow its capture: so can one that belongs to the next change.
  const isBefore = asking.every(({ eventTime }) => Date.parse(eventTime) <= change.capturedAt);
  if (asking.length === 1 && isBefore && isSettled && isWhole) {
    return { confidence: 'EXACT', reason: null, events: asking, isFinal: true };
  }
  const likely = (asking.length > 0 ? asking : candidates).slice(0, mostEvents);
  const reason = !isSettled
    ? 'NOT_YET_QUERYABLE'
    : !isWhole
      ? 'INCOMPLETE'
      : candidates.length === 0
        ? 'NO_EVENT'
        : candidates.length === 1
          ? 'NOT_SHOWN'
          : 'SEVERAL_EVENTS';
  return { confidence: likely.length > 0 ? 'LIKELY' : 'NONE', reason, events: likely, isFinal: isSettled };
}

/** Verbs of reads. The upstream notes some reads as writes, and older events without saying. */
const readVerb = /^(?:Describe|Get|List|Query|Check|Lookup|Search|Head|Count|Validate|Preview)/;

/** Writes that succeeded, name the resource and happened in the interval, newest first. */
function candidatesOf(
  resource: ChangedResource,
  { from, to }: Interval,
  events: readonly EventRecord[],
): readonly EventRecord[] {
  const isCandidate = (event: EventRecord): boolean => {
    const at = Date.parse(event.eventTime);
    const isWrite = event.eventRW !== 'Read' && !readVerb.test(event.eventName);
    const hasFailed = (event.errorCode ?? '') !== '' || event.errorMessage === true;
    return from < at && at <= to && isWrite && !hasFailed && namesResource(event, resource);
  };
  // Overlapping pages repeat events. Two with one ID that differ are two: neither is known to be the true one.
  const known = new Map(events.filter(isCandidate).map((event) => [JSON.stringify(event), event]));
  return [...known.values()].sort((one, other) => Date.parse(other.eventTime) - Date.parse(one.eventTime));
}
