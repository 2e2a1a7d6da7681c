/** One page of a list, however the upstream pages it. `P` is where reading goes on. */
export interface Page<R, P> {
  readonly edges: readonly { readonly record: R; readonly position: P }[];
  /** The position at which the next page starts, even if this one is empty. */
  readonly end: P;
  /**
   * Never false while there is more. It can be true though nothing follows if records are omitted by a filter, after
   * {@link maxUpstreamPages} upstream pages, if the list ends with a full page, and if the upstream counts more than it
   * lists.
   */
  readonly hasNextPage: boolean;
  /** Undefined if the upstream does not say, if what it says does not fit what came, and if a filter leaves records out. */
  readonly totalCount?: number;
}

/** What one page may cost at most, however the upstream pages: short pages, empty pages, pages without a match. */
export const maxUpstreamPages = 10;

/** How much of a list is wanted. */
export interface PageRequest<R> {
  readonly first: number;
  /** Omits records that do not match; each upstream page is then read at full size. */
  readonly matches?: (record: R) => boolean;
}

/** How records of a list are known apart: no list has two with one key, though the upstream may send one twice. */
export interface Keyed<R> {
  readonly keyOf: (record: R) => string;
}
