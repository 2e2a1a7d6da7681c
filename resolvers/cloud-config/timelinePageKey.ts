import type { CloudResourceKey, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import type { TimeRangeArgs } from '../../schema/cloud-config/TimelineArgs';
import type { PageCosts } from '../../schema/costs';
import type { Context } from '../../src/context';
import type { Operation } from '../../src/operations/operation';
import { TimelinePosition } from '../../src/pagination/TimelinePosition';
import type { Cursors } from '../../src/pagination/cursor';
import { parsePageSize } from '../../src/pagination/pageSize';
import { maxPageOfOneCall } from '../../src/pagination/readTimelinePage';
import { accountOrCurrent } from '../currentAccount';
import { parseTimeRange } from './timeRange';

/** What the upstream, too, takes for a window that nobody named. */
const defaultWindowMs = 30 * 24 * 60 * 60_000;

/** What a page of any timeline costs: pages of another size share no call with it. */
export const timelinePageCosts = (list: Operation): PageCosts => ({
  list,
  isReadInPieces: true,
  peeksFrom: maxPageOfOneCall + 1,
});

/** Which page of which timeline a field asks for. */
export interface TimelinePageArgs {
  readonly resource: CloudResourceKey;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  /** Undefined for the first page. */
  readonly position: TimelinePosition | undefined;
  readonly cursors: Cursors<TimelinePosition>;
}

/**
 * Reads the arguments that all timelines share.
 *
 * @param field whose cursors these are: those of another field are refused.
 * @param others what else the cursors are bound to.
 * @throws UserError for arguments that do not fit.
 */
export const parseTimelinePage = async (
  field: string,
  { accountId: owner, region, resourceType, resourceId }: CloudResourceKeyInput,
  { between, first, after }: TimeRangeArgs,
  others: readonly unknown[],
  context: Context,
): Promise<TimelinePageArgs> => {
  const size = parsePageSize(first);
  const accountId = await accountOrCurrent(context, owner, ['resource', 'accountId']);
  const resource = { accountId, region, resourceType, resourceId };
  const range = parseTimeRange(between);
  const cursors = context.cursors.bind(field, [resource, range.given, ...others], TimelinePosition);
  const position = after == null ? undefined : cursors.decode(after);
  const { from, to } = position ?? (await range.resolve(defaultWindowMs, context));
  return { resource, from, to, first: size, position, cursors };
};
