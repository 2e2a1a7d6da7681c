import type { TimelinePage } from './TimelinePage';
import type { TimelinePosition } from './TimelinePosition';

/** A change of such a page. */
export class LateEdge<R> {
  constructor(
    readonly record: R,
    private readonly index: number,
    private readonly positionAfter: (index: number) => TimelinePosition,
  ) {}

  get position(): TimelinePosition {
    return this.positionAfter(this.index);
  }
}

/**
 * A page of a timeline that makes positions when cursors are selected. A class, because V8 makes a map for each object literal with
 * accessors.
 */
export class LateTimelinePage<R> implements TimelinePage<R> {
  constructor(
    readonly edges: readonly LateEdge<R>[],
    private readonly endOf: () => TimelinePosition,
    readonly hasNextPage: boolean,
    readonly totalCount: number | undefined,
    readonly claimedCount: number | undefined,
    readonly emptyCalls: number | undefined,
  ) {}

  get end(): TimelinePosition {
    return this.endOf();
  }
}
