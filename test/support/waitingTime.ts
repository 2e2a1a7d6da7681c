import { performance } from 'node:perf_hooks';
import type { Clock } from '../../src/rpc/clock';
import { systemClock } from '../../src/rpc/clock';
import { afterSleep } from '../unit/rpc/manualClock';

/** How long this process has waited for something to do, milliseconds. */
const waited = (): number => performance.eventLoopUtilization().idle;

/**
 * The clock of the machine, which stands still while this process is busy or waits for a processor.
 *
 * Gateway, emulator and test are one process. So a deadline still ends what never comes, and never what a slow or
 * loaded machine has no time for.
 */
export const waitingTime: Clock = {
  now: waited,
  sleep: async (ms, signal) => {
    const end = waited() + ms;
    do await systemClock.sleep(Math.max(1, end - waited()), signal);
    while (waited() < end && signal?.aborted !== true);
  },
  after: (ms, run) => afterSleep(waitingTime, ms, run),
};
