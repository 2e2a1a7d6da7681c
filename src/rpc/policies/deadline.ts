import { shortestAttemptMs } from '../Waiter';
import type { Clock } from '../clock';
import { failureOf } from '../failures';
import type { Policy } from './policy';

/** How long one read may take by default, with all attempts and pauses. */
export const defaultReadMs = 10_000;

export interface DeadlineOptions {
  readonly clock: Clock;
  /** Default 10 s. */
  readonly readMs?: number;
  /** Default 25 s: less than the 30 s after which routers give up. */
  readonly writeMs?: number;
}

/**
 * The time that one call may take, all attempts and pauses included. A shorter deadline that the caller brings stays;
 * a longer one is cut.
 *
 * It sets the deadline; the policies below keep it: no pause and no attempt of a read goes beyond it. A write is not
 * begun too late, and once on the wire runs to its own end. Those that share a call have brought a deadline each.
 */
export function deadline({ clock, readMs = defaultReadMs, writeMs = 25_000 }: DeadlineOptions): Policy {
  return {
    execute: async (call, next) => {
      if (call.shared) return next(call);
      const now = clock.now();
      const ours = now + (call.operation.kind === 'read' ? readMs : writeMs);
      const until = Math.min(ours, call.deadline ?? Infinity);
      if (until - now < shortestAttemptMs) {
        // A read is as late as one that was sent; of a write it counts that it was not.
        const kind = call.operation.kind === 'read' ? 'TIMEOUT' : 'NOT_SENT';
        throw failureOf(call.operation, { kind, detail: 'no time left to send it' });
      }
      return next({ ...call, deadline: until });
    },
  };
}
