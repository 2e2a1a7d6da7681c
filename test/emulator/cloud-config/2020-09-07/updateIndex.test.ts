import type { Readings } from '../../../../src/emulator';
import type { WorldDefinition } from '../../../../src/emulator/world/WorldDefinition';
import { ListDiscoveredResources2020 } from '../../../../src/operations';
import type { RequestOf } from '../../../../src/operations/operation';
import { minute } from '../../world/startCloud';
import { epoch, managementId, smallWorld } from '../../world/worlds';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

const hour = 60 * minute;
const now = Date.parse(epoch);
const dayAgo = now - 24 * hour;
const iso = (time: number): string => new Date(time).toISOString();

/** Found two days ago, and changed so long before the epoch; later changes may be still to come. */
const resource = (resourceId: string, ...changed: readonly { readonly at: number; readonly type?: string }[]) => ({
  accountId: managementId,
  resourceId,
  resourceType: 'ACS::ECS::Instance',
  region: 'cn-hangzhou',
  changes: [
    { at: iso(now - 48 * hour), type: 'DISCOVERED' },
    ...changed.map(({ at, type = 'MODIFY' }) => ({ at: iso(at), type })),
  ],
});
const removal = { at: now - hour, type: 'REMOVE' };
const world = (more: Partial<WorldDefinition> = {}): WorldDefinition =>
  smallWorld({
    clock: 'frozen',
    management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
    resources: [
      resource('i-old'),
      resource('i-2', { at: now - 2 * hour }),
      resource('i-3', { at: now - 3 * hour }),
      resource('i-1', { at: now - hour }, { at: now + minute }),
      resource('i-gone', { at: now - 40 * hour }, removal),
    ],
    ...more,
  });

let cloud: ClientCloud;
afterEach(() => cloud.close());

async function start(readings: Partial<Readings> = {}, more: Partial<WorldDefinition> = {}): Promise<void> {
  cloud = await startWithClient(world(more));
  cloud.emulator.readings.choose(readings);
}

type ListRequest = Omit<RequestOf<typeof ListDiscoveredResources2020>, 'MaxResults'>;

async function list(request: ListRequest = {}, MaxResults = 100) {
  const window = { StartUpdateTimestamp: dayAgo, EndUpdateTimestamp: now + hour };
  const { DiscoveredResourceProfiles: page } = await cloud.call(ListDiscoveredResources2020, {
    MaxResults,
    ...window,
    ...request,
  });
  const items = page.DiscoveredResourceProfileList ?? [];
  return { ...page, items, ids: items.map(({ ResourceId }) => ResourceId) };
}

it('lists what was updated in a window, with the capture and the number of the last change', async () => {
  await start();

  const { items, ids, TotalCount } = await list();

  expect(ids).toEqual(['i-2', 'i-3', 'i-1']);
  expect(TotalCount).toBe(3);
  expect(items[2]).toMatchObject({ UpdateTime: now - hour, Version: 2 });
});

it('shows a list as it was when its first page was read, whatever is updated meanwhile', async () => {
  await start();

  const first = await list({}, 2);
  cloud.pass(2 * minute);
  const second = await list({ NextToken: first.NextToken }, 2);

  expect(second.items).toMatchObject([{ ResourceId: 'i-1', UpdateTime: now - hour, Version: 2 }]);
  expect((await list()).items[2]).toMatchObject({ ResourceId: 'i-1', UpdateTime: now + minute, Version: 3 });
});

it.each([
  ['newest-first', ['i-1', 'i-2', 'i-3'], ['i-2']],
  ['oldest-first', ['i-3', 'i-2', 'i-1'], ['i-2']],
] as const)('lists updates %s, by another reading', async (updateOrder, order, second) => {
  await start({ updateOrder });

  expect((await list()).ids).toEqual(order);
  expect((await list({ NextToken: (await list({}, 1)).NextToken }, 1)).ids).toEqual(second);
});

it('gives an entry twice if it is updated between two pages of a list, newest first', async () => {
  await start(
    { updateOrder: 'newest-first' },
    { resources: [resource('i-a', { at: now - hour }), resource('i-b', { at: now - 2 * hour }, { at: now + minute })] },
  );

  const first = await list({}, 1);
  cloud.pass(2 * minute);
  const second = await list({ NextToken: first.NextToken }, 1);

  expect([first.ids, second.ids]).toEqual([['i-a'], ['i-a']]);
});

it('hides an entry if another is updated between two pages of a list, oldest first', async () => {
  await start(
    { updateOrder: 'oldest-first' },
    { resources: [resource('i-a', { at: now - 2 * hour }, { at: now + minute }), resource('i-b', { at: now - hour })] },
  );

  const first = await list({}, 1);
  cloud.pass(2 * minute);
  const second = await list({ NextToken: first.NextToken }, 1);

  expect([first.ids, second.ids]).toEqual([['i-a'], ['i-a']]);
  expect((await list()).ids).toEqual(['i-b', 'i-a']);
});

it('lists what was deleted by the removal, or by the change before it', async () => {
  await start();
  const deleted = { ResourceDeleted: 0 };

  expect((await list(deleted)).items).toMatchObject([{ ResourceId: 'i-gone', UpdateTime: now - hour }]);
  cloud.emulator.readings.choose({ deletedUpdateTime: 'last-change' });
  expect((await list(deleted)).ids).toEqual([]);
  const earlier = { ...deleted, StartUpdateTimestamp: now - 41 * hour };
  expect((await list(earlier)).items).toMatchObject([{ ResourceId: 'i-gone', UpdateTime: now - 40 * hour }]);
});

it('leaves the upper bound out of the window, by another reading', async () => {
  await start();
  const window = { EndUpdateTimestamp: now - 2 * hour };

  expect((await list(window)).ids).toEqual(['i-2', 'i-3']);
  cloud.emulator.readings.choose({ updateBounds: 'end-exclusive' });
  expect((await list(window)).ids).toEqual(['i-3']);
});

it('counts what was not updated in the window as well, by another reading', async () => {
  await start({ listedTotal: 'without-window' });

  expect((await list()).TotalCount).toBe(4);
  expect((await list({ ResourceDeleted: 0 })).TotalCount).toBe(1);
});

it('gives the moment of the product as the update, up to ten minutes before the capture', async () => {
  await start({ updateTime: 'product' });

  for (const { UpdateTime = 0, ResourceId } of (await list()).items) {
    const captured = now - Number(ResourceId.slice(2)) * hour;
    expect(captured - UpdateTime).toBeGreaterThanOrEqual(0);
    expect(captured - UpdateTime).toBeLessThan(10 * minute);
  }
});

it('knows of a change when its index was written, and gives that moment', async () => {
  await start({ updateTime: 'index' });

  cloud.pass(minute + minute / 2);
  expect((await list()).items[2]).toMatchObject({ ResourceId: 'i-1', UpdateTime: now - hour + minute, Version: 2 });
  cloud.pass(minute / 2);
  expect((await list()).items[2]).toMatchObject({ ResourceId: 'i-1', UpdateTime: now + 2 * minute, Version: 3 });
});

it('knows of a change as much later as its world says', async () => {
  await start({}, { indexLagSeconds: 300 });

  cloud.pass(5 * minute);
  expect((await list()).items[2]).toMatchObject({ UpdateTime: now - hour });
  cloud.pass(minute);
  expect((await list()).items[2]).toMatchObject({ UpdateTime: now + minute });
});

it.each([
  ['relations', 0],
  ['checks', 4],
] as const)('moves the update without a change, by %s', async (updateMoves, least) => {
  const many = Array.from({ length: 40 }, (_, index) => resource(`i-${index}`));
  await start({ updateMoves }, { resources: many });

  const { items } = await list();
  const checkedDaily = items.filter(({ UpdateTime = 0 }) => UpdateTime < now - 6 * hour);

  expect(items.length).toBeGreaterThan(0);
  expect(items.length < 40).toBe(updateMoves === 'relations');
  expect(checkedDaily.length).toBeGreaterThanOrEqual(least);
  for (const { UpdateTime = 0, Version = 0 } of items) {
    expect(UpdateTime).toBeLessThanOrEqual(now);
    expect(Version).toBeGreaterThan(1);
  }
});
