/** So often it is looked whether whoever started the process is still there. */
const lookEveryMs = 250;

/**
 * Stops once: on SIGINT or SIGTERM; and, where npm runs it, when it is left behind. npm hands a signal to the shell that
 * it runs a script in, and the shell hands it to nobody: the process would go on alone, and keep its ports.
 *
 * @param isRunByNpm whether `npm_lifecycle_event` is set. Any other process may outlive its parent, as daemons do.
 */
export const onceToldToStop = (stop: () => Promise<void>, isRunByNpm: boolean): void => {
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
