import fc from 'fast-check';
import { configurationTimeline } from '../../../src/changes/configurationTimeline';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { maxUpstreamPages } from '../../../src/pagination/Page';
import type { TimelinePosition } from '../../../src/pagination/TimelinePosition';
import { maxPageOfOneCall, readTimelinePage } from '../../../src/pagination/readTimelinePage';
import { runs } from '../../support/soak';
import type { Reading } from './modelUpstream';
import { change, ModelUpstream } from './modelUpstream';

// A failure is reported as it was found: to shrink such walks takes minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

const from = 1_000_000;
const span = 10_000;
const to = from + span;

/** Everything but what another test chooses. */
const open = {
  bounds: fc.constantFrom('inclusive', 'exclusive'),
  lastToken: fc.constantFrom('absent', 'empty', 'present'),
  counts: fc.constantFrom('window', 'window', 'absent', 'zero', 'page', 'at most 50', 'history'),
  emptyRun: fc.constant(0),
  repeatsAtEdge: fc.boolean(),
} as const;

const loose = fc.record<Reading>({
  ...open,
  ties: fc.constantFrom('stable', 'by query'),
  order: fc.constant('newest first'),
  pageCap: fc.constantFrom(100, 100, 37, 12),
  emptyEvery: fc.constantFrom(0, 0, 2, 3),
  tokens: fc.constant('live'),
});

/** Within a call's own shuffle, only the records of a tie that fits into one page can be distinguished. */
const shufflingAtEachCall = fc.record<Reading>({
  ...open,
  ties: fc.constant('by call'),
  order: fc.constant('newest first'),
  pageCap: fc.constantFrom(100, 37, 12),
  emptyEvery: fc.constantFrom(0, 0, 2, 3),
  repeatsAtEdge: fc.constant(false),
  tokens: fc.constant('live'),
});

/** An upstream that is wrong about its own list. A tie must then fit into one of its pages: no token leads beyond. */
const wrong = fc.record<Reading>({
  ...open,
  ties: fc.constantFrom('stable', 'by query'),
  order: fc.constantFrom('newest first', 'oldest first', 'shuffled pages'),
  pageCap: fc.constantFrom(100, 37),
  emptyEvery: fc.constant(0),
  tokens: fc.constantFrom('live', 'refused', 'first page', 'repeated'),
});

/** Changes of moments at both ends of the window, `gap` apart: some alone, some tied, some identical, some outside. */
const history = (maxTie: number, gap: number) =>
  fc
    .array(
      fc.record({
        capturedAt: fc.oneof(
          fc.integer({ min: -1, max: 25 }).map((index) => from + index * gap),
          fc.integer({ min: -1, max: 25 }).map((index) => to - index * gap),
        ),
        notes: fc.array(fc.constantFrom('a', 'a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: maxTie }),
      }),
      { maxLength: 40, size: 'max' },
    )
    .map((moments) => {
      const merged = new Map(moments.map(({ capturedAt, notes }) => [capturedAt, notes]));
      return [...merged].flatMap(([capturedAt, notes]) => notes.map((note) => change(capturedAt, note)));
    });

/** Page sizes of a walk, and how far into each page it goes before it asks for the next: 1 is the last edge. */
const steps = (maxFirst: number) =>
  fc.array(
    fc.record({ first: fc.integer({ min: 1, max: maxFirst }), depth: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      minLength: 3,
      maxLength: 8,
    },
  );

interface Step {
  readonly first: number;
  readonly depth: number;
}

interface Walk {
  readonly given: readonly ConfigurationChangeRecord[];
  /** What each page told, known or claimed by the upstream. */
  readonly totals: ReadonlySet<number | undefined>;
  /** Whether the first page was the whole timeline. */
  readonly atOnce: boolean;
}

const isInWindow = ({ CaptureTime }: ConfigurationChangeRecord): boolean => CaptureTime >= from && CaptureTime < to;
const textOf = ({ CaptureTime, ConfigurationDiff }: ConfigurationChangeRecord): string =>
  `${CaptureTime} ${ConfigurationDiff ?? ''}`;
const asMultiset = (records: readonly ConfigurationChangeRecord[]): string[] => records.map(textOf).sort();
const timesOf = (records: readonly ConfigurationChangeRecord[]): number[] => records.map((one) => one.CaptureTime);

/** Reads all pages, resuming now from the last edge and now from one before; checks hasNextPage at each page. */
const walk = async (
  upstream: ModelUpstream,
  plan: readonly Step[],
  truth: readonly ConfigurationChangeRecord[],
  matches?: (record: ConfigurationChangeRecord) => boolean,
  isWrong = false,
): Promise<Walk> => {
  const given: ConfigurationChangeRecord[] = [];
  const totals = new Set<number | undefined>();
  let position: TimelinePosition | undefined;
  for (let index = 0; ; index += 1) {
    if (index > 2000) throw new Error('The walk does not come to an end.');
    const { first, depth } = plan[index % plan.length] ?? { first: 20, depth: 1 };
    upstream.requests.length = 0;

    const page = await readTimelinePage(configurationTimeline, { from, to, first, position, matches }, upstream.fetch);

    const calls = upstream.requests.length;
    totals.add(page.totalCount ?? page.claimedCount);
    expect(page.edges.length).toBeLessThanOrEqual(first);
    expect(calls).toBeLessThanOrEqual(maxUpstreamPages);
    const left = truth.length - given.length - page.edges.length;
    if (left > 0) expect(page.hasNextPage).toBe(true);
    if (left === 0 && calls < maxUpstreamPages && !isWrong) expect(page.hasNextPage).toBe(false);

    if (page.hasNextPage && page.edges.length === 0) expect(page.end).not.toEqual(position);
    const taken = page.hasNextPage ? Math.max(1, Math.ceil(page.edges.length * depth)) : page.edges.length;
    given.push(...page.edges.slice(0, taken).map(({ record }) => record));
    if (!page.hasNextPage) return { given, totals, atOnce: index === 0 };
    position = taken < page.edges.length ? page.edges[taken - 1]?.position : page.end;
    upstream.expireTokens();
    upstream.record(change(to + index, 'newer'));
  }
};

/** Equal changes are one. */
const distinct = (changes: readonly ConfigurationChangeRecord[]): ConfigurationChangeRecord[] => [
  ...new Map(changes.map((record) => [textOf(record), record])).values(),
];

const checkWalk = async (
  [changes, reading, plan, seed]: [ConfigurationChangeRecord[], Reading, Step[], number],
  matches?: (record: ConfigurationChangeRecord) => boolean,
): Promise<void> => {
  const isWrong = reading.order !== 'newest first' || reading.tokens !== 'live';
  const inWindow = distinct(changes).filter(isInWindow);
  const truth = inWindow.filter((record) => matches?.(record) ?? true);
  const upstream = new ModelUpstream([...changes], reading, seed);

  const { given, totals, atOnce } = await walk(upstream, plan, truth, matches, isWrong);

  expect(asMultiset(given)).toEqual(asMultiset(truth));
  expect(timesOf(given)).toEqual(timesOf(truth).sort((a, b) => b - a));
  expect(totals.size).toBe(1);
  const [total] = totals;
  if (matches !== undefined) expect(total).toBeUndefined();
  else if (atOnce) expect(total).toBe(inWindow.length);
  else if (reading.counts === 'window') {
    // The upstream counts its whole range, equal changes each: with the millisecond before the range, which a first
    // page does not see.
    const most = changes.filter(({ CaptureTime }) => CaptureTime >= from - 1 && CaptureTime < to).length;
    expect(total === undefined || (total >= inWindow.length && total <= most)).toBe(true);
  } else if (!['at most 50', 'history'].includes(reading.counts)) {
    expect([undefined, inWindow.length]).toContain(total);
  }
};

const isWanted = ({ ConfigurationDiff }: ConfigurationChangeRecord): boolean => /"[ac]"/.test(ConfigurationDiff ?? '');

describe('pages of any size, resumed from any edge, concatenate to the truth', () => {
  it('with ties and identical changes in one millisecond, at moments close together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(history(9, 1), loose, steps(100), fc.nat(1000)), (input) => checkWalk(input)),
      runs(80),
    );
  });

  it('with more ties in one millisecond than a page holds, upstream’s or ours', async () => {
    const crowded = history(3, 50).chain((few) =>
      fc
        .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 30, maxLength: 260 })
        .map((notes) => [
          ...few,
          ...notes.map((note, index) => change(from + 500, index % 3 === 0 ? `${note}${index}` : note)),
        ]),
    );
    const reading = loose.map((one) => ({ ...one, pageCap: 100 }));
    await fc.assert(
      fc.asyncProperty(fc.tuple(crowded, reading, steps(100), fc.nat(1000)), (input) => checkWalk(input)),
      runs(60),
    );
  });

  it('with ties that the upstream shuffles anew at each call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(history(9, 20), shufflingAtEachCall, steps(90), fc.nat(1000)), (input) =>
        checkWalk(input),
      ),
      runs(60),
    );
  });
});

describe('pages of matching changes concatenate to all matches, each once', () => {
  it('with ties and identical changes in one millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(history(9, 1), loose, steps(100), fc.nat(1000)), (input) => checkWalk(input, isWanted)),
      runs(80),
    );
  });

  it('with ties that the upstream shuffles anew at each call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(history(9, 20), shufflingAtEachCall, steps(100), fc.nat(1000)), (input) =>
        checkWalk(input, isWanted),
      ),
      runs(60),
    );
  });
});

describe('pages of an upstream that is wrong about its list concatenate to the truth', () => {
  const changes = fc.oneof(history(5, 1), history(5, 20), history(1, 137));

  it('whatever its order, its tokens and its counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(changes, wrong, steps(100), fc.nat(1000)), (input) => checkWalk(input)),
      runs(100),
    );
  });

  it('with a filter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(changes, wrong, steps(100), fc.nat(1000)), (input) => checkWalk(input, isWanted)),
      runs(60),
    );
  });

  it('with up to forty empty pages before each query’s first one', async () => {
    const empty = fc.tuple(loose, fc.integer({ min: 1, max: 40 })).map(([reading, emptyRun]) => ({
      ...reading,
      emptyRun,
      emptyEvery: 0,
      lastToken: 'absent' as const,
      pageCap: 100,
    }));
    await fc.assert(
      fc.asyncProperty(history(5, 20), empty, fc.nat(1000), async (list, reading, seed) => {
        const truth = distinct(list).filter(isInWindow);
        const upstream = new ModelUpstream([...list], reading, seed);
        const given: ConfigurationChangeRecord[] = [];
        let position: TimelinePosition | undefined;
        let hasNextPage = true;
        for (let pages = 0; hasNextPage; pages += 1) {
          expect(pages).toBeLessThan(2000);
          upstream.requests.length = 0;
          const page = await readTimelinePage(
            configurationTimeline,
            { from, to, first: 100, position },
            upstream.fetch,
          );
          expect(upstream.requests.length).toBeLessThanOrEqual(maxUpstreamPages);
          given.push(...page.edges.map(({ record }) => record));
          ({ end: position, hasNextPage } = page);
        }
        expect(asMultiset(given)).toEqual(asMultiset(truth));
      }),
      runs(30),
    );
  });
});

describe('where upstream pages are full, a page costs', () => {
  /** @param step between the moments that changes can be at; 1 lets one lie just behind the range of a request. */
  const apart = (step: number, maxLength: number) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: span / step }), { maxLength })
      .map((moments) => moments.map((moment) => change(from + step * moment, String(moment))));
  const honest = loose
    .map((reading) => ({ ...reading, pageCap: 100, emptyEvery: 0, repeatsAtEdge: false }))
    .filter(({ lastToken }) => lastToken !== 'present');

  const checkCalls = async (
    changes: readonly ConfigurationChangeRecord[],
    reading: Reading,
    first: number,
    most: number,
  ): Promise<void> => {
    const upstream = new ModelUpstream([...changes], reading);
    let position: TimelinePosition | undefined;
    let hasNextPage = true;
    while (hasNextPage) {
      upstream.requests.length = 0;
      const page = await readTimelinePage(configurationTimeline, { from, to, first, position }, upstream.fetch);
      expect(upstream.requests.length).toBeLessThanOrEqual(most);
      ({ end: position, hasNextPage } = page);
    }
  };

  it('one call, two at 100 changes, if nothing lies just behind the range', async () => {
    const inside = apart(2, 450).map((changes) => changes.filter(isInWindow));
    await fc.assert(
      fc.asyncProperty(inside, honest, fc.integer({ min: 1, max: 100 }), (changes, reading, first) =>
        checkCalls(changes, reading, first, first <= 99 ? 1 : 2),
      ),
      runs(60),
    );
  });

  it('one call, or two if there might be no room, with changes just behind the range of each request', async () => {
    const atEnds = fc
      .tuple(apart(1, 450), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 120 }))
      .map(([changes, atEnd, crowded]) => [
        ...changes,
        ...Array.from({ length: atEnd }, (_, index) => change(to, `end ${index}`)),
        ...Array.from({ length: crowded }, (_, index) => change(from + index, `crowded ${index}`)),
      ]);
    await fc.assert(
      fc.asyncProperty(atEnds, honest, fc.integer({ min: 1, max: 100 }), (changes, reading, first) =>
        checkCalls(changes, reading, first, first <= maxPageOfOneCall ? 1 : 2),
      ),
      runs(60),
    );
  });
});
