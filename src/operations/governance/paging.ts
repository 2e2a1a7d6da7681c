import type { TokenPaging } from '../operation';
import { int32, optional, text } from '../shapes';

const sizes = (defaultSize: number) => ({ default: defaultSize, min: 1, max: 100 });

/**
 * The parameters for a page of a list.
 *
 * @param defaultSize how many records a page holds if its size is omitted, 1 to 100.
 */
export const pageParameters = (defaultSize = 10) => ({
  NextToken: optional(text({ in: 'query' })),
  MaxResults: optional(int32({ in: 'query', ...sizes(defaultSize) })),
});

/**
 * How a list with these parameters pages. It returns no total.
 *
 * @param items the dotted path of its records in the answer. `NextToken` is next to them.
 */
export const pagesOf = (items: string, defaultSize = 10): TokenPaging => ({
  style: 'token',
  limitParameter: 'MaxResults',
  tokenParameter: 'NextToken',
  items,
  next: 'NextToken',
  ...sizes(defaultSize),
});
