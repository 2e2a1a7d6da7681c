import * as fc from 'fast-check';
import { resourceKeyText } from '../../../src/changes/ResourceKey';
import { configurationTimeline } from '../../../src/changes/configurationTimeline';
import type { FeedPosition } from '../../../src/feed/FeedPosition';
import type { PollPosition } from '../../../src/feed/PollPosition';
import { pollAfter, pollsFrom, seenBefore } from '../../../src/feed/PollPosition';
import type { UpdatedResource } from '../../../src/feed/UpdatedResource';
import type { FeedReads } from '../../../src/feed/readFeed';
import { readFeed } from '../../../src/feed/readFeed';
import { ListDiscoveredResources2020 } from '../../../src/operations';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { readTimelinePage } from '../../../src/pagination/readTimelinePage';
import { runs } from '../../support/soak';

const start = 1_782_800_000_000;
const minute = 60_000;

/** A change as it is captured, and as it becomes visible after that. */
interface Event {
  readonly resource: number;
  readonly capturedAt: number;
  /** How much later it is in the timeline, and in the list: either may be first. */
  readonly inTimeline: number;
  readonly inList: number;
}

const event = fc.record({
  resource: fc.integer({ min: 0, max: 7 }),
  capturedAt: fc.integer({ min: 0, max: 180 * minute }).map((after) => start + after),
  inTimeline: fc.integer({ min: 0, max: 20 * minute }),
  inList: fc.integer({ min: 0, max: 20 * minute }),
});

const keyOf = (index: number) => ({
  accountId: '1',
  region: 'cn-hangzhou',
  resourceType: 'ACS::ECS::Instance',
  resourceId: `i-${index}`,
});

/** A timeline that shows a change shows those before it, too. */
const isInTimeline = (events: readonly Event[], { resource, capturedAt }: Event, now: number): boolean =>
  events.some(
    (one) => one.resource === resource && one.capturedAt >= capturedAt && one.capturedAt + one.inTimeline <= now,
  );

/** What an upstream shows of events at a moment. */
const upstreamAt = (events: readonly Event[], now: number): FeedReads<ConfigurationChangeRecord> => ({
  kind: configurationTimeline,
  sources: [
    {
      subject: { source: 'ACCOUNT', accountId: '1' },
      operation: ListDiscoveredResources2020,
      read: (window, isDeleted) => {
        const newest = new Map<number, number>();
        for (const { resource, capturedAt, inList } of isDeleted ? [] : events) {
          if (capturedAt + inList > now) continue;
          newest.set(resource, Math.max(newest.get(resource) ?? 0, capturedAt));
        }
        const records = [...newest]
          .filter(([, updatedAt]) => updatedAt >= window.start && updatedAt <= window.end)
          .map(([index, updatedAt]): UpdatedResource => ({ resource: keyOf(index), updatedAt }));
        return Promise.resolve({ records });
      },
    },
  ],
  timeline: (resource, window, position) => {
    const records = events
      .filter(
        (one) => resourceKeyText(keyOf(one.resource)) === resourceKeyText(resource) && isInTimeline(events, one, now),
      )
      .map(({ capturedAt }) => ({ CaptureTime: capturedAt, ResourceEventType: 'MODIFY' as const }))
      .sort((one, other) => other.CaptureTime - one.CaptureTime);
    return readTimelinePage(configurationTimeline, { ...window, first: 94, position }, ({ StartTime, EndTime }) =>
      Promise.resolve({ records: records.filter(({ CaptureTime: at }) => at >= StartTime && at <= EndTime) }),
    );
  },
});

/** One poll, page by page to its end. */
const poll = async (events: readonly Event[], now: number, since: PollPosition, first: number) => {
  const given: string[] = [];
  let position: FeedPosition | undefined;
  for (let pages = 0; pages < 100; pages += 1) {
    const page = await readFeed(upstreamAt(events, now), {
      from: pollsFrom(since),
      to: now + 1,
      until: now,
      first,
      position,
      isSeen: seenBefore(since),
      lags: false,
      removalsUndated: false,
      maxTimelines: first + 11,
      maxLists: 12,
    });
    given.push(...page.edges.map(({ resource, record }) => `${resource.resourceId} ${record.CaptureTime}`));
    if (!page.hasNextPage) return { given, next: pollAfter(now, page.settled) };
    position = page.end;
  }
  throw new Error('The poll has no end.');
};

describe('polls', () => {
  it('return every change at least once, however late it becomes visible', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 40 }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 10 }),
        async (events, everyMinutes, first) => {
          const given = new Set<string>();
          let since: PollPosition = { until: start - 1, seen: [] };
          for (let now = start; now <= start + 220 * minute; now += everyMinutes * minute) {
            const polled = await poll(events, now, since, first);
            for (const one of polled.given) given.add(one);
            since = polled.next;
          }
          const all = events.map(({ resource, capturedAt }) => `i-${resource} ${capturedAt}`);
          expect(all.filter((one) => !given.has(one))).toEqual([]);
        },
      ),
      runs(1_600),
    );
  });
});
