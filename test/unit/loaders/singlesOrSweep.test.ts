import { singlesOrSweep } from '../../../src/loaders/batch/singlesOrSweep';

/** A list of records, and what it was asked for. `broken` fails where it is asked for by itself. */
const createList = (records: readonly string[]) => {
  const asked: string[] = [];
  const createLoader = (length: number | undefined) =>
    singlesOrSweep<string>('test', {
      length: () => length,
      loadOne: async (key) => {
        asked.push(key);
        if (key === 'broken') throw new RangeError('It is broken.');
        return records.includes(key) ? key.toUpperCase() : null;
      },
      sweep: async (wanted) => {
        asked.push('sweep');
        if (records.includes('broken')) throw new RangeError('The list is broken.');
        return new Map(records.filter((one) => wanted.has(one)).map((one) => [one, one.toUpperCase()]));
      },
    });
  return { asked, createLoader };
};

const keysOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `k${index}`);

it.each([
  [1, 1],
  [3, 3],
  [100, 100],
])('%s keys of a list of unknown length cost %s', async (count, calls) => {
  const list = createList(keysOf(200));
  const loader = list.createLoader(undefined);

  const values = await Promise.all(keysOf(count).map((key) => loader.load(key)));

  expect(values).toEqual(keysOf(count).map((key) => key.toUpperCase()));
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
  const loader = list.createLoader(length);

  await Promise.all(keysOf(count).map((key) => loader.load(key)));

  expect(list.asked).toHaveLength(asked);
  expect(list.asked.includes('sweep')).toBe(way === 'sweep');
});

it('is null for what there is not, by either way, and matches records to keys by key', async () => {
  const list = createList(['b', 'a', 'd']);
  const load = (keys: string[]) => {
    const loader = list.createLoader(300);
    return Promise.all(keys.map((key) => loader.load(key)));
  };

  const singles = await load(['a', 'none', 'b']);
  const swept = await load(['a', 'none', 'b', 'nothing', 'd']);

  expect(singles).toEqual(['A', null, 'B']);
  expect(swept).toEqual(['A', null, 'B', null, 'D']);
});

it('fails the key that failed alone where keys are read one by one', async () => {
  const loader = createList(['a', 'c']).createLoader(undefined);

  const outcomes = await Promise.allSettled(['a', 'broken', 'c'].map((key) => loader.load(key)));

  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 'A' },
    { status: 'rejected', reason: new RangeError('It is broken.') },
    { status: 'fulfilled', value: 'C' },
  ]);
});

it('asks again for every key of a sweep that failed', async () => {
  const list = createList(['a', 'broken']);
  const loader = list.createLoader(100);

  const first = await Promise.allSettled(['a', 'b'].map((key) => loader.load(key)));
  const second = await Promise.allSettled(['a', 'b'].map((key) => loader.load(key)));

  expect([...first, ...second].map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect(list.asked).toEqual(['sweep', 'sweep']);
});
