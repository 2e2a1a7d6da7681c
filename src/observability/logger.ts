import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Settings } from '../settings';

/** So many characters of lines are written together: to write a line takes longer than to make it. */
const togetherLength = 4096;

/** How long a line may wait for others, milliseconds. */
const maxWaitMs = 50;

/** JSON lines to stdout. What is logged is named field by field: no request, response or error object goes in whole. */
export const createLogger = (level: Settings['logLevel'], upstream: string): Logger => {
  const lines = pino.destination({ dest: 1, sync: true, minLength: togetherLength, periodicFlush: maxWaitMs });
  process.once('exit', () => {
    lines.flushSync();
  });
  return pino({ level, base: { upstream }, timestamp: pino.stdTimeFunctions.isoTime }, lines);
};
