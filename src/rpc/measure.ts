import { RpcError } from '../errors/RpcError';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Operation } from '../operations/operation';
import type { Attempt } from './observer';
import type { Answer } from './readResponse';

/** Counts an attempt that is over. */
export const countAttempt = (metrics: Metrics, { product, action, outcome, attempt, durationMs }: Attempt): void => {
  metrics.count('attempts', { product, action, outcome, attempt: String(attempt) });
  metrics.observe('attemptDuration', { product, action }, durationMs / 1000);
};

/** Passes an answer on, and counts why there is none. */
export const countFailure = async (
  metrics: Metrics,
  { product, action }: Operation,
  answering: Promise<Answer>,
): Promise<Answer> => {
  try {
    return await answering;
  } catch (error) {
    if (error instanceof RpcError) {
      metrics.count('callFailures', { product: product.code, action, reason: reasonOf(error) });
    }
    throw error;
  }
};

/** The upstream names a code if it throttles: without one, our own quota did. */
const reasonOf = ({ kind, reason, code }: RpcError): string => {
  if (kind === 'THROTTLING' && code === undefined) return 'QUOTA';
  return kind === 'NOT_SENT' && reason !== undefined ? reason : kind;
};
