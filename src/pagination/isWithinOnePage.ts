import { TimelinePosition } from './TimelinePosition';
import { positionIn } from './cursor';
import { maxPageSize } from './pageSize';
import { maxPageOfOneCall } from './readTimelinePage';
import { TokenPosition } from './readTokenPage';

/** How many records of a list that pages by token lie before a page. Undefined if they are not counted. */
export const recordsBefore = (cursor: unknown): number | undefined => {
  if (cursor == null) return 0;
  const position = TokenPosition.safeParse(typeof cursor === 'string' ? positionIn(cursor) : undefined);
  return position.success && position.data.restarted !== true ? position.data.given : undefined;
};

/** What two pages of one list have in common if they start in the same upstream page: for a list that pages by token. */
export const upstreamPageOf = (cursor: unknown): unknown => {
  if (cursor == null) return undefined;
  const position = TokenPosition.safeParse(typeof cursor === 'string' ? positionIn(cursor) : undefined);
  const isOfList = position.success && position.data.restarted !== true && position.data.size === maxPageSize;
  return isOfList ? position.data.token : cursor;
};

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
