import type { Logger } from 'pino';

/** How long requests in flight may take after a crash, milliseconds. */
const lastAnswersMs = 5000;

/**
 * Logs an error that nothing caught, calls `stop`, and ends the process with exit code 1 after at most five seconds: what the
 * error left behind is unknown. A second such error ends it at once.
 */
export const stopOnCrash = (logger: Logger, stop: () => Promise<void>): void => {
  const end = () => process.exit(1);
  let hasCrashed = false;
  process.on('uncaughtException', (error: unknown) => {
    logger.fatal({ error: describe(error) }, 'gateway crashed');
    if (hasCrashed) end();
    hasCrashed = true;
    setTimeout(end, lastAnswersMs);
    void stop().finally(end);
  });
};

const describe = (error: unknown): object =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { message: String(error) };
