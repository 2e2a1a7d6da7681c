import fc from 'fast-check';
import { RpcError } from '../../../src/errors/RpcError';
import { ListEnrolledAccounts } from '../../../src/operations';
import { maxUpstreamPages } from '../../../src/pagination/Page';
import type { TokenPosition } from '../../../src/pagination/readTokenPage';
import { readTokenPage } from '../../../src/pagination/readTokenPage';
import { runs } from '../../support/soak';
import type { TokenReading } from './modelTokenList';
import { ModelTokenList } from './modelTokenList';

// A failure is reported as it was found: to shrink such walks takes minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

const list = { operation: ListEnrolledAccounts, keyOf: String };

const kindOf = (error: unknown): unknown => (error instanceof RpcError ? error.kind : error);

const lengths = fc.oneof(fc.integer({ min: 0, max: 450 }), fc.constantFrom(0, 1, 99, 100, 101, 200, 300));
const readings = fc.record<TokenReading>({
  lastToken: fc.constantFrom('absent', 'empty', 'present'),
  pageCap: fc.constantFrom(100, 100, 37, 12),
  emptyEvery: fc.constantFrom(0, 0, 2, 3),
});
const fullPages: TokenReading = { lastToken: 'absent', pageCap: 100, emptyEvery: 0 };

/** Page sizes of a walk, how far into each page it goes, and whether the tokens expire before the next page. */
const steps = fc.array(
  fc.record({
    first: fc.integer({ min: 1, max: 100 }),
    depth: fc.double({ min: 0, max: 1, noNaN: true }),
    expires: fc.constantFrom(false, false, true),
  }),
  { minLength: 3, maxLength: 8 },
);

interface Step {
  readonly first: number;
  readonly depth: number;
  readonly expires: boolean;
}

/** Reads all pages, resuming now from the last edge and now from one before; holds every page against the truth. */
const walk = async (
  upstream: ModelTokenList,
  length: number,
  plan: readonly Step[],
  matches?: (record: number) => boolean,
): Promise<number[]> => {
  const truth = Array.from({ length }, (_, index) => index).filter((record) => matches?.(record) ?? true);
  const given: number[] = [];
  let position: TokenPosition | undefined;
  let expired = false;
  for (let index = 0; ; index += 1) {
    if (index > 2000) throw new Error('The walk does not come to an end.');
    const { first, depth, expires } = plan[index % plan.length] ?? { first: 20, depth: 1, expires: false };

    const page = await readTokenPage({ ...list, first, position, matches }, upstream.fetch);

    const requests = upstream.takeRequests();
    const left = truth.length - given.length - page.edges.length;
    const wasCut = requests.length >= maxUpstreamPages;
    expect(requests.length).toBeLessThanOrEqual(maxUpstreamPages + (expired ? 1 : 0));
    expect(new Set(requests.map(({ MaxResults }) => MaxResults))).toEqual(new Set([100]));
    expect(page.edges.length).toBeLessThanOrEqual(first);
    if (left > 0) expect(page.hasNextPage).toBe(true);
    if (left > 0 && !wasCut) expect(page.edges).toHaveLength(first);
    if (left === 0 && matches === undefined && !wasCut) expect(page.hasNextPage).toBe(false);
    if (page.hasNextPage && page.edges.length === 0) expect(page.end).not.toEqual(position);
    const taken = page.hasNextPage ? Math.ceil(page.edges.length * Math.max(depth, 0.01)) : page.edges.length;
    given.push(...page.edges.slice(0, taken).map(({ record }) => record));
    if (!page.hasNextPage) return given;
    position = taken < page.edges.length ? page.edges[taken - 1]?.position : page.end;
    expired = expires && page.edges.length > 0;
    if (expired) upstream.expireTokens();
  }
};

it('pages of any size, resumed from any edge, concatenate to the list, and hasNextPage is exact', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, readings, steps, async (length, reading, plan) => {
      const given = await walk(new ModelTokenList(length, reading), length, plan);

      expect(given).toEqual(Array.from({ length }, (_, index) => index));
    }),
    runs(120),
  );
});

it('pages of matching records concatenate to all matches, each once, however rare they are', async () => {
  const rarities = fc.constantFrom(1, 2, 7, 90, 1100);
  await fc.assert(
    fc.asyncProperty(lengths, readings, steps, rarities, async (length, reading, plan, every) => {
      const matches = (record: number): boolean => record % every === every - 1;

      const given = await walk(new ModelTokenList(length, reading), length, plan, matches);

      expect(given).toEqual(Array.from({ length }, (_, index) => index).filter(matches));
    }),
    runs(80),
  );
});

it('every edge of a page leads to all that stands behind it, its token expired or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 250 }), readings, fc.boolean(), async (length, reading, expires) => {
      const upstream = new ModelTokenList(length, { ...reading, pageCap: 100, emptyEvery: 0 });
      const { edges } = await readTokenPage({ ...list, first: 70 }, upstream.fetch);
      for (const { record, position } of edges) {
        if (expires) upstream.expireTokens();

        const rest = await readTokenPage({ ...list, first: 100, position }, upstream.fetch);

        expect(rest.edges.map((edge) => edge.record)).toEqual(
          Array.from({ length: Math.min(100, length - record - 1) }, (_, index) => record + 1 + index),
        );
      }
    }),
    runs(10),
  );
});

it('costs one call a page, and one more if it ends with an upstream page that has a token', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 100 }), async (length, first) => {
      const upstream = new ModelTokenList(length, fullPages);
      let given = 0;
      let position: TokenPosition | undefined;
      for (let hasNextPage = true; hasNextPage;) {
        const page = await readTokenPage({ ...list, first, position }, upstream.fetch);

        const start = Math.floor(given / 100);
        given += page.edges.length;
        // The page with the next record is read, too: it shows whether there is one.
        const end = Math.floor(Math.min(given, length - 1) / 100);
        expect(upstream.takeRequests()).toHaveLength(Math.max(0, end - start) + 1);
        ({ end: position, hasNextPage } = page);
      }
    }),
    runs(60),
  );
});

it('costs one call a page if the upstream counts more than came, and one more for a token on the last page', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 100 }), async (length, first) => {
      const upstream = new ModelTokenList(length, { ...fullPages, lastToken: 'present' });
      const given: number[] = [];
      let position: TokenPosition | undefined;
      for (let hasNextPage = true; hasNextPage;) {
        const page = await readTokenPage({ ...list, first, position }, async (request) => ({
          ...(await upstream.fetch(request)),
          totalCount: length,
        }));

        const start = Math.floor(given.length / 100);
        given.push(...page.edges.map(({ record }) => record));
        const end = Math.floor((given.length - 1) / 100);
        const looksBehind = given.length === length && length > 0 ? 1 : 0;
        const calls = upstream.takeRequests().length;
        expect(calls).toBe(Math.max(0, end - start) + 1 + looksBehind);
        if (given.length === length || length > 100 * (end + 1)) expect(page.totalCount).toBe(length);
        ({ end: position, hasNextPage } = page);
      }
      expect(given).toEqual(Array.from({ length }, (_, index) => index));
    }),
    runs(60),
  );
});

it('finds its place again behind more upstream pages than one page may cost, a part at a time', async () => {
  const upstream = new ModelTokenList(3000, fullPages);
  const position: TokenPosition = { size: 100, token: 'expired', offset: 0, given: 2500 };

  const first = await readTokenPage({ ...list, first: 5, position }, upstream.fetch);
  const second = await readTokenPage({ ...list, first: 5, position: first.end }, upstream.fetch);
  const third = await readTokenPage({ ...list, first: 5, position: second.end }, upstream.fetch);

  expect([first, second]).toMatchObject([
    { edges: [], hasNextPage: true },
    { edges: [], hasNextPage: true },
  ]);
  expect(third.edges.map(({ record }) => record)).toEqual([2500, 2501, 2502, 2503, 2504]);
});

it('passes on every failure that says nothing about the token', async () => {
  const position: TokenPosition = { size: 100, token: 'any', offset: 0, given: 100 };
  const failure = new RpcError({ kind: 'SERVER', product: 'governance', action: 'ListEnrolledAccounts' });
  let calls = 0;
  const fetch = (): Promise<never> => {
    calls += 1;
    return Promise.reject(failure);
  };

  await expect(readTokenPage({ ...list, first: 5, position }, fetch)).rejects.toBe(failure);
  expect(calls).toBe(1);
});

it('comes to an end, within its bounds, whatever the upstream answers: also with tokens that go round', async () => {
  const answers = fc.array(
    fc.record({
      records: fc.integer({ min: 0, max: 230 }).map((length) => Array.from({ length }, (_, index) => index)),
      nextToken: fc.constantFrom(undefined, '', 'a', 'b', 'c'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const positions = fc.constantFrom<TokenPosition | undefined>(
    undefined,
    { size: 100, token: 'a', offset: 7, given: 107 },
    { size: 100, token: 'a', offset: 5000, given: 5000 },
  );
  await fc.assert(
    fc.asyncProperty(answers, fc.integer({ min: 1, max: 100 }), positions, async (pages, first, position) => {
      let calls = 0;

      const reading = readTokenPage({ ...list, first, position }, () => {
        const answer = pages[calls % pages.length] ?? { records: [] };
        calls += 1;
        return Promise.resolve(answer);
      });

      const outcome = await reading.then(({ edges }) => edges.length, kindOf);
      expect(calls).toBeLessThanOrEqual(2 * maxUpstreamPages);
      if (outcome !== 'BAD_RESPONSE') expect(outcome).toBeLessThanOrEqual(first);
    }),
    runs(200),
  );
});
