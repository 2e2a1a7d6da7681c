import type { WorldDefinition } from '../../../src/emulator';
import { demoAccounts, demoWorld, startEmulator } from '../../../src/emulator';

/**
 * An emulator in a process of its own, with a resource whose timeline is as long as its argument says. It prints its address.
 */

/** The resource. */
export const longResource = { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-bp1long' };

/** The time in which it changed. */
export const longWindow = { from: '2026-06-01T00:00:00Z', to: '2026-06-29T00:00:00Z' };

const worldOf = (changes: number): WorldDefinition => {
  const demo = demoWorld();
  const [from, to] = [Date.parse(longWindow.from), Date.parse(longWindow.to)];
  const step = (to - from) / changes;
  return {
    ...demo,
    resources: [
      ...(demo.resources ?? []),
      {
        ...longResource,
        accountId: demoAccounts.management,
        changes: Array.from({ length: changes }, (_, index) => ({
          at: new Date(from + Math.floor(index * step)).toISOString(),
          type: index === 0 ? 'DISCOVERED' : 'MODIFY',
          diff: { Cpu: [index, index + 1], Status: ['Running', 'Stopped'] },
        })),
      },
    ],
  };
};

if (require.main === module) {
  void startEmulator({ world: worldOf(Number(process.argv[2])), quotas: false }).then(({ url }) => {
    process.stdout.write(`${url}\n`);
  });
}
