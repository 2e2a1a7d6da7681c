import type { ServerResponse } from 'node:http';
import type { Signal } from '../rpc/Cancellation';
import { Cancellation } from '../rpc/Cancellation';
import type { Clock } from '../rpc/clock';

/** How long a stop takes at most. Milliseconds. */
export interface StopTimes {
  /** How long new requests are still accepted, while load balancers notice that the gateway is not ready. */
  readonly drainMs: number;
  /** How long the whole stop takes, draining included. */
  readonly stopMs: number;
}

/** Routers give up a request after 30 s, and orchestrators kill a process after 30 s. */
export const defaultStopTimes: StopTimes = { drainMs: 5000, stopMs: 25_000 };

/** How long before the end of a stop calls in flight are ended, so that clients still get their answers. Milliseconds. */
const lastAnswersMs = 500;

/** What a stop does to the listener. */
export interface StoppingListener {
  /** Takes no new connection. Resolves when all have ended. */
  readonly close: () => Promise<unknown>;
  /** Closes every connection, whatever is in flight. */
  readonly closeAll: () => void;
}

/** Where a gateway is on the way to its end, and what that means for requests in flight. */
export class Stopping {
  private readonly requests = new Set<Cancellation>();
  private readonly over = new Cancellation();
  private began = false;

  constructor(
    private readonly clock: Clock,
    private readonly times: StopTimes,
  ) {}

  /** Whether the stop has begun: the gateway is not ready, and begins no mutation. */
  get isStopping(): boolean {
    return this.began;
  }

  /** Aborted shortly before the end of the stop: then a write on the wire has to end with an unknown outcome. */
  get signal(): Signal {
    return this.over;
  }

  /** Ends the reads of one request: when its client goes away without an answer, and with {@link signal}. */
  controllerOf(response: ServerResponse): Cancellation {
    const controller = new Cancellation();
    this.requests.add(controller);
    response.once('close', () => {
      this.requests.delete(controller);
      if (!response.writableFinished) controller.abort('the client has gone');
    });
    if (this.over.aborted || response.destroyed) controller.abort('the client has gone');
    return controller;
  }

  /**
   * Stops: accepts requests while it drains, then closes the listener and waits for requests in flight. Their calls end
   * shortly before the time is over, their connections with it.
   *
   * @param drain whether new requests are accepted for a while. If not, that time is left to requests in flight.
   */
  async run({ close, closeAll }: StoppingListener, drain: boolean): Promise<void> {
    this.began = true;
    const { clock } = this;
    const drainMs = drain ? Math.min(this.times.drainMs, this.times.stopMs) : 0;
    if (drainMs > 0) await clock.sleep(drainMs);
    const leftMs = this.times.stopMs - drainMs;
    const closed = new Cancellation();
    void this.endAfter(leftMs, closeAll, closed);
    await close();
    closed.abort('closed');
  }

  private async endAfter(leftMs: number, closeAll: () => void, closed: Signal): Promise<void> {
    const callsMs = Math.max(0, leftMs - lastAnswersMs);
    if (!(await this.sleepUnless(closed, callsMs))) return;
    this.over.abort('the process ends');
    for (const request of this.requests) request.abort('the process ends');
    if (await this.sleepUnless(closed, leftMs - callsMs)) closeAll();
  }

  /** Whether so much time has passed before the signal was aborted. */
  private async sleepUnless(signal: Signal, ms: number): Promise<boolean> {
    await this.clock.sleep(ms, signal);
    return !signal.aborted;
  }
}
