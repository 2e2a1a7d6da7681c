import type { Signal } from './Cancellation';

/** Someone who waits for the response of a call. */
export interface Waiter {
  /** Callers take turns if calls have to wait. Waiters without a name count as one caller. */
  readonly caller?: string;
  /** The request of the caller. Requests of one caller take turns among themselves. */
  readonly request?: string;
  /** Goes before all waiters that are not urgent: a write waits for the response. */
  readonly urgent?: boolean;
  /** Aborted when the waiter leaves. */
  readonly signal?: Signal;
  /** When the waiter leaves at the latest, in the clock's milliseconds. Defaults to never. */
  readonly deadline?: number;
}

/** An attempt with less time than this is not started: its response would come too late. */
export const shortestAttemptMs = 150;

/** The latest moment to send a call so that its waiter can still get the response, in the clock's milliseconds. */
export const latestSendAt = ({ deadline = Infinity }: Waiter): number => deadline - shortestAttemptMs;
