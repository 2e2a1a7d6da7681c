import type { Operation } from '../../operations/operation';
import type { Sequence } from '../Sequence';
import type { HandlerContext } from '../handler';
import { refusalOf } from '../parameters';
import type { TokenPage } from '../tokenPage';
import { tokenPageOf as pageOf } from '../tokenPage';
import { parseListToken, toListToken } from './listToken';

/** What the lists of Governance take. */
interface PageRequest {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** Cuts a page out of a list of Governance. */
export function tokenPageOf<T>(
  operation: Operation,
  items: Sequence<T>,
  { MaxResults: size = operation.paging?.default ?? 10, NextToken: token }: PageRequest,
  context: HandlerContext,
): TokenPage<T> {
  const list = `${operation.action}/${context.caller.accountId}`;
  const tokens = {
    write: (position: { given: number; expiresAt: number }) => toListToken({ list, ...position }),
    read(sent: string) {
      const position = parseListToken(sent);
      return position?.list === list ? position : undefined;
    },
    refusal: () => refusalOf(operation, 'NextToken', 'invalid'),
  };
  return pageOf(items, { size, token }, tokens, context);
}
