import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

it('asks for the time of the world once for all who ask at the same time, and again after that', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end(JSON.stringify({ now: '2026-06-30T08:00:00.000Z' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { now, rpc } = emulatorUpstream({ url, accessKeyId: 'testid', accessKeySecret: 'testsecret' });

  await Promise.all([now(), now(), now()]);
  expect(asked).toBe(1);
  await now();

  expect(asked).toBe(2);
  await rpc.close();
  server.close();
});
