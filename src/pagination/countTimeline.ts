import type { TimelineKind, TimelineRecord } from './TimelineKind';
import type { TimelineWindow } from './TimelineScan';
import { isWithin, TimelineScan } from './TimelineScan';
import { maxPageSize } from './pageSize';
import type { TimelineFetch, UpstreamTimelinePage, UpstreamTimelineRequest } from './readTimelinePage';

/** What is known of the counts of an upstream: whether they count the changes between `StartTime` and `EndTime`. */
export interface CountEvidence {
  judge(count: number): 'right' | 'wrong' | 'unknown';
  /** Takes note of a right count of a range, though the upstream has more changes than these. */
  learnRight(count: number): void;
  learnWrong(): void;
  /** Ends with the probe in flight, however that one ends. Undefined if there is none. */
  readonly probeInFlight: Promise<void> | undefined;
  /** The result of a probe, which is in flight until then. */
  probing<T>(probe: Promise<T>): Promise<T>;
}

/**
 * Counts the changes of a window: by one call, and by a second one until the upstream's counts are known to be right or
 * wrong. The count is exact if these calls list all changes. Otherwise it is the upstream's: that one counts equal changes
 * each, and perhaps those of the millisecond before the window.
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
    const listed = await evidence.probing(probe(kind, window, page, totalCount, fetch, evidence));
    if (listed !== undefined) return listed;
  }
  const surplus = records.filter((record) => !isWithin(window, record)).length;
  return evidence.judge(totalCount) === 'right' ? totalCount - surplus : undefined;
};

/** The same calls, each of whose answers is checked for a count that contradicts it. */
export const checkCounts =
  <R>(fetch: TimelineFetch<R>, evidence: CountEvidence): TimelineFetch<R> =>
  async (request) => {
    const page = await fetch(request);
    const { records, nextToken = '', totalCount } = page;
    if (totalCount === undefined || request.NextToken !== undefined) return page;
    if (nextToken === '' ? totalCount !== records.length : totalCount < records.length) evidence.learnWrong();
    return page;
  };

/**
 * Compares a count with a number of changes that is known, by one call: with that of the whole window if a second page
 * lists the rest of it, else with that of its newest part.
 *
 * @returns how many changes the window has, if all are listed now.
 */
const probe = async <R extends TimelineRecord>(
  kind: TimelineKind<R>,
  window: TimelineWindow,
  { records }: UpstreamTimelinePage<R>,
  totalCount: number,
  fetch: TimelineFetch<R>,
  evidence: CountEvidence,
): Promise<number | undefined> => {
  const cut = findCut(records.map(({ CaptureTime }) => CaptureTime));
  if (cut === undefined) return undefined;
  const newer = records.filter(({ CaptureTime }) => CaptureTime > cut);

  if (totalCount - newer.length > maxPageSize) {
    const again = await fetch({ ...wholeOf(window), StartTime: cut });
    if (again.totalCount === undefined || again.records.length !== newer.length) return undefined;
    if (again.totalCount === newer.length) evidence.learnRight(newer.length);
    else evidence.learnWrong();
    return undefined;
  }

  const older = await fetch({ ...wholeOf(window), EndTime: cut });
  const isWhole = (older.nextToken ?? '') === '';
  const isRight =
    older.totalCount === older.records.length &&
    older.records.length < maxPageSize &&
    newer.length + older.records.length === totalCount;
  if (isRight) evidence.learnRight(totalCount);
  else if (isWhole && older.totalCount !== undefined) evidence.learnWrong();
  return isWhole || isRight ? countDistinct(kind, window, [...newer, ...older.records]) : undefined;
};

/**
 * A time in which nothing was captured, and after which the page lists all changes: so it does not matter whether the
 * bounds of a query belong to it. The earliest one; undefined if there is none, and if the newest change does not come first.
 */
const findCut = (times: readonly number[]): number | undefined => {
  if (times.some((time, index) => time > (times[index - 1] ?? Infinity))) return undefined;
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
