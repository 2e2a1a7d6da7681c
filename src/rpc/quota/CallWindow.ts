/** How the upstream refused a call. */
export interface Throttled {
  readonly sentAt: number;
  /** The wait that it asks for. */
  readonly retryAfterMs?: number;
  /** Whether an earlier attempt of the same call was refused, too. */
  readonly again?: boolean;
}

/** When the next calls of one quota may be sent. Times are milliseconds of a clock. */
export interface CallWindow {
  /** When a call may be sent, `now` at the earliest; Infinity: that is not known yet. */
  nextAt(now: number): number;
  /** Estimates when a call can be sent if `ahead` others go first. The estimate may be too early. */
  forecast(ahead: number, now: number): number;
  /**
   * A call is being sent.
   *
   * @param dueAt when it, or one before it that waited, could have been sent. Default: now.
   */
  send(now: number, dueAt?: number): void;
  /** A call that was sent has ended, whatever became of it. */
  end(now: number): void;
  /** The upstream refused a call for flow control. */
  throttled(now: number, refusal: Throttled): void;
  /** How long after now the upstream may have room again, as far as is known. */
  waitMs(now: number): number;
  /** The part of the limit that is used in the window of now, from 0 to 1. */
  usedRatio(now: number): number;
  /** Whether it may be forgotten: a new one in its place would say the same. */
  isIdle(now: number): boolean;
  /** So many calls wait for it now. */
  want?(waiting: number): void;
}
