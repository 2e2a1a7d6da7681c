import { demoEpoch } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { dayMs, demoResources, recordedChanges } from '../../support/timelines';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const iso = (ms: number): string => new Date(ms).toISOString();
const document = `query ($resource: CloudResourceKeyInput!, $between: TimeRangeInput, $first: Int, $after: String) {
  configurationTimeline(resource: $resource, between: $between, first: $first, after: $after) {
    range { from to } pageInfo { endCursor } nodes { capturedAt }
  }
}`;

interface Page {
  readonly range: { readonly from: string; readonly to: string };
  readonly pageInfo: { readonly endCursor: string };
  readonly nodes: readonly { readonly capturedAt: string }[];
}

const ask = (variables: object, language = 'en') =>
  gateway.query<{ configurationTimeline: Page | null }>(
    document,
    { resource: demoResources.busy, ...variables },
    { 'accept-language': language },
  );

const pageOf = async (variables: object): Promise<Page> => {
  const { data, errors } = await ask(variables);
  if (!data?.configurationTimeline || errors) throw new Error(JSON.stringify(errors));
  return data.configurationTimeline;
};

describe('the range of a page', () => {
  it('is the requested one, inclusive and exclusive as it was', async () => {
    const between = { from: iso(demoEpoch - 3 * dayMs), to: iso(demoEpoch - dayMs) };

    expect((await pageOf({ between })).range).toEqual(between);
  });

  it('is the 30 days before now if none was requested, and stays so on later pages', async () => {
    const first = await pageOf({ first: 5 });
    gateway.emulator.world.clock.advance(20 * dayMs);

    const second = await pageOf({ first: 5, after: first.pageInfo.endCursor });

    expect(Date.parse(first.range.to) - Date.parse(first.range.from)).toBe(30 * dayMs);
    expect(Date.parse(first.range.to) - demoEpoch).toBeGreaterThan(0);
    expect(Date.parse(first.range.to) - demoEpoch).toBeLessThanOrEqual(20_000);
    expect(second.range).toEqual(first.range);
    expect(first.nodes.concat(second.nodes).every(({ capturedAt }) => capturedAt >= first.range.from)).toBe(true);
  });
});

describe('between.last', () => {
  it.each([
    ['P7D', 7],
    ['P1W', 7],
    ['PT36H', 1.5],
    ['P1M', 30],
  ])('%s counts back from the upstream’s present moment', async (last, days) => {
    gateway.emulator.world.clock.advance(dayMs);
    // The end of a range that nobody named is a step of ten seconds behind now: June has 30 days.
    const { range, nodes } = await pageOf({ between: { last }, first: 100 });

    const now = gateway.emulator.world.clock.now();
    expect(Date.parse(range.to)).toBeGreaterThan(now - 20_000);
    expect(Date.parse(range.to)).toBeLessThanOrEqual(now + 10_000);
    expect(Date.parse(range.to) - Date.parse(range.from)).toBe(days * dayMs);
    const truth = recordedChanges(gateway.emulator, demoResources.busy, Date.parse(range.from), Date.parse(range.to));
    expect(nodes.map(({ capturedAt }) => capturedAt)).toEqual(truth.slice(0, 100).map(({ capturedAt }) => capturedAt));
  });

  it('counts back from `to` beside it', async () => {
    const to = iso(demoEpoch - 10 * dayMs);

    const { range } = await pageOf({ between: { to, last: 'P3D' } });

    expect(range).toEqual({ from: iso(demoEpoch - 13 * dayMs), to });
  });

  it('is kept by a cursor, which goes on in the range of the first page and refuses another duration', async () => {
    const between = { last: 'P7D' };
    const first = await pageOf({ between, first: 3 });
    gateway.emulator.world.clock.advance(5 * dayMs);

    const second = await pageOf({ between, first: 3, after: first.pageInfo.endCursor });
    const other = await ask({ between: { last: 'P8D' }, after: first.pageInfo.endCursor });
    const none = await ask({ after: first.pageInfo.endCursor });

    expect(second.range).toEqual(first.range);
    expect(second.nodes.every(({ capturedAt }) => capturedAt <= (first.nodes.at(-1)?.capturedAt ?? ''))).toBe(true);
    for (const { data, errors } of [other, none]) {
      expect(data).toEqual({ configurationTimeline: null });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
    }
  });

  it.each([
    ['en', '7 days', 'between.last must be an ISO 8601 duration such as P7D, PT12H or P1M, but got "7 days".'],
    ['zh', '7 days', 'between.last 应为 ISO 8601 时长，例如 P7D、PT12H 或 P1M，但收到 "7 days"。'],
    ['en', 'P0D', 'between.last must be an ISO 8601 duration such as P7D, PT12H or P1M, but got "P0D".'],
    ['en', '', 'between.last must be an ISO 8601 duration such as P7D, PT12H or P1M, but got "".'],
    [
      'en',
      'P999999999Y',
      'between.last must be an ISO 8601 duration such as P7D, PT12H or P1M, but got "P999999999Y".',
    ],
  ])('says in %s which form it takes instead of %j, and calls nothing', async (language, last, message) => {
    const { data, errors } = await ask({ between: { last } }, language);

    expect(data).toEqual({ configurationTimeline: null });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', field: ['between', 'last'] } }]);
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it.each([
    ['en', 'between must have from or last, but got both: last counts back from to, or from now.'],
    ['zh', 'between 应只包含 from 或 last 之一，但同时收到两者：last 从 to（未指定时为当前时间）向前计算。'],
  ])('is refused beside `from`, in %s', async (language, message) => {
    const { errors } = await ask({ between: { last: 'P7D', from: iso(demoEpoch - dayMs) } }, language);

    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', field: ['between', 'last'] } }]);
  });
});
