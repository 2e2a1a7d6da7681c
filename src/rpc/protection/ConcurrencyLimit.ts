import type { Waiter } from '../Waiter';
import { FairQueue } from '../quota/FairQueue';

/** How many calls may be in flight at first, at least and at most: the most are the sockets of a pool. */
const initial = 20;
const fewest = 4;
const most = 64;

/** What a failure leaves of the limit: that of Netflix's AIMD. */
const backoff = 0.9;

/** The part of the last call in the average duration of calls. */
const newest = 0.2;

interface Waiting extends Waiter {
  start(): void;
}

/**
 * How many calls of one product may be in flight at once: additive increase, multiplicative decrease. A success while at least half
 * of them are in use adds one, a failure takes away a tenth. Calls beyond the limit wait for their turn.
 */
export class ConcurrencyLimit {
  private limit = initial;
  private inFlight = 0;
  private averageMs = 0;
  private readonly queue = new FairQueue<Waiting>();

  /** How many may be in flight now. */
  get allowed(): number {
    return Math.floor(this.limit);
  }

  /** How many are in flight now. */
  get calls(): number {
    return this.inFlight;
  }

  /** How long a call probably waits if it comes now, milliseconds. */
  waitMs(waiter: Waiter): number {
    if (this.hasRoom) return 0;
    return ((this.queue.ahead(waiter) + 1) / this.allowed) * this.averageMs;
  }

  /** Begins a call at once. @returns false if there is no room. */
  tryBegin(): boolean {
    if (!this.hasRoom) return false;
    this.begin();
    return true;
  }

  /** Begins a call, room or none. */
  begin(): void {
    this.inFlight += 1;
  }

  /** @param start is called when the call has begun. @returns what takes it out of the queue. */
  wait({ caller, request, urgent }: Waiter, start: () => void): () => void {
    const waiting: Waiting = { caller, request, urgent, start };
    this.queue.add(waiting);
    return () => {
      this.queue.remove(waiting);
    };
  }

  /** A call has ended. @param isFailure undefined if it says nothing about the host. */
  end(tookMs: number, isFailure: boolean | undefined): void {
    const wasBusy = this.inFlight * 2 >= this.allowed;
    this.inFlight -= 1;
    if (isFailure !== undefined) {
      this.averageMs += (this.averageMs === 0 ? 1 : newest) * (tookMs - this.averageMs);
      if (isFailure) this.limit = Math.max(fewest, this.limit * backoff);
      else if (wasBusy) this.limit = Math.min(most, this.allowed + 1);
    }
    while (this.hasRoom) {
      const next = this.queue.take();
      if (next === undefined) return;
      this.begin();
      next.start();
    }
  }

  private get hasRoom(): boolean {
    return this.inFlight < this.allowed;
  }
}
