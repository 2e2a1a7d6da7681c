import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** What Apollo Server can answer a single operation with, the preferred one first. */
const offered = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'];

/** Clients send few different headers, but may send any. */
const known = new LRUCache<string, { readonly type: string | undefined }>({ max: 200 });

/** The content type of an answer, by the `Accept` of its request, as Apollo Server chooses it. Undefined if none is acceptable. */
export const answerTypeOf = (accept: string | undefined): string | undefined => {
  if (accept === undefined || accept === '' || accept === '*/*') return offered[0];
  const found = known.get(accept) ?? { type: new Negotiator({ headers: { accept } }).mediaType(offered) };
  known.set(accept, found);
  return found.type;
};
