import type { CloudResourceKey } from '../../schema/cloud-config/CloudResource';
import { ConfigurationSnapshot } from '../../schema/cloud-config/ConfigurationSnapshot';
import type { Load } from '../../schema/costs';
import type { PresentResource } from '../../src/changes/past/Undoing';
import type { ReadChanges } from '../../src/changes/past/stateAt';
import { fitsTogether, stateAt } from '../../src/changes/past/stateAt';
import type { Context } from '../../src/context';
import { badInput } from '../../src/errors/UserError';
import { parseJsonObject } from '../../src/json/parseJsonText';
import { DescribeDiscoveredResource, GetResourceConfigurationTimeline } from '../../src/operations';
import type { ResourceDetailRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import type { ConfigurationChangeRecord } from '../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { endingNow } from './timeRange';

/** How many calls the changes since then may take. One more may read the newest ones again. */
const maxCalls = 8;

/** More than so many calls bring. */
const maxChanges = maxCalls * 100;

/** A present state may be cached for half a minute, and changes are listed some time after their capture. */
const unsettledMs = 60 * 60_000;

/** How long after the request began a change may be captured that the second read still sees. */
const laterMs = 60_000;

/** What {@link resolveSnapshot} calls at most. */
export const snapshotLoads: readonly Load[] = [
  { operation: DescribeDiscoveredResource, per: 'parent' },
  { operation: DescribeDiscoveredResource, per: 'arguments', about: 'again' },
  { operation: GetResourceConfigurationTimeline, per: 'arguments', calls: maxCalls + 1 },
];

/** The configuration of a resource at a time. @throws UserError for a time in the future. */
export const resolveSnapshot = async (
  resource: CloudResourceKey,
  time: Date,
  context: Context,
): Promise<ConfigurationSnapshot> => {
  const to = endingNow(await context.now());
  if (time.getTime() >= to) {
    throw badInput(['time'], { en: 'a time in the past', zh: '过去的时间' }, time.toISOString());
  }
  const { accountId, region, resourceType, resourceId } = resource;
  const reads = readsOf({ accountId, region, resourceType, resourceId }, context);
  const settledAt = to - unsettledMs;
  const changes = reads.changes({ from: 0, to, downTo: Math.min(time.getTime(), settledAt), maxCalls });
  const [present, listed] = await Promise.all([reads.present(false), changes]);
  const read = { ...listed, settledAt };
  if (fitsTogether(present, read)) return ConfigurationSnapshot.of(time, stateAt(time.getTime(), present, read));
  // A change may have been captured between the two reads, or one of them was cached.
  const [newest] = read.changes;
  const from = newest?.CaptureTime ?? 0;
  const newer = await reads.changes({ from, to: to + laterMs, downTo: from, maxCalls: 1, fresh: true });
  const presentAgain = await reads.present(true);
  const readAgain = { ...read, changes: joined(newer.changes, read.changes) };
  return ConfigurationSnapshot.of(time, stateAt(time.getTime(), presentAgain, readAgain));
};

interface ChangesRequest {
  readonly from: number;
  readonly to: number;
  readonly downTo: number;
  readonly maxCalls: number;
  readonly fresh?: boolean;
}

type Listed = Omit<ReadChanges<ConfigurationChangeRecord>, 'settledAt'>;

const readsOf = (resource: CloudResourceKey, { loaders: { cloudConfig } }: Context) => ({
  present: async (fresh: boolean): Promise<PresentResource> =>
    presentOf(await cloudConfig.resourceDetail.load({ ...resource, fresh })),

  changes: async (request: ChangesRequest): Promise<Listed> => {
    const page = { resource, ...request, first: maxChanges, filter: 'null' };
    const { edges, hasNextPage } = await cloudConfig.timelinePage.load(page);
    return { changes: edges.map(({ record }) => record), areAll: !hasNextPage };
  },
});

const presentOf = (detail: ResourceDetailRecord | null): PresentResource =>
  detail === null
    ? { exists: undefined, configuration: null }
    : // The reverse of what the wire's name suggests.
      { exists: detail.ResourceDeleted !== 0, configuration: parseJsonObject(detail.Configuration ?? '') };

/** The newer changes, and those from before the oldest of them. */
const joined = <C extends ConfigurationChangeRecord>(newer: readonly C[], known: readonly C[]): readonly C[] => {
  const oldest = newer.at(-1)?.CaptureTime ?? Infinity;
  return [...newer, ...known.filter(({ CaptureTime }) => CaptureTime < oldest)];
};
