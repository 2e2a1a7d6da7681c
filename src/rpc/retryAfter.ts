import type { IncomingHttpHeaders } from 'node:http';

/** The longest hint that fits into a GraphQL `Int`: more than 24 days. */
const longestHintMs = 2 ** 31 - 1;

/** How long the upstream asks to wait. Undefined if it does not ask; `UNREADABLE` if nobody can know how long. */
export type RetryHint = { readonly retryAfterMs: number } | 'UNREADABLE' | undefined;

const parseWhole = (text: string): number | undefined => (/^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined);

/** `Wed, 21 Oct 2026 07:28:00 GMT`, the one form of a date that HTTP servers may write. */
export function parseHttpDate(text: string | undefined): number | undefined {
  const isDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text ?? '');
  const ms = isDate ? Date.parse(text ?? '') : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Seconds, or a date, which counts from the date of the response: our own clock may be wrong. */
function parseRetryAfter(text: string, date: string | undefined): number | undefined {
  const seconds = parseWhole(text);
  if (seconds !== undefined) return seconds * 1000;
  const until = parseHttpDate(text);
  const now = parseHttpDate(date);
  return until === undefined || now === undefined ? undefined : Math.max(0, until - now);
}

/**
 * Reads `x-acs-retry-after` (milliseconds), else `Retry-After` (seconds or a date).
 *
 * Negative, fractional and endless waits are unreadable: as with gRPC's push-back, there is no retry then.
 */
export function readRetryHint(headers: IncomingHttpHeaders): RetryHint {
  const { date, 'x-acs-retry-after': own, 'retry-after': general } = headers;
  if (own === undefined && general === undefined) return undefined;
  const hints = [
    typeof own === 'string' ? parseWhole(own) : undefined,
    general === undefined ? undefined : parseRetryAfter(general, date),
  ];
  const retryAfterMs = hints.find((hint) => hint !== undefined && hint <= longestHintMs);
  return retryAfterMs === undefined ? 'UNREADABLE' : { retryAfterMs };
}
