import { AttemptTimeout, reasonOf } from '../abort';
import type { Clock } from '../clock';
import type { Policy } from './policy';

export interface AttemptTimeoutOptions {
  readonly clock: Clock;
  /** Default 3 s. */
  readonly readMs?: number;
  /** Default 10 s: a write is never sent again, so giving up early buys nothing but doubt. */
  readonly writeMs?: number;
}

/**
 * Bounds one attempt, waiting for a socket included, and closes its socket at the end.
 *
 * A read ends with the deadline or when the caller goes. A write has its own time alone: once it is on the wire,
 * somebody has to learn how it ended.
 */
export function attemptTimeout({ clock, readMs = 3000, writeMs = 10_000 }: AttemptTimeoutOptions): Policy {
  return {
    execute: async (call, next) => {
      const isRead = call.operation.kind === 'read';
      const left = (call.deadline ?? Infinity) - clock.now();
      const timeoutMs = isRead ? Math.min(readMs, left) : writeMs;

      const attempt = new AbortController();
      const over = new AbortController();
      const { signal } = call;
      const leave = () => {
        if (signal) attempt.abort(reasonOf(signal));
      };
      if (isRead) {
        if (signal?.aborted) leave();
        signal?.addEventListener('abort', leave);
      }
      void clock.sleep(timeoutMs, over.signal).then(() => {
        if (!over.signal.aborted) attempt.abort(new AttemptTimeout(timeoutMs));
      });
      try {
        return await next({ ...call, attemptSignal: attempt.signal });
      } finally {
        // A reason of our own spares the costly default one.
        over.abort('over');
        signal?.removeEventListener('abort', leave);
      }
    },
  };
}
