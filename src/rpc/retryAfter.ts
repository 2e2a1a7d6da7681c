import type { IncomingHttpHeaders } from 'node:http';

/** A longer hint is taken for a mistake. */
const longestHintMs = 3_600_000;

function parseWhole(text: string | string[] | undefined): number | undefined {
  return typeof text === 'string' && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
}

/**
 * How long the upstream asks to wait: `x-acs-retry-after` (milliseconds), else `Retry-After` (seconds).
 *
 * Negative, fractional, absurd (more than an hour) or otherwise unreadable hints count as none.
 */
export function retryAfterMs(headers: IncomingHttpHeaders): number | undefined {
  const seconds = parseWhole(headers['retry-after']);
  const hints = [parseWhole(headers['x-acs-retry-after']), seconds === undefined ? undefined : seconds * 1000];
  return hints.find((hint) => hint !== undefined && hint <= longestHintMs);
}
