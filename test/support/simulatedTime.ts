import { performance } from 'node:perf_hooks';
import { setTimeout as realTime } from 'node:timers/promises';
import type { Lateness } from '../unit/rpc/manualClock';
import { ManualClock } from '../unit/rpc/manualClock';

/** So many turns of the event loop without an event mean that nothing is on its way between two sockets. */
const turnsOfQuiet = 8;
/** So many more for a gateway that works in pieces, a turn each. Others may ask for turns for ever: a test that counts them. */
const turnsOfWork = 100;
/** How often to look again for what takes real time. Milliseconds. */
const pauseMs = 1;
/** The most that time moves at once, so that a slow machine makes calls late, not too late. Simulated milliseconds. */
const defaultStepMs = 100;

const activeResources = (name: RegExp): number =>
  process.getActiveResourcesInfo().filter((resource) => name.test(resource)).length;

/**
 * Waits until everything in this process waits: nothing comes from a socket or a thread, no file is read or written, and
 * nobody works in turns. Gateway, emulator and client are in one process, so it does not matter how fast it is.
 */
const untilQuiet = (): Promise<void> =>
  new Promise((resolve) => {
    let seen = -1;
    let turns = 0;
    const look = (): void => {
      const { events } = performance.nodeTiming.uvMetricsInfo;
      turns = events === seen ? turns + 1 : 0;
      seen = events;
      if (turns < turnsOfQuiet) setImmediate(look);
      else if (activeResources(/^FSReq/) > 0) setTimeout(look, pauseMs);
      // One of them is this one.
      else if (turns < turnsOfWork && activeResources(/^Immediate$/) > 1) setImmediate(look);
      else resolve();
    };
    setImmediate(look);
  });

/** Simulated time for a gateway and its emulator: it stands still while calls are made, and flies while they wait. */
export class SimulatedTime extends ManualClock {
  /** @param longestStepMs the most that time moves at once: more if it does not matter that a call is too late. */
  constructor(
    time?: number,
    lateMs?: Lateness,
    private readonly longestStepMs = defaultStepMs,
  ) {
    super(time, lateMs);
  }

  /** Lets time pass until everything has its answer. */
  async passUntil<T>(answers: Promise<T>): Promise<T> {
    const over = new AbortController();
    const settled = answers.finally(() => {
      over.abort();
    });
    // The caller who awaits it below gets the failure. Until then it must not count as unhandled.
    settled.catch(() => undefined);
    for (;;) {
      await untilQuiet();
      if (over.signal.aborted) return settled;
      const { nextWake } = this;
      if (nextWake === undefined) await realTime(pauseMs);
      else this.advance(Math.min(this.longestStepMs, Math.max(0, nextWake - this.now())));
    }
  }
}
