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

/** Writes its cursor when it is selected. A class, because accessors of object literals are expensive. */
class Edge<R, P, N> {
  constructor(
    private readonly of: Page<R, P>['edges'][number],
    private readonly cursors: Cursors<P>,
    readonly node: N,
  ) {}

  get cursor(): string {
    return this.cursors.encode(this.of.position);
  }
}

class PageInfo<R, P, N> {
  readonly hasNextPage: boolean;

  constructor(
    private readonly page: Page<R, P>,
    private readonly cursors: Cursors<P>,
    private readonly edges: readonly Edge<R, P, N>[],
    readonly hasPreviousPage: boolean,
  ) {
    this.hasNextPage = page.hasNextPage;
  }

  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return (this.page.hasNextPage ? this.cursors.encode(this.page.end) : this.edges.at(-1)?.cursor) ?? null;
  }
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
  const edges = page.edges.map((edge) => new Edge(edge, cursors, toNode(edge.record)));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: new PageInfo(page, cursors, edges, after != null),
    totalCount: page.totalCount ?? null,
  };
};
