import { z } from 'zod';
import type { Operation } from '../operations/operation';
import { fingerprintOf, Landmarks } from './Landmarks';
import { LostToken, orLost } from './LostToken';
import type { Keyed, Page, PageRequest } from './Page';
import { maxUpstreamPages } from './Page';
import { leadsBack, markOf, passPage, TokenTrail } from './TokenTrail';
import { maxPageSize } from './pageSize';

/** Where reading a list by token goes on. */
export const TokenPosition = z.strictObject({
  /** The page size that every page of the list is read with: a token may not fit another. */
  size: z.int().min(1).max(maxPageSize),
  /** The token of the upstream page; omitted for the first. */
  token: z.string().optional(),
  /** How many records of that page, and of those that follow it, were passed. */
  offset: z.int().min(0),
  /** How many records of the list were passed: to find the place again if the token has expired. */
  given: z.int().min(0),
  /** Fingerprints of the last of them, the newest at the end. Omitted by older cursors. */
  last: z.array(z.string()).readonly().optional(),
  /** What the pages before were, to notice a token that leads back. Omitted by older cursors. */
  trail: TokenTrail.optional(),
  /** Whether the list was begun anew because of a token, and the place was not found again yet. */
  restarted: z.boolean().optional(),
});
export type TokenPosition = z.infer<typeof TokenPosition>;

/** One upstream page as the reader asks for it. */
export interface UpstreamTokenRequest {
  readonly MaxResults: number;
  readonly NextToken?: string;
  /** Asks the upstream, even if an answer is cached: the token that it holds may have expired. */
  readonly fresh?: true;
}

/** One upstream page as it came. */
export interface UpstreamTokenPage<R> {
  readonly records: readonly R[];
  /** Absent or empty on the last page; it may also lead to an empty page. */
  readonly nextToken?: string;
  /** How many records the list has, if the upstream counts them. */
  readonly totalCount?: number;
}

export interface TokenPageRequest<R> extends PageRequest<R>, Keyed<R> {
  /** What is called, for the error of a list that cannot be read to its end. */
  readonly operation: Operation;
  readonly position?: TokenPosition;
}

type Fetch<R> = (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>;

/**
 * Reads one page of a list that the upstream pages by token.
 *
 * The list is always read in full upstream pages, and a position names a record within one of them: pages of any
 * size can follow each other. Only a missing token ends the list. A count that is larger than what was read spares the
 * look behind a full page, and no more.
 *
 * If the upstream refuses a token, or one leads back to a page that was read, the list is begun anew, past the cache,
 * and the place is found again by the records passed last. That reads at most {@link maxUpstreamPages} pages at once;
 * if a token is lost again before the place is found, it reads as many as lie before it.
 *
 * A record that comes again is omitted.
 *
 * @throws RpcError BAD_RESPONSE if a token is lost again; the upstream's own refusal only of a request without a token.
 */
export const readTokenPage = async <R>(
  request: TokenPageRequest<R>,
  fetch: Fetch<R>,
): Promise<Page<R, TokenPosition>> => {
  const start = request.position ?? { size: maxPageSize, offset: 0, given: 0 };
  const { size, given, last, trail } = start;
  const anew = { size, given, last, offset: given, restarted: true };
  const pagesBefore = start.restarted === true ? Math.max(Math.ceil(given / size), trail?.pages ?? 0) : 0;

  for (let restarts = 0; ; restarts += 1) {
    const attempt =
      restarts === 0
        ? { fresh: false, maxPages: maxUpstreamPages }
        : { fresh: true, maxPages: maxUpstreamPages + pagesBefore };
    try {
      return await readFrom(restarts === 0 ? start : anew, request, fetch, attempt);
    } catch (error) {
      if (!(error instanceof LostToken)) throw error;
      if (restarts === maxRestarts) throw error.reason;
    }
  }
};

/** How often a page begins the list anew. */
const maxRestarts = 2;

const readFrom = async <R>(
  start: TokenPosition,
  { first, matches, keyOf, operation }: TokenPageRequest<R>,
  fetch: Fetch<R>,
  { fresh, maxPages }: { readonly fresh: boolean; readonly maxPages: number },
): Promise<Page<R, TokenPosition>> => {
  const edges: { record: R; position: TokenPosition }[] = [];
  const landmarks = new Landmarks(start.last);
  const marks = new Set<string>();
  const skipped = new Set<string>();
  let position = start;
  let hasNextPage = true;
  let totalCount: number | undefined;

  for (let pages = 0; pages < maxPages; pages += 1) {
    const { size, token, offset, trail = { pages: 0 } } = position;
    const page = await orLost(
      token,
      fetch({ MaxResults: size, ...(token !== undefined && { NextToken: token }), ...(fresh && { fresh }) }),
    );
    const fingerprints = page instanceof LostToken ? [] : page.records.map((record) => fingerprintOf(keyOf(record)));
    const mark = markOf(token, fingerprints);
    const isLost =
      page instanceof LostToken || marks.has(mark) || leadsBack(trail, { token, mark, fingerprints }, landmarks);
    if (isLost) {
      // What came before it arrives. The next page finds out whether there is another way.
      if (edges.length > 0) break;
      throw page instanceof LostToken ? page : LostToken.inCircle(operation);
    }

    const { records } = page;
    const nextToken = page.nextToken === '' ? undefined : page.nextToken;
    const placed = landmarks.endIn(fingerprints);
    const isBefore = offset > records.length;
    let index = placed ?? (isBefore ? records.length : landmarks.endWithout(offset));
    for (; index < records.length && edges.length < first; index += 1) {
      const [record, fingerprint] = [records[index], fingerprints[index]];
      if (record === undefined || fingerprint === undefined || !landmarks.pass(fingerprint)) continue;
      const { given } = position;
      position = { ...position, offset: index + 1, given: given + 1, last: landmarks.last, restarted: undefined };
      if (matches?.(record) ?? true) edges.push({ record, position });
    }

    const left = new Set(fingerprints.slice(index).filter((fingerprint) => !landmarks.has(fingerprint))).size;
    const known = position.given + left;
    const length = token === undefined && nextToken === undefined ? new Set(fingerprints).size : undefined;
    totalCount = trueCount(page.totalCount ?? length, known, nextToken !== undefined);
    if (left > 0) break;
    hasNextPage = nextToken !== undefined;
    if (nextToken === undefined) break;
    if (nextToken === token) {
      if (edges.length > 0) break;
      throw LostToken.inCircle(operation);
    }
    marks.add(mark);
    const passed = fingerprints.filter((fingerprint) => !skipped.has(fingerprint));
    for (const fingerprint of passed) skipped.add(fingerprint);
    position = {
      ...position,
      token: nextToken,
      offset: placed === undefined && isBefore ? offset - passed.length : 0,
      trail: passPage(trail, { mark, fingerprints }),
    };
    // Otherwise only the next page shows whether the token leads to anything.
    if (edges.length === first && totalCount !== undefined) break;
  }
  return { edges, end: position, hasNextPage, totalCount: matches === undefined ? totalCount : undefined };
};

/** What the upstream counts, if it can be true of a list of which so many records are known. */
const trueCount = (count: number | undefined, known: number, isFollowed: boolean): number | undefined => {
  if (count === undefined) return undefined;
  return (isFollowed ? count > known : count === known) ? count : undefined;
};
