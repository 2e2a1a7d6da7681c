import { createHash } from 'node:crypto';
import { RpcError } from '../errors/RpcError';
import type { ConfigurationChangeRecord } from '../operations/cloud-config/GetResourceConfigurationTimeline';
import { GetResourceConfigurationTimeline } from '../operations/cloud-config/GetResourceConfigurationTimeline';
import type { Page, PageRequest } from './Page';
import { maxUpstreamPages } from './Page';
import type { TimelinePosition } from './TimelinePosition';
import { maxPageSize } from './pageSize';

/** One upstream page as the reader asks for it. */
export interface UpstreamTimelineRequest {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly Limit: number;
  readonly NextToken?: string;
}

/** One upstream page as it came. */
export interface UpstreamTimelinePage {
  readonly records: readonly ConfigurationChangeRecord[];
  readonly nextToken?: string;
  readonly totalCount?: number;
}

export interface TimelinePageRequest extends PageRequest<ConfigurationChangeRecord> {
  /** First millisecond, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where the last page ended; left out for the first page. */
  readonly position?: TimelinePosition;
}

export type TimelinePage = Page<ConfigurationChangeRecord, TimelinePosition>;

interface Change {
  readonly record: ConfigurationChangeRecord;
  readonly capturedAt: number;
  readonly fingerprint: string;
}

/** Room in a call for changes captured just behind its range: asked a millisecond wider, the upstream may bring them. */
const surplusRoom = 5;

/** The longest page that one call brings whatever lies behind its range: with the surplus, and the look for a next page. */
export const maxPageOfOneCall = maxPageSize - 1 - surplusRoom;

/**
 * Reads one page of a timeline, newest first, and one change beyond it: that one tells exactly whether there is a
 * next page, and its capture time is where the next page resumes.
 *
 * One upstream call for `first` up to 99 and at most two for 100, as long as the upstream's own pages are full and
 * beside the page there is room for what was given of the resumed millisecond, and for what was captured in the one
 * behind the range: up to {@link maxPageOfOneCall} there always is for {@link surplusRoom} of the latter.
 *
 * Nothing is believed of the upstream that its documents do not say: whether StartTime and EndTime themselves belong
 * to the window (it is asked one millisecond wider, and the surplus dropped), the order of changes within a
 * millisecond (given ones are known by content, not by number), a token on the last page, an empty page with a token,
 * a token that leads to itself.
 *
 * @throws RpcError BAD_RESPONSE where {@link maxUpstreamPages} pages bring nothing new and there is still a token: a
 *   client that follows `end` would never come to an end.
 */
export const readTimelinePage = async (
  request: TimelinePageRequest,
  fetch: (page: UpstreamTimelineRequest) => Promise<UpstreamTimelinePage>,
): Promise<TimelinePage> => {
  const { from, to, first, position, matches = () => true } = request;
  const scanned: Change[] = [];
  const matching: number[] = [];
  const start: Resume = { at: position?.at ?? to, given: position?.given ?? [] };
  let resume = start;
  let page = fullRequest();
  let previous: UpstreamTimelinePage | undefined;
  let counted: number | undefined;
  let surplus = 0;
  let queries = 1;
  let countedInChain = 0;
  let calls = 0;
  let ended = false;

  function fullRequest(): UpstreamTimelineRequest {
    const room = resume.given.length + surplusRoom;
    const wanted = request.matches === undefined ? first + 1 - matching.length + room : maxPageSize;
    return {
      // Nothing was recorded before 1970, and the upstream takes no such time.
      StartTime: Math.max(0, from - 1),
      EndTime: Math.max(0, Math.min(resume.at + 1, to)),
      Limit: Math.min(wanted, maxPageSize),
    };
  }

  /** What the upstream counted without the surplus that came with it; what was seen, where that is the whole window. */
  function countOfWindow(): number | undefined {
    if (counted === undefined) return undefined;
    return ended ? scanned.length : Math.max(scanned.length, counted - surplus);
  }

  /** A new query from the last capture time does not depend on how the upstream orders one millisecond. */
  function queryFromLast(): void {
    resume = after(scanned, scanned.length - 1, resume);
    page = fullRequest();
    countedInChain = 0;
    queries += 1;
  }

  const hasAdvanced = (): boolean => (scanned.at(-1)?.capturedAt ?? Infinity) < resume.at;
  // Then any further change will do, whichever of its millisecond it is.
  const onlyOneMoreIsWanted = (): boolean => request.matches === undefined && matching.length === first;

  while (!ended && matching.length <= first && calls < maxUpstreamPages) {
    const answer = await fetch(page);
    calls += 1;
    if (calls === 1) counted = answer.totalCount;
    if (page.NextToken !== undefined) {
      if (isTheSame(answer, previous)) {
        ended = true;
        continue;
      }
      const lastCapture = scanned.at(-1)?.capturedAt;
      const tieIsCut = answer.records.some((record) => record.CaptureTime === lastCapture);
      if (tieIsCut && hasAdvanced() && !onlyOneMoreIsWanted()) {
        queryFromLast();
        continue;
      }
    }
    previous = answer;
    countedInChain += answer.records.length;

    const given = countEach(resume.given);
    for (const change of newestFirst(answer.records)) {
      const inWindow = change.capturedAt >= from && change.capturedAt < to;
      if (!inWindow && queries === 1) surplus += 1;
      const isGiven = change.capturedAt === resume.at && takeOne(given, change.fingerprint);
      if (!inWindow || change.capturedAt > resume.at || isGiven) continue;
      scanned.push(change);
      if (matches(change.record)) matching.push(scanned.length - 1);
    }

    const { nextToken, totalCount: countOfChain = Infinity } = answer;
    ended = nextToken === undefined || nextToken === '' || countedInChain >= countOfChain;
    const isFull = answer.records.length >= page.Limit;
    if (isFull && hasAdvanced() && !onlyOneMoreIsWanted()) {
      queryFromLast();
    } else {
      // What the answers of this chain brought is known by now: only the rest is to come.
      resume = { ...resume, given: leftOver(given) };
      page = { ...page, NextToken: nextToken };
    }
  }
  if (!ended && scanned.length === 0) throw bringsNothing();

  const totalCount = position === undefined ? countOfWindow() : position.total;
  const toPosition = (index: number): TimelinePosition => ({
    from,
    to,
    ...after(scanned, index, start),
    ...(totalCount === undefined ? {} : { total: totalCount }),
  });
  const edges = matching
    .slice(0, first)
    .map((index) => ({ record: at(scanned, index).record, position: toPosition(index) }));
  const hasNextPage = matching.length > first || !ended;
  const lastIndex = matching.length > first ? at(matching, first - 1) : scanned.length - 1;
  return {
    edges,
    end: toPosition(lastIndex),
    hasNextPage,
    totalCount: request.matches === undefined ? totalCount : undefined,
  };
};

interface Resume {
  readonly at: number;
  readonly given: readonly string[];
}

/**
 * Where to go on behind `scanned[index]`: at the capture time of the change that follows, or at its own where none
 * is known yet. `start` is where `scanned` began.
 */
const after = (scanned: readonly Change[], index: number, start: Resume): Resume => {
  const current = scanned[index];
  if (current === undefined) return start;
  const at = scanned[index + 1]?.capturedAt ?? current.capturedAt;
  const before = at === start.at ? start.given : [];
  const given = scanned.slice(0, index + 1).filter((change) => change.capturedAt === at);
  return { at, given: [...before, ...given.map((change) => change.fingerprint)] };
};

/** Whether a token led back to the page that it came with: asking on would never end. */
const isTheSame = (answer: UpstreamTimelinePage, previous: UpstreamTimelinePage | undefined): boolean =>
  answer.nextToken === previous?.nextToken && JSON.stringify(answer.records) === JSON.stringify(previous?.records);

const bringsNothing = (): RpcError =>
  new RpcError({
    product: GetResourceConfigurationTimeline.product.code,
    action: GetResourceConfigurationTimeline.action,
    kind: 'BAD_RESPONSE',
    detail: `${maxUpstreamPages} pages with a token and without a new change`,
  });

const newestFirst = (records: readonly ConfigurationChangeRecord[]): Change[] =>
  records
    .map((record) => ({ record, capturedAt: record.CaptureTime, fingerprint: fingerprintOf(record) }))
    .sort((a, b) => b.capturedAt - a.capturedAt);

/** Tells changes of one millisecond apart by what they say; two that say the same count as two. */
const fingerprintOf = ({ ResourceEventType, ConfigurationDiff }: ConfigurationChangeRecord): string =>
  createHash('sha256')
    .update(JSON.stringify([ResourceEventType, ConfigurationDiff]))
    .digest('base64url')
    .slice(0, 8);

const countEach = (fingerprints: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const fingerprint of fingerprints) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
};

const takeOne = (counts: Map<string, number>, fingerprint: string): boolean => {
  const count = counts.get(fingerprint) ?? 0;
  if (count > 0) counts.set(fingerprint, count - 1);
  return count > 0;
};

const leftOver = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].flatMap(([fingerprint, count]) => Array<string>(count).fill(fingerprint));

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No item ${index} among ${items.length}.`);
  return item;
};
