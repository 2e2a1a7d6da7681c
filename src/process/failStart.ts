import { pino } from 'pino';
import { fail } from './fail';

/**
 * Reports why a service cannot start: a line each on stderr at a terminal, otherwise one JSON line on stdout, as its log. The
 * level of the log has no effect on it. The process ends with exit code 1 when nothing is left to do.
 */
export function failStart(problems: readonly string[]): void {
  if (process.stdout.isTTY) {
    fail(problems);
    return;
  }
  pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }).fatal({ problems }, 'gateway cannot start');
  process.exitCode = 1;
}
