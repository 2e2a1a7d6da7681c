import type { Signal } from '../../../src/rpc/Cancellation';
import type { Clock } from '../../../src/rpc/clock';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** How late a timer is that is due then, milliseconds. */
export type Lateness = (due: number) => number;

/** A machine that is busy, and looks after its timers only this often. */
export const every =
  (tickMs: number): Lateness =>
  (due) =>
    Math.ceil(due / tickMs) * tickMs - due;

/** Runs something after a sleep, unless what is returned is called before. */
export const afterSleep = (clock: Pick<Clock, 'sleep'>, ms: number, run: () => void): (() => void) => {
  const over = new AbortController();
  void clock.sleep(ms, over.signal).then(() => {
    if (!over.signal.aborted) run();
  });
  return () => {
    over.abort('over');
  };
};

/** A clock that stands still until the test moves it. */
export class ManualClock implements Clock {
  private sleepers: Sleeper[] = [];

  /** @param lateMs default: timers are on time. */
  constructor(
    private time = 1_000_000,
    private readonly lateMs: Lateness = () => 0,
  ) {}

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: Signal): Promise<void> {
    return new Promise((resolve) => {
      const due = this.time + ms;
      const sleeper = { until: due + this.lateMs(due), wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers = this.sleepers.filter((each) => each !== sleeper);
        resolve();
      });
    });
  }

  after(ms: number, run: () => void): () => void {
    return afterSleep(this, ms, run);
  }

  /** Moves time on, and wakes everything that has slept enough. */
  advance(ms: number): void {
    this.time += ms;
    const awake = this.sleepers.filter(({ until }) => until <= this.time);
    this.sleepers = this.sleepers.filter(({ until }) => until > this.time);
    awake.forEach(({ wake }) => {
      wake();
    });
  }

  /** When the first of them wakes; undefined if none is asleep. */
  get nextWake(): number | undefined {
    return this.sleepers.length === 0 ? undefined : Math.min(...this.sleepers.map(({ until }) => until));
  }

  /** How many are asleep: timers that somebody has to have cancelled in the end. */
  get asleep(): number {
    return this.sleepers.length;
  }
}

/** A clock on which every wait is over at once, and is written down. */
export class InstantClock implements Clock {
  readonly sleeps: number[] = [];

  constructor(private time = 1_000_000) {}

  now(): number {
    return this.time;
  }

  sleep(ms: number): Promise<void> {
    this.sleeps.push(ms);
    this.time += ms;
    return Promise.resolve();
  }

  after(ms: number, run: () => void): () => void {
    return afterSleep(this, ms, run);
  }

  advance(ms: number): void {
    this.time += ms;
  }
}
