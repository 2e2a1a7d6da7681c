import type { PageArgs } from '../schema/relay/PageArgs';
import type { Operation } from '../src/operations/operation';
import type { CursorFormat } from '../src/pagination/cursor';
import { parsePageSize } from '../src/pagination/pageSize';
import type { UpstreamNumberedPage, UpstreamPageNumber } from '../src/pagination/readNumberedPage';
import { NumberedPosition, readNumberedPage } from '../src/pagination/readNumberedPage';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../src/pagination/readTokenPage';
import { readTokenPage, TokenPosition } from '../src/pagination/readTokenPage';
import type { ConnectionOf } from '../src/pagination/toConnection';
import { toConnection } from '../src/pagination/toConnection';
import { every } from './every';

/** What makes a connection out of a list of the upstream's. */
interface ListConnection<R, N> {
  /** The field's name in messages and cursors. */
  readonly field: string;
  readonly page: PageArgs;
  readonly cursors: CursorFormat;
  /** All arguments that every page of this list shares: all except `first` and `after`. */
  readonly args: unknown;
  readonly matches?: (record: R) => boolean;
  /** What distinguishes the records of the list. */
  readonly keyOf: (record: R) => string;
  readonly toNode: (record: R) => N;
}

interface TokenConnection<R, N> extends ListConnection<R, N> {
  /** The operation that reads a page, for errors. */
  readonly operation: Operation;
  /** Omits what the caller may not see. Undefined if that is nothing. */
  readonly isSeen?: (record: R) => boolean;
}

/** A connection over a list that the upstream pages by number. @throws UserError for arguments that do not fit. */
export const connectNumbered = async <R, N>(
  { field, page: { first, after }, args, matches, keyOf, toNode, ...list }: ListConnection<R, N>,
  fetch: (page: UpstreamPageNumber) => Promise<UpstreamNumberedPage<R>>,
): Promise<ConnectionOf<N>> => {
  const size = parsePageSize(first);
  const cursors = list.cursors.bind(field, args, NumberedPosition);
  const position = after == null ? undefined : cursors.decode(after);
  const page = await readNumberedPage({ first: size, position, matches, keyOf }, fetch);
  return toConnection(page, cursors, after, toNode);
};

/** A connection over a list that the upstream pages by token. @throws UserError for arguments that do not fit. */
export const connectTokens = async <R, N>(
  { operation, field, page: { first, after }, args, isSeen, matches, keyOf, toNode, ...list }: TokenConnection<R, N>,
  fetch: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>,
): Promise<ConnectionOf<N>> => {
  const size = parsePageSize(first);
  const cursors = list.cursors.bind(field, args, TokenPosition);
  const position = after == null ? undefined : cursors.decode(after);
  const tests = every([isSeen, matches]);
  const page = await readTokenPage({ operation, first: size, position, matches: tests, keyOf }, fetch);
  return toConnection(page, cursors, after, toNode);
};
