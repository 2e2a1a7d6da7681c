import type { Page, PageRequest } from './Page';
import type { TimelinePosition } from './TimelinePosition';
import type { TimelineWindow } from './TimelineScan';

/** Which page of a timeline is wanted. */
export interface TimelinePageRequest<R> extends PageRequest<R>, TimelineWindow {
  /** Where the last page ended; omitted for the first page. */
  readonly position?: TimelinePosition;
  /** Ends the page with the first upstream page that has a change captured no later. Defaults to never. */
  readonly downTo?: number;
  /** How many upstream calls the page may take. Defaults to `maxUpstreamPages`. */
  readonly maxCalls?: number;
}

/** `totalCount` is known only if one page was the whole window. */
export interface TimelinePage<R> extends Page<R, TimelinePosition> {
  /** How many changes the window has, as the upstream counts them: not known to be right. Undefined with a filter. */
  readonly claimedCount?: number;
  /** By how many calls it was read, if the upstream listed nothing in any of them, not even behind the window. */
  readonly emptyCalls?: number;
}
