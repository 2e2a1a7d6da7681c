import DataLoader from 'dataloader';

/**
 * A loader over a function that answers many keys at once, with one promise for each key. Each fails alone, and a
 * failure is not cached: the next load calls the upstream again.
 *
 * @param cacheKey what makes two keys the same. Needed if keys are objects.
 */
export const inBatches = <K, V>(
  name: string,
  loadMany: (keys: readonly K[]) => Promise<V>[] | Promise<Promise<V>[]>,
  cacheKey: (key: K) => string = String,
): DataLoader<K, V, string> => {
  const loader: DataLoader<K, V, string> = new DataLoader<K, V, string>(
    async (keys) => {
      const answers = await Promise.allSettled(await loadMany(keys));
      return keys.map((key, index) => {
        const answer = answers[index];
        if (answer?.status === 'fulfilled') return answer.value;
        loader.clear(key);
        const reason: unknown = answer?.reason;
        return reason instanceof Error ? reason : new Error(`The loader ${name} failed.`);
      });
    },
    {
      name,
      cacheKeyFn: cacheKey,
      // After real I/O the default scheduler makes batches of one.
      batchScheduleFn: (callback) => setImmediate(callback),
    },
  );
  return loader;
};
