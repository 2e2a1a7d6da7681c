import fc from 'fast-check';
import { RpcError } from '../../../src/errors/RpcError';
import { ListEnrolledAccounts } from '../../../src/operations';
import { maxUpstreamPages } from '../../../src/pagination/Page';
import type { TokenPosition, UpstreamTokenPage, UpstreamTokenRequest } from '../../../src/pagination/readTokenPage';
import { readTokenPage } from '../../../src/pagination/readTokenPage';
import { readAll } from '../../../src/pagination/readWholeList';
import { runs, shareOf } from '../../support/soak';
import type { ChangingReading } from './modelChangingTokenList';
import { ChangingTokenList } from './modelChangingTokenList';

/** Walks over an upstream that is not down but wrong, and over lists that change. */

const list = { operation: ListEnrolledAccounts, keyOf: (record: string) => record };
const good: ChangingReading = {
  count: 'absent',
  lastToken: 'absent',
  badToken: 'refused',
  repeatsEdges: false,
  emptyPages: 0,
  repeatsToken: 0,
};
/** Records are numbered by twos, so that one can come between. */
const recordsOf = (length: number): string[] => Array.from({ length }, (_, index) => `r${2 * index}`);

const lengths = fc.oneof(fc.integer({ min: 0, max: 450 }), fc.constantFrom(1, 50, 99, 100, 101, 200, 300));
const sizes = fc.oneof(fc.constantFrom(20, 50, 100), fc.integer({ min: 7, max: 100 }));
const readings = fc.record<ChangingReading>({
  count: fc.constantFrom('true', 'absent', 'zero', 'page', 'capped', 'twice'),
  lastToken: fc.constantFrom('absent', 'empty', 'present'),
  badToken: fc.constantFrom('refused', 'first-page'),
  repeatsEdges: fc.boolean(),
  emptyPages: fc.constantFrom(0, 0, 3, 12),
  repeatsToken: fc.constantFrom(0, 0, 1),
});

interface WalkOptions {
  readonly first: number;
  readonly matches?: (record: string) => boolean;
  readonly between?: (pages: number) => void;
}

const walk = async (
  fetch: (request: UpstreamTokenRequest) => Promise<UpstreamTokenPage<string>>,
  { first, matches, between }: WalkOptions,
) => {
  const given: string[] = [];
  const totals: (number | undefined)[] = [];
  let position: TokenPosition | undefined;
  let emptyPages = 0;
  for (let pages = 0; ; pages += 1) {
    if (pages > 1500) throw new Error('The walk does not come to an end.');
    between?.(pages);
    const page = await readTokenPage({ ...list, first, position, matches }, fetch);
    given.push(...page.edges.map(({ record }) => record));
    totals.push(page.totalCount);
    expect(page.edges.length).toBeLessThanOrEqual(first);
    if (page.edges.length === 0) emptyPages += 1;
    if (!page.hasNextPage) return { given, totals, pages: pages + 1, emptyPages };
    position = JSON.parse(JSON.stringify(page.end)) as TokenPosition;
  }
};

it('a walk gives every record once, whatever the upstream counts, repeats, leaves empty or lets expire', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, sizes, readings, fc.constantFrom(0, 0, 1, 3), async (length, first, reading, expiry) => {
      const upstream = new ChangingTokenList(recordsOf(length), reading);
      const { given, totals, emptyPages } = await walk(upstream.fetch, {
        first,
        between: (pages) => {
          expect(upstream.takeCalls()).toBeLessThanOrEqual(3 * maxUpstreamPages);
          if (expiry > 0 && pages % expiry === expiry - 1) upstream.expireTokens();
        },
      });

      expect(given).toEqual(recordsOf(length));
      // What follows a page that says so is no empty page, except behind those of the upstream.
      const isPlain = reading.emptyPages === 0 && reading.repeatsToken === 0 && expiry === 0;
      if (isPlain && reading.count !== 'twice' && length > 0) expect(emptyPages).toBe(0);
      if (reading.count !== 'twice') {
        expect(totals.filter((total) => total !== undefined && total !== length)).toEqual([]);
      }
    }),
    runs(150),
  );
});

it('a walk loses nothing and repeats nothing if one record is inserted or removed between two pages', async () => {
  const changes = fc.record({
    kind: fc.constantFrom('insert' as const, 'remove' as const),
    afterPages: fc.integer({ min: 1, max: 4 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(
      lengths,
      sizes,
      readings,
      changes,
      fc.boolean(),
      async (length, first, reading, change, expires) => {
        const records = recordsOf(length);
        const stay = new Set(records);
        const upstream = new ChangingTokenList(records, { ...reading, repeatsToken: 0 });
        const { given } = await walk(upstream.fetch, {
          first,
          between: (pages) => {
            if (pages !== change.afterPages) return;
            const index = Math.floor(change.place * records.length);
            if (change.kind === 'insert') records.splice(index, 0, `r${2 * index - 1}`);
            else stay.delete(records.splice(index, 1)[0] ?? '');
            if (expires) upstream.expireTokens();
          },
        });

        expect(new Set(given).size).toBe(given.length);
        expect([...stay].filter((record) => !given.includes(record))).toEqual([]);
      },
    ),
    runs(150),
  );
});

it('reads on behind hundreds of empty pages, at most ten calls a page', async () => {
  const upstream = new ChangingTokenList(recordsOf(130), { ...good, emptyPages: 300 });
  const calls: number[] = [];

  const { given, pages } = await walk(upstream.fetch, {
    first: 100,
    between: () => void calls.push(upstream.takeCalls()),
  });

  expect(given).toEqual(recordsOf(130));
  expect(pages).toBeGreaterThan(shareOf(30));
  expect(Math.max(...calls)).toBe(maxUpstreamPages);
});

it('finds its place beyond a thousand records though tokens expire before every page', async () => {
  const upstream = new ChangingTokenList(recordsOf(1500), good);

  const { given } = await walk(upstream.fetch, {
    first: 100,
    between: () => {
      upstream.expireTokens();
    },
  });

  expect(given).toEqual(recordsOf(1500));
});

it.each([
  ['a token that leads to itself', { ...good, repeatsToken: Infinity }, 250],
  ['a token that leads to itself beyond a thousand records', { ...good, repeatsToken: Infinity }, 1500],
])('fails behind what came before %s, and never says that the list ends there', async (_, reading, length) => {
  const upstream = new ChangingTokenList(recordsOf(length), reading);
  const given: string[] = [];
  let position: TokenPosition | undefined;
  let failure: unknown;
  for (let pages = 0; failure === undefined && pages < 50; pages += 1) {
    const page: unknown = await readTokenPage({ ...list, first: 100, position }, upstream.fetch).catch(
      (error: unknown) => error,
    );
    if (page instanceof Error) {
      failure = page;
    } else {
      const { edges, end, hasNextPage } = page as Awaited<ReturnType<typeof readTokenPage<string>>>;
      expect(hasNextPage).toBe(true);
      given.push(...edges.map(({ record }) => record));
      position = end;
    }
  }

  expect(given).toEqual(recordsOf(200));
  expect(failure).toBeInstanceOf(RpcError);
  expect(failure).toMatchObject({ kind: 'BAD_RESPONSE' });
});

it.each([1, 2, 3, 5])('fails at last if %s pages come again and again with other tokens', async (period) => {
  let issued = 0;
  const fetch = ({ NextToken }: UpstreamTokenRequest): Promise<UpstreamTokenPage<string>> => {
    const page = Number(NextToken?.split(' ')[0] ?? 0) % period;
    issued += 1;
    return Promise.resolve({
      records: Array.from({ length: 100 }, (_, index) => `r${100 * page + index}`),
      nextToken: `${page + 1} ${issued}`,
    });
  };

  await expect(walk(fetch, { first: 100 })).rejects.toMatchObject({ kind: 'BAD_RESPONSE' });
});

describe('a token that the upstream always refuses', () => {
  const refusal = (code: string, kind: 'CLIENT' | 'THROTTLING' = 'CLIENT') =>
    new RpcError({
      kind,
      product: 'governance',
      action: 'ListEnrolledAccounts',
      code,
      httpStatus: 400,
      requestId: 'R-1',
    });
  const page = { records: recordsOf(100), nextToken: 'given' };
  const refusing =
    (error: RpcError, refused: (request: UpstreamTokenRequest) => boolean) => (request: UpstreamTokenRequest) =>
      refused(request) ? Promise.reject(error) : Promise.resolve(page);
  const hasToken = ({ NextToken }: UpstreamTokenRequest): boolean => NextToken !== undefined;
  const second = { size: 100, token: 'given', offset: 0, given: 100 };

  it.each(['TokenInvalid', 'InvalidParameter', 'Forbidden.RAM', 'NoData', 'InvalidUser.NotFound'])(
    'is a wrong response of the upstream, not its refusal of the input: %s',
    async (code) => {
      const fetch = refusing(refusal(code), hasToken);
      const expected = { kind: 'BAD_RESPONSE', code, requestId: 'R-1', family: undefined };

      await expect(readTokenPage({ ...list, first: 100, position: second }, fetch)).rejects.toMatchObject(expected);
      await expect(readAll(list, fetch)).rejects.toMatchObject(expected);
    },
  );

  it('leaves the refusal of a request without a token, and every other failure, as it is', async () => {
    const forbidden = refusal('Forbidden.RAM');
    const throttled = refusal('Throttling.User', 'THROTTLING');
    const always = refusing(forbidden, () => true);

    await expect(readTokenPage({ ...list, first: 100 }, always)).rejects.toBe(forbidden);
    await expect(readTokenPage({ ...list, first: 100, position: second }, always)).rejects.toBe(forbidden);
    await expect(readAll(list, always)).rejects.toBe(forbidden);
    await expect(readTokenPage({ ...list, first: 100, position: second }, refusing(throttled, hasToken))).rejects.toBe(
      throttled,
    );
  });
});

it('reads past the cache if a cached page has a token that the upstream refuses', async () => {
  const upstream = new ChangingTokenList(recordsOf(250), good);
  const cache = new Map<string, UpstreamTokenPage<string>>();
  const fetch = async (request: UpstreamTokenRequest): Promise<UpstreamTokenPage<string>> => {
    const { fresh, ...page } = request;
    const key = JSON.stringify(page);
    const answer = (fresh === true ? undefined : cache.get(key)) ?? (await upstream.fetch(request));
    cache.set(key, answer);
    return answer;
  };
  const first = await readTokenPage({ ...list, first: 20 }, fetch);
  upstream.expireTokens();

  const { given } = await walk(fetch, { first: 100 });
  const second = await readTokenPage({ ...list, first: 20, position: first.end }, fetch);

  expect(given).toEqual(recordsOf(250));
  expect(second.edges.map(({ record }) => record)).toEqual(recordsOf(250).slice(20, 40));
});

it('counts a list that came whole in one answer, on each of its pages, and no other that the upstream does not count', async () => {
  const whole = await walk(new ChangingTokenList(recordsOf(70), good).fetch, { first: 20 });
  const longer = await walk(new ChangingTokenList(recordsOf(170), good).fetch, { first: 100 });

  expect(whole.totals).toEqual([70, 70, 70, 70]);
  expect(longer.totals).toEqual([undefined, undefined]);
});
