import type { TimelineFetch } from '../../pagination/TimelineFetch';
import type { TimelineRecord } from '../../pagination/TimelineKind';
import { falls, rises } from '../../pagination/TimelineOrder';
import type { KnownLists } from '../KnownLists';

/** The same calls, from whose answers the process learns in which order timelines are listed. */
export const noteOrder =
  <R extends TimelineRecord>(
    fetch: TimelineFetch<R>,
    lists: Pick<KnownLists, 'learnTimelineOrder'>,
  ): TimelineFetch<R> =>
  async (request) => {
    const page = await fetch(request);
    const times = page.records.map(({ CaptureTime }) => CaptureTime);
    if (rises(times)) lists.learnTimelineOrder('OLDEST_FIRST');
    else if (falls(times)) lists.learnTimelineOrder('NEWEST_FIRST');
    return page;
  };
