import type { CacheRule } from '../operation';

/** Changes arrive some ten minutes late; twenty after its end, a time range has what it will ever have. */
export const timelineCache: CacheRule = {
  ttlMs: 5000,
  closedRange: { endParameter: 'EndTime', settlesAfterMs: 20 * 60_000, ttlMs: 3_600_000 },
};
