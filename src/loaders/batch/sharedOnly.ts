import type { Loader } from './inBatches';

/** Reads a page only if that needs no call. The loader of the page then has it, too. */
export const sharedOnly =
  <K, V>(loader: Loader<K, V>, readShared: (key: K) => Promise<V>): ((key: K) => Promise<V>) =>
  async (key) => {
    const value = await readShared(key);
    loader.prime(key, value);
    return value;
  };
