import { TimelinePosition } from './TimelinePosition';
import type { CursorFormat } from './cursor';
import { maxPageSize } from './pageSize';
import { maxPageOfOneCall } from './readTimelinePage';
import { TokenPosition } from './readTokenPage';

/** Reads the positions in cursors of any field. */
export type PositionReader = Pick<CursorFormat, 'positionIn'>;

/** How many records of a list that pages by token lie before a page. Undefined if they are not counted. */
export const recordsBefore = (cursor: unknown, reader: PositionReader): number | undefined => {
  if (cursor == null) return 0;
  const position = tokenPositionIn(cursor, reader);
  return position?.restarted === true ? undefined : position?.given;
};

/** What two pages of one list have in common if they start in the same upstream page: for a list that pages by token. */
export const upstreamPageOf = (cursor: unknown, reader: PositionReader): unknown => {
  if (cursor == null) return undefined;
  const position = tokenPositionIn(cursor, reader);
  const isOfList = position !== undefined && position.restarted !== true && position.size === maxPageSize;
  return isOfList ? position.token : cursor;
};

/**
 * Whether one upstream page surely holds the page behind a cursor, and shows that another follows, as far as the list
 * goes: for a list that pages by token, as long as the upstream's own pages are full. A list that pages by number may
 * have changed since, which takes another call: of it this is never true.
 */
export const isWithinOnePage = (cursor: unknown, first: number, reader: PositionReader): boolean => {
  const inList = tokenPositionIn(cursor, reader);
  if (inList !== undefined) return inList.restarted !== true && inList.offset + first < inList.size;
  const inTimeline = TimelinePosition.safeParse(positionIn(cursor, reader));
  if (!inTimeline.success) return false;
  const { given, below, request } = inTimeline.data;
  return below === undefined && request === undefined && first + given.length <= maxPageOfOneCall;
};

const tokenPositionIn = (cursor: unknown, reader: PositionReader): TokenPosition | undefined =>
  TokenPosition.safeParse(positionIn(cursor, reader)).data;

/** The position in a cursor of any field, unchecked. Undefined for what is no cursor. */
export const positionIn = (cursor: unknown, reader: PositionReader): unknown =>
  typeof cursor === 'string' ? reader.positionIn(cursor) : undefined;
