import type { History } from '../../../src/emulator/cloud-config/History';
import type { ResourceFilter } from '../../../src/emulator/cloud-config/findResources';
import { findResources } from '../../../src/emulator/cloud-config/findResources';
import { recordedHistory, trackedResource } from '../../../src/emulator/cloud-config/trackedResource';
import type { TrackedResource } from '../../../src/emulator/cloud-config/trackedResource';
import type { World } from '../../../src/emulator/world/World';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { generatedEpoch, generatedWorld } from '../../../src/emulator/world/population/generatedWorld';

const size = 60;
const { accountId } = generatedWorld(size);
const accountIds = Array.from({ length: size }, (_, index) => accountId(index));
const dayMs = 24 * 60 * 60_000;

let world: World;
beforeEach(() => {
  world = createWorld('demo', { accounts: size, wallClock: () => 0 });
});

/** What is tracked, by looking at every history of every account. */
function lookedUp({
  deleted,
  types,
  regions,
  resourceId,
  resourceName,
  updated,
}: ResourceFilter): (History['resource'] | undefined)[] {
  return accountIds
    .flatMap((account) => [...world.timelines.of(account)])
    .filter(
      ({ resource }) =>
        (types?.includes(resource.resourceType) ?? true) && (regions?.includes(resource.region) ?? true),
    )
    .map((history) => trackedResource(recordedHistory(history, world), world))
    .filter((tracked) => tracked?.deleted === deleted)
    .filter((tracked) => resourceName === undefined || tracked?.resourceName === resourceName)
    .filter(
      ({ updatedAt = 0 } = {} as TrackedResource) => !updated || (updatedAt >= updated.from && updatedAt <= updated.to),
    )
    .map((tracked) => tracked?.history.resource)
    .filter((resource) => (resourceId ?? resource?.resourceId) === resource?.resourceId);
}

function found(filter: ResourceFilter): (History['resource'] | undefined)[] {
  const resources = findResources(accountIds, filter, world);
  return Array.from({ length: resources.length }, (_, index) => resources.at(index)?.history.resource);
}

const filters: readonly (readonly [string, ResourceFilter])[] = [
  ['what exists', { deleted: false }],
  ['what was deleted', { deleted: true }],
  ['some types', { deleted: false, types: ['ACS::ECS::Disk', 'ACS::OSS::Bucket'] }],
  ['one region', { deleted: true, regions: ['global'] }],
  ['a name', { deleted: false, resourceName: '支付 012' }],
  ['a month', { deleted: false, updated: { from: generatedEpoch - 30 * dayMs, to: generatedEpoch - 2 * dayMs } }],
];

const situations: readonly (readonly [string, () => void])[] = [
  ['at its start', () => undefined],
  [
    'a day before',
    () => {
      world.clock.set(generatedEpoch - 2 * dayMs);
    },
  ],
  [
    'with recorders that are stopped, started and narrowed',
    () => {
      world.recorders.stop(accountId(1));
      world.recorders.stop(accountId(2));
      world.recorders.build(accountId(2));
      world.recorders.choose(accountId(3), ['ACS::ECS::Disk'], 'REBUILDING');
      world.recorders.build(accountId(19));
      world.clock.advance(dayMs);
    },
  ],
];

describe.each(situations)('a generated directory %s', (_, prepare) => {
  it.each(filters)('is searched in outline for %s, and nothing else is found', (_name, filter) => {
    prepare();

    const expected = lookedUp(filter);

    expect(expected.length).toBeGreaterThan(0);
    expect(found(filter)).toEqual(expected);
  });

  it('is counted as it is searched', () => {
    prepare();
    const resources = findResources(accountIds, { deleted: false }, world);

    const byType = new Map<string, number>();
    for (const resource of lookedUp({ deleted: false })) {
      const { resourceType = '' } = resource ?? {};
      byType.set(resourceType, (byType.get(resourceType) ?? 0) + 1);
    }

    expect(new Map(resources.countBy('resourceType'))).toEqual(byType);
  });
});

it('finds by id what it finds by looking', () => {
  const [, one] = lookedUp({ deleted: false });
  const filter = { deleted: false, resourceId: one?.resourceId };

  expect(found(filter)).toEqual(lookedUp(filter));
  expect(found({ deleted: false, resourceId: '__proto__' })).toHaveLength(1);
  expect(found({ deleted: false, resourceId: 'i-none' })).toEqual([]);
});
