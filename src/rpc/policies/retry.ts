import type { RpcFailureKind } from '../../errors/RpcError';
import { RpcError } from '../../errors/RpcError';
import type { Call } from '../Call';
import { latestSendAt } from '../Waiter';
import type { Clock } from '../clock';
import { failureOf } from '../failures';
import type { Policy } from './policy';

export interface RetryOptions {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Attempts of a read, the first included. Default 3. */
  readonly attempts?: number;
  /** Default 50. */
  readonly baseDelayMs?: number;
  /** Default 1000: quotas are counted by the second or the minute. */
  readonly throttlingBaseDelayMs?: number;
  /** Default 20 s. */
  readonly maxDelayMs?: number;
}

/** Failures after which the same read may succeed. */
const transient: ReadonlySet<RpcFailureKind> = new Set<RpcFailureKind>([
  'NOT_SENT',
  'CONNECTION',
  'TIMEOUT',
  'SERVER',
  'THROTTLING',
]);

/**
 * Sends a read again after a transient failure. A write is never sent again, whatever happened to it.
 *
 * Full jitter: uniform in `[0, min(maxDelayMs, base * 2 ** retry)]`, with a larger base for THROTTLING. A
 * `retryAfterMs` hint on the failure is a lower bound. If the deadline leaves no room for the pause and another
 * attempt, the failure is final at once, with its hint.
 */
export function retry(options: RetryOptions): Policy {
  const { clock, random, attempts = 3 } = options;
  const { baseDelayMs = 50, throttlingBaseDelayMs = 1000, maxDelayMs = 20_000 } = options;

  /** How long to wait before the next attempt, or undefined if there is to be none. */
  function delayAfter(error: unknown, call: Call, attempt: number): number | undefined {
    const mayRetry = call.operation.kind === 'read' && attempt < attempts;
    if (!mayRetry || !(error instanceof RpcError) || !transient.has(error.kind)) return undefined;
    const hint = error.retryAfterMs ?? 0;
    const room = latestSendAt(call.shared ?? call) - clock.now();
    if (room <= 0 || hint > room) return undefined;
    const base = error.kind === 'THROTTLING' ? throttlingBaseDelayMs : baseDelayMs;
    return Math.max(hint, random() * Math.min(maxDelayMs, base * 2 ** (attempt - 1), room));
  }

  async function pause(delayMs: number, { shared, signal }: Call, error: unknown): Promise<void> {
    const endsAt = clock.now() + delayMs;
    // Some of the waiters may have less time than the pause takes.
    if (error instanceof RpcError && error.kind === 'THROTTLING') shared?.pause({ leftMs: () => endsAt - clock.now() });
    await clock.sleep(delayMs, signal);
    shared?.resume();
  }

  return {
    execute: async (call, next) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await next({ ...call, attempt });
        } catch (error) {
          const delayMs = delayAfter(error, call, attempt);
          if (delayMs === undefined) throw error;
          await pause(delayMs, call, error);
        }
        if (call.signal?.aborted) {
          throw failureOf(call.operation, { kind: 'ABORTED', detail: 'the caller went away' });
        }
      }
    },
  };
}
