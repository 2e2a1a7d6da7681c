import { performance } from 'node:perf_hooks';
import type { Signal } from './Cancellation';

/** Time as policies see it: passed in, so that a test of a minute's waiting runs in microseconds. */
export interface Clock {
  /** Milliseconds that only ever grow. Differences mean something, the value itself does not. */
  now(): number;
  /** Waits. Ends early, and without an error, when the signal is aborted: look at the signal afterwards. */
  sleep(ms: number, signal?: Signal): Promise<void>;
  /** Runs something later, unless what it returns is called before. Costs less than a sleep that a signal ends. */
  after(ms: number, run: () => void): () => void;
}

/** Longer timers than this end at once in Node: nobody waits so long. Milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

const nothing = (): void => undefined;

/** The clock of the machine. It is monotonic: setting the wall clock neither cuts a call short nor prolongs it. */
export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener('abort', end);
    }),
  after: (ms, run) => {
    if (ms > longestTimerMs) return nothing;
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
