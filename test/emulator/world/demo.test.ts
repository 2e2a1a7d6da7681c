import { createWorld } from '../../../src/emulator/world/createWorld';
import { demoAccounts, demoEpoch } from '../../../src/emulator/world/demo/company';
import { demoWorld } from '../../../src/emulator/world/demo/demoWorld';

const day = 24 * 60 * 60_000;
const world = createWorld('demo', { wallClock: () => 0 });
const timelines = world.timelines.all();

/** Changes of the last 30 days. */
function recent(resourceId: string) {
  const timeline = timelines.find(({ resource }) => resource.resourceId === resourceId);
  const { from = 0, to = 0 } = timeline?.between(demoEpoch - 30 * day, demoEpoch) ?? {};
  return timeline?.changes.slice(from, to) ?? [];
}

it('is the same whenever it is made', () => {
  expect(demoWorld()).toEqual(demoWorld());
});

it('has a dozen members, and a few hundred changes in several regions', () => {
  const count = timelines.reduce((sum, { changes }) => sum + changes.length, 0);

  expect(world.directories.ownedBy(demoAccounts.management)?.members.size).toBe(12);
  expect(count).toBeGreaterThan(400);
  expect(new Set(timelines.map(({ resource }) => resource.region)).size).toBeGreaterThan(4);
});

it('shows the caller’s own account a long timeline, short ones, a removed resource and ties', () => {
  const captured = recent('sg-bp1t4e8w2y6u0i9o5p3a').map(({ capturedAt }) => capturedAt);

  expect(recent('i-bp1a9fk3m7q2x8c5v0zt')).toHaveLength(168);
  expect(recent('lotus-valley-billing-reports')).toHaveLength(7);
  expect(recent('d-bp1r5s9d3f7g1h4j8k2l').at(-1)?.type).toBe('REMOVE');
  expect(new Set(captured).size).toBeLessThan(captured.length);
  expect(world.recorders.status(demoAccounts.management)).toBe('REGISTERED');
});

it('has changes to come', () => {
  const timeline = timelines.find(({ resource }) => resource.resourceId === 'i-bp1a9fk3m7q2x8c5v0zt');

  expect(timeline?.changes.filter(({ capturedAt }) => capturedAt > demoEpoch)).toHaveLength(48);
});

it('shows histories that hang together: what a change finds is what the one before it left', () => {
  for (const { changes, resource } of timelines) {
    if (resource.resourceId === 'rm-bp1odd7w3e5r9t1y6') continue;
    const current: Record<string, unknown> = {};
    for (const { diff } of changes) {
      for (const [name, [before, after]] of Object.entries(
        JSON.parse(diff ?? '{}') as Record<string, [unknown, unknown]>,
      )) {
        expect(before).toEqual(current[name] ?? null);
        current[name] = after;
      }
    }
  }
});

it('has every irregularity of the published samples in one history', () => {
  const changes = recent('rm-bp1odd7w3e5r9t1y6');

  expect(changes.map(({ type, diff, tags }) => [type, diff, tags])).toEqual([
    ['DISCOVERED', '{"ExpiredTime":["2026-05-26T16:00Z","2026-06-26T16:00Z"]}', '{""team"":[""billing""]}'],
    [
      'MODIFY',
      '{"DBInstanceStatus":["Running",null],"MaintainTime":[null,"18:00Z-19:00Z"]}',
      '{""team"":[""billing""]}',
    ],
    ['MODIFY', '', ''],
    ['MODIFY', '{"DBInstanceClass":["mysql.n2.medium.2c","mysql.n4.l', ''],
    ['MODIFY', '{"DBInstanceStorage":200,"SecurityIPList":["10.0.0.0/8"]}', ''],
    ['MODIFY', '["DBInstanceStatus"]', '{"team":["billing"]}'],
    ['MODIFY_REVISED', '{"数据库版本":["8.0.28","8.0.36"]}', '{"team":["billing"]}'],
    ['MODIFY', '{}', '{"team":["billing"]}'],
  ]);
});

it('has enrollments in every state that lasts, and an account that is not recording', () => {
  const status = (account: keyof typeof demoAccounts) => world.accountFactory.progress(demoAccounts[account])?.status;

  expect(status('management')).toBe('Finished');
  expect(status('paymentsProduction')).toBe('Finished');
  expect(status('paymentsTest')).toBe('Failed');
  expect(status('marketing')).toBe('Running');
  expect(status('sandbox')).toBeUndefined();
  expect(world.recorders.isActivated(demoAccounts.sandbox)).toBe(false);
});
