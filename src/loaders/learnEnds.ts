import type { Operation } from '../operations/operation';
import type { RpcClient } from '../rpc/client';
import type { KnownLists } from './KnownLists';
import { valueAt } from './valueAt';

/** The same client, from whose responses the process learns how lists that page by token end. */
export const learnEnds = (rpc: RpcClient, lists: KnownLists): RpcClient => ({
  call: async (operation, request, options) => {
    const response = await rpc.call(operation, request, options);
    learnEnd(lists, operation, request, response);
    return response;
  },
  check: (operation, request) => {
    rpc.check(operation, request);
  },
  rehearse: (operation, options) => rpc.rehearse(operation, options),
});

/** The last page of a list has no token. Either it has the last records, or a page with these and a token went before. */
const learnEnd = (lists: KnownLists, operation: Operation, request: object, response: object): void => {
  const { paging } = operation;
  if (paging?.style !== 'token' || Boolean(valueAt(response, paging.next))) return;
  const records = valueAt(response, paging.items);
  const isEmpty = !Array.isArray(records) || records.length === 0;
  if (!isEmpty) lists.learnEnd(operation, 'RECORDS');
  else if (valueAt(request, paging.tokenParameter) !== undefined) lists.learnEnd(operation, 'EMPTY_PAGE');
};
