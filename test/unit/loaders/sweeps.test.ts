import { RpcError } from '../../../src/errors/RpcError';
import { foundBy, sweepNumbered, sweepTokens } from '../../../src/loaders/batch/sweeps';
import { ListEnrolledAccounts } from '../../../src/operations';
import type { UpstreamPageNumber } from '../../../src/pagination/readNumberedPage';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../../src/pagination/readTokenPage';

/** What a list that was read leaves open about the keys that it did not bring. */

const keysOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `k${index}`);
const keyOf = (record: string): string => record;
const loadOne = async (key: string): Promise<string | null> => `single ${key}`;

describe('a list in pages by number', () => {
  const sweep = (
    records: readonly string[],
    countOn: (page: number) => number | undefined = () => records.length,
    change: (page: readonly string[], number: number) => readonly string[] = (page) => page,
    wanted: readonly string[] = ['k3', 'none'],
  ) => {
    const load = async ({ PageNumber, PageSize }: UpstreamPageNumber) => ({
      records: change(records.slice((PageNumber - 1) * PageSize, PageNumber * PageSize), PageNumber),
      totalCount: countOn(PageNumber),
    });
    return sweepNumbered(load, keyOf, new Set(wanted));
  };

  it('is complete with as many distinct records as every page counts: what is not there does not exist', async () => {
    const swept = await sweep(keysOf(250));

    expect(swept).toMatchObject({ pages: 3, isComplete: true });
    expect(await foundBy(swept, 'k3', loadOne)).toBe('k3');
    expect(await foundBy(swept, 'none', loadOne)).toBeNull();
  });

  it.each([
    ['one record is missing', () => sweep(keysOf(250), undefined, (page) => page.slice(1))],
    ['a page is empty', () => sweep(keysOf(250), undefined, (page, number) => (number === 2 ? [] : page))],
    ['the count changes between two pages', () => sweep(keysOf(250), (page) => (page === 1 ? 251 : 250))],
    ['there is no count', () => sweep(keysOf(250), () => undefined)],
    ['the count is less than what comes', () => sweep(keysOf(250), () => 0)],
    [
      'a record comes twice in place of another',
      () => sweep(keysOf(250), undefined, ([, ...page]) => [...page, 'k101']),
    ],
  ])('is not complete if %s: what it did not bring is read by its key', async (_, sweepOnce) => {
    const swept = await sweepOnce();

    expect(swept).toMatchObject({ isComplete: false });
    expect(await foundBy(swept, 'none', loadOne)).toBe('single none');
  });

  it('is read on behind a short page, and behind a count that is too small', async () => {
    const short = await sweep(keysOf(250), undefined, (page, number) => (number === 2 ? page.slice(0, 60) : page));
    const uncounted = await sweep(keysOf(250), () => 0);

    expect([short.pages, uncounted.pages]).toEqual([3, 4]);
  });

  it('is read on behind a full page that its count ends with: it may count that page alone', async () => {
    expect(await sweep(keysOf(200))).toMatchObject({ pages: 3, isComplete: true });
    expect(await sweep(keysOf(250), () => 100)).toMatchObject({ pages: 4, isComplete: false });
  });

  it('is read no further than the last wanted key', async () => {
    const swept = await sweep(keysOf(250), undefined, undefined, ['k3', 'k120']);

    expect([...swept.found.keys()]).toEqual(['k3', 'k120']);
    expect(swept).toMatchObject({ pages: 2, isComplete: false });
  });

  it('gives what came before a page that fails, and that failure for the other keys', async () => {
    const failure = new Error('no second page');
    const swept = await sweep(keysOf(250), undefined, (page, number) => {
      if (number === 2) throw failure;
      return page;
    });

    expect(swept).toMatchObject({ pages: 1, isComplete: false, failure });
    expect(await foundBy(swept, 'k3', loadOne)).toBe('k3');
    await expect(foundBy(swept, 'none', loadOne)).rejects.toBe(failure);
  });
});

describe('a list in pages by token', () => {
  const records = keysOf(250);
  const fetchFrom =
    (tokenAfter: (index: number, fresh: boolean) => string | undefined) =>
    async ({ NextToken, fresh }: UpstreamTokenRequest): Promise<UpstreamTokenPage<string>> => {
      if (NextToken === 'dead')
        throw new RpcError({ kind: 'CLIENT', product: 'governance', action: 'List', code: 'T' });
      const index = Number(NextToken ?? 0);
      return { records: records.slice(100 * index, 100 * index + 100), nextToken: tokenAfter(index, fresh === true) };
    };
  const nextOf = (index: number): string | undefined => (index < 2 ? String(index + 1) : undefined);
  const sweep = async (
    fetch: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<string>>,
    { wanted = ['k220', 'none'], isWorthwhile }: { wanted?: string[]; isWorthwhile?: (pages: number) => boolean } = {},
  ) => {
    const lengths: number[] = [];
    const swept = await sweepTokens(fetch, {
      operation: ListEnrolledAccounts,
      keyOf,
      wanted: new Set(wanted),
      isWorthwhile,
      learnLength: (length) => void lengths.push(length),
    });
    return { swept, lengths };
  };

  it('is never complete, since the upstream does not count it, and shows its length', async () => {
    const { swept, lengths } = await sweep(fetchFrom(nextOf));

    expect(swept).toMatchObject({ pages: 3, isComplete: false });
    expect(await foundBy(swept, 'k220', loadOne)).toBe('k220');
    expect(await foundBy(swept, 'none', loadOne)).toBe('single none');
    expect(lengths).toEqual([250]);
  });

  it.each([
    ['the last wanted key', { wanted: ['k20', 'k120'] }],
    ['a page after which another is not worth a call', { isWorthwhile: (pages: number) => pages < 2 }],
  ])('is read no further than %s, and its length stays unknown', async (_, options) => {
    const { swept, lengths } = await sweep(fetchFrom(nextOf), options);

    expect(swept).toMatchObject({ pages: 2, isComplete: false });
    expect(swept.failure).toBeUndefined();
    expect(lengths).toEqual([]);
  });

  it('gives what came before a page that fails, and that failure for the other keys', async () => {
    const failure = new Error('no second page');
    const first = fetchFrom(nextOf);
    const { swept } = await sweep(
      async (page) => {
        if (page.NextToken !== undefined) throw failure;
        return first(page);
      },
      { wanted: ['k20', 'none'] },
    );

    expect(swept).toMatchObject({ pages: 1, isComplete: false, failure });
    expect(await foundBy(swept, 'k20', loadOne)).toBe('k20');
    await expect(foundBy(swept, 'none', loadOne)).rejects.toBe(failure);
  });

  it('is read past the cache if a page of it has a token that the upstream refuses', async () => {
    const { swept } = await sweep(fetchFrom((index, fresh) => (fresh ? nextOf(index) : 'dead')));

    expect(await foundBy(swept, 'k220', loadOne)).toBe('k220');
  });

  it.each([
    ['refuses every token', () => 'dead'],
    ['answers one token again and again', (index: number) => String(Math.min(index + 1, 1))],
  ])('leaves what it did not bring to single calls if the upstream %s', async (_, tokenAfter) => {
    const { swept, lengths } = await sweep(fetchFrom(tokenAfter));

    expect(swept.failure).toBeUndefined();
    expect(await foundBy(swept, 'k220', loadOne)).toBe('single k220');
    expect(lengths).toEqual([]);
  });

  /** Pages of a list without an end. What reads too many of them fails. */
  const endless = (pageAfter: (pages: number) => UpstreamTokenPage<string>) => {
    let pages = 0;
    return async () => {
      pages += 1;
      if (pages > 2000) throw new Error('2,000 pages were read.');
      return pageAfter(pages);
    };
  };

  it.each([
    ['new tokens and nothing else', 1002, (pages: number) => ({ records: [], nextToken: `t${pages}` })],
    ['new tokens and the same records', 1004, (pages: number) => ({ records: ['k1', 'k2'], nextToken: `t${pages}` })],
    ['one token and new records', 4, (pages: number) => ({ records: [`new ${pages}`], nextToken: 'again' })],
    ['two tokens in turn', 8, (pages: number) => ({ records: ['k1'], nextToken: `t${pages % 2}` })],
  ])(
    'is given up, once begun again, if it has no end, and brings %s, after at most %s pages',
    async (_, most, pageAfter) => {
      const { swept, lengths } = await sweep(endless(pageAfter));

      expect(swept.failure).toBeUndefined();
      expect(swept.pages).toBeLessThanOrEqual(most);
      expect(lengths).toEqual([]);
    },
  );
});
