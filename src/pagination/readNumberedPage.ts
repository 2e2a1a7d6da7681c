import { z } from 'zod';
import { fingerprintOf, Landmarks, maxLandmarks } from './Landmarks';
import type { Keyed, Page, PageRequest } from './Page';
import { maxUpstreamPages } from './Page';
import { maxPageSize } from './pageSize';

/** No list has more records than that. */
const maxOffset = 100_000_000;

/** Where reading a list by page number goes on. */
export const NumberedPosition = z.strictObject({
  /** How many records lie before, if nothing has changed. */
  offset: z.int().min(0).max(maxOffset),
  /** How many records the list had then. Omitted if the upstream did not say. */
  total: z.int().min(0).optional(),
  /** Fingerprints of the last records before, the newest at the end. Omitted by older cursors. */
  last: z.array(z.string()).readonly().optional(),
});
export type NumberedPosition = z.infer<typeof NumberedPosition>;

/** One upstream page as the reader asks for it. */
export interface UpstreamPageNumber {
  /** Counted from 1. */
  readonly PageNumber: number;
  readonly PageSize: number;
  /** Asks the upstream, even if an answer is cached. */
  readonly fresh?: true;
}

/** One upstream page as it came. */
export interface UpstreamNumberedPage<R> {
  readonly records: readonly R[];
  readonly totalCount?: number;
}

/** A part of the list, and what is known of the rest. */
interface Stretch<R> {
  /** Where `records[0]` stands in the list. */
  readonly start: number;
  readonly records: readonly R[];
  /** Where the page that follows starts. */
  readonly end: number;
  /** How long the list is; undefined if the upstream does not say, or says less than it lists. */
  readonly count?: number;
  /** Whether as many records came as the count promises. */
  readonly isFull: boolean;
  /** Whether the count says that the list ends with this page, which is full: then it may count the page alone. */
  readonly isUnproven: boolean;
  readonly isLast: boolean;
}

type Read<R> = (index: number, size: number, fresh?: boolean) => Promise<Stretch<R>>;

/**
 * Reads one page of a list that the upstream pages by number.
 *
 * A page is any stretch of the list, while the upstream has multiples of its page size only: the smallest page size is
 * chosen that holds the whole stretch; if none does, two full pages are read. Pages of one size, read one after the
 * other, cost one call each.
 *
 * - The list is as long as `TotalCount` says. A page with fewer records than that is read once more, and then passed:
 *   it does not end the list. If an empty page lies before the end, the last page decides whether the count is true.
 * - A count that ends the list with a full page may count that page alone, or be limited to a number. So the first page asks
 *   for one record more, if it can. A later page looks at the next record, if it was read by one call. Otherwise there may be
 *   a next page, and the count is not given.
 * - A count that is less than what was listed is none. Without a count an empty page ends the list, so a page is
 *   followed by a look at the next one.
 * - If the count differs from that of the page before, the list has changed; if there is none, it may have. Then the
 *   records before the position are read again, and reading goes on behind the last one that was passed.
 * - A record that comes again is omitted.
 *
 * If the upstream does none of this, the calls are at most {@link maxUpstreamPages}; otherwise at most five more.
 */
export const readNumberedPage = async <R>(
  request: PageRequest<R> & Keyed<R> & { readonly position?: NumberedPosition },
  fetch: (page: UpstreamPageNumber) => Promise<UpstreamNumberedPage<R>>,
): Promise<Page<R, NumberedPosition>> => {
  const { first, matches, keyOf, position = { offset: 0 } } = request;
  const pageSize = matches === undefined ? pageSizeFor(position.offset, first) : maxPageSize;
  const landmarks = new Landmarks(position.last);
  const edges: { record: R; position: NumberedPosition }[] = [];
  let calls = 0;
  let next = position.offset;
  let count = position.total;
  let hasNextPage = true;
  let isFollowed = false;
  let isExact = true;
  let isUnproven = false;

  const read: Read<R> = async (index, size, fresh = false) => {
    calls += 1;
    const page = await fetch({ PageNumber: index + 1, PageSize: size, ...(fresh && { fresh }) });
    // In a list that did not change, what was passed before stands at a page's beginning only if it is repeated.
    const mayRepeat = page.totalCount === count && next <= index * size;
    return toStretch(index, size, page, mayRepeat ? (landmarks.endIn(fingerprintsOf(page)) ?? 0) : 0);
  };
  const fingerprintsOf = ({ records }: Pick<Stretch<R>, 'records'>): string[] =>
    records.map((record) => fingerprintOf(keyOf(record)));
  const mayHaveMoved = (stretch: Stretch<R>): boolean =>
    landmarks.last.length > 0 &&
    (stretch.count === undefined && count === undefined ? next === position.offset : stretch.count !== count) &&
    landmarks.endIn(fingerprintsOf(stretch)) === undefined;
  const isWanted = (): boolean =>
    // A page that brought less than was planned stays short: the next ones are then read in one call each.
    edges.length === 0 || matches !== undefined || next < position.offset + first;

  while (hasNextPage && edges.length < first && calls < maxUpstreamPages && isWanted()) {
    let stretch = await readInFull(Math.floor(next / pageSize), pageSize, read);
    // Only a list that has changed can bring the position back.
    let earliest = next;
    if (mayHaveMoved(stretch)) {
      stretch = await readWithPrevious(stretch, next, pageSize, read);
      earliest = 0;
    }
    ({ count } = stretch);
    isExact &&= stretch.isFull;
    ({ isUnproven } = stretch);

    const { records, start } = stretch;
    const fingerprints = fingerprintsOf(stretch);
    let index = landmarks.endIn(fingerprints) ?? landmarks.endWithout(next - start);
    for (; index < records.length && edges.length < first; index += 1) {
      const [record, fingerprint] = [records[index], fingerprints[index]];
      if (record === undefined || fingerprint === undefined || !landmarks.pass(fingerprint)) continue;
      next = Math.max(earliest, start + index + 1);
      if (matches?.(record) ?? true)
        edges.push({ record, position: { offset: next, total: count, last: landmarks.last } });
    }
    isFollowed = fingerprints.slice(index).some((fingerprint) => !landmarks.has(fingerprint));
    if (isFollowed) break;
    hasNextPage = !stretch.isLast;
    if (hasNextPage) next = Math.max(next, stretch.end);
  }

  const mayLook = count === undefined || (position.offset > 0 && calls === 1);
  if (hasNextPage && !isFollowed && matches === undefined && (count === undefined || isUnproven) && mayLook) {
    hasNextPage = (await read(next, 1)).records.length > 0;
    if (isUnproven && hasNextPage) count = undefined;
    isUnproven = false;
  }
  const isLess = edges.length === 0 && count !== undefined && count < position.offset;
  return {
    edges,
    end: { offset: next, total: count, last: landmarks.last },
    hasNextPage,
    // Less than what came before an empty page: the list has become shorter, or the page counts itself alone.
    totalCount: matches === undefined && isExact && !isUnproven && !isLess ? count : undefined,
  };
};

/** @param repeated how many records at the page's beginning were passed before. */
const toStretch = <R>(
  index: number,
  size: number,
  { records, totalCount = -1 }: UpstreamNumberedPage<R>,
  repeated: number,
): Stretch<R> => {
  // Records above the page size, or above what the count leaves for the last page, repeat those before. The first page has
  // none before.
  const aboveCount = totalCount < 0 ? 0 : Math.min(repeated, records.length - (totalCount - index * size));
  const start = Math.max(0, index * size - Math.max(0, records.length - size, aboveCount));
  const isContradicted = records.length > 0 && totalCount < start + records.length;
  const count = isContradicted || totalCount < 0 ? undefined : totalCount;
  return stretchOf({ start, records, end: (index + 1) * size, count });
};

const stretchOf = <R>(part: Pick<Stretch<R>, 'start' | 'records' | 'end' | 'count'>): Stretch<R> => {
  const { start, records, end, count } = part;
  const isFull = count === undefined || records.length >= Math.min(end, count) - start;
  const isUnproven = count === end && start + records.length === end;
  const isLast = count === undefined ? records.length === 0 : end >= count && !isUnproven;
  return { ...part, isFull, isUnproven, isLast };
};

/** Reads one upstream page, and reads it again if it has fewer records than the count promises. */
const readInFull = async <R>(index: number, size: number, read: Read<R>): Promise<Stretch<R>> => {
  let stretch = await read(index, size);
  if (stretch.isFull) return stretch;
  const again = await read(index, size, true);
  if (again.records.length >= stretch.records.length) stretch = again;
  if (stretch.records.length > 0 || stretch.isFull || stretch.count === undefined) return stretch;
  const isCountTrue = !stretch.isLast && (await read(Math.ceil(stretch.count / size) - 1, size)).records.length > 0;
  return isCountTrue ? stretch : stretchOf({ ...stretch, count: undefined });
};

/** The stretch, together with the records before `next` as they are now. */
const readWithPrevious = async <R>(
  stretch: Stretch<R>,
  next: number,
  pageSize: number,
  read: Read<R>,
): Promise<Stretch<R>> => {
  const from = Math.max(0, next - maxLandmarks);
  const size = pageSizeFor(from, next - from);
  const previous = await read(Math.floor((next - 1) / size), size, true);
  const isOfOneTime = previous.count === stretch.count;
  const present = isOfOneTime ? stretch : await read(Math.floor(next / pageSize), pageSize, true);
  // Behind the end of the list nothing follows whatever the records before are counted as: a copy among them counts, too.
  if (present.records.length === 0) return { ...present, start: previous.start, records: previous.records };
  const before = previous.records.slice(0, Math.max(0, present.start - previous.start));
  const { start, records } = present;
  return { ...present, start: start - before.length, records: [...before, ...records] };
};

/**
 * The smallest upstream page size with which one page holds `[offset, offset + first)`; the largest if there is none.
 */
const pageSizeFor = (offset: number, first: number): number => {
  // One more shows whether the list goes on, whatever the upstream counts.
  if (offset === 0) return Math.min(first + 1, maxPageSize);
  for (let size = first; size < maxPageSize; size += 1) {
    if (Math.floor(offset / size) === Math.floor((offset + first - 1) / size)) return size;
  }
  return maxPageSize;
};
