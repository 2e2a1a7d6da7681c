import type { Loader } from './inBatches';
import { inBatches } from './inBatches';

/**
 * A loader with one upstream call for each key. The upstream has no batch form, so the loader only saves reading the
 * same key twice in one request.
 *
 * @param cacheKey what makes two keys the same. Needed if keys are objects.
 */
export const fanOut = <K, V>(
  name: string,
  loadOne: (key: K) => Promise<V>,
  cacheKey?: (key: K) => string,
): Loader<K, V> => inBatches(name, (keys) => keys.map((key) => loadOne(key)), cacheKey);
