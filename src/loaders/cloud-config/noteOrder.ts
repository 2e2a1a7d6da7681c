import type { TimelineFetch } from '../../pagination/TimelineFetch';
import type { TimelineRecord } from '../../pagination/TimelineKind';
import { rises } from '../../pagination/TimelineOrder';
import type { KnownLists } from '../KnownLists';

/** The same calls, of whose answers it is remembered if a timeline does not list its newest change first. */
export const noteOrder =
  <R extends TimelineRecord>(fetch: TimelineFetch<R>, lists: Pick<KnownLists, 'learnOldestFirst'>): TimelineFetch<R> =>
  async (request) => {
    const page = await fetch(request);
    if (rises(page.records.map(({ CaptureTime }) => CaptureTime))) lists.learnOldestFirst();
    return page;
  };
