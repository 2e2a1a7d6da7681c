import type { ResourceKey } from '../../../src/changes/ResourceKey';
import { resourceKeyText } from '../../../src/changes/ResourceKey';
import { configurationTimeline } from '../../../src/changes/configurationTimeline';
import { RpcError } from '../../../src/errors/RpcError';
import type { FeedSource, IndexWindow } from '../../../src/feed/UpdateIndex';
import type { UpdatedResource } from '../../../src/feed/UpdatedResource';
import type { FeedReads } from '../../../src/feed/readFeed';
import { ListDiscoveredResources2020 } from '../../../src/operations';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { readTimelinePage } from '../../../src/pagination/readTimelinePage';

/** One resource of the model: its changes, oldest first, and what else moved its update. */
export interface ModelResource {
  readonly resource: ResourceKey;
  /** Capture times. */
  readonly changes: readonly number[];
  /** An update without a change. */
  readonly touched?: number;
  readonly isDeleted?: boolean;
}

/** How the upstream of the model answers. */
export interface ModelReadings {
  /** What UpdateTime is: the newest capture, the later moment of listing, or the earlier moment of the change. */
  readonly updateTime: 'capture' | 'listing' | 'change';
  readonly endIsIn: boolean;
  readonly counts: 'right' | 'none' | 'all' | 'page';
  readonly order: 'newest' | 'oldest' | 'key';
  readonly pageSize: number;
}

export interface ModelOptions extends ModelReadings {
  readonly resources: readonly ModelResource[];
  /** Accounts of which no timeline can be read. */
  readonly closed?: ReadonlySet<string>;
  /** Resources whose timeline fails at the moment. */
  readonly failing?: ReadonlySet<string>;
  /** Whether the lists fail at the moment. */
  readonly listsFail?: boolean;
}

/** No update is later than this. */
export const presentOfModel = 1_782_800_000_005;

const lagMs = 5 * 60_000;

/** When the index says that a resource was updated. */
export const updateTimeOf = ({ changes, touched = 0 }: ModelResource, reading: ModelReadings['updateTime']): number => {
  const newest = changes.at(-1) ?? 0;
  const lag = reading === 'capture' ? 0 : reading === 'listing' ? lagMs : -lagMs;
  return Math.min(Math.max(newest + lag, touched), presentOfModel);
};

export const failure = (kind: 'SERVER' | 'CLIENT' = 'SERVER', code?: string): RpcError =>
  new RpcError({ product: 'Config', action: 'GetResourceConfigurationTimeline', kind, code });

/** A source of updates and timelines over a model. Counts the calls. */
export const modelFeed = (options: ModelOptions) => {
  const calls = { lists: 0, timelines: 0 };
  const { resources, order, counts, pageSize } = options;

  const listed = (isDeleted: boolean, { start, end }: IndexWindow) =>
    resources
      .filter((one) => (one.isDeleted ?? false) === isDeleted)
      .map((one): Required<Omit<UpdatedResource, 'isDeleted'>> => ({
        resource: one.resource,
        updatedAt: updateTimeOf(one, options.updateTime),
      }))
      .filter(({ updatedAt = 0 }) => updatedAt >= start && (options.endIsIn ? updatedAt <= end : updatedAt < end))
      .sort((one, other) => {
        const byTime = (one.updatedAt ?? 0) - (other.updatedAt ?? 0);
        const byKey = resourceKeyText(one.resource) < resourceKeyText(other.resource) ? -1 : 1;
        return order === 'key' ? byKey : (order === 'newest' ? -byTime : byTime) || byKey;
      });

  const source: FeedSource = {
    subject: { source: 'ACCOUNT', accountId: '1' },
    operation: ListDiscoveredResources2020,
    read: (window, isDeleted, { MaxResults, NextToken = '0' }) => {
      calls.lists += 1;
      if (options.listsFail === true) return Promise.reject(failure());
      const all = listed(isDeleted, window);
      const at = Number(NextToken);
      const end = at + Math.min(MaxResults, pageSize);
      const records = all.slice(at, end);
      const count = {
        right: all.length,
        none: undefined,
        all: listed(isDeleted, { start: 0, end: Infinity }).length,
        page: records.length,
      }[counts];
      return Promise.resolve({ records, nextToken: end < all.length ? String(end) : '', totalCount: count });
    },
  };

  const byText = new Map(resources.map((one) => [resourceKeyText(one.resource), one]));
  const reads: FeedReads<ConfigurationChangeRecord> = {
    kind: configurationTimeline,
    sources: [source],
    timeline: (resource, window, position) => {
      calls.timelines += 1;
      const text = resourceKeyText(resource);
      if (options.closed?.has(resource.accountId) === true) return Promise.reject(failure('CLIENT', 'NoPermission'));
      if (options.failing?.has(text) === true) return Promise.reject(failure());
      const changes = byText.get(text)?.changes ?? [];
      const records = changes.map((CaptureTime, index) => ({
        CaptureTime,
        ResourceEventType: 'MODIFY' as const,
        ConfigurationDiff: JSON.stringify({ Status: [index, index + 1] }),
      }));
      records.reverse();
      return readTimelinePage(configurationTimeline, { ...window, first: 94, position }, (page) => {
        const within = records.filter((one) => one.CaptureTime >= page.StartTime && one.CaptureTime <= page.EndTime);
        const at = Number(page.NextToken ?? '0');
        const end = at + page.Limit;
        return Promise.resolve({ records: within.slice(at, end), nextToken: end < within.length ? String(end) : '' });
      });
    },
  };
  return { reads, calls };
};
