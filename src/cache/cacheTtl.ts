import type { Operation } from '../operations/operation';

/**
 * How long an answer to these parameters may be given again, milliseconds; 0 where it may not.
 *
 * @param parameters encoded, as they go on the wire.
 * @param now the upstream's present moment, milliseconds since the epoch; asked where a time range decides.
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
