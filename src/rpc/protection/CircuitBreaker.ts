import { RecentCounts } from './RecentCounts';

/** Opens after so many failures in a row: the default of Envoy's outlier detection. */
const failuresInRow = 5;
/** Opens, too, if this part of the calls of the last ten seconds failed, and there were enough of them to judge. */
const failedShare = 0.5;
const fewestCalls = 20;

/** How long it stays open: longer each time that the probe fails. */
const firstOpenMs = 5000;
const longestOpenMs = 60_000;
/** So much shorter by chance at most, so that replicas do not all probe at once. */
const jitter = 0.2;

/** When to come back if another call is probing: its response is usually there by then. */
const whileProbingMs = 1000;

/** How an attempt ended, as far as it says whether the upstream works. `NONE`: it says nothing. */
export type Health = 'ALIVE' | 'FAILED' | 'NONE';

/** A permission to make one attempt. */
export interface Pass {
  readonly isProbe: boolean;
  /** Which time of being closed it belongs to: what was sent before says nothing about later. */
  readonly era: number;
}

/** Why there is no permission. */
export interface Refused {
  readonly retryAfterMs: number;
}

export interface CircuitChange {
  /** Undefined: it has closed. */
  readonly openMs?: number;
}

export interface CircuitBreakerOptions {
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly onChange?: (change: CircuitChange) => void;
}

/**
 * Whether one product of one host is called. Closed: it is. Open: it is not, for a while. Then one read probes it, and
 * everybody else waits for how that ends. A write is never a probe: if it failed, nobody would know what it did.
 */
export class CircuitBreaker {
  private readonly calls = new RecentCounts();
  private readonly failures = new RecentCounts();
  private inRow = 0;
  private openings = 0;
  private openUntil?: number;
  private isProbing = false;
  private era = 0;

  constructor(private readonly options: CircuitBreakerOptions) {}

  /** Whether calls are refused, or one probes whether the upstream works again. */
  get isOpen(): boolean {
    return this.openUntil !== undefined;
  }

  /** Why no call may be made now, if it is open; undefined if {@link enter} may let one pass. */
  refusal(now: number, mayProbe: boolean): Refused | undefined {
    if (this.openUntil === undefined) return undefined;
    if (now < this.openUntil) return { retryAfterMs: Math.ceil(this.openUntil - now) };
    return mayProbe && !this.isProbing ? undefined : { retryAfterMs: whileProbingMs };
  }

  /** Requests one attempt. A caller that gets a pass has to {@link leave}. */
  enter(now: number, mayProbe: boolean): Pass | Refused {
    const refused = this.refusal(now, mayProbe);
    if (refused !== undefined) return refused;
    const isProbe = this.openUntil !== undefined;
    if (isProbe) this.isProbing = true;
    return { isProbe, era: this.era };
  }

  /** The attempt has ended. */
  leave({ isProbe, era }: Pass, health: Health, now: number): void {
    if (era !== this.era) return;
    if (isProbe) {
      this.isProbing = false;
      if (health === 'FAILED') this.open(now);
      else if (health === 'ALIVE') this.close();
      return;
    }
    if (this.openUntil !== undefined || health === 'NONE') return;
    this.calls.add(now);
    if (health === 'ALIVE') {
      this.inRow = 0;
      return;
    }
    this.failures.add(now);
    this.inRow += 1;
    const calls = this.calls.total(now);
    const isMostly = calls >= fewestCalls && this.failures.total(now) >= failedShare * calls;
    if (this.inRow >= failuresInRow || isMostly) this.open(now);
  }

  private open(now: number): void {
    const longest = Math.min(longestOpenMs, firstOpenMs * 2 ** this.openings);
    const openMs = longest * (1 - jitter * this.options.random());
    this.openings += 1;
    this.openUntil = now + openMs;
    this.options.onChange?.({ openMs });
  }

  private close(): void {
    this.era += 1;
    this.openUntil = undefined;
    this.openings = 0;
    this.inRow = 0;
    this.calls.clear();
    this.failures.clear();
    this.options.onChange?.({});
  }
}
