import { KnownLists } from '../../../src/loaders/KnownLists';
import { maxFruitlessPages, singlesOrSweep } from '../../../src/loaders/batch/singlesOrSweep';
import { ManualClock } from '../rpc/manualClock';

interface ListOptions {
  readonly lists?: KnownLists;
  /** How many of the list's first pages need no call. Default: none. */
  readonly remembered?: number;
  /** Whether the upstream counts the list, so that it can be known to be complete. Default: it does. */
  readonly isCounted?: boolean;
  /** Pages that cannot be read, counted from 1. */
  readonly broken?: readonly number[];
}

/**
 * A list of records in pages of a hundred, and its requests: keys, and `page 1` and so on. The key `broken` fails if it
 * is read by itself.
 */
const createList = (
  records: readonly string[],
  { lists = new KnownLists(), remembered = 0, broken = [], isCounted = true }: ListOptions = {},
) => {
  const asked: string[] = [];
  /** The loader of one request. */
  const createLoader = (length: number | undefined) =>
    singlesOrSweep<string>('test', {
      list: 'accounts',
      lists,
      length: () => length,
      loadOne: async (key) => {
        asked.push(key);
        if (key === 'broken') throw new RangeError('It is broken.');
        return records.includes(key) ? key.toUpperCase() : null;
      },
      sweep: async (wanted, { sharedOnly, isWorthwhile = () => true }) => {
        const found = new Map<string, string>();
        for (let pages = 1; ; pages += 1) {
          const read = { found, pages: pages - 1, isComplete: false };
          if (broken.includes(pages)) return { ...read, failure: new RangeError('A broken page.') };
          if (pages > remembered) {
            if (sharedOnly) return { ...read, failure: new RangeError('Not remembered.') };
            asked.push(`page ${pages}`);
          }
          const page = records.slice(100 * (pages - 1), 100 * pages);
          for (const one of page) if (wanted.has(one)) found.set(one, one.toUpperCase());
          const isComplete = isCounted && 100 * pages >= records.length;
          if (100 * pages >= records.length || found.size === wanted.size || !isWorthwhile(pages, found.size)) {
            return { found, pages, isComplete };
          }
        }
      },
    });
  const load = (keys: readonly string[], length: number | undefined) => {
    const loader = createLoader(length);
    return Promise.all(keys.map((key) => loader.load(key)));
  };
  return { asked, createLoader, load };
};

const keysOf = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => `k${from + index}`);
const valuesOf = (keys: readonly string[]): string[] => keys.map((key) => key.toUpperCase());

it.each([
  [1, 1],
  [3, 3],
  [100, 100],
])('%s keys of a list of unknown length cost %s', async (count, calls) => {
  const list = createList(keysOf(200));

  const values = await list.load(keysOf(count), undefined);

  expect(values).toEqual(valuesOf(keysOf(count)));
  expect(list.asked).toHaveLength(calls);
});

it.each([
  [0, 1, 1, 'single'],
  [0, 2, 1, 'sweep'],
  [100, 1, 1, 'single'],
  [100, 2, 1, 'sweep'],
  [101, 2, 2, 'single'],
  [101, 3, 1, 'sweep'],
  [5000, 50, 50, 'single'],
  [5000, 51, 1, 'sweep'],
])('of a list of %s, %s keys are read by %s: %s', async (length, count, asked, way) => {
  const list = createList(keysOf(200));

  await list.load(keysOf(count), length);

  expect(list.asked).toHaveLength(asked);
  expect(list.asked.includes('page 1')).toBe(way === 'sweep');
});

it('is null for what there is not, by either way, and matches records to keys by key', async () => {
  const list = createList(['b', 'a', 'd']);

  const singles = await list.load(['a', 'none', 'b'], 300);
  const swept = await list.load(['a', 'none', 'b', 'nothing', 'd'], 300);

  expect(singles).toEqual(['A', null, 'B']);
  expect(swept).toEqual(['A', null, 'B', null, 'D']);
});

describe('a key that cannot be read', () => {
  it('fails alone if keys are read one by one', async () => {
    const loader = createList(['a', 'c']).createLoader(undefined);

    const outcomes = await Promise.allSettled(['a', 'broken', 'c'].map((key) => loader.load(key)));

    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 'A' },
      { status: 'rejected', reason: new RangeError('It is broken.') },
      { status: 'fulfilled', value: 'C' },
    ]);
  });

  it('is one that no readable page has, and is requested again', async () => {
    const list = createList(keysOf(300), { broken: [2] });
    const loader = list.createLoader(300);
    const keys = ['k1', 'k99', 'k100', 'k299', 'none'];

    const outcomes = await Promise.allSettled(keys.map((key) => loader.load(key)));
    await loader.load('k100').catch(() => undefined);

    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
      'K1',
      'K99',
      'failed',
      'failed',
      'failed',
    ]);
    expect(list.asked).toEqual(['page 1', 'k100']);
  });
});

describe('a list that the upstream does not count', () => {
  it('says of no key that it is not there: each is read by itself', async () => {
    const list = createList(['a', 'b'], { isCounted: false });

    const values = await list.load(['a', 'none', 'b'], 2);

    expect(values).toEqual(['A', null, 'B']);
    expect(list.asked).toEqual(['page 1', 'none']);
  });

  it('is read no further than pays: five calls more than one for each key at most', async () => {
    const list = createList(keysOf(2000), { isCounted: false });
    const keys = [...keysOf(10), ...Array.from({ length: 90 }, (_, index) => `none${index}`)];

    const values = await list.load(keys, 2000);

    expect(values).toEqual([...valuesOf(keysOf(10)), ...Array<null>(90).fill(null)]);
    expect(list.asked).toHaveLength(100 + maxFruitlessPages);
  });

  it('is not read again if it is remembered to its end: what it lacks is read by itself', async () => {
    const lists = new KnownLists();
    const list = createList(keysOf(150), { isCounted: false, remembered: 2, lists });
    lists.noteSingles('accounts', 5);

    await list.load([...keysOf(18), 'none', 'nothing'], 150);

    expect(list.asked).toEqual(['none', 'nothing']);
    // Reading the list would not have saved them.
    expect(lists.recentSingles('accounts')).toBe(5);
  });
});

describe('a page of keys', () => {
  const length = 4375;
  const records = keysOf(length);

  it('costs nothing if the list is remembered', async () => {
    const list = createList(records, { remembered: 44 });

    const values = await list.load([...keysOf(19, 2000), 'none'], length);

    expect(values).toEqual([...valuesOf(keysOf(19, 2000)), null]);
    expect(list.asked).toEqual([]);
  });

  it('costs a call for each key that no remembered page has', async () => {
    const list = createList(records, { remembered: 10 });

    const values = await list.load([...keysOf(15, 990), 'none'], length);

    expect(values).toEqual([...valuesOf(keysOf(15, 990)), null]);
    expect(list.asked).toEqual([...keysOf(5, 1000), 'none']);
  });

  it('is ten keys or more: fewer are looked up by themselves', async () => {
    const list = createList(records, { remembered: 44 });

    await list.load(keysOf(10), length);
    expect(list.asked).toEqual([]);

    await list.load(keysOf(9), length);
    expect(list.asked).toEqual(keysOf(9));
  });

  it('counts only the keys that no remembered page has', async () => {
    const list = createList(records, { remembered: 40 });

    await list.load(keysOf(20, 3982), length);

    expect(list.asked).toEqual(keysOf(2, 4000));
  });

  it('costs a call for its only key behind the remembered pages of a list that has grown', async () => {
    const list = createList(keysOf(400), { remembered: 3 });

    await list.load([...keysOf(19), 'k350'], 100);

    expect(list.asked).toEqual(['k350']);
  });

  it('reads the list as far as it has to, if the pages before it have paid for that', async () => {
    const list = createList(keysOf(2000));

    await list.load(keysOf(20, 1960), 2000);
    await list.load(keysOf(20, 1980), 2000);

    expect(list.asked).toEqual([...keysOf(20, 1960), ...Array.from({ length: 20 }, (_, page) => `page ${page + 1}`)]);
  });

  it('costs only the pages that are not remembered, if those are fewer', async () => {
    const list = createList(records, { remembered: 40 });

    await list.load(keysOf(20, 4350), length);

    expect(list.asked).toEqual(['page 41', 'page 42', 'page 43', 'page 44']);
  });

  it('is read by the list if the pages before it would have been cheaper by it, too', async () => {
    const list = createList(records);

    const costs: number[] = [];
    for (const page of [0, 1, 2, 3]) {
      const before = list.asked.length;
      await list.load(keysOf(20, 4000 + 20 * page), length);
      costs.push(list.asked.length - before);
    }

    // After twice twenty keys a third page comes to more than the 41 pages before it in the list; then it starts anew.
    expect(costs).toEqual([20, 20, 41, 20]);
  });

  it('is read one by one if the pages before it were read long ago', async () => {
    const clock = new ManualClock();
    const list = createList(records, { lists: new KnownLists(clock) });

    for (const page of [0, 1, 2, 3]) {
      await list.load(keysOf(20, 20 * page), length);
      clock.advance(31_000);
    }

    expect(list.asked).toHaveLength(80);
  });
});

it('looks up single keys anew, whatever is remembered and was read before', async () => {
  const list = createList(keysOf(4375), { remembered: 44 });

  for (const key of keysOf(60)) await list.load([key], 4375);

  expect(list.asked).toEqual(keysOf(60));
});

it('reads no list for what one request asks for in several steps', async () => {
  const list = createList(keysOf(4375));
  const loader = list.createLoader(4375);

  for (const page of [0, 1, 2, 3]) await Promise.all(keysOf(20, 20 * page).map((key) => loader.load(key)));

  expect(list.asked).toEqual(keysOf(80));
});
