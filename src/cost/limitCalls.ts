import { UserError } from '../errors/UserError';
import type { RequestTrace } from '../observability/RequestTrace';
import type { Operation } from '../operations/operation';

/**
 * Counts the calls of one request, and lets at most `maxCalls` reads pass: any further read fails with LIMIT_EXCEEDED.
 * A call that is retried counts once, as in the estimate, and the retry policy has limits of its own. Writes are
 * counted and never rejected: a mutation that has begun must end, and its look-ups before the write stop it in time.
 *
 * @param trace the counters of the request.
 */
export const limitCalls =
  (trace: RequestTrace, maxCalls: number) =>
  ({ kind }: Operation): void => {
    if (kind === 'read' && trace.actualCalls >= maxCalls) throw callsAreSpent(maxCalls);
    trace.actualCalls += 1;
  };

const callsAreSpent = (maxCalls: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The document has made ${maxCalls} upstream calls, the maximum per document. The missing fields were not read. Request less at once.`,
    zh: `此 GraphQL 文档已发起 ${maxCalls} 次上游调用，达到单个文档的上限，缺失的内容未被读取。请减少单次请求的内容。`,
  });
