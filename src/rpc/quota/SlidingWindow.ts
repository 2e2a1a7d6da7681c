import type { CallWindow, Throttled } from './CallWindow';

/** How many calls one gateway may send in a window of time. Whole numbers, each at least 1. */
export interface WindowLimits {
  readonly windowMs: number;
  /** In any sliding window. */
  readonly calls: number;
  /** So many of `calls` may go at once; the rest of them is paced. */
  readonly atOnce: number;
  /** So many may have been counted upstream within a window, however late each arrived there. At least `calls`. */
  readonly counted: number;
}

/** What a refusal for flow control makes of the limits, and how quickly they come back: those of CUBIC, and of the AWS SDKs. */
const throttledFactor = 0.7;
const recoveryScale = 0.4;

/** A longer wait than this is not believed: no window of a quota takes longer. */
const longestBelievedMs = 86_400_000;

/** A cut of the limits, and the way back. */
interface Cut {
  readonly at: number;
  /** The share of the limits before it. */
  readonly from: number;
  /** When the limits are whole again. */
  readonly over: number;
}

/**
 * When the next calls of one quota may be sent. It knows times, in a clock's milliseconds, and sleeps never.
 *
 * - `atOnce` calls go as they come. What the window has left after them is spread evenly: each gap is the smallest that
 *   can be kept up for a whole window without ever standing still. So no sliding window holds more than `calls`, a
 *   demand that lasts is served at `calls` a window, and anyone who comes next waits for one gap, not for a window to end.
 *   Gaps are counted from when a call was due: what a late timer lost is caught up, within the same limits.
 * - Between sending and its end the upstream may count a call at any moment. So a call is held for counted from its
 *   start until a window after its end, and no more than `counted` are: no latency can overdraw the quota.
 * - A refusal for flow control cuts all limits to 0.7 of what they were: once for all calls that were on the wire
 *   together, and once for all attempts of a call. They come back within seconds, by the curve of CUBIC, and at the latest
 *   when the wait is over that the upstream asks for. That wait stops everything.
 */
export class SlidingWindow implements CallWindow {
  /** When calls were sent that are still in the window, oldest first; behind them, when the next ones may be. */
  private readonly times: number[] = [];
  /** When each of these was due: earlier than it was sent if a timer was late. */
  private readonly due: number[] = [];
  private sent = 0;
  /** When calls ended that the upstream may still count, oldest first. */
  private readonly ends: number[] = [];
  private onWire = 0;
  private pausedUntil = -Infinity;
  private cut: Cut = { at: -Infinity, from: 1, over: -Infinity };

  constructor(private limits: WindowLimits) {}

  /** Takes other limits from now on. */
  limit(limits: WindowLimits): void {
    this.forgetForecast();
    this.limits = limits;
  }

  /** When a call may be sent, `now` at the earliest; Infinity: not before one on the wire has ended. */
  nextAt(now: number): number {
    this.forget(now);
    return Math.max(this.slot(this.sent, now), this.roomAt(now));
  }

  /** Estimates when a call can be sent if `ahead` others go first. The estimate may be too early. */
  forecast(ahead: number, now: number): number {
    this.forget(now);
    while (this.times.length <= this.sent + ahead) this.plan(this.slot(this.times.length, now));
    const roomAt = this.roomAt(now);
    // If all are on the wire, the first to end does so now at the earliest.
    return Math.max(
      now,
      this.times[this.sent + ahead] ?? now,
      roomAt === Infinity ? now + this.limits.windowMs : roomAt,
    );
  }

  /**
   * A call is being sent.
   *
   * @param dueAt when it, or one before it that waited, could have been sent: a call that waits for its turn is sent by a
   *   timer, and timers are late. Default: now.
   */
  send(now: number, dueAt = now): void {
    this.forgetForecast();
    const share = this.share(now);
    const evenGap = this.limits.windowMs / this.scaled(this.limits.calls, share);
    // What is caught up keeps the pace, too: then no more of it goes at once than may anyway.
    const behindLast = this.paced(this.sent, now, share) ?? (this.due[this.sent - 1] ?? -Infinity) + evenGap;
    const latest = now - (this.scaled(this.limits.atOnce, share) - 1) * evenGap;
    this.plan(now, Math.min(now, Math.max(behindLast, dueAt, latest)));
    this.sent += 1;
    this.onWire += 1;
  }

  /** A call that was sent has ended, whatever became of it. */
  end(now: number): void {
    this.onWire -= 1;
    this.ends.push(now);
  }

  /** The upstream refused a call for flow control. */
  throttled(now: number, { sentAt, retryAfterMs, again = false }: Throttled): void {
    this.forgetForecast();
    const believedMs = Math.min(retryAfterMs ?? 0, longestBelievedMs);
    this.pausedUntil = Math.max(this.pausedUntil, now + believedMs);
    // What was sent before the last cut says nothing about the limits since.
    if (again || sentAt <= this.cut.at) return;
    const from = this.share(now);
    const recoveryMs =
      1000 * (this.plateauSeconds(from) + Math.cbrt(((1 - from) * this.callsPerSecond) / recoveryScale));
    this.cut = { at: now, from, over: now + Math.min(recoveryMs, retryAfterMs ?? Infinity) };
  }

  /** How long after now the upstream may have room again, as far as is known; at least one gap of the even pace. */
  waitMs(now: number): number {
    const at = Math.max(this.forecast(0, now), this.cut.over);
    return Math.max(at - now, this.limits.windowMs / this.limits.calls);
  }

  /** The part of the limit that is used in the window of now, from 0 to 1. */
  usedRatio(now: number): number {
    this.forget(now);
    return Math.min(1, this.sent / this.limits.calls);
  }

  /** Whether it may be forgotten: a new one in its place would say the same. */
  isIdle(now: number): boolean {
    this.forget(now);
    const isEmpty = this.sent === 0 && this.onWire === 0 && this.ends.length === 0;
    return isEmpty && now >= this.pausedUntil && this.share(now) === 1;
  }

  private get callsPerSecond(): number {
    return this.limits.calls / (this.limits.windowMs / 1000);
  }

  /** How long after a cut the limits are again what they were. */
  private plateauSeconds(from: number): number {
    return Math.cbrt((from * this.callsPerSecond * (1 - throttledFactor)) / recoveryScale);
  }

  /** What is left of the limits, more than 0, at most 1. */
  private share(now: number): number {
    const { at, from, over } = this.cut;
    if (now >= over) return 1;
    const seconds = (now - at) / 1000 - this.plateauSeconds(from);
    return Math.min(1, from + (recoveryScale * seconds ** 3) / this.callsPerSecond);
  }

  private scaled(limit: number, share: number): number {
    // 0.7 and a tenth are a little less than 0.8 here.
    return Math.max(1, Math.floor(limit * share + 1e-9));
  }

  /** When something is possible: with the limits of now, or when they are whole again if that is sooner. */
  private soonest(now: number, at: (share: number) => number): number {
    const share = this.share(now);
    return share === 1 ? at(1) : Math.min(at(share), Math.max(this.cut.over, at(1)));
  }

  /** When the upstream can no more have counted all that it may; Infinity: not before a call on the wire has ended. */
  private roomAt(now: number): number {
    return this.soonest(now, (share) => {
      if (this.onWire + this.ends.length < this.scaled(this.limits.counted, share)) return now;
      return (this.ends[0] ?? Infinity) + this.limits.windowMs;
    });
  }

  /** When the call behind the first `count` times may be sent. */
  private slot(count: number, now: number): number {
    const last = this.times[count - 1] ?? -Infinity;
    return this.soonest(now, (share) =>
      Math.max(now, this.pausedUntil, last, this.paced(count, now, share) ?? -Infinity),
    );
  }

  /** When the call behind the first `count` times is due by the pace; undefined if it may go as it comes. */
  private paced(count: number, now: number, share: number): number | undefined {
    const { times, limits } = this;
    const atOnce = this.scaled(limits.atOnce, share);
    const last = this.due[count - 1];
    if (last === undefined || count < atOnce) return undefined;
    const burstAt = (times[count - atOnce] ?? -Infinity) + limits.windowMs;
    if (burstAt <= Math.max(now, this.pausedUntil)) return undefined;

    const calls = this.scaled(limits.calls, share);
    let gap = 0;
    // The call that is `steps` behind the last one needs the one that is `calls` before it to have left the window: by
    // when that was sent, not when it was due, so that catching up overdraws nothing.
    for (let steps = Math.max(1, calls - count + 1); steps <= calls; steps += 1) {
      const leaves = (times[count - 1 + steps - calls] ?? -Infinity) + limits.windowMs;
      gap = Math.max(gap, (leaves - last) / steps);
    }
    return Math.min(burstAt, last + gap);
  }

  private plan(at: number, due = at): void {
    this.times.push(at);
    this.due.push(due);
  }

  /** Drops the calls that have left the window, by the same sum that predicts when they leave it. */
  private forget(now: number): void {
    const { times, ends, limits } = this;
    while (this.sent > 0 && (times[0] ?? Infinity) + limits.windowMs <= now) {
      times.shift();
      this.due.shift();
      this.sent -= 1;
    }
    while ((ends[0] ?? Infinity) + limits.windowMs <= now) ends.shift();
  }

  private forgetForecast(): void {
    this.times.length = this.sent;
    this.due.length = this.sent;
  }
}
