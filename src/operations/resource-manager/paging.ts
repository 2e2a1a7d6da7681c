import type { PageNumberPaging } from '../operation';
import { int32, optional } from '../shapes';

const size = { default: 10, min: 1, max: 100 };

/** The parameters for a page of a list. Pages count from 1. A page holds 10 by default, and at most 100. */
export const pageParameters = {
  PageNumber: optional(int32({ in: 'query', default: 1, min: 1 })),
  PageSize: optional(int32({ in: 'query', ...size })),
};

/** What a list says of the page that it answers, and of its length. */
export const pageCounters = {
  TotalCount: optional(int32()),
  PageSize: optional(int32()),
  PageNumber: optional(int32()),
};

/**
 * How a list with these parameters and counters pages.
 *
 * @param items the dotted path of its records in the answer.
 */
export const pagesOf = (items: string): PageNumberPaging => ({
  style: 'page',
  limitParameter: 'PageSize',
  pageParameter: 'PageNumber',
  items,
  total: 'TotalCount',
  ...size,
});
