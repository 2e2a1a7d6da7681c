import type { Clock } from '../clock';
import { failureOf } from '../failures';
import type { Policy } from './policy';

/** With less time left an attempt is not begun: it would only be work for an answer that nobody takes. */
export const shortestAttemptMs = 150;

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
 * begun too late, and once on the wire runs to its own end.
 */
export function deadline({ clock, readMs = 10_000, writeMs = 25_000 }: DeadlineOptions): Policy {
  return {
    execute: async (call, next) => {
      const now = clock.now();
      const ours = now + (call.operation.kind === 'read' ? readMs : writeMs);
      const until = Math.min(ours, call.deadline ?? Infinity);
      if (until - now < shortestAttemptMs) {
        throw failureOf(call.operation, { kind: 'NOT_SENT', detail: 'no time left to send it' });
      }
      return next({ ...call, deadline: until });
    },
  };
}
