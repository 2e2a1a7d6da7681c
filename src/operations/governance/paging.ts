import type { TokenPaging } from '../operation';
import { int32, optional, text } from '../shapes';

const sizes = (whenNotTold: number) => ({ default: whenNotTold, min: 1, max: 100 });

/**
 * Which page a list is asked for.
 *
 * @param whenNotTold how many records a page holds where its size is not told, 1 to 100.
 */
export const pageParameters = (whenNotTold = 10) => ({
  NextToken: optional(text({ in: 'query' })),
  MaxResults: optional(int32({ in: 'query', ...sizes(whenNotTold) })),
});

/**
 * How a list with these parameters pages. No total is told.
 *
 * @param items where its records are, a dotted path into the answer; `NextToken` stands beside them.
 */
export const pagesOf = (items: string, whenNotTold = 10): TokenPaging => ({
  style: 'token',
  limitParameter: 'MaxResults',
  tokenParameter: 'NextToken',
  items,
  next: 'NextToken',
  ...sizes(whenNotTold),
});
