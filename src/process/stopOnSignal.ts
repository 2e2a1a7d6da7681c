import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';

/** How often to check that the parent process still exists. */
const lookEveryMs = 250;

/** Signals that come together are one: npm may repeat the one that the terminal has sent to both. */
const togetherMs = 500;

/** What told a process to stop: an orchestrator, a person at the terminal, or the end of the npm that ran it. */
export type StopReason = 'SIGTERM' | 'SIGINT' | 'PARENT_ENDED';

/**
 * Calls `stop` once: on SIGINT or SIGTERM and, if npm runs the process, when the parent process has ended. npm sends a
 * signal to the shell that runs a script, and the shell does not pass it on: the process would keep its ports. A second
 * signal ends the process at once.
 *
 * @param isRunByNpm whether `npm_lifecycle_event` is set. Any other process may outlive its parent, as daemons do.
 */
export const stopOnSignal = (stop: (reason: StopReason) => Promise<void>, isRunByNpm: boolean): void => {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (isRunByNpm && process.ppid !== parent) stopOnce('PARENT_ENDED');
  }, lookEveryMs);
  look.unref();
  let toldAt: number | undefined;
  const stopOnce = (reason: StopReason): void => {
    if (toldAt !== undefined) return;
    toldAt = performance.now();
    clearInterval(look);
    void stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (toldAt !== undefined && performance.now() - toldAt > togetherMs) {
        // A second signal: the person or the orchestrator does not wait any longer. The code is that of a process which
        // the signal has ended.
        process.exit(128 + constants.signals[signal]);
      }
      stopOnce(signal);
    });
  }
};
