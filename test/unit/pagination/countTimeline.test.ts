import fc from 'fast-check';
import { configurationTimeline } from '../../../src/changes/configurationTimeline';
import { TimelineCounts } from '../../../src/loaders/TimelineCounts';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { checkCounts, countTimeline } from '../../../src/pagination/countTimeline';
import type { UpstreamTimelinePage, UpstreamTimelineRequest } from '../../../src/pagination/readTimelinePage';
import { readTimelinePage } from '../../../src/pagination/readTimelinePage';
import { runs, shareOf } from '../../support/soak';
import { ManualClock } from '../rpc/manualClock';
import type { Reading } from './modelUpstream';
import { change, ModelUpstream, plainReading } from './modelUpstream';

const from = 1000;
const to = 100_000;

const many = (count: number, start = from): ConfigurationChangeRecord[] =>
  Array.from({ length: count }, (_, index) => change(start + index * 10, String(index)));

type Fetch = (request: UpstreamTimelineRequest) => Promise<UpstreamTimelinePage<ConfigurationChangeRecord>>;

/** The upstream with its counts wrong by a number. */
const counting =
  (fetch: Fetch, wrong: (right: number) => number): Fetch =>
  async (request) => {
    const page = await fetch(request);
    return page.totalCount === undefined ? page : { ...page, totalCount: wrong(page.totalCount) };
  };

const counterOf = (
  changes: ConfigurationChangeRecord[],
  reading: Partial<Reading> = {},
  counts = new TimelineCounts(),
  wrong: (right: number) => number = (right) => right,
) => {
  const upstream = new ModelUpstream([...changes], { ...plainReading, ...reading }, 7);
  const fetch = checkCounts(counting(upstream.fetch, wrong), counts);
  return { upstream, fetch, count: () => countTimeline(configurationTimeline, { from, to }, fetch, counts) };
};

describe('the number of changes', () => {
  it('is what one call lists, if that is all, whatever the upstream counts', async () => {
    for (const counts of ['window', 'history', 'zero', 'page', 'at most 50', 'absent'] as const) {
      const { count, upstream } = counterOf([...many(60), ...many(30, to + 10)], { counts });

      expect([await count(), upstream.requests.length]).toEqual([60, 1]);
    }
  });

  it('is listed by a second call, or proven by two more, and then costs one unless it is the highest yet', async () => {
    const counts = new TimelineCounts();
    const callsOf = async (length: number) => {
      const { count, upstream } = counterOf(many(length), {}, counts);
      return [await count(), upstream.requests.length];
    };

    expect(await callsOf(168)).toEqual([168, 2]);
    expect(await callsOf(2000)).toEqual([2000, 2]);
    expect([await callsOf(2000), await callsOf(168)]).toEqual([
      [2000, 1],
      [168, 1],
    ]);
    expect(await callsOf(2001)).toEqual([2001, 2]);
  });

  it('is proven by the rest of the window and by its newest part, if two calls do not list it', async () => {
    const { count, upstream } = counterOf(many(2000));

    expect([await count(), upstream.requests.length]).toEqual([2000, 3]);
  });

  it.each([90, 101, 150, 168, 250, 1000])('is not a number that the upstream counts up to: %i', async (most) => {
    for (const length of [1001, 251, 169, 120]) {
      const counts = new TimelineCounts();
      // Counts of shorter timelines are right.
      for (const short of [60, 85, most - 1]) await counterOf(many(short), {}, counts).count();
      const { count } = counterOf(many(length), {}, counts, (right) => Math.min(most, right));

      expect([undefined, length]).toContain(await count());
    }
  });

  it('is listed by the second call though the upstream counts the whole history, and null from then on', async () => {
    const { count, upstream } = counterOf([...many(168), ...many(25, to + 10)], { counts: 'history' });

    expect([await count(), await count(), upstream.requests.length]).toEqual([168, undefined, 3]);
  });

  it('is unknown if a long window is counted with the whole history', async () => {
    const { count } = counterOf([...many(900), ...many(25, to + 10)], { counts: 'history' });

    expect([await count(), await count()]).toEqual([undefined, undefined]);
  });

  it.each(['zero', 'page', 'at most 50'] as const)('is unknown if there is more than a count of %s', async (counts) => {
    expect(await counterOf(many(500), { counts }).count()).toBeUndefined();
  });

  it('is unknown again after an answer that contradicts its own count', async () => {
    const counts = new TimelineCounts();
    await counterOf(many(168), {}, counts).count();
    expect(counts.judge(100)).toBe('right');

    await counterOf(many(60), { counts: 'zero' }, counts).count();

    expect([counts.judge(100), await counterOf(many(500), {}, counts).count()]).toEqual(['wrong', undefined]);
  });

  it('is checked anew after an hour', async () => {
    const clock = new ManualClock();
    const counts = new TimelineCounts(clock);
    const { count, upstream } = counterOf(many(500), {}, counts);
    await count();
    clock.advance(3_600_000);

    await count();

    expect(upstream.requests).toHaveLength(6);
  });

  it('is checked by one of many that ask at once', async () => {
    const { count, upstream } = counterOf(many(500));

    const numbers = await Promise.all(Array.from({ length: 10 }, count));

    expect(numbers).toEqual(Array(10).fill(500));
    expect(upstream.requests).toHaveLength(10 + 2);
  });

  it('is checked by another if the check fails', async () => {
    const counts = new TimelineCounts();
    const { fetch, count } = counterOf(many(500), {}, counts);
    let calls = 0;
    const failing: Fetch = (request) => (++calls === 2 ? Promise.reject(new Error('busy')) : fetch(request));

    const [failed, other] = await Promise.allSettled([
      countTimeline(configurationTimeline, { from, to }, failing, counts),
      count(),
    ]);

    expect([failed.status, other]).toEqual(['rejected', { status: 'fulfilled', value: 500 }]);
  });
});

it('a right count of few changes vouches for no higher one', () => {
  const counts = new TimelineCounts();
  counts.learnRight(50);

  expect([49, 50, 51].map((count) => counts.judge(count))).toEqual(['right', 'right', 'unknown']);
});

it('a count is the truth or unknown, whatever the upstream counts, and whatever came before', async () => {
  const wrongCounts = fc.constantFrom<(right: number) => number>(
    (right) => right,
    () => 0,
    (right) => Math.min(50, right),
    (right) => Math.min(20, right),
    (right) => Math.min(110, right),
    (right) => Math.min(200, right),
    (right) => right + 1,
    (right) => right + 1000,
    (right) => Math.max(0, right - 3),
  );
  const readings = fc.record<Reading>({
    bounds: fc.constantFrom('inclusive', 'exclusive'),
    lastToken: fc.constantFrom('absent', 'empty', 'present'),
    counts: fc.constantFrom('window', 'window', 'history', 'page', 'absent'),
    ties: fc.constantFrom('stable', 'by query'),
    order: fc.constantFrom('newest first', 'newest first', 'oldest first', 'shuffled pages'),
    pageCap: fc.constantFrom(100, 100, 37),
    emptyEvery: fc.constant(0),
    emptyRun: fc.constant(0),
    tokens: fc.constantFrom('live', 'refused', 'repeated'),
    repeatsAtEdge: fc.boolean(),
  });
  const windows = fc.array(
    fc.record({
      within: fc.oneof(fc.nat(30), fc.nat(120), fc.nat(320)),
      outside: fc.nat(40),
      gap: fc.constantFrom(1, 3, 50),
      first: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  let known = 0;

  await fc.assert(
    fc.asyncProperty(windows, readings, wrongCounts, async (list, reading, wrong) => {
      const counts = new TimelineCounts();
      for (const { within, outside, gap, first } of list) {
        const inside = Array.from({ length: within }, (_, index) => change(from + index * gap, String(index)));
        const { fetch, count } = counterOf([...inside, ...many(outside, to + 10)], reading, counts, wrong);

        // Now as the version that counts no page, now as the one that does.
        const { totalCount, claimedCount = 0 } = await readTimelinePage(
          configurationTimeline,
          { from, to, first },
          fetch,
        );
        const claim = counts.judge(claimedCount) === 'right' && claimedCount > 0 ? claimedCount : undefined;
        for (const number of [totalCount, claim, await count()]) {
          if (number === undefined) continue;
          expect(number).toBe(within);
          known += 1;
        }
      }
    }),
    runs(300),
  );

  expect(known).toBeGreaterThan(shareOf(100));
});
