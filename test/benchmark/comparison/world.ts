import type { WorldDefinition } from '../../../src/emulator';
import { demoAccounts, demoWorld, ecsInstance, makeHistory, seededRandom, spread } from '../../../src/emulator';

/** The instances that the documents of the comparison ask for. */
export const instances = Array.from({ length: 10 }, (_, index) => ({
  region: 'cn-hangzhou',
  resourceType: ecsInstance.resourceType,
  resourceId: `i-bp1benchmark${String(index).padStart(6, '0')}`,
}));

/** The time in which each instance has {@link changes} changes. Over before the world begins, so that answers stay the same. */
export const window = { from: '2026-06-01T00:00:00Z', to: '2026-06-29T00:00:00Z' };
const changes = 120;

/** The company of the demo world, with the {@link instances} in its management account. */
export const benchmarkWorld = (): WorldDefinition => {
  const demo = demoWorld();
  return {
    ...demo,
    name: 'benchmark',
    resources: [
      ...(demo.resources ?? []),
      ...instances.map((key) => {
        const random = seededRandom(key.resourceId);
        const times = spread(changes, Date.parse(window.from), Date.parse(window.to), random);
        return {
          ...key,
          accountId: demoAccounts.management,
          resourceName: key.resourceId,
          changes: makeHistory({ kind: ecsInstance, times, random }),
        };
      }),
    ],
  };
};
