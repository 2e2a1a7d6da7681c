import type { RpcError, RpcFailureReason } from '../../errors/RpcError';
import { isNonceCode, isTimestampCode } from '../../errors/codeFamilies';
import { isTransient } from '../../errors/transience';
import type { Operation } from '../../operations/operation';
import { retryCost } from '../protection/RetryBudget';

/** How a failed attempt may be followed by others. */
export interface RetryRule {
  /** So many retries of one call at most for this failure, however many attempts a call may have. */
  readonly retries: number;
  /** The longest pause before the first of them. It doubles with every attempt. */
  readonly baseDelayMs: number;
  readonly cost: number;
}

/** A new signature is all that it needs. */
const signedAnew: RetryRule = { retries: 1, baseDelayMs: 0, cost: retryCost.failure };
/** Broken on the way, or broken at the source: if it comes twice, it is the source. */
const broken: RetryRule = { retries: 1, baseDelayMs: 50, cost: retryCost.failure };
const failed: RetryRule = { retries: Infinity, baseDelayMs: 50, cost: retryCost.failure };
/** Quotas are counted by the second or the minute. */
const throttled: RetryRule = { retries: Infinity, baseDelayMs: 1000, cost: retryCost.throttling };

/** What another attempt would only meet again. */
const isFinal = (reason: RpcFailureReason | undefined): boolean =>
  reason === 'CIRCUIT_OPEN' || reason === 'CROWDED' || reason === 'UNREADABLE_HINT';

/**
 * Which failures are worth another attempt: what is broken, not what is refused. Undefined: none.
 *
 * A write is sent again only if it is certain that nothing was executed: its time stamp was refused, it was throttled, it
 * was not sent, or another call was being executed in its place.
 */
export function retryRuleOf({ kind, reason, code = '' }: RpcError, operation: Operation): RetryRule | undefined {
  if (kind === 'AUTH' && isTimestampCode(code)) return signedAnew;
  if (operation.kind === 'write') {
    if (isFinal(reason)) return undefined;
    if (kind === 'THROTTLING') return throttled;
    const isAnother = kind === 'CLIENT' && code === 'ConcurrentCallNotSupported';
    return isAnother || (kind === 'NOT_SENT' && isTransient({ kind, reason })) ? failed : undefined;
  }
  if (kind === 'AUTH' && isNonceCode(code)) return signedAnew;
  if (isFinal(reason) || !isTransient({ kind, reason })) return undefined;
  if (reason === 'BROKEN_BODY') return broken;
  return kind === 'THROTTLING' ? throttled : failed;
}
