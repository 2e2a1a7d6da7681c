import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Settings } from '../settings';
import type { Metrics } from './metrics/Metrics';

/** So many characters of lines are written together: to write a line takes longer than to make it. */
const togetherLength = 4096;

/** How long a line may wait for others, milliseconds. */
const maxWaitMs = 50;

/** So many characters wait at most while they cannot be written. What comes then is dropped. */
const mostWaiting = 16 * 1024 * 1024;

/**
 * JSON lines to stdout. What is logged is named field by field: no request, response or error object goes in whole.
 *
 * A log that cannot be written keeps the process from nothing. It is tried again with the next lines.
 *
 * @param metrics counts failures. Default: nothing does.
 */
export const createLogger = (level: Settings['logLevel'], upstream: string, metrics?: Metrics): Logger => {
  const lines = pino.destination({
    dest: 1,
    sync: true,
    minLength: togetherLength,
    maxLength: mostWaiting,
    periodicFlush: maxWaitMs,
  });
  const fail = (): void => {
    metrics?.count('logFailures', {});
  };
  lines.on('error', fail);
  lines.on('drop', fail);
  process.once('exit', () => {
    try {
      lines.flushSync();
    } catch {
      // The last lines cannot be written, and nobody is left to hear of it.
    }
  });
  return pino({ level, base: { upstream }, timestamp: createTimestamp() }, lines);
};

/** As `pino.stdTimeFunctions.isoTime`, but writes each millisecond once. */
const createTimestamp = (): (() => string) => {
  let [last, text] = [NaN, ''];
  return () => {
    const now = Date.now();
    if (now !== last) [last, text] = [now, `,"time":"${new Date(now).toISOString()}"`];
    return text;
  };
};
