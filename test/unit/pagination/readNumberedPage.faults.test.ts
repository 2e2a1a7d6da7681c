import fc from 'fast-check';
import { maxUpstreamPages } from '../../../src/pagination/Page';
import type { NumberedPosition } from '../../../src/pagination/readNumberedPage';
import { readNumberedPage } from '../../../src/pagination/readNumberedPage';
import { runs } from '../../support/soak';
import type { NumberedReading } from './modelNumberedList';
import { ModelNumberedList } from './modelNumberedList';

// A failure is reported as it was found: to shrink such walks takes minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

/** Walks over lists that change, and over an upstream that is not down but wrong. */

const keyOf = (record: string): string => record;
const good: NumberedReading = { count: 'true', repeatsEdges: false, lacks: 0 };
const recordsOf = (length: number): string[] => Array.from({ length }, (_, index) => `r${index}`);

const lengths = fc.oneof(fc.integer({ min: 0, max: 350 }), fc.constantFrom(1, 2, 20, 99, 100, 101, 200, 300));
const sizes = fc.oneof(fc.constantFrom(1, 20, 50, 100), fc.integer({ min: 1, max: 100 }));

/** One change, after so many pages, at a place between the beginning (0) and the end (1) of the list. */
const changes = fc.record({
  kind: fc.constantFrom('insert' as const, 'remove' as const),
  afterPages: fc.integer({ min: 1, max: 4 }),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Inserts or removes one record. @returns the record that was removed, an empty text if none was. */
const applyChange = (
  upstream: ModelNumberedList,
  records: readonly string[],
  { kind, place }: { readonly kind: string; readonly place: number },
): string => {
  const index = Math.floor(place * records.length);
  if (kind === 'insert') {
    upstream.insert(index, 'new');
    return '';
  }
  const removed = records[index] ?? '';
  upstream.remove(index);
  return removed;
};

interface WalkOptions {
  readonly first: number;
  readonly matches?: (record: string) => boolean;
  /** Before each page, with the number of those that were read. */
  readonly between?: (pages: number) => void;
}

const walk = async (upstream: ModelNumberedList, { first, matches, between }: WalkOptions) => {
  const given: string[] = [];
  const calls: number[] = [];
  const totals = new Set<number | undefined>();
  let position: NumberedPosition | undefined;
  for (;;) {
    if (calls.length > 2000) throw new Error('The walk does not come to an end.');
    between?.(calls.length);
    const page = await readNumberedPage({ first, position, matches, keyOf }, upstream.fetch);
    given.push(...page.edges.map(({ record }) => record));
    calls.push(upstream.takeCalls());
    totals.add(page.totalCount);
    expect(page.edges.length).toBeLessThanOrEqual(first);
    expect(calls.at(-1)).toBeLessThanOrEqual(maxUpstreamPages + 5);
    if (!page.hasNextPage) return { given, calls, totals };
    position = JSON.parse(JSON.stringify(page.end)) as NumberedPosition;
  }
};

it('a walk loses nothing and repeats nothing if one record is inserted or removed anywhere between two pages', async () => {
  const counts = fc.constantFrom<NumberedReading['count']>('true', 'true', 'absent', 'zero', 'fewer', 'twice');
  await fc.assert(
    fc.asyncProperty(
      lengths,
      sizes,
      changes,
      counts,
      fc.boolean(),
      async (length, first, change, count, repeatsEdges) => {
        const records = recordsOf(length);
        const stay = new Set(records);
        const upstream = new ModelNumberedList(records, { ...good, count, repeatsEdges });
        const { given } = await walk(upstream, {
          first,
          between: (pages) => {
            if (pages === change.afterPages) stay.delete(applyChange(upstream, records, change));
          },
        });

        expect(new Set(given).size).toBe(given.length);
        expect(new Set([...stay].filter((record) => !given.includes(record)))).toEqual(new Set());
      },
    ),
    runs(150),
  );
});

it('finds the last record where a copy on the last page makes it as long as a full one, and a record was removed', async () => {
  const records = recordsOf(117);
  const upstream = new ModelNumberedList([...records], { ...good, count: 'absent', repeatsEdges: true });

  const { given } = await walk(upstream, {
    first: 29,
    between: (pages) => {
      if (pages === 1) upstream.remove(0);
    },
  });

  expect(given).toEqual(records);
});

it('finds the last record where the last page begins with a copy, is no longer than a full one, and is counted', async () => {
  const records = recordsOf(160);
  const upstream = new ModelNumberedList([...records], { ...good, repeatsEdges: true });

  const { given } = await walk(upstream, {
    first: 3,
    between: (pages) => {
      if (pages === 4) upstream.remove(0);
    },
  });

  expect(given).toEqual(records);
});

it('a filtered walk finds every match if the list changes between two pages', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 30 }), changes, async (length, first, change) => {
      const records = recordsOf(length);
      const matches = (record: string): boolean => record.endsWith('7');
      const stay = new Set(records.filter(matches));
      const upstream = new ModelNumberedList(records, good);
      const { given } = await walk(upstream, {
        first,
        matches,
        between: (pages) => {
          if (pages === change.afterPages) stay.delete(applyChange(upstream, records, change));
        },
      });

      expect(new Set(given).size).toBe(given.length);
      expect([...stay].filter((record) => !given.includes(record))).toEqual([]);
    }),
    runs(60),
  );
});

it('a page that comes short once is read again, whatever it lacks, for one call more', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 350 }),
      sizes,
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 4 }),
      async (length, first, lacks, afterPages) => {
        const upstream = new ModelNumberedList(recordsOf(length), { ...good, lacks });
        const { given, calls, totals } = await walk(upstream, {
          first,
          between: (pages) => {
            if (pages === afterPages) upstream.stumble();
          },
        });

        expect(given).toEqual(recordsOf(length));
        // A count that a full page reaches is not given before somebody has looked behind it, for a call.
        const isFirstFull = length === Math.min(first + 1, 100);
        const isLastFull = length % first === 0 && (length > first || first === 100);
        const pages = Math.ceil(length / first);
        expect([...totals].filter((total) => total !== undefined || !isFirstFull)).toEqual(
          isFirstFull && totals.size === 1 ? [] : [length],
        );
        expect(calls.reduce((sum, each) => sum + each)).toBe(
          pages + (afterPages < calls.length ? 1 : 0) + (isLastFull ? 1 : 0),
        );
      },
    ),
    runs(80),
  );
});

it('says no count that does not fit what came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 250 }),
      sizes,
      fc.constantFrom<NumberedReading['count']>('zero', 'fewer', 'absent'),
      async (length, first, count) => {
        const upstream = new ModelNumberedList(recordsOf(length), { ...good, count });
        const { given, totals } = await walk(upstream, { first });

        expect(given).toEqual(recordsOf(length));
        expect(totals).toEqual(new Set([undefined]));
      },
    ),
    runs(60),
  );
});

describe('what a change costs', () => {
  const readTwo = async (change: (upstream: ModelNumberedList) => void, first = 100) => {
    const upstream = new ModelNumberedList(recordsOf(450), good);
    const one = await readNumberedPage({ first, keyOf }, upstream.fetch);
    change(upstream);
    upstream.takeCalls();
    const two = await readNumberedPage({ first, position: one.end, keyOf }, upstream.fetch);
    return { records: two.edges.map(({ record }) => record), calls: upstream.takeCalls(), page: two };
  };

  it('is nothing if the count is the same', async () => {
    const { records, calls } = await readTwo((upstream) => {
      upstream.remove(300);
      upstream.insert(300, 'new');
    });

    expect(calls).toBe(1);
    expect(records).toEqual(recordsOf(450).slice(100, 200));
  });

  it('is nothing for a record before the position that the page itself shows, which comes short then', async () => {
    const { records, calls } = await readTwo((upstream) => {
      upstream.insert(0, 'new');
    });

    expect(calls).toBe(1);
    expect(records).toEqual(recordsOf(450).slice(100, 199));
  });

  it('is one look at the records before for one that was removed, or came behind', async () => {
    const removed = await readTwo((upstream) => {
      upstream.remove(7);
    });
    const inserted = await readTwo((upstream) => {
      upstream.insert(400, 'new');
    });

    expect([removed.calls, inserted.calls]).toEqual([2, 2]);
    expect(removed.records).toEqual(recordsOf(450).slice(100, 200));
    expect(inserted.records).toEqual(recordsOf(450).slice(100, 200));
  });

  it('holds for up to four records that were removed before the position', async () => {
    const { records } = await readTwo((upstream) => {
      for (let times = 0; times < 4; times += 1) upstream.remove(95);
    });

    expect(records[0]).toBe('r100');
  });
});

it('reads a page anew that is older than the count of the records before it', async () => {
  const live = new ModelNumberedList(recordsOf(300), good);
  const stale = await live.fetch({ PageNumber: 2, PageSize: 100 });
  live.insert(0, 'new');
  const one = await readNumberedPage({ first: 100, keyOf }, live.fetch);
  const two = await readNumberedPage({ first: 100, position: one.end, keyOf }, (request) =>
    request.PageNumber === 2 && request.PageSize === 100 && request.fresh !== true
      ? Promise.resolve(stale)
      : live.fetch(request),
  );

  expect(two.edges.map(({ record }) => record)).toEqual(recordsOf(300).slice(99, 199));
});

it('does not end at an empty page while the last page has records', async () => {
  const records = recordsOf(450);
  const fetch = (request: { PageNumber: number; PageSize: number }) => {
    const start = (request.PageNumber - 1) * request.PageSize;
    return Promise.resolve({
      records: request.PageNumber === 2 ? [] : records.slice(start, start + request.PageSize),
      totalCount: 450,
    });
  };
  const one = await readNumberedPage({ first: 100, keyOf }, fetch);
  const two = await readNumberedPage({ first: 100, position: one.end, keyOf }, fetch);

  expect(two.edges.map(({ record }) => record)).toEqual(records.slice(200, 300));
  expect(two).toMatchObject({ hasNextPage: true, totalCount: undefined });
});
