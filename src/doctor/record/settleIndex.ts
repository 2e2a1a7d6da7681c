import type { Readings } from '../../emulator';
import type { GetResourceConfigurationTimeline2020 } from '../../operations';
import { ListDiscoveredResources2020 } from '../../operations';
import type { ResponseOf } from '../../operations/operation';
import type { Probe } from '../Probe';
import { timeline2020Of } from '../cloudConfigReads';
import type { Settle } from './Settle';
import { neither } from './Settle';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Further apart than this, a capture and an update are not of the same change: captures come every ten minutes. */
const nearMs = 20 * minuteMs;

/** So many resources stand for all. */
const sampleSize = 12;

type Change = NonNullable<
  ResponseOf<typeof GetResourceConfigurationTimeline2020>['ResourceConfigurationTimeline']['ConfigurationList']
>[number];

/** What the index says of a resource, beside its timeline, newest first. */
interface Indexed {
  readonly updatedAt: number;
  readonly changes: readonly Change[];
}

const listOf = async (
  probe: Probe,
  request: Partial<Parameters<typeof probe.read<typeof ListDiscoveredResources2020>>[1]>,
) => {
  const { answer } = await probe.read(ListDiscoveredResources2020, { MaxResults: 100, ...request });
  return answer?.DiscoveredResourceProfiles;
};

/** Resources that the index dates, with their timelines. */
async function indexedOf(probe: Probe, isDeleted: boolean): Promise<readonly Indexed[]> {
  const list = await listOf(probe, isDeleted ? { ResourceDeleted: 0 } : {});
  const indexed: Indexed[] = [];
  for (const { ResourceId, ResourceType, Region, UpdateTime } of list?.DiscoveredResourceProfileList ?? []) {
    if (indexed.length === sampleSize) break;
    if (ResourceType === undefined || Region === undefined || UpdateTime === undefined) continue;
    const { answer } = await timeline2020Of(probe, { ResourceId, ResourceType, Region });
    const changes = [...(answer?.ResourceConfigurationTimeline.ConfigurationList ?? [])];
    changes.sort((one, other) => other.CaptureTime - one.CaptureTime);
    if (changes.length > 0) indexed.push({ updatedAt: UpdateTime, changes });
  }
  return indexed;
}

/** How much later each update is than the newest capture, milliseconds. */
async function delaysOf(probe: Probe, isMeant: (one: Indexed) => boolean = () => true): Promise<readonly number[]> {
  const indexed = (await indexedOf(probe, false)).filter(isMeant);
  return indexed.map(({ updatedAt, changes: [newest] }) => updatedAt - (newest?.CaptureTime ?? NaN));
}

/** How open points of the index of updates show in reads that change nothing. */
export const indexSettlements: { readonly [K in keyof Readings]?: Settle<K> } = {
  updateTime: async (probe) => {
    // Later than that, something else than a change moved the update.
    const delays = (await delaysOf(probe)).filter((delay) => Math.abs(delay) <= nearMs);
    if (delays.length === 0) return undefined;
    const [isEarlier, isLater] = [delays.some((delay) => delay < 0), delays.some((delay) => delay > 0)];
    if (isEarlier) return isLater ? neither : 'product';
    return delays.includes(0) ? 'capture' : 'index';
  },
  updateMoves: async (probe) => {
    const indexed = await indexedOf(probe, false);
    const newest = Math.max(...indexed.map(({ updatedAt }) => updatedAt));
    // A daily check would have moved everything that is older.
    const delays = await delaysOf(probe, ({ changes: [last] }) => (last?.CaptureTime ?? Infinity) < newest - 2 * dayMs);
    const moved = delays.filter((delay) => delay > nearMs).length;
    if (delays.length < sampleSize / 2) return undefined;
    return moved === 0 ? 'changes' : moved === delays.length ? 'checks' : 'relations';
  },
  updateBounds: async (probe) => {
    const list = (await listOf(probe, {}))?.DiscoveredResourceProfileList ?? [];
    const dated = list.find(({ UpdateTime }) => UpdateTime !== undefined);
    if (dated?.UpdateTime === undefined) return undefined;
    const { UpdateTime: at, ResourceId: id } = dated;
    const isListed = async (end: number): Promise<boolean> => {
      const request = { StartUpdateTimestamp: at - minuteMs, EndUpdateTimestamp: end };
      const found = (await listOf(probe, request))?.DiscoveredResourceProfileList ?? [];
      return found.some(({ ResourceId, UpdateTime }) => ResourceId === id && UpdateTime === at);
    };
    if (await isListed(at)) return 'inclusive';
    return (await isListed(at + 1000)) ? 'end-exclusive' : undefined;
  },
  deletedUpdateTime: async (probe) => {
    for (const { updatedAt, changes } of await indexedOf(probe, true)) {
      const [removal, before] = changes;
      if (removal?.ResourceEventType !== 'REMOVE' || before === undefined) continue;
      const [removedAt, changedAt] = [removal.CaptureTime, before.CaptureTime];
      if (removedAt - changedAt <= 2 * nearMs) continue;
      if (Math.abs(updatedAt - removedAt) <= nearMs) return 'removal';
      if (Math.abs(updatedAt - changedAt) <= nearMs) return 'last-change';
    }
    return undefined;
  },
  listedTotal: async (probe) => {
    const all = await listOf(probe, {});
    const { TotalCount: total, DiscoveredResourceProfileList: listed = [] } = all ?? {};
    const newest = Math.max(...listed.map(({ UpdateTime = 0 }) => UpdateTime));
    if (total === undefined || newest <= 0) return undefined;
    const window = { StartUpdateTimestamp: newest - minuteMs, EndUpdateTimestamp: newest + minuteMs };
    const {
      DiscoveredResourceProfileList: within = [],
      NextToken = '',
      TotalCount,
    } = (await listOf(probe, window)) ?? {};
    if (TotalCount === undefined || NextToken !== '' || within.length === 0 || within.length >= total) return undefined;
    return TotalCount === within.length ? 'filtered' : TotalCount >= total ? 'without-window' : neither;
  },
};
