import DataLoader from 'dataloader';

/**
 * A loader of one upstream call a key: no batch form exists upstream, so what it saves is asking for the same key
 * twice in one request.
 *
 * One failing key fails alone, and is forgotten: whoever asks again asks the upstream again.
 *
 * @param cacheKey what makes two keys the same; needed where keys are objects.
 */
export const fanOut = <K, V>(
  name: string,
  loadOne: (key: K) => Promise<V>,
  cacheKey: (key: K) => string = String,
): DataLoader<K, V, string> => {
  const loader: DataLoader<K, V, string> = new DataLoader<K, V, string>(
    (keys) =>
      Promise.all(
        keys.map(async (key) => {
          try {
            return await loadOne(key);
          } catch (error) {
            loader.clear(key);
            return error instanceof Error ? error : new Error(`The loader ${name} failed.`);
          }
        }),
      ),
    {
      name,
      cacheKeyFn: cacheKey,
      // After real I/O the default scheduler makes batches of one.
      batchScheduleFn: (callback) => setImmediate(callback),
    },
  );
  return loader;
};
