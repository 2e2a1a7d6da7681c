import { LostToken } from '../../pagination/LostToken';
import { NumberedWalk } from '../../pagination/NumberedWalk';
import type { UpstreamNumberedPage, UpstreamPageNumber } from '../../pagination/readNumberedPage';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../pagination/readTokenPage';
import type { WholeList } from '../../pagination/readWholeList';
import { readWholeList } from '../../pagination/readWholeList';

/** What reading a list brought. */
export interface Swept<R> {
  /** By key; nothing that was not wanted. */
  readonly found: ReadonlyMap<string, R>;
  /** How many pages were read. */
  readonly pages: number;
  /**
   * Whether what was not found does not exist: as many distinct records came as the upstream counted, on every page
   * the same number. A list without a count is never known to be complete.
   */
  readonly isComplete: boolean;
  /** Why a page could not be read: what was not found may be there all the same. */
  readonly failure?: Error;
}

/** The record, or null if there is none. What the list leaves open, `loadOne` reads. @throws the list's failure. */
export const foundBy = async <R>(
  { found, isComplete, failure }: Swept<R>,
  key: string,
  loadOne: (key: string) => Promise<R | null>,
): Promise<R | null> => {
  const record = found.get(key);
  if (record !== undefined) return record;
  if (failure !== undefined) throw failure;
  return isComplete ? null : loadOne(key);
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
  const walk = new NumberedWalk(load, keyOf);
  for (;;) {
    const records = await orFailure(walk.readOn());
    const { pages, isComplete } = walk;
    if (records instanceof Error) return { found, pages, isComplete: false, failure: records };
    for (const record of records) if (wanted.has(keyOf(record))) found.set(keyOf(record), record);
    if (walk.isAtEnd || found.size === wanted.size) return { found, pages, isComplete };
  }
};

export interface TokenSweep<R> extends WholeList<R> {
  readonly wanted: ReadonlySet<string>;
  /** Told how many records the list has, if it was read to its end: no upstream total says it. */
  readonly learnLength: (length: number) => void;
  /** Whether another page is worth a call, after so many that found so many keys. Defaults to always. */
  readonly isWorthwhile?: (pages: number, found: number) => boolean;
}

/**
 * Reads a list that is paged by token, in full pages, until every wanted key is found, or to its end, or to a page that
 * cannot be read. It is not complete, since the upstream does not count it: a record that goes away between two pages
 * can hide another one.
 */
export const sweepTokens = async <R>(
  load: (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>,
  { wanted, learnLength, isWorthwhile = () => true, ...list }: TokenSweep<R>,
): Promise<Swept<R>> => {
  const found = new Map<string, R>();
  const distinct = new Set<string>();
  let pages = 0;
  try {
    for await (const records of readWholeList(list, load)) {
      pages += 1;
      for (const record of records) {
        distinct.add(list.keyOf(record));
        if (wanted.has(list.keyOf(record))) found.set(list.keyOf(record), record);
      }
      if (found.size === wanted.size || !isWorthwhile(pages, found.size)) return { found, pages, isComplete: false };
    }
    learnLength(distinct.size);
    return { found, pages, isComplete: false };
  } catch (error) {
    if (error instanceof LostToken) return { found, pages, isComplete: false };
    return { found, pages, isComplete: false, failure: toError(error) };
  }
};

const orFailure = async <T>(answer: Promise<T>): Promise<T | Error> => {
  try {
    return await answer;
  } catch (error) {
    return toError(error);
  }
};

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('A page could not be read.', { cause: error });
