import { Cancellation } from '../Cancellation';
import { latestSendAt } from '../Waiter';
import { AttemptTimeout, reasonOf } from '../abort';
import type { Clock } from '../clock';
import { defaultConnectTimeoutMs } from '../http';
import type { Policy } from './policy';

/** How long one attempt may take, milliseconds. */
export interface AttemptTimeouts {
  /** Until there is a connection and the request goes out. Defaults to 5 s. */
  readonly connectMs?: number;
  /** From then on until a read has its whole answer. Defaults to 3 s. */
  readonly readMs?: number;
  /** The same for a write. Defaults to 10 s: a write is never sent again, so giving up early buys nothing but doubt. */
  readonly writeMs?: number;
}

export const defaultReadAttemptMs = 3000;
export const defaultWriteAttemptMs = 10_000;

/**
 * Bounds one attempt, first while it waits for a connection, then while it waits for its answer. Closes its socket at the
 * end.
 *
 * A read ends with the deadline or when the caller goes. A write has its own time alone: once it is on the wire,
 * somebody has to learn how it ended. Only the end of the process ends it, too.
 */
export function attemptTimeout({
  clock,
  connectMs = defaultConnectTimeoutMs,
  readMs = defaultReadAttemptMs,
  writeMs = defaultWriteAttemptMs,
}: AttemptTimeouts & { readonly clock: Clock }): Policy {
  return {
    execute: async (call, next) => {
      const isRead = call.operation.kind === 'read';
      const leftMs = () => (isRead ? (call.deadline ?? Infinity) - clock.now() : Infinity);

      const attempt = new Cancellation();
      const answerMs = isRead ? readMs : writeMs;
      let limitMs = 0;
      let endsAt = Infinity;
      let timer: { readonly at: number; readonly cancel: () => void } | undefined;
      const wake = () => {
        timer = undefined;
        if (clock.now() >= endsAt) attempt.abort(new AttemptTimeout(limitMs));
        else wakeAt(endsAt);
      };
      const wakeAt = (at: number) => {
        timer?.cancel();
        timer = { at, cancel: clock.after(at - clock.now(), wake) };
      };
      /** Bounds what begins now, in place of what was before. A timer that comes too early is left: it looks again. */
      const limit = (ms: number) => {
        limitMs = Math.min(ms, leftMs());
        endsAt = clock.now() + limitMs;
        if (timer === undefined || timer.at > endsAt) wakeAt(Math.min(endsAt, clock.now() + answerMs));
      };
      // Reads are ended by the signal of their request.
      const signal = isRead ? call.signal : call.end;
      const leave = () => {
        if (signal) attempt.abort(reasonOf(signal));
      };
      if (signal?.aborted) leave();
      signal?.addEventListener('abort', leave);
      // A connection that comes too late to send anything is none: that says more than that the time is up.
      const waiter = call.shared ?? call;
      const sendableMs = isRead ? latestSendAt(waiter) - clock.now() : Infinity;
      limit(sendableMs > 0 ? Math.min(connectMs, sendableMs) : connectMs);
      const onSent = () => {
        limit(answerMs);
      };
      try {
        return await next({ ...call, attemptSignal: attempt, onSent });
      } finally {
        timer?.cancel();
        signal?.removeEventListener('abort', leave);
      }
    },
  };
}
