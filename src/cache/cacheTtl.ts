import type { Operation } from '../operations/operation';

/**
 * Returns how long an answer to these parameters may be served from the cache, in milliseconds; 0 if it may not.
 *
 * @param parameters encoded, as they go on the wire.
 * @param now the upstream's present time, milliseconds since the epoch; read only if a time range decides.
 */
export const cacheTtlMs = async (
  { cache }: Operation,
  parameters: Readonly<Record<string, string>>,
  now: () => number | Promise<number>,
): Promise<number> => {
  if (cache === undefined) return 0;
  const { ttlMs, closedRange } = cache;
  const end = closedRange && parameters[closedRange.endParameter];
  if (closedRange === undefined || end === undefined) return ttlMs;
  return Number(end) + closedRange.settlesAfterMs < (await now()) ? closedRange.ttlMs : ttlMs;
};
