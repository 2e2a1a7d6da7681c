import { z } from 'zod';
import type { Page, PageRequest } from './Page';
import { maxUpstreamPages } from './Page';
import { maxPageSize } from './pageSize';

/** Where reading a list by page number goes on: how many records lie before. */
export const NumberedPosition = z.strictObject({ offset: z.int().min(0) });
export type NumberedPosition = z.infer<typeof NumberedPosition>;

/** One upstream page as the reader asks for it. */
export interface UpstreamPageNumber {
  /** Counted from 1. */
  readonly PageNumber: number;
  readonly PageSize: number;
}

/** One upstream page as it came. */
export interface UpstreamNumberedPage<R> {
  readonly records: readonly R[];
  readonly totalCount?: number;
}

/**
 * Reads one page of a list that the upstream pages by number.
 *
 * A page is any stretch of the list, while the upstream gives multiples of its page size only: the smallest page size
 * is chosen that holds the whole stretch, and where none does, two full pages are read. Pages of one size, read one
 * after the other, cost one call each. The list is as long as `TotalCount` says; where the upstream does not say, a
 * full page is followed by a look at the next.
 */
export const readNumberedPage = async <R>(
  { first, matches, offset = 0 }: PageRequest<R> & { readonly offset?: number },
  fetch: (page: UpstreamPageNumber) => Promise<UpstreamNumberedPage<R>>,
): Promise<Page<R, NumberedPosition>> => {
  const pageSize = matches === undefined ? pageSizeFor(offset, first) : maxPageSize;
  const edges: { record: R; position: NumberedPosition }[] = [];
  let next = offset;
  let more = true;
  let totalCount: number | undefined;

  for (let calls = 0; more && edges.length < first && calls < maxUpstreamPages; calls += 1) {
    const pageIndex = Math.floor(next / pageSize);
    const answer = await fetch({ PageNumber: pageIndex + 1, PageSize: pageSize });
    const start = pageIndex * pageSize;
    const end = start + answer.records.length;
    totalCount = answer.totalCount;
    for (const record of answer.records.slice(next - start)) {
      if (edges.length === first) break;
      next += 1;
      if (matches?.(record) ?? true) edges.push({ record, position: { offset: next } });
    }
    const fullPageCame = answer.records.length === pageSize;
    more = next < end || (fullPageCame && (totalCount === undefined || end < totalCount));
  }
  if (more && totalCount === undefined && matches === undefined) {
    more = (await fetch({ PageNumber: next + 1, PageSize: 1 })).records.length > 0;
  }
  return {
    edges,
    end: { offset: next },
    hasNextPage: more,
    totalCount: matches === undefined ? totalCount : undefined,
  };
};

/** The smallest upstream page size of which one page holds `[offset, offset + first)`; the largest where none does. */
const pageSizeFor = (offset: number, first: number): number => {
  for (let size = first; size < maxPageSize; size += 1) {
    if (Math.floor(offset / size) === Math.floor((offset + first - 1) / size)) return size;
  }
  return maxPageSize;
};
