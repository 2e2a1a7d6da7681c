import { findResources } from '../../../src/emulator/cloud-config/findResources';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { generatedEpoch, generatedWorld } from '../../../src/emulator/world/population/generatedWorld';

const size = 60;
const dayMs = 24 * 60 * 60_000;

function changedSince(since: number, changedToday: number | undefined): number {
  const { accountId } = generatedWorld(size, undefined, changedToday);
  const world = createWorld('demo', { accounts: size, changedToday, wallClock: () => 0 });
  const accountIds = Array.from({ length: size }, (_, index) => accountId(index));
  return [true, false].reduce(
    (sum, deleted) =>
      sum + findResources(accountIds, { deleted, updated: { from: since, to: generatedEpoch } }, world).length,
    0,
  );
}

it.each([0, 1, 7, 120, 1000])('has as many resources that changed in the last day as it is made with: %i', (count) => {
  expect(changedSince(generatedEpoch - dayMs, count)).toBe(count);
  expect(changedSince(generatedEpoch - dayMs - 60 * 60_000, count)).toBe(count);
  expect(changedSince(generatedEpoch - 20 * dayMs, count)).toBeGreaterThan(count);
});

it('changes the resources with the longest histories alone if no count is given', () => {
  expect(changedSince(generatedEpoch - dayMs, undefined)).toBe(3);
});

it('removes some of the resources that change in a day, and shows every history in order of time', () => {
  const { accountId, population } = generatedWorld(size, undefined, 1000);
  const histories = Array.from({ length: size }, (_, index) => accountId(index))
    .flatMap((account) => [...population.resources.of(account)])
    .filter(({ length }) => length < 100);

  const lastTypes = histories.map((history) => {
    const changes = history.slice(0, history.length);
    const times = changes.map(({ capturedAt }) => capturedAt);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    const last = changes.at(-1);
    return last && last.capturedAt >= generatedEpoch - dayMs ? last.type : 'earlier';
  });

  expect(new Set(lastTypes)).toEqual(new Set(['earlier', 'MODIFY', 'REMOVE']));
  expect(lastTypes.filter((type) => type !== 'earlier')).toHaveLength(1000);
});

it('refuses more changes in a day than its members have resources for', () => {
  expect(() => generatedWorld(2, undefined, 81)).toThrow(
    'At most 80 resources of 2 members can change in a day, but got 81.',
  );
});
