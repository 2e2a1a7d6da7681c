import type DataLoader from 'dataloader';

/** Reads a page only if that needs no call. The loader of the page then has it, too. */
export const sharedOnly =
  <K, V>(loader: DataLoader<K, V, string>, readShared: (key: K) => Promise<V>): ((key: K) => Promise<V>) =>
  async (key) => {
    const value = await readShared(key);
    loader.prime(key, value);
    return value;
  };
