import { changeIdentityOf } from '../../changes/fingerprint';
import type { ConfigurationChangeRecord } from '../../operations/cloud-config/GetResourceConfigurationTimeline';
import { maxUpstreamPages } from '../../pagination/Page';
import { maxPageSize } from '../../pagination/pageSize';
import type { TimelineFetch } from '../../pagination/readTimelinePage';

/** Which change of a timeline: the millisecond in which it was captured, and what identifies it there. */
export interface ChangeKey {
  readonly capturedAt: number;
  readonly identity: string;
}

/**
 * Reads one change of a timeline: one call for its millisecond, more only if so many changes were captured in it that
 * they do not fit one page. Null if there is no such change.
 */
export const findChange = async (
  { capturedAt, identity }: ChangeKey,
  fetch: TimelineFetch<ConfigurationChangeRecord>,
): Promise<ConfigurationChangeRecord | null> => {
  let token: string | undefined;
  for (let pages = 0; pages < maxUpstreamPages; pages += 1) {
    const { records, nextToken } = await fetch({
      // Whether the bounds themselves belong to the window is not documented.
      StartTime: Math.max(0, capturedAt - 1),
      EndTime: capturedAt + 1,
      Limit: maxPageSize,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const found = records.find((record) => record.CaptureTime === capturedAt && changeIdentityOf(record) === identity);
    if (found !== undefined) return found;
    if (nextToken === undefined || nextToken === '' || nextToken === token) return null;
    token = nextToken;
  }
  return null;
};
