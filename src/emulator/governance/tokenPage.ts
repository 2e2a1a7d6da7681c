import type { Operation } from '../../operations/operation';
import type { Sequence } from '../Sequence';
import { slice } from '../Sequence';
import type { HandlerContext } from '../handler';
import { refusalOf } from '../parameters';
import { listTokenLifeMs, parseListToken, toListToken } from './listToken';

/** What the lists of Governance take. */
interface PageRequest {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** One page of a list, and what stands in its NextToken. */
interface TokenPage<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/** Cuts a page out of a list of Governance. What is added at its end while a client pages is met by that client. */
export function tokenPageOf<T>(
  operation: Operation,
  items: Sequence<T>,
  request: PageRequest,
  context: HandlerContext,
): TokenPage<T> {
  const { readings, caller, world } = context;
  const list = `${operation.action}/${caller.accountId}`;
  const { MaxResults: size = operation.paging?.default ?? 10 } = request;
  const from = startOf(operation, list, request.NextToken ?? '', context);
  const given = from + slice(items, from, size).length;

  const token = toListToken({ list, given, expiresAt: world.clock.now() + listTokenLifeMs });
  const isLast = given >= items.length;
  // On the last page a token leads to an empty page, and that one to nothing.
  const onLast = { absent: undefined, empty: '', present: given > from ? token : undefined }[readings.lastPageToken];
  return { items: slice(items, from, size), nextToken: isLast ? onLast : token };
}

function startOf(operation: Operation, list: string, token: string, { readings, world }: HandlerContext): number {
  if (token === '') return 0;
  const position = parseListToken(token);
  if (position?.list === list && position.expiresAt >= world.clock.now()) return position.given;
  if (readings.badToken === 'TokenInvalid') throw refusalOf(operation, 'NextToken', 'invalid');
  return 0;
}
