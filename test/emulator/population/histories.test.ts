import type { History } from '../../../src/emulator/cloud-config/History';
import { applyDiff } from '../../../src/emulator/cloud-config/History';
import { generatedEpoch, generatedWorld } from '../../../src/emulator/world/population/generatedWorld';

const size = 120;
const { accountId, managementAccountId, population } = generatedWorld(size);
const historiesOf = (id: string): readonly History[] => [...population.resources.of(id)];

/** What one gets by laying every diff over what the ones before it left. */
function replay(history: History, count: number): object {
  const configuration = new Map<string, unknown>();
  for (const { diff } of history.slice(0, count)) applyDiff(configuration, diff);
  return Object.fromEntries(configuration);
}

it('has about a hundred resources for every account, each found by its key and by no other', () => {
  for (const id of [managementAccountId, accountId(0), accountId(57)]) {
    const histories = historiesOf(id);

    expect(Math.abs(histories.length - 100)).toBeLessThanOrEqual(20);
    expect(new Set(histories.map(({ resource }) => resource.resourceId)).size).toBe(histories.length);
    for (const { resource } of histories) {
      expect(population.resources.get(resource)?.resource).toEqual(resource);
      expect(population.resources.get({ ...resource, region: 'cn-nowhere' })).toBeUndefined();
      expect(population.resources.get({ ...resource, accountId: accountId(58) })).toBeUndefined();
    }
  }
});

it('finds no resource by an id that was never given', () => {
  const known = { accountId: accountId(1), region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance' };

  expect(population.resources.get({ ...known, resourceId: 'i-bp1zzzzzzzzzz' })).toBeUndefined();
  expect(population.resources.get({ ...known, resourceId: 'web' })).toBeUndefined();
  expect(population.resources.get({ ...known, resourceId: '__proto__' })).toBeUndefined();
});

it('shows histories that hang together: replaying them gives the configuration, also of a removed resource', () => {
  const histories = [...historiesOf(accountId(0)).slice(2), ...historiesOf(accountId(31))];

  for (const history of histories) {
    for (const count of [0, 1, Math.ceil(history.length / 2), history.length - 1, history.length]) {
      expect(Object.fromEntries(history.configurationAfter(count))).toEqual(replay(history, count));
    }
  }
  expect(
    histories.filter((history) => history.slice(history.length - 1, history.length)[0]?.type === 'REMOVE').length,
  ).toBeGreaterThan(5);
});

it('has a bucket called __proto__ with a history like any other', () => {
  const history = historiesOf(accountId(0))[0];

  expect(history?.resource).toMatchObject({ resourceId: '__proto__', resourceType: 'ACS::OSS::Bucket' });
  expect(history?.slice(0, 1)).toMatchObject([{ type: 'DISCOVERED' }]);
});

function historyAt(id: string, ordinal: number): History {
  const history = historiesOf(id)[ordinal];
  if (!history) throw new Error(`Account ${id} has no resource ${ordinal}.`);
  return history;
}

describe('a history of 100,000 changes', () => {
  const history = historyAt(managementAccountId, 1);

  it('lies in the last month, in order, with changes that share a millisecond', () => {
    const times = history.slice(0, history.length).map(({ capturedAt }) => capturedAt);

    expect(history.length).toBe(100_000);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(new Set(times).size).toBeLessThan(times.length);
    expect(times[0]).toBeGreaterThan(generatedEpoch - 30 * 24 * 60 * 60_000);
    expect(times.at(-1)).toBeLessThan(generatedEpoch);
  });

  it('is cut by any window at the times of its changes', () => {
    const [first, second] = [history.slice(40_000, 40_001)[0], history.slice(60_000, 60_001)[0]];
    const { from, to } = history.between(first?.capturedAt ?? 0, second?.capturedAt ?? 0);

    expect([from, to]).toEqual([40_000, 60_001]);
    expect(history.between(0, 1)).toEqual({ from: 0, to: 0 });
    expect(history.between(generatedEpoch, Infinity)).toEqual({ from: 100_000, to: 100_000 });
  });

  it('is at its end what its changes made of it', () => {
    expect(Object.fromEntries(history.configurationAfter(5_000))).toEqual(replay(history, 5_000));
  });
});
