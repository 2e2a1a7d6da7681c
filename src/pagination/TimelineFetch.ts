import type { UpstreamTimelineRequest } from './TimelineChain';

/** One upstream page as it came. */
export interface UpstreamTimelinePage<R> {
  readonly records: readonly R[];
  readonly nextToken?: string;
  readonly totalCount?: number;
}

/** Sends one upstream request. */
export type TimelineFetch<R> = (page: UpstreamTimelineRequest) => Promise<UpstreamTimelinePage<R>>;
