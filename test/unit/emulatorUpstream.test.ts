import { startEmulator } from '../../src/emulator';
import { emulatorUpstream } from '../../src/upstream';

it('takes the time of the emulator’s world to go on if the emulator does not answer any more', async () => {
  const emulator = await startEmulator({ world: 'demo', quotas: false });
  const { now, rpc } = emulatorUpstream({ url: emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' });
  const before = await now();
  await emulator.close();

  const after = await now();

  expect(before).toBeLessThan(Date.parse('2026-07-02T00:00:00Z'));
  expect(after).toBeGreaterThanOrEqual(before);
  expect(after - before).toBeLessThan(60_000);
  await rpc.close();
});
