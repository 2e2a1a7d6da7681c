import { UserError } from '../errors/UserError';
import type { RequestTrace } from '../observability/RequestTrace';
import type { Operation } from '../operations/operation';

/**
 * Counts the calls of one request, and lets no more reads pass than `maxCalls` of them: anyone who asks for one more fails
 * with LIMIT_EXCEEDED. A call that is sent again after a failure counts once: it is the cost of a call that is held
 * against the limit, and the retry policy has bounds of its own. A write is counted and never held up: what was begun is
 * ended, and what a mutation reads before it writes stops it in time.
 *
 * @param trace where they are counted.
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
    zh: `此文档已发起 ${maxCalls} 次上游调用，达到单个文档的上限，缺失的内容未被读取。请减少单次请求的内容。`,
  });
