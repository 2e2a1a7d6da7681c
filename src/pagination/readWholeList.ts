import type { Operation } from '../operations/operation';
import { Landmarks } from './Landmarks';
import { LostToken, orLost } from './LostToken';
import type { Keyed } from './Page';
import type { TokenTrail } from './TokenTrail';
import { leadsBack, markOf, passPage } from './TokenTrail';
import { maxPageSize } from './pageSize';
import type { UpstreamTokenPage, UpstreamTokenRequest } from './readTokenPage';

export interface WholeList<R> extends Keyed<R> {
  /** What is called, for the error of a list that cannot be read to its end. */
  readonly operation: Operation;
  /** Defaults to the longest page of most lists. */
  readonly pageSize?: number;
}

type Fetch<R> = (page: UpstreamTokenRequest) => Promise<UpstreamTokenPage<R>>;

/** With so many pages in a row that bring nothing new, a list has no end. */
const maxFruitlessPages = 500;

/**
 * Reads a list that the upstream pages by token, page by page to the one without a token. If a token is lost, the list
 * is read once more from its beginning, past the cache: records can come twice.
 *
 * @throws LostToken if a token is lost again.
 */
export async function* readWholeList<R>(list: WholeList<R>, fetch: Fetch<R>): AsyncGenerator<readonly R[], void, void> {
  try {
    yield* readChain(list, fetch, false);
  } catch (error) {
    if (!(error instanceof LostToken)) throw error;
    yield* readChain(list, fetch, true);
  }
}

/** Every record of a list. @throws RpcError if the list cannot be read to its end. */
export const readAll = async <R>(list: WholeList<R>, fetch: Fetch<R>): Promise<ReadonlyMap<string, R>> => {
  const records = new Map<string, R>();
  try {
    for await (const page of readWholeList(list, fetch))
      for (const record of page) records.set(list.keyOf(record), record);
  } catch (error) {
    throw error instanceof LostToken ? error.reason : error;
  }
  return records;
};

async function* readChain<R>(
  { operation, keyOf, pageSize = maxPageSize }: WholeList<R>,
  fetch: Fetch<R>,
  fresh: boolean,
): AsyncGenerator<readonly R[], void, void> {
  const marks = new Set<string>();
  const landmarks = new Landmarks();
  let trail: TokenTrail = { pages: 0 };
  let fruitless = 0;
  let token: string | undefined;
  for (;;) {
    const request = { MaxResults: pageSize, ...(token !== undefined && { NextToken: token }), ...(fresh && { fresh }) };
    const page = await orLost(token, fetch(request));
    if (page instanceof LostToken) throw page;
    // Nothing of it goes into a cursor: the keys themselves do.
    const fingerprints = page.records.map(keyOf);
    const mark = markOf(token, fingerprints);
    if (marks.has(mark) || leadsBack(trail, { token, mark, fingerprints }, landmarks)) {
      throw LostToken.inCircle(operation);
    }
    yield page.records;

    const isNew = fingerprints.map((fingerprint) => landmarks.pass(fingerprint)).includes(true);
    fruitless = isNew ? 0 : fruitless + 1;
    const { nextToken } = page;
    if (nextToken === undefined || nextToken === '') return;
    if (nextToken === token || fruitless > maxFruitlessPages) throw LostToken.inCircle(operation);
    marks.add(mark);
    trail = passPage(trail, { mark, fingerprints });
    token = nextToken;
  }
}
