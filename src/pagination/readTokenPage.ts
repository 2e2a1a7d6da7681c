import { z } from 'zod';
import { RpcError } from '../errors/RpcError';
import type { Page, PageRequest } from './Page';
import { maxUpstreamPages } from './Page';
import { maxPageSize } from './pageSize';

/** Where reading a list by token goes on. */
export const TokenPosition = z.strictObject({
  /** The page size that every page of the list is read with: a token may not fit another. */
  size: z.int().min(1).max(maxPageSize),
  /** The token of the upstream page; left out for the first. */
  token: z.string().optional(),
  /** How many records of that page were given. */
  offset: z.int().min(0),
  /** How many records of the list were given: to find the place again where the token has expired. */
  given: z.int().min(0),
});
export type TokenPosition = z.infer<typeof TokenPosition>;

/** One upstream page as the reader asks for it. */
export interface UpstreamTokenRequest {
  readonly MaxResults: number;
  readonly NextToken?: string;
}

/** One upstream page as it came. */
export interface UpstreamTokenPage<R> {
  readonly records: readonly R[];
  /** Absent or empty on the last page; it may also lead to an empty page. */
  readonly nextToken?: string;
  /** How many records the list has, where the upstream counts them. */
  readonly totalCount?: number;
}

/**
 * Reads one page of a list that the upstream pages by token.
 *
 * The list is always read in full upstream pages, and a position names a record within one of them: pages of any
 * size can follow each other. A token that the upstream refuses is left, and the place counted from the beginning.
 * Where the upstream counts the list, its count tells whether there is more; where not, only a look behind a full page.
 */
export const readTokenPage = async <R>(
  request: PageRequest<R> & { readonly position?: TokenPosition },
  fetch: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>,
): Promise<Page<R, TokenPosition>> => {
  const { position } = request;
  if (position?.token === undefined) return readFrom(position ?? beginning, request, fetch);
  try {
    return await readFrom(position, request, fetch);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return readFrom(
      { ...beginning, size: position.size, offset: position.given, given: position.given },
      request,
      fetch,
    );
  }
};

const beginning: TokenPosition = { size: maxPageSize, offset: 0, given: 0 };

/** No code is documented for a token that has expired. */
const isRefusal = (error: unknown): boolean => error instanceof RpcError && error.kind === 'CLIENT';

const readFrom = async <R>(
  start: TokenPosition,
  { first, matches }: PageRequest<R>,
  fetch: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>,
): Promise<Page<R, TokenPosition>> => {
  const edges: { record: R; position: TokenPosition }[] = [];
  let position = start;
  let hasNextPage = false;
  let totalCount: number | undefined;

  for (let calls = 0; ; calls += 1) {
    if (calls === maxUpstreamPages) {
      hasNextPage = true;
      break;
    }
    const { size, token } = position;
    const answer = await fetch({ MaxResults: size, ...(token === undefined ? {} : { NextToken: token }) });
    const { records, nextToken } = answer;
    ({ totalCount } = answer);
    const skipped = Math.min(position.offset, records.length);
    let taken = skipped;
    for (const record of records.slice(skipped)) {
      if (edges.length === first) break;
      taken += 1;
      position = { ...position, offset: taken, given: position.given + 1 };
      if (matches?.(record) ?? true) edges.push({ record, position });
    }
    if (taken < records.length) {
      hasNextPage = true;
      break;
    }
    if (nextToken === undefined || nextToken === '' || nextToken === token) break;
    position = { ...position, token: nextToken, offset: Math.max(0, position.offset - records.length) };
    if (totalCount !== undefined && (edges.length === first || position.given >= totalCount)) {
      hasNextPage = position.given < totalCount;
      break;
    }
    // Otherwise only the next page tells whether a token on this one leads to anything.
  }
  return { edges, end: position, hasNextPage, totalCount: matches === undefined ? totalCount : undefined };
};
