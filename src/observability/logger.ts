import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Settings } from '../settings';

/** JSON lines to stdout. What is logged is named field by field: no request, response or error object goes in whole. */
export const createLogger = (level: Settings['logLevel'], upstream: string): Logger =>
  pino({ level, base: { upstream }, timestamp: pino.stdTimeFunctions.isoTime });
