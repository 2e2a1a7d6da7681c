import { RpcError } from '../errors/RpcError';
import { UserError } from '../errors/UserError';
import type { RequestTrace } from '../observability/RequestTrace';
import type { RpcClient } from '../rpc/client';

/**
 * A client that counts the calls of one request, and makes no more reads than `maxCalls` of them: whoever asks for one
 * more fails with LIMIT_EXCEEDED. A call that is sent again after a failure counts once: it is the price of a call that
 * is held against the limit, and the retry policy has bounds of its own. A write is counted and never held up: what was
 * begun is ended, and what a mutation reads before it writes stops it in time.
 *
 * @param trace where they are counted.
 */
export const limitCalls = (rpc: RpcClient, trace: RequestTrace, maxCalls: number): RpcClient => ({
  call: async (operation, request, options) => {
    if (operation.kind === 'read' && trace.actualCalls >= maxCalls) throw callsAreSpent(maxCalls);
    trace.actualCalls += 1;
    try {
      return await rpc.call(operation, request, options);
    } catch (error) {
      // It was refused here: nothing was sent.
      if (error instanceof RpcError && error.kind === 'INVALID_REQUEST') trace.actualCalls -= 1;
      throw error;
    }
  },
  check: (operation, request) => {
    rpc.check(operation, request);
  },
});

const callsAreSpent = (maxCalls: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The document has made ${maxCalls} upstream calls, as many as one document may: what is missing was not read. Ask for less at once.`,
    zh: `此文档已发起 ${maxCalls} 次上游调用，达到单个文档的上限，缺失的内容未被读取。请减少单次请求的内容。`,
  });
