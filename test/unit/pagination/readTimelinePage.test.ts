import { createHash } from 'node:crypto';
import { configurationTimeline } from '../../../src/changes/configurationTimeline';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import type { TimelinePosition } from '../../../src/pagination/TimelinePosition';
import type { TimelinePage } from '../../../src/pagination/readTimelinePage';
import { readTimelinePage } from '../../../src/pagination/readTimelinePage';
import { from, many, read, timesOf, to, upstreamOf } from './modelReads';
import { change, ModelUpstream, plainReading } from './modelUpstream';

const notesOf = ({ edges }: TimelinePage<ConfigurationChangeRecord>): unknown[] =>
  edges.map(({ record }) => (JSON.parse(record.ConfigurationDiff ?? '') as { Note: unknown[] }).Note[1]);

it('gives a page newest first, in whatever order the upstream lists it', async () => {
  const upstream = {
    fetch: () => Promise.resolve({ records: [change(1100), change(1300), change(1200)], totalCount: 3 }),
  };

  expect(timesOf(await read(upstream, 5))).toEqual([1300, 1200, 1100]);
});

describe('the count of a window', () => {
  it.each(['absent', 'window', 'history', 'zero', 'page', 'at most 50'] as const)(
    'is that of its changes if all are read at once, whatever the upstream counts: %s',
    async (counts) => {
      const upstream = upstreamOf([change(500), change(1100), change(1200)], { counts });

      const page = await read(upstream, 5);

      expect([page.totalCount, page.end.total]).toEqual([2, 2]);
    },
  );

  it.each(['absent', 'zero', 'page', 'at most 50'] as const)(
    'is unknown if there is more, and the upstream’s count cannot be right: %s',
    async (counts) => {
      const upstream = upstreamOf(
        many(150, (index) => 1100 + index),
        { counts },
      );

      const page = await read(upstream, 60);

      expect([page.totalCount, page.hasNextPage]).toEqual([undefined, true]);
      expect(page.end).not.toHaveProperty('total');
    },
  );

  it('omits what the upstream brought from behind the window, if it was requested twice', async () => {
    const upstream = upstreamOf([...many(150, (index) => 1100 + index), ...many(300, () => 2000)]);

    const page = await read(upstream, 5);

    expect([page.claimedCount, upstream.requests.length]).toEqual([150, 2]);
  });
});

describe('the upstream requests of a page', () => {
  it('ask for the window one millisecond wider, for one change more than the page holds, and for five just behind it', async () => {
    const upstream = upstreamOf([change(1100), change(1200), change(1300)]);

    const page = await read(upstream, 2);

    expect(upstream.requests).toEqual([{ StartTime: 999, EndTime: 2000, Limit: 8 }]);
    expect(timesOf(page)).toEqual([1300, 1200]);
    expect(page).toMatchObject({
      hasNextPage: true,
      totalCount: 3,
      end: { from, to, at: 1100, given: [], total: 3 },
    });
  });

  it('resume one millisecond behind the next change, with room for what was given of that millisecond', async () => {
    const upstream = upstreamOf([change(1100, 'a'), change(1200, 'b'), change(1200, 'c'), change(1200, 'd')]);
    const { end } = await read(upstream, 2);

    const page = await read(upstream, 5, end);

    expect(end.given).toHaveLength(2);
    expect(upstream.requests.at(-1)).toEqual({ StartTime: 999, EndTime: 1201, Limit: 13 });
    expect(timesOf(page)).toEqual([1200, 1100]);
    expect(page.hasNextPage).toBe(false);
  });

  it('are two for 100 changes, the second by the token and only to learn whether there is more', async () => {
    const upstream = upstreamOf(many(150, (index) => 1100 + index));

    const page = await read(upstream, 100);

    expect(upstream.requests).toEqual([
      { StartTime: 999, EndTime: 2000, Limit: 100 },
      { StartTime: 999, EndTime: 2000, Limit: 100, NextToken: 'token-1' },
    ]);
    expect(page.edges).toHaveLength(100);
    expect(page.end.at).toBe(1149);
  });

  it('start anew from the last capture time if a full page is not enough', async () => {
    const upstream = upstreamOf(many(150, (index) => 1100 + index));

    await read(upstream, 10, undefined, ({ CaptureTime }) => CaptureTime < 1140);

    expect(upstream.requests).toEqual([
      { StartTime: 999, EndTime: 2000, Limit: 100 },
      { StartTime: 999, EndTime: 1151, Limit: 100 },
    ]);
  });

  it('start anew if a short page cut a millisecond in two: its order may be another by now', async () => {
    const changes = ['a', 'b', 'c'].map((note) => change(1200, note));
    const upstream = upstreamOf([change(1300, 'newest'), ...changes], { pageCap: 3, ties: 'by call' });

    const page = await read(upstream, 20);

    expect(notesOf(page).sort()).toEqual(['a', 'b', 'c', 'newest']);
    expect(upstream.requests).toEqual([
      { StartTime: 999, EndTime: 2000, Limit: 26 },
      { StartTime: 999, EndTime: 2000, Limit: 26, NextToken: 'token-1' },
      { StartTime: 999, EndTime: 1201, Limit: 25 },
    ]);
  });
});

describe('the window', () => {
  it.each(['inclusive', 'exclusive'] as const)('is [from, to) if the upstream’s is %s', async (bounds) => {
    const upstream = upstreamOf(
      [999, 1000, 1001, 1999, 2000, 2001].map((at) => change(at)),
      { bounds },
    );

    const page = await read(upstream, 20);

    expect(timesOf(page)).toEqual([1999, 1001, 1000]);
    expect(page.hasNextPage).toBe(false);
  });

  it.each([1, 2, 20])('counts nothing at its end, and costs one call, in pages of %s', async (first) => {
    const inside = [1000, 1500, 1700].map((at) => change(at));
    const upstream = upstreamOf([...inside, ...many(5, () => 2000)]);

    const page = await read(upstream, first);

    const known = page.totalCount ?? page.claimedCount;
    expect([known, page.hasNextPage, upstream.requests.length]).toEqual([3, first < 3, 1]);
  });

  it('may count what happened in the millisecond before it, if that is not seen', async () => {
    const upstream = upstreamOf([change(999), ...many(50, (index) => 1100 + index)]);

    const page = await read(upstream, 5);

    expect([page.totalCount, page.claimedCount]).toEqual([undefined, 51]);
  });

  it('counts nothing at its end that comes on a second page of the upstream', async () => {
    const upstream = upstreamOf([change(1500), change(1600), ...many(30, () => 2000)]);

    const page = await read(upstream, 1);

    expect([timesOf(page), page.totalCount]).toEqual([[1600], 2]);
  });

  it.each([
    [0, 10],
    [-5000, 10],
    [-5000, -10],
  ])('can begin before 1970, from %s to %s: no request upstream has such a time', async (early, late) => {
    const upstream = upstreamOf([change(0), change(5)]);

    const page = await readTimelinePage(configurationTimeline, { from: early, to: late, first: 20 }, upstream.fetch);

    expect(timesOf(page)).toEqual([5, 0].filter((at) => at < late));
    expect(upstream.requests).toEqual([{ StartTime: 0, EndTime: Math.max(0, late), Limit: 26 }]);
  });

  it('can hold nothing', async () => {
    const upstream = upstreamOf([]);

    const page = await read(upstream, 20);

    const { edges, hasNextPage, totalCount, emptyCalls, end } = page;
    expect({ edges, hasNextPage, totalCount, emptyCalls, end }).toEqual({
      edges: [],
      hasNextPage: false,
      totalCount: 0,
      emptyCalls: 1,
      end: { from, to, at: to, given: [], total: 0, totalIsListed: true },
    });
  });
});

describe('whether there is a next page', () => {
  it.each([
    ['an absent token', { lastToken: 'absent' }, 1],
    ['an empty token', { lastToken: 'empty' }, 1],
    ['a token that leads to an empty page', { lastToken: 'present' }, 2],
    ['a token, and the count tells the end: it ends nothing', { lastToken: 'present', counts: 'window' }, 2],
    ['an empty page with a token before it', { emptyEvery: 2, pageCap: 2 }, 3],
  ] as const)('is reported exactly after %s', async (_, reading, calls) => {
    const upstream = upstreamOf([change(1100), change(1200), change(1300)], reading);

    const page = await read(upstream, 3);

    expect(page.hasNextPage).toBe(false);
    expect(timesOf(page)).toEqual([1300, 1200, 1100]);
    expect(upstream.requests).toHaveLength(calls);
  });

  it('is reported exactly at every edge, each of which resumes at the change behind it', async () => {
    const changes = [1900, 1800, 1800, 1800, 1700, 1700, 1600].map((at, index) => change(at, `n${index % 3}`));
    const upstream = upstreamOf(changes, { ties: 'by query' });
    const whole = await read(upstream, 100);

    const rests = await Promise.all(whole.edges.map(({ position }) => read(upstream, 100, position)));
    const ones = await Promise.all(whole.edges.map(({ position }) => read(upstream, 1, position)));

    expect(rests.map((rest) => timesOf(rest))).toEqual(whole.edges.map((_, index) => timesOf(whole).slice(index + 1)));
    expect(ones.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, true, true, true, false, false]);
    rests.forEach((rest, index) => {
      const given = notesOf(whole).slice(0, index + 1);
      expect([...given, ...notesOf(rest)].sort()).toEqual(notesOf(whole).sort());
    });
  });
});

describe('changes of one millisecond', () => {
  it('are one change if they are equal', async () => {
    const upstream = upstreamOf([change(1500, 'same'), change(1500, 'other'), change(1500, 'same')]);

    const first = await read(upstream, 1);
    const second = await read(upstream, 2, first.end);

    expect([...notesOf(first), ...notesOf(second)].sort()).toEqual(['other', 'same']);
    expect([first.totalCount, second.hasNextPage]).toEqual([2, false]);
  });

  it('go on at a cursor from before equal changes counted as one', async () => {
    const given = createHash('sha256')
      .update(JSON.stringify(['MODIFY', JSON.stringify({ Note: [null, 'same'] })]))
      .digest('base64url')
      .slice(0, 8);
    const upstream = upstreamOf([change(1400, 'older'), change(1500, 'same'), change(1500, 'other')]);

    const page = await read(upstream, 5, { from, to, at: 1500, given: [given, given], total: 4 });

    expect([notesOf(page), page.claimedCount, page.hasNextPage]).toEqual([['other', 'older'], 4, false]);
  });

  it.each([
    ['as the first of the range', 1999, [1001, 1500, 1998]],
    ['just behind the range', 2000, [1001, 1500, 1998]],
    ['as the last of the range', 1000, [1001, 1500, 1998]],
    ['just before the range', 999, [1001, 1500, 1998]],
    ['as the newest, far from the end of the range', 1800, [1001, 1500]],
    ['in the middle of the range', 1500, [1001, 1800]],
    ['as all of the range', 1500, []],
  ])('can be 300 %s, in pages of one', async (_, at, otherTimes) => {
    const crowd = many(300, () => at);
    const others = otherTimes.map((time) => change(time, 'other'));
    const upstream = upstreamOf([...crowd, ...others]);
    const inside = [...crowd, ...others].filter(({ CaptureTime }) => CaptureTime >= from && CaptureTime < to);
    const notes: string[] = [];
    let position: TimelinePosition | undefined;
    let hasNextPage = true;

    while (hasNextPage) {
      upstream.requests.length = 0;
      const page: TimelinePage<ConfigurationChangeRecord> = await read(upstream, 1, position);
      notes.push(...page.edges.map(({ record }) => `${record.CaptureTime} ${record.ConfigurationDiff ?? ''}`));
      expect(upstream.requests.length).toBeLessThanOrEqual(5);
      ({ end: position, hasNextPage } = page);
    }

    expect(notes).toHaveLength(inside.length);
    expect(new Set(notes).size).toBe(inside.length);
  });

  it('are given once each if there are more than the upstream’s largest page holds', async () => {
    const upstream = upstreamOf(
      many(230, () => 1500),
      { ties: 'by query' },
    );
    const notes: unknown[] = [];
    let position: TimelinePosition | undefined;
    let hasNextPage = true;

    while (hasNextPage) {
      const page = await read(upstream, 70, position);
      notes.push(...notesOf(page));
      ({ end: position, hasNextPage } = page);
    }

    expect(notes).toHaveLength(230);
    expect(new Set(notes).size).toBe(230);
  });
});

describe('with a filter', () => {
  it('ten upstream pages at most are read for one page, which may be empty and yet lead on', async () => {
    const upstream = upstreamOf(many(1500, (index) => 1000 + Math.floor(index / 2)));
    const oldest = ({ CaptureTime }: ConfigurationChangeRecord): boolean => CaptureTime < 1002;

    const first = await read(upstream, 20, undefined, oldest);
    const callsOfFirst = upstream.requests.length;
    const second = await read(upstream, 20, first.end, oldest);

    expect([first.edges.length, first.hasNextPage, callsOfFirst]).toEqual([0, true, 10]);
    expect(timesOf(second)).toEqual([1001, 1001, 1000, 1000]);
    expect(second.hasNextPage).toBe(false);
    expect(first.totalCount).toBeUndefined();
  });

  it('a match on the far side of a shuffled page’s edge is not lost', async () => {
    // The page of 100 ends between two changes of one millisecond.
    const changes = [...many(99, (index) => 1600 + index), change(1500, 'match 1'), change(1500, 'match 2')];
    const matches = ({ ConfigurationDiff }: ConfigurationChangeRecord): boolean =>
      ConfigurationDiff?.includes('match') ?? false;

    for (let seed = 1; seed <= 20; seed += 1) {
      const upstream = new ModelUpstream(changes, { ...plainReading, ties: 'by call' }, seed);
      const page = await read(upstream, 1, undefined, matches);
      const next = await read(upstream, 1, page.end, matches);
      expect([...notesOf(page), ...notesOf(next)].sort()).toEqual(['match 1', 'match 2']);
    }
  });
});
