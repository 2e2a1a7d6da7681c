import { TimelineOrder } from './TimelineOrder';

/** One upstream page as the reader asks for it. */
export interface UpstreamTimelineRequest {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly Limit: number;
  readonly NextToken?: string;
}

/** A stretch of the window: its first and last millisecond. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** One query, and the pages that its tokens led to. */
export class TimelineChain {
  readonly order = new TimelineOrder();
  readonly tokens = new Set<string>();
  /** How many pages came, and how many of them were not empty. */
  pages = 0;
  filledPages = 0;
  /** How many changes it listed, how many of them from outside the window, and how many on the last page. */
  listed = 0;
  surplus = 0;
  lastLength = 0;
  /** Whether the last page that was not empty was full. */
  wasFull = false;
  /** Whether it listed a change of the last millisecond of its range. */
  reachesEnd = false;

  constructor(
    readonly range: Range,
    public next: UpstreamTimelineRequest,
  ) {}
}
