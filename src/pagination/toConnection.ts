import type { Page } from './Page';
import type { Cursors } from './cursor';

/** A connection as resolvers return it; the classes of the schema describe the same. */
export interface ConnectionOf<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly nodes: readonly N[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | null;
}

/**
 * Makes a Relay connection of a page. Cursors are written when they are selected.
 *
 * @param after the cursor that the page was requested with.
 */
export const toConnection = <R, P, N>(
  page: Page<R, P>,
  cursors: Cursors<P>,
  after: string | null | undefined,
  toNode: (record: R) => N,
): ConnectionOf<N> => {
  const edges = page.edges.map((edge) => ({
    get cursor() {
      return cursors.encode(edge.position);
    },
    node: toNode(edge.record),
  }));
  const { hasNextPage } = page;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after != null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return (hasNextPage ? cursors.encode(page.end) : edges.at(-1)?.cursor) ?? null;
      },
    },
    totalCount: page.totalCount ?? null,
  };
};
