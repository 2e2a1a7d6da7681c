import DataLoader from 'dataloader';

/** Answers many keys at once, with one promise for each key. */
type LoadMany<K, V> = (keys: readonly K[]) => Promise<V>[] | Promise<Promise<V>[]>;

/** What is used of a DataLoader. */
export interface Loader<K, V> extends Pick<DataLoader<K, V, string>, 'load' | 'loadMany'> {
  clear(key: K): void;
  prime(key: K, value: V): void;
}

/**
 * A loader over a function that answers many keys at once. Each fails alone, and a failure is not cached: the next load calls
 * the upstream again.
 *
 * @param cacheKey what makes two keys the same. Needed if keys are objects.
 */
export const inBatches = <K, V>(
  name: string,
  loadMany: LoadMany<K, V>,
  cacheKey: (key: K) => string = String,
): Loader<K, V> => new LateLoader(name, loadMany, cacheKey);

/** A DataLoader that is created for its first use: a request has dozens, and uses few. */
class LateLoader<K, V> implements Loader<K, V> {
  private created: DataLoader<K, V, string> | undefined;

  constructor(
    private readonly name: string,
    private readonly answer: LoadMany<K, V>,
    private readonly cacheKey: (key: K) => string,
  ) {}

  load(key: K): Promise<V> {
    return this.loader.load(key);
  }

  loadMany(keys: ArrayLike<K>): Promise<(V | Error)[]> {
    return this.loader.loadMany(keys);
  }

  clear(key: K): void {
    this.created?.clear(key);
  }

  prime(key: K, value: V): void {
    this.loader.prime(key, value);
  }

  private get loader(): DataLoader<K, V, string> {
    return (this.created ??= new DataLoader<K, V, string>((keys) => this.loadBatch(keys), {
      name: this.name,
      cacheKeyFn: this.cacheKey,
      // After real I/O the default scheduler makes batches of one.
      batchScheduleFn: (callback) => setImmediate(callback),
    }));
  }

  private async loadBatch(keys: readonly K[]): Promise<(V | Error)[]> {
    const answers = await Promise.allSettled(await this.answer(keys));
    return keys.map((key, index) => {
      const answer = answers[index];
      if (answer?.status === 'fulfilled') return answer.value;
      this.clear(key);
      const reason: unknown = answer?.reason;
      return reason instanceof Error ? reason : new Error(`The loader ${this.name} failed.`);
    });
  }
}
