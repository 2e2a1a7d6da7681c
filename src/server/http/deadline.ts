import type { IncomingHttpHeaders } from 'node:http';

/** Ours, and the one that Envoy sets on what it forwards. Both are the milliseconds that the sender still waits. */
const headers = ['x-request-deadline-ms', 'x-envoy-expected-rq-timeout-ms'] as const;

/**
 * How long the sender of a request waits for its response, milliseconds, at most `longestMs`. The shortest of the headers
 * counts. What is no whole number is ignored.
 */
export const deadlineOf = (given: IncomingHttpHeaders, longestMs: number): number =>
  Math.min(
    longestMs,
    ...headers
      .map((name) => given[name])
      .filter((text) => typeof text === 'string')
      .filter((text) => /^\d{1,9}$/.test(text))
      .map(Number),
  );
