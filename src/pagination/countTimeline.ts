import type { TimelineKind, TimelineRecord } from './TimelineKind';
import { rises } from './TimelineOrder';
import type { TimelineWindow } from './TimelineScan';
import { isWithin, TimelineScan } from './TimelineScan';
import { maxPageSize } from './pageSize';
import type { TimelineFetch, UpstreamTimelinePage, UpstreamTimelineRequest } from './readTimelinePage';

/** What is known of the counts of an upstream: whether they count the changes between `StartTime` and `EndTime`. */
export interface CountEvidence {
  judge(count: number): 'right' | 'wrong' | 'unknown';
  /** Whether a count was seen to be that of the changes that were listed. */
  readonly isExact: boolean;
  /** Takes note of a count that was that of the changes that were listed. */
  learnExact(): void;
  /** Takes note of the count of a window that was as much more than that of a part of it as there were changes in the rest. */
  learnRight(count: number): void;
  learnWrong(): void;
  /** Ends with the probe in flight, however that one ends. Undefined if there is none. */
  readonly probeInFlight: Promise<void> | undefined;
  /** The result of a probe, which is in flight until then. */
  probing<T>(probe: Promise<T>): Promise<T>;
}

/**
 * Counts the changes of a window: by one call, by a second one unless a higher count was right or any was wrong, and by a
 * third one until a count was seen to be that of a list. The count is exact if these calls list all changes. Otherwise it
 * is the upstream's: that one counts equal changes each, and perhaps those of the millisecond before the window.
 *
 * @returns undefined if the number of changes cannot be known.
 */
export const countTimeline = async <R extends TimelineRecord>(
  kind: TimelineKind<R>,
  window: TimelineWindow,
  fetch: TimelineFetch<R>,
  evidence: CountEvidence,
): Promise<number | undefined> => {
  const page = await fetch(wholeOf(window));
  const { records, nextToken = '', totalCount = 0 } = page;
  if (nextToken === '') return countDistinct(kind, window, records);
  // There is more, so a count of no more than was listed is wrong.
  if (totalCount <= records.length) return undefined;

  if (evidence.judge(totalCount) === 'unknown' && evidence.probeInFlight) await evidence.probeInFlight;
  if (evidence.judge(totalCount) === 'unknown') {
    const { listed, isRight } = await evidence.probing(probe(kind, window, page, totalCount, fetch, evidence));
    if (listed !== undefined || !isRight) return listed;
  } else if (evidence.judge(totalCount) === 'wrong') return undefined;
  return totalCount - records.filter((record) => !isWithin(window, record)).length;
};

/** The same calls, each of whose answers is checked for a count that contradicts it. */
export const checkCounts =
  <R>(fetch: TimelineFetch<R>, evidence: CountEvidence): TimelineFetch<R> =>
  async (request) => {
    const page = await fetch(request);
    const { records, nextToken = '', totalCount } = page;
    if (totalCount === undefined || request.NextToken !== undefined) return page;
    if (nextToken === '' ? totalCount !== records.length : totalCount < records.length) evidence.learnWrong();
    else if (nextToken === '' && totalCount > 0) evidence.learnExact();
    return page;
  };

/** What calls for a proof of a count came to. */
interface Probe {
  readonly isRight: boolean;
  /** How many changes the window has, if all are listed now. */
  readonly listed?: number | undefined;
}

/**
 * Compares a count with that of the older part of the window: the two differ by the changes of the newer part, which are
 * listed, unless the upstream counts something else, or only up to some number.
 *
 * @returns whether the count proved right.
 */
const probe = async <R extends TimelineRecord>(
  kind: TimelineKind<R>,
  window: TimelineWindow,
  { records }: UpstreamTimelinePage<R>,
  totalCount: number,
  fetch: TimelineFetch<R>,
  evidence: CountEvidence,
): Promise<Probe> => {
  const cut = findCut(records.map(({ CaptureTime }) => CaptureTime));
  if (cut === undefined) return { isRight: false };
  const newer = records.filter(({ CaptureTime }) => CaptureTime > cut);

  const older = await fetch({ ...wholeOf(window), EndTime: cut });
  const isSum = older.totalCount !== undefined && newer.length + older.totalCount === totalCount;
  if (older.totalCount !== undefined && !isSum) evidence.learnWrong();

  const isWhole = (older.nextToken ?? '') === '';
  // Both counts may be wrong by the same number.
  if (isSum && !isWhole && !evidence.isExact) await fetch({ ...wholeOf(window), StartTime: cut });
  const isRight = isSum && evidence.isExact;
  if (isRight) evidence.learnRight(totalCount);
  return { isRight, listed: isWhole ? countDistinct(kind, window, [...newer, ...older.records]) : undefined };
};

/**
 * A time in which nothing was captured, and after which the page lists all changes: so it does not matter whether the
 * bounds of a query belong to it. The earliest one; undefined if there is none, and if the newest change does not come first.
 */
const findCut = (times: readonly number[]): number | undefined => {
  if (rises(times)) return undefined;
  const oldest = times.at(-1) ?? 0;
  const moments = new Set(times);
  const next = times.findLast((time) => time > oldest && !moments.has(time - 1));
  return next === undefined ? undefined : next - 1;
};

/** The window, one millisecond wider on both sides: whether `StartTime` and `EndTime` belong to it is not documented. */
const wholeOf = ({ from, to }: TimelineWindow): UpstreamTimelineRequest => ({
  StartTime: Math.max(0, from - 1),
  EndTime: Math.max(0, to),
  Limit: maxPageSize,
});

const countDistinct = <R extends TimelineRecord>(
  kind: TimelineKind<R>,
  window: TimelineWindow,
  records: readonly R[],
): number => new TimelineScan(kind, window, undefined).add(records).length;
