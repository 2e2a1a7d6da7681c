import type { RedisClient } from '../../redis/RedisClient';
import type { Script } from '../../redis/Script';
import type { Clock } from '../clock';
import type { CallWindow, Throttled } from './CallWindow';
import type { WindowLimits } from './SlidingWindow';
import { SlidingWindow } from './SlidingWindow';
import { quotaEnd, quotaReport, quotaTake, quotaThrottled } from './quotaScripts';

const scripts = { take: quotaTake(), end: quotaEnd(), throttled: quotaThrottled(), report: quotaReport() };

/** What a call may take at most, from its turn to its end, milliseconds: then the turn of a process that has died is over. */
const longestCallMs = 30_000;
/** So many turns are taken at once. */
const mostTurns = 50;
/** A turn that is older than this when it arrives is not used: this process stood still. Milliseconds. */
const stalenessMs = 1000;

export interface SharedWindowOptions {
  readonly clock: Clock;
  readonly redis: RedisClient;
  /** Names the quota, the same in all replicas. */
  readonly name: string;
  /** Those of all replicas together. */
  readonly limits: WindowLimits;
  /** Those of one of so many replicas. */
  readonly limitsOfOne: (replicas: number) => WindowLimits;
  /** How many replicas there are, as the settings say. Those that show signs of life count if they are more. */
  readonly replicas: number;
  /** Called when calls that wait may have a turn. */
  readonly onTurn: () => void;
}

/**
 * The window of all replicas, in Redis. Each turn is taken there, just before the call is sent, and which of the calls that wait
 * gets it is decided here.
 *
 * If Redis is slow or gone, this process takes its part of the quota by itself. For the first window, it only takes a part of
 * what all of them keep back: nobody knows what the others have sent. When Redis is back, it reports what it has sent.
 */
export class SharedWindow implements CallWindow {
  /** What this process has sent, and its own limits. */
  private readonly own: SlidingWindow;
  /** Turns that were taken and not used yet. */
  private turns: string[] = [];
  /** The turns of the calls on the wire, oldest first. Which of them ends makes no difference. */
  private readonly onWire: string[] = [];
  /** What was sent within the last window, oldest first. */
  private recent: { readonly turn: string; readonly at: number }[] = [];
  private turnCount = 0;
  private isAsking = false;
  private waiting = 0;
  private stopTimer?: () => void;
  /** When the next turn is free, and how far the ones behind it are apart, as Redis last said. */
  private freeAt = -Infinity;
  private gapMs = 0;
  private used = 0;
  /** How many were sent since this process is alone. */
  private alone = { since: NaN, sent: 0 };

  constructor(private readonly options: SharedWindowOptions) {
    this.own = new SlidingWindow(options.limitsOfOne(this.replicas));
  }

  nextAt(now: number): number {
    if (this.options.redis.isShared) return this.turns.length > 0 ? now : Infinity;
    this.giveBack();
    return this.aloneAt(now, this.own.nextAt(now));
  }

  forecast(ahead: number, now: number): number {
    if (!this.options.redis.isShared) return this.aloneAt(now, this.own.forecast(ahead, now));
    return Math.max(now, this.freeAt) + Math.max(0, ahead - this.turns.length) * this.gapMs;
  }

  send(now: number, dueAt = now): void {
    const { redis } = this.options;
    this.own.send(now, dueAt);
    const taken = this.turns.shift();
    const turn = taken ?? this.nextTurn();
    this.onWire.push(turn);
    this.recent.push({ turn, at: now });
    this.forget(now);
    if (taken !== undefined) return;
    this.alone.sent += 1;
    if (redis.isUp) this.tell(scripts.report, [...this.numbers, 0, turn]);
  }

  end(now: number): void {
    this.own.end(now);
    const turn = this.onWire.shift();
    if (turn !== undefined) this.tell(scripts.end, [this.options.limits.windowMs, turn]);
  }

  throttled(now: number, refusal: Throttled): void {
    this.own.throttled(now, refusal);
    const { sentAt, retryAfterMs = -1, again = false } = refusal;
    this.tell(scripts.throttled, [...this.numbers, now - sentAt, retryAfterMs, again ? 1 : 0]);
    // They were taken before it was known.
    this.giveBack();
  }

  waitMs(now: number): number {
    const ownMs = this.own.waitMs(now);
    return this.options.redis.isShared
      ? Math.max(this.freeAt - now, ownMs)
      : Math.max(ownMs, this.aloneAt(now, now) - now);
  }

  usedRatio(now: number): number {
    if (!this.options.redis.isShared) return this.own.usedRatio(now);
    return Math.min(1, this.used / this.options.limits.calls);
  }

  isIdle(now: number): boolean {
    return this.own.isIdle(now) && this.turns.length === 0 && !this.isAsking && this.waiting === 0;
  }

  want(waiting: number): void {
    this.waiting = waiting;
    if (waiting === 0) this.giveBack();
    else this.askInTime();
  }

  /** Reports what it has sent by itself: Redis is back, and may have forgotten it. */
  report(): void {
    this.forget(this.options.clock.now());
    const now = this.options.clock.now();
    const sent = this.recent.flatMap(({ turn, at }) => [now - at, turn]);
    if (sent.length > 0) this.tell(scripts.report, [...this.numbers, ...sent]);
  }

  /** Redis is gone: calls that wait for a turn there need not. */
  lost(): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    this.options.onTurn();
  }

  private get replicas(): number {
    return Math.max(this.options.replicas, this.options.redis.status.replicas);
  }

  private get numbers(): readonly number[] {
    const { windowMs, calls, atOnce, counted } = this.options.limits;
    return [windowMs, calls, atOnce, counted];
  }

  /** When the next call may be sent if this process is alone, which its own limits allow from `at` on. */
  private aloneAt(now: number, at: number): number {
    const { redis, limits, limitsOfOne } = this.options;
    const { replicas } = this;
    if (this.alone.since !== redis.aloneSince) {
      this.alone = { since: redis.aloneSince, sent: 0 };
      this.own.limit(limitsOfOne(replicas));
    }
    const wholeAt = redis.aloneSince + limits.windowMs;
    // One that was never one of several has sent all that was sent.
    if (replicas === 1 || now >= wholeAt) return at;
    const kept = Math.floor((limits.counted - limits.calls) / replicas);
    return this.alone.sent < kept ? at : Math.max(at, wholeAt);
  }

  /** Takes turns, as soon as there may be some. */
  private askInTime(): void {
    const { clock, redis } = this.options;
    if (this.isAsking || this.stopTimer !== undefined || this.turns.length > 0 || !redis.isShared) return;
    const waitMs = this.freeAt - clock.now();
    if (waitMs <= 0) {
      void this.ask();
      return;
    }
    this.stopTimer = clock.after(waitMs, () => {
      this.stopTimer = undefined;
      if (this.waiting > 0) void this.ask();
    });
  }

  private async ask(): Promise<void> {
    const { clock, redis } = this.options;
    this.isAsking = true;
    const askedAt = clock.now();
    const wanted = Math.min(this.waiting, mostTurns);
    const first = this.turnCount;
    this.turnCount += wanted;
    try {
      const answer = await redis.run(scripts.take, this.keys, [
        ...this.numbers,
        wanted,
        longestCallMs,
        redis.id,
        first,
      ]);
      const [taken, freeMs, gapMs, used] = answer as [number, string, string, number];
      const now = clock.now();
      this.turns = Array.from({ length: taken }, (_, index) => `${redis.id}:${first + index}`);
      if (now - askedAt > stalenessMs) this.giveBack();
      this.freeAt = now + Number(freeMs);
      this.gapMs = Number(gapMs);
      this.used = used;
    } catch {
      // It is alone now.
      this.freeAt = -Infinity;
    } finally {
      this.isAsking = false;
    }
    this.options.onTurn();
  }

  private nextTurn(): string {
    this.turnCount += 1;
    return `${this.options.redis.id}:${this.turnCount - 1}`;
  }

  /** Turns that nobody uses count as if they had been: the next one comes a little later. */
  private giveBack(): void {
    if (this.turns.length === 0) return;
    this.tell(scripts.end, [this.options.limits.windowMs, ...this.turns]);
    this.turns = [];
  }

  private forget(now: number): void {
    const { windowMs } = this.options.limits;
    while ((this.recent[0]?.at ?? Infinity) + windowMs <= now) this.recent.shift();
  }

  /** Runs a script on the way. If it fails, this process is alone, and reports again when it no longer is. */
  private tell(script: Script, args: readonly (string | number)[]): void {
    this.options.redis.run(script, this.keys, args).catch(() => undefined);
  }

  private get keys(): readonly string[] {
    const tag = `{quota ${this.options.name}}`;
    return [`${tag}:state`, `${tag}:sent`, `${tag}:counted`];
  }
}
