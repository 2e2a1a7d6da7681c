import { RpcError } from '../../../src/errors/RpcError';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import type { TimelinePosition } from '../../../src/pagination/TimelinePosition';
import type {
  TimelinePage,
  UpstreamTimelinePage,
  UpstreamTimelineRequest,
} from '../../../src/pagination/readTimelinePage';
import { many, read, timesOf, upstreamOf } from './modelReads';
import type { Reading } from './modelUpstream';
import { change, tokenInvalid } from './modelUpstream';

describe('an upstream that does not come to an end', () => {
  const hostile = (
    answer: (calls: number, request: UpstreamTimelineRequest) => UpstreamTimelinePage<ConfigurationChangeRecord>,
  ) => {
    const requests: UpstreamTimelineRequest[] = [];
    return {
      requests,
      fetch: async (request: UpstreamTimelineRequest) => {
        requests.push(request);
        return answer(requests.length, request);
      },
    };
  };

  it('is left by a new query once a token leads back to its own page', async () => {
    const upstream = upstreamOf(
      many(150, (index) => 1100 + index),
      { pageCap: 30, tokens: 'repeated' },
    );

    const page = await read(upstream, 90);

    expect([page.edges.length, page.hasNextPage, page.end.at]).toEqual([90, true, 1159]);
  });

  it('gives what it has if the same page comes again to every request, and then fails', async () => {
    const upstream = hostile(() => ({ records: [change(1500), change(1400)], nextToken: 'for-ever' }));

    const page = await read(upstream, 20);
    const failure = await read(upstream, 20, page.end).catch((error: unknown) => error);

    expect([timesOf(page), page.hasNextPage]).toEqual([[1500, 1400], true]);
    expect(failure).toBeInstanceOf(RpcError);
    expect((failure as RpcError).message).toBe(
      'Config GetResourceConfigurationTimeline failed: BAD_RESPONSE (the same pages again, with a token and without a new change).',
    );
    expect(upstream.requests.length).toBeLessThan(10);
  });

  it.each([9, 10, 25, 300])('is followed through %s empty pages, ten for each page', async (emptyRun) => {
    const upstream = upstreamOf([change(1400), change(1500)], { emptyRun });
    const calls: number[] = [];
    const times: number[] = [];
    let position: TimelinePosition | undefined;
    let hasNextPage = true;

    while (hasNextPage) {
      upstream.requests.length = 0;
      const page: TimelinePage<ConfigurationChangeRecord> = await read(upstream, 20, position);
      times.push(...timesOf(page));
      calls.push(upstream.requests.length);
      if (page.hasNextPage) expect(page.end).not.toEqual(position);
      ({ end: position, hasNextPage } = page);
    }

    expect(times).toEqual([1500, 1400]);
    expect(Math.max(...calls)).toBeLessThanOrEqual(10);
    expect(calls.reduce((sum, one) => sum + one, 0)).toBe(emptyRun + 1);
  });

  it('begins anew if the token between two empty pages has expired', async () => {
    const upstream = upstreamOf([change(1400), change(1500)], { emptyRun: 12 });
    const first = await read(upstream, 20);
    upstream.expireTokens();

    const second = await read(upstream, 20, first.end);
    const third = await read(upstream, 20, second.end);

    expect([first.edges, second.edges, timesOf(third)]).toEqual([[], [], [1500, 1400]]);
    expect(third.hasNextPage).toBe(false);
  });

  it('goes on without a token that is refused, whatever the code', async () => {
    const upstream = upstreamOf(
      many(150, (index) => 1100 + index),
      { pageCap: 30, tokens: 'refused' },
    );

    const page = await read(upstream, 50);

    expect([page.edges.length, page.hasNextPage, page.end.at]).toEqual([50, true, 1199]);
    expect(upstream.requests.map(({ NextToken }) => NextToken === undefined)).toEqual([true, false, true]);
  });

  it('fails if a request without a token fails', async () => {
    const upstream = { fetch: () => Promise.reject(tokenInvalid()) };

    await expect(read(upstream, 20)).rejects.toThrow('TokenInvalid');
  });
});

describe('an upstream that does not list the newest change first', () => {
  const timesIn = async (reading: Partial<Reading>, count: number, first: number) => {
    const upstream = upstreamOf(
      many(count, (index) => 1000 + Math.floor((index * 1000) / count)),
      reading,
    );
    const times: number[] = [];
    const calls: number[] = [];
    let position: TimelinePosition | undefined;
    let hasNextPage = true;
    while (hasNextPage) {
      upstream.requests.length = 0;
      const page: TimelinePage<ConfigurationChangeRecord> = await read(upstream, first, position);
      times.push(...timesOf(page));
      calls.push(upstream.requests.length);
      ({ end: position, hasNextPage } = page);
    }
    return { times, calls };
  };

  it.each([
    ['oldest first', 1, 5],
    ['oldest first', 20, 5],
    ['oldest first', 100, 100],
    ['oldest first', 168, 20],
    ['oldest first', 168, 1],
    ['oldest first', 2000, 100],
    ['oldest first', 5000, 100],
    ['shuffled pages', 168, 20],
    ['shuffled pages', 2000, 100],
  ] as const)('%s: %s changes come whole and newest first, in pages of %s', async (order, count, first) => {
    const { times, calls } = await timesIn({ order }, count, first);

    expect(times).toEqual(
      many(count, (index) => 1000 + Math.floor((index * 1000) / count))
        .map((one) => one.CaptureTime)
        .reverse(),
    );
    expect(Math.max(...calls)).toBeLessThanOrEqual(10);
  });

  it.each([
    [9, 95],
    [50, 20],
    [168, 100],
  ])(
    '%s changes cost few calls, in pages of %s, though each last page has a token that leads to itself',
    async (count, first) => {
      const { times, calls } = await timesIn(
        { order: 'oldest first', tokens: 'repeated', lastToken: 'present' },
        count,
        first,
      );

      expect(times).toHaveLength(count);
      expect(calls.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10 * Math.ceil(count / first));
    },
  );

  it.each([
    [9, 95, 2],
    [50, 20, 4],
    [168, 100, 5],
  ])('%s changes cost few calls, in pages of %s, though %s empty pages come first', async (count, first, emptyRun) => {
    const { times, calls } = await timesIn({ order: 'oldest first', emptyRun, lastToken: 'present' }, count, first);

    expect(times).toHaveLength(count);
    expect(calls.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(20 * Math.ceil(count / first));
  });
});
