import type { TimelineWindow } from './TimelineScan';
import { isWithin, TimelineScan } from './TimelineScan';
import { maxPageSize } from './pageSize';
import type { UpstreamTimelinePage, UpstreamTimelineRequest } from './readTimelinePage';

/**
 * Counts the changes of a window by one call: exactly if they all come with it, else as the upstream counts them. It may
 * count equal changes each, those of the millisecond before the window too, or even all that it ever recorded.
 *
 * @returns undefined if the upstream does not count, or fewer than it listed.
 */
export const countTimeline = async (
  window: TimelineWindow,
  fetch: (page: UpstreamTimelineRequest) => Promise<UpstreamTimelinePage>,
): Promise<number | undefined> => {
  const bounds = { StartTime: Math.max(0, window.from - 1), EndTime: Math.max(0, window.to) };
  const { records, nextToken = '', totalCount = 0 } = await fetch({ ...bounds, Limit: maxPageSize });
  if (nextToken === '') return new TimelineScan(window, undefined).add(records).length;
  const surplus = records.filter((record) => !isWithin(window, record)).length;
  return totalCount > records.length ? totalCount - surplus : undefined;
};
