import { setImmediate as nextTurn, setTimeout as realTime } from 'node:timers/promises';
import type { Lateness } from '../unit/rpc/manualClock';
import { ManualClock } from '../unit/rpc/manualClock';
import type { TestGateway } from './startGateway';

/** So long no call has to have come for time to move on. Real milliseconds. */
const stillMs = 1;
/** More turns of the event loop than a request needs to become a call: it passes several sockets of this process. */
const turnsOfCall = 20;
/** The most that time moves at once, so that a slow machine makes calls late, not too late. Simulated milliseconds. */
const defaultStepMs = 100;

/** Whether a file is being read or written, as that of a ledger: the event loop goes on meanwhile. */
const isAtFiles = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));

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
  async passUntil<T>({ emulator }: Pick<TestGateway, 'emulator'>, answers: Promise<T>): Promise<T> {
    const over = new AbortController();
    const settled = answers.finally(() => {
      over.abort();
    });
    // The caller who awaits it below gets the failure. Until then it must not count as unhandled.
    settled.catch(() => undefined);
    for (let seen = -1; !over.signal.aborted;) {
      const { nextWake } = this;
      if (emulator.calls.total === seen && nextWake !== undefined) {
        this.advance(Math.min(this.longestStepMs, Math.max(0, nextWake - this.now())));
      }
      seen = emulator.calls.total;
      await realTime(stillMs);
      // All is in one process: what the machine was too slow for until now has its turns before time moves.
      for (let turn = 0; turn < turnsOfCall || isAtFiles(); turn += 1) await nextTurn();
    }
    return settled;
  }
}
