import type DataLoader from 'dataloader';
import { inBatches } from './inBatches';

/**
 * A loader of one upstream call a key: no batch form exists upstream, so what it saves is asking for the same key
 * twice in one request.
 *
 * @param cacheKey what makes two keys the same; needed where keys are objects.
 */
export const fanOut = <K, V>(
  name: string,
  loadOne: (key: K) => Promise<V>,
  cacheKey?: (key: K) => string,
): DataLoader<K, V, string> => inBatches(name, (keys) => keys.map((key) => loadOne(key)), cacheKey);
