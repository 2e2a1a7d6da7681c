import { maxPageSize } from '../../pagination/pageSize';
import type { UpstreamNumberedPage, UpstreamPageNumber } from '../../pagination/readNumberedPage';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../pagination/readTokenPage';

/** What reading a list brought. */
export interface Swept<R> {
  /** By key; nothing that was not wanted. */
  readonly found: ReadonlyMap<string, R>;
  /** How many pages were read. */
  readonly pages: number;
  /** Why a page could not be read: what was not found may be there all the same. */
  readonly failure?: Error;
}

/** The record; null where the list has none. @throws what kept the list from being read, where it might have one. */
export const foundBy = <R>({ found, failure }: Swept<R>, key: string): R | null => {
  const record = found.get(key);
  if (record === undefined && failure !== undefined) throw failure;
  return record ?? null;
};

/**
 * Reads a list that is paged by number, in full pages, until every wanted key is found, or to its end, or to a page
 * that cannot be read.
 */
export const sweepNumbered = async <R>(
  load: (page: UpstreamPageNumber) => Promise<UpstreamNumberedPage<R>>,
  keyOf: (record: R) => string,
  wanted: ReadonlySet<string>,
): Promise<Swept<R>> => {
  const found = new Map<string, R>();
  for (let pages = 1; ; pages += 1) {
    const page = await orFailure(load({ PageNumber: pages, PageSize: maxPageSize }));
    if (page instanceof Error) return { found, pages: pages - 1, failure: page };
    const { records, totalCount = Infinity } = page;
    for (const record of records) if (wanted.has(keyOf(record))) found.set(keyOf(record), record);
    const isLast = records.length < maxPageSize || pages * maxPageSize >= totalCount;
    if (isLast || found.size === wanted.size) return { found, pages };
  }
};

/**
 * Reads a list that is paged by token, in full pages, until every wanted key is found, or to its end: a page without
 * a token, or with one that was followed before; or to a page that cannot be read.
 *
 * @param learnLength told how many records the list has, where it was read to its end: no upstream total says it.
 */
export const sweepTokens = async <R>(
  load: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>,
  keyOf: (record: R) => string,
  wanted: ReadonlySet<string>,
  learnLength: (length: number) => void,
): Promise<Swept<R>> => {
  const found = new Map<string, R>();
  const tokens = new Set<string>();
  let length = 0;
  let NextToken: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const page = await orFailure(
      load(NextToken === undefined ? { MaxResults: maxPageSize } : { MaxResults: maxPageSize, NextToken }),
    );
    if (page instanceof Error) return { found, pages: pages - 1, failure: page };
    const { records, nextToken } = page;
    length += records.length;
    for (const record of records) if (wanted.has(keyOf(record))) found.set(keyOf(record), record);
    if (nextToken === undefined || nextToken === '' || tokens.has(nextToken)) {
      learnLength(length);
      return { found, pages };
    }
    if (found.size === wanted.size) return { found, pages };
    tokens.add(nextToken);
    NextToken = nextToken;
  }
};

const orFailure = async <T>(answer: Promise<T>): Promise<T | Error> => {
  try {
    return await answer;
  } catch (error) {
    return error instanceof Error ? error : new Error('A page could not be read.', { cause: error });
  }
};
