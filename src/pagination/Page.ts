/** One page of a list, however the upstream pages it. `P` is where reading goes on. */
export interface Page<R, P> {
  readonly edges: readonly { readonly record: R; readonly position: P }[];
  /** Where the next page starts, also where this one is empty. */
  readonly end: P;
  /**
   * Exact; only where records are left out by a filter, or after {@link maxUpstreamPages} upstream pages, it can be
   * true though nothing more is to come.
   */
  readonly hasNextPage: boolean;
  /** Undefined where the upstream does not say, and where records are left out by a filter. */
  readonly totalCount?: number;
}

/** What one page may cost at most, however the upstream pages: short pages, empty pages, pages without a match. */
export const maxUpstreamPages = 10;

/** How much of a list is wanted. */
export interface PageRequest<R> {
  readonly first: number;
  /** Leaves out records that do not match; each upstream page is then read at full size. */
  readonly matches?: (record: R) => boolean;
}
