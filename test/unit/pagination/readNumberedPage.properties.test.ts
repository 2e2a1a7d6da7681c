import fc from 'fast-check';
import { maxUpstreamPages } from '../../../src/pagination/Page';
import type {
  NumberedPosition,
  UpstreamNumberedPage,
  UpstreamPageNumber,
} from '../../../src/pagination/readNumberedPage';
import { readNumberedPage } from '../../../src/pagination/readNumberedPage';
import { runs } from '../../support/soak';

// A failure is reported as it was found: to shrink such walks takes minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

const keyOf = String;

/** A list in memory that is paged by number, and may omit its length. */
class ModelUpstream {
  readonly requests: UpstreamPageNumber[] = [];

  constructor(
    private readonly length: number,
    private readonly counts: boolean,
  ) {}

  readonly fetch = (request: UpstreamPageNumber): Promise<UpstreamNumberedPage<number>> => {
    this.requests.push(request);
    const { PageNumber, PageSize } = request;
    const start = Math.min((PageNumber - 1) * PageSize, this.length);
    const end = Math.min(start + PageSize, this.length);
    const records = Array.from({ length: end - start }, (_, index) => start + index);
    return Promise.resolve({ records, totalCount: this.counts ? this.length : undefined });
  };

  /** How many calls there were since the last time. */
  takeCalls(): number {
    return this.requests.splice(0).length;
  }
}

const lengths = fc.oneof(fc.integer({ min: 0, max: 450 }), fc.constantFrom(0, 1, 99, 100, 101, 200, 300));

/** Page sizes of a walk, and how far into each page it goes before it asks for the next: 1 is the last edge. */
const steps = fc.array(
  fc.record({ first: fc.integer({ min: 1, max: 100 }), depth: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 3, maxLength: 8 },
);

interface Step {
  readonly first: number;
  readonly depth: number;
}

/** Reads all pages, resuming now from the last edge and now from one before; holds every page against the truth. */
const walk = async (
  upstream: ModelUpstream,
  length: number,
  plan: readonly Step[],
  matches?: (record: number) => boolean,
): Promise<number[]> => {
  const truth = Array.from({ length }, (_, index) => index).filter((record) => matches?.(record) ?? true);
  const given: number[] = [];
  let position: NumberedPosition = { offset: 0 };
  for (let index = 0; ; index += 1) {
    if (index > 2000) throw new Error('The walk does not come to an end.');
    const { first, depth } = plan[index % plan.length] ?? { first: 20, depth: 1 };

    const page = await readNumberedPage({ first, position, matches, keyOf }, upstream.fetch);

    const calls = upstream.takeCalls();
    const left = truth.length - given.length - page.edges.length;
    // At most two pages, and without a count a look before and a look behind; or one look before a scan.
    expect(calls).toBeLessThanOrEqual(matches === undefined ? 4 : maxUpstreamPages + 1);
    expect(page.edges.length).toBeLessThanOrEqual(first);
    if (left > 0) expect(page.hasNextPage).toBe(true);
    if (matches === undefined)
      expect([page.hasNextPage, page.edges.length < first && left > 0]).toEqual([left > 0, false]);
    if (page.hasNextPage) expect(page.end.offset).toBeGreaterThan(position.offset);
    const taken = page.hasNextPage ? Math.ceil(page.edges.length * Math.max(depth, 0.01)) : page.edges.length;
    given.push(...page.edges.slice(0, taken).map(({ record }) => record));
    if (!page.hasNextPage) return given;
    position = taken < page.edges.length ? (page.edges[taken - 1]?.position ?? page.end) : page.end;
  }
};

it('pages of any size, resumed from any edge, concatenate to the list, and hasNextPage is exact', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.boolean(), steps, async (length, counts, plan) => {
      const given = await walk(new ModelUpstream(length, counts), length, plan);

      expect(given).toEqual(Array.from({ length }, (_, index) => index));
    }),
    runs(80),
  );
});

it('pages of matching records concatenate to all matches, each once, however rare they are', async () => {
  const lists = fc.oneof(
    fc.tuple(lengths, fc.constantFrom(1, 2, 7)),
    fc.tuple(fc.integer({ min: 0, max: 3500 }), fc.constantFrom(90, 1100, 5000)),
  );
  await fc.assert(
    fc.asyncProperty(lists, fc.boolean(), steps, async ([length, every], counts, plan) => {
      const matches = (record: number): boolean => record % every === every - 1;

      const given = await walk(new ModelUpstream(length, counts), length, plan, matches);

      expect(given).toEqual(Array.from({ length }, (_, index) => index).filter(matches));
    }),
    runs(60),
  );
});

it('every edge of a page leads to all that stands behind it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 250 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 100 }),
      async (length, counts, first) => {
        const upstream = new ModelUpstream(length, counts);
        const { edges } = await readNumberedPage({ first, keyOf }, upstream.fetch);
        for (const { record, position } of edges) {
          const rest = await readNumberedPage({ first: 100, position, keyOf }, upstream.fetch);

          expect(rest.edges.map((edge) => edge.record)).toEqual(
            Array.from({ length: Math.min(100, length - record - 1) }, (_, index) => record + 1 + index),
          );
        }
      },
    ),
    runs(8),
  );
});

/** Whether the count ends with a full page, so that it may count that page alone. */
const isFilled = (length: number, first: number, offset: number): boolean =>
  offset === 0 ? length === Math.min(first + 1, 100) : length === offset + first;

it('pages of one size, one after the other, cost one call each if the upstream counts, and a look behind a last page that is full', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 100 }), async (length, first) => {
      const upstream = new ModelUpstream(length, true);
      let next: NumberedPosition | undefined = { offset: 0 };
      while (next) {
        const page: Awaited<ReturnType<typeof readNumberedPage<number>>> = await readNumberedPage(
          { first, position: next, keyOf },
          upstream.fetch,
        );

        const isLastFull = isFilled(length, first, next.offset);
        expect(upstream.takeCalls()).toBe(isLastFull && next.offset > 0 ? 2 : 1);
        expect(page.totalCount).toBe(isLastFull && next.offset === 0 ? undefined : length);
        next = page.hasNextPage ? page.end : undefined;
      }
    }),
    runs(60),
  );
});

it('costs a look behind and a look before on later pages if the upstream does not count', async () => {
  const upstream = new ModelUpstream(100, false);

  const half = await readNumberedPage({ first: 50, keyOf }, upstream.fetch);
  const halfCalls = upstream.takeCalls();
  const last = await readNumberedPage({ first: 50, position: half.end, keyOf }, upstream.fetch);
  const lastCalls = upstream.takeCalls();
  const beyond = await readNumberedPage({ first: 60, position: { offset: 60 }, keyOf }, upstream.fetch);

  expect([half.hasNextPage, last.hasNextPage, beyond.hasNextPage]).toEqual([true, false, false]);
  expect([halfCalls, lastCalls]).toEqual([1, 3]);
  expect([half.totalCount, half.edges.length, last.edges.length, beyond.edges.length]).toEqual([undefined, 50, 50, 40]);
});

it('gives no count if records are omitted', async () => {
  const page = await readNumberedPage(
    { first: 10, matches: (record) => record > 3, keyOf },
    new ModelUpstream(30, true).fetch,
  );

  expect(page).toMatchObject({ hasNextPage: true, totalCount: undefined, end: { offset: 14 } });
});

it('stops after ten upstream pages without a match, says that there may be more, and goes on from there', async () => {
  const upstream = new ModelUpstream(2500, true);
  const request = { first: 5, keyOf, matches: (record: number) => record === 2400 };

  const [first, second, third] = [
    await readNumberedPage(request, upstream.fetch),
    await readNumberedPage({ ...request, position: { offset: 1000 } }, upstream.fetch),
    await readNumberedPage({ ...request, position: { offset: 2000 } }, upstream.fetch),
  ];

  expect([first, second]).toMatchObject([
    { edges: [], hasNextPage: true, end: { offset: 1000 } },
    { edges: [], hasNextPage: true, end: { offset: 2000 } },
  ]);
  expect(third).toMatchObject({ edges: [{ record: 2400 }], hasNextPage: false });
  // The last page is full, so that one behind it is read.
  expect(upstream.takeCalls()).toBe(26);
});

const counted = (length: number, totalCount?: number): UpstreamNumberedPage<number> => ({
  records: Array.from({ length }, (_, index) => index),
  totalCount,
});

it('comes to an end, within its bounds, whatever the upstream answers', async () => {
  const answers = fc.array(
    fc.record({
      records: fc.integer({ min: 0, max: 230 }).map((length) => Array.from({ length }, (_, index) => index)),
      totalCount: fc.option(fc.constantFrom(-1, 0, 50, 1e9), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const offsets = fc.constantFrom(0, 1, 50, 99, 100, 1e6);
  await fc.assert(
    fc.asyncProperty(
      answers,
      fc.integer({ min: 1, max: 100 }),
      offsets,
      fc.boolean(),
      async (pages, first, offset, filtered) => {
        let calls = 0;

        const page = await readNumberedPage(
          { first, position: { offset }, keyOf, matches: filtered ? (one) => one % 3 === 0 : undefined },
          () => {
            const answer = pages[calls % pages.length] ?? { records: [] };
            calls += 1;
            return Promise.resolve(answer);
          },
        );

        expect(calls).toBeLessThanOrEqual(maxUpstreamPages + 5);
        expect(page.edges.length).toBeLessThanOrEqual(first);
        expect(page.end.offset).toBeGreaterThanOrEqual(offset);
      },
    ),
    {
      ...runs(300),
      // More records than a page has, behind a page that promised many.
      examples: [[[counted(2, 1e9), counted(0), counted(204)], 1, 1, true]],
    },
  );
});

describe.each([
  ['the page alone', (from: number, to: number) => to - from],
  ['no more than it listed', (_from: number, to: number) => to],
  ['a hundred at most', (_from: number, _to: number, length: number) => Math.min(100, length)],
  ['fifty at most', (_from: number, _to: number, length: number) => Math.min(50, length)],
])('a list of which the upstream counts %s', (_, countOf) => {
  it('is read to its end, and the last page has the right count or none', async () => {
    const lengthsAtEdges = fc.oneof(
      fc.constantFrom(49, 50, 51, 99, 100, 101, 200, 250),
      fc.integer({ min: 0, max: 350 }),
    );
    await fc.assert(
      fc.asyncProperty(lengthsAtEdges, fc.constantFrom(1, 10, 49, 50, 51, 99, 100), async (length, first) => {
        const given: number[] = [];
        let next: NumberedPosition | undefined = { offset: 0 };
        while (next) {
          const page: Awaited<ReturnType<typeof readNumberedPage<number>>> = await readNumberedPage(
            { first, position: next, keyOf },
            async ({ PageNumber, PageSize }) => {
              const from = Math.min((PageNumber - 1) * PageSize, length);
              const to = Math.min(from + PageSize, length);
              return {
                records: Array.from({ length: to - from }, (_one, index) => from + index),
                totalCount: countOf(from, to, length),
              };
            },
          );
          given.push(...page.edges.map(({ record }) => record));
          // What a page in the middle is counted as may be too little, and nothing shows that yet.
          if (!page.hasNextPage) expect([length, undefined]).toContain(page.totalCount);
          next = page.hasNextPage ? page.end : undefined;
        }

        expect(given).toEqual(Array.from({ length }, (_one, index) => index));
      }),
      runs(200),
    );
  });
});
