/** How often to check that the parent process still exists. */
const lookEveryMs = 250;

/**
 * Calls `stop` once: on SIGINT or SIGTERM and, if npm runs the process, when the parent process has ended. npm sends a
 * signal to the shell that runs a script, and the shell does not pass it on: the process would keep its ports.
 *
 * @param isRunByNpm whether `npm_lifecycle_event` is set. Any other process may outlive its parent, as daemons do.
 */
export const stopOnSignal = (stop: () => Promise<void>, isRunByNpm: boolean): void => {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (isRunByNpm && process.ppid !== parent) stopOnce();
  }, lookEveryMs);
  look.unref();
  let isStopping = false;
  const stopOnce = (): void => {
    if (isStopping) return;
    isStopping = true;
    clearInterval(look);
    void stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopOnce);
};
