import { maxPageSize } from '../../pagination/pageSize';
import type { UpstreamNumberedPage, UpstreamPageNumber } from '../../pagination/readNumberedPage';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../pagination/readTokenPage';

/**
 * Reads a list that is paged by number, in full pages, until every wanted key is found, or to its end.
 *
 * @returns what was found, by key; nothing that was not wanted.
 */
export const sweepNumbered = async <R>(
  load: (page: UpstreamPageNumber) => Promise<UpstreamNumberedPage<R>>,
  keyOf: (record: R) => string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, R>> => {
  const found = new Map<string, R>();
  for (let PageNumber = 1; ; PageNumber += 1) {
    const { records, totalCount = Infinity } = await load({ PageNumber, PageSize: maxPageSize });
    for (const record of records) if (wanted.has(keyOf(record))) found.set(keyOf(record), record);
    const isLast = records.length < maxPageSize || PageNumber * maxPageSize >= totalCount;
    if (isLast || found.size === wanted.size) return found;
  }
};

/**
 * Reads a list that is paged by token, in full pages, until every wanted key is found, or to its end: a page without
 * a token, or with one that was followed before.
 *
 * @param learnLength told how many records the list has, where it was read to its end: no upstream total says it.
 * @returns what was found, by key; nothing that was not wanted.
 */
export const sweepTokens = async <R>(
  load: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>,
  keyOf: (record: R) => string,
  wanted: ReadonlySet<string>,
  learnLength: (length: number) => void,
): Promise<ReadonlyMap<string, R>> => {
  const found = new Map<string, R>();
  const tokens = new Set<string>();
  let length = 0;
  for (let NextToken: string | undefined; ;) {
    const { records, nextToken } = await load(
      NextToken === undefined ? { MaxResults: maxPageSize } : { MaxResults: maxPageSize, NextToken },
    );
    length += records.length;
    for (const record of records) if (wanted.has(keyOf(record))) found.set(keyOf(record), record);
    if (nextToken === undefined || nextToken === '' || tokens.has(nextToken)) {
      learnLength(length);
      return found;
    }
    if (found.size === wanted.size) return found;
    tokens.add(nextToken);
    NextToken = nextToken;
  }
};
