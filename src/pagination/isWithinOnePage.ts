import { TimelinePosition } from './TimelinePosition';
import { positionIn } from './cursor';
import { maxPageOfOneCall } from './readTimelinePage';
import { TokenPosition } from './readTokenPage';

/**
 * Whether one upstream page surely holds the page behind a cursor, and shows that another follows, as far as the list
 * goes: for a list that pages by token, as long as the upstream's own pages are full. A list that pages by number may
 * have changed since, which takes another call: of it this is never true.
 */
export const isWithinOnePage = (cursor: unknown, first: number): boolean => {
  const position = typeof cursor === 'string' ? positionIn(cursor) : undefined;
  const inList = TokenPosition.safeParse(position);
  if (inList.success) return inList.data.restarted !== true && inList.data.offset + first < inList.data.size;
  const inTimeline = TimelinePosition.safeParse(position);
  if (!inTimeline.success) return false;
  const { given, below, request } = inTimeline.data;
  return below === undefined && request === undefined && first + given.length <= maxPageOfOneCall;
};
