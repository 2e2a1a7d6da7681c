import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { StartedProcess } from '../../support/startProcess';
import { startProcess } from '../../support/startProcess';
import { send } from './rawClient';

let started: StartedProcess | undefined;
afterEach(() => started?.kill());

const start = (environment: Readonly<Record<string, string>>): StartedProcess =>
  (started = startProcess('src/emulator/main.ts', environment));

/** The exit code of a start that fails, and what it printed. */
const failureOf = async (environment: Readonly<Record<string, string>>) => {
  const emulator = start(environment);
  const code = await emulator.exited();
  return { code, out: emulator.stdout, err: emulator.stderr };
};

it('The emulator starts alone, prints its address, and stops in order at a signal', async () => {
  const emulator = start({ EMULATOR_PORT: '0', EMULATOR_WORLD: 'fresh', EMULATOR_QUOTAS: 'off' });
  const [, url = ''] = await emulator.printed(/at (http:\/\/127\.0\.0\.1:\d+) \(world fresh, no quotas\)/);
  await emulator.printed(/_emulator/);

  const index = await send(url, { path: '/_emulator' });
  emulator.child.kill('SIGTERM');

  expect(JSON.parse(index.text)).toMatchObject({ world: 'fresh', quotas: 'off' });
  expect(await emulator.exited()).toBe(0);
  expect(emulator.stderr).toBe('');
});

it('A port in use is one clear line', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const { port } = squatter.address() as AddressInfo;

  expect(await failureOf({ EMULATOR_PORT: String(port) })).toEqual({
    code: 1,
    out: '',
    err: `Port ${port} is in use. Stop the process that listens there, or set EMULATOR_PORT.\n`,
  });
  squatter.close();
});

it('A bad setting is one clear line each', async () => {
  const settings = { EMULATOR_PORT: 'http', EMULATOR_QUOTAS: '1', EMULATOR_WORD: 'demo', PORT: '1' };

  expect(await failureOf(settings)).toEqual({
    code: 1,
    out: '',
    err: 'EMULATOR_PORT must be 0 to 65535, but got "http".\nEMULATOR_QUOTAS must be on or off, but got "1".\nEMULATOR_WORD is not a setting. Did you mean EMULATOR_WORLD? If not, unset it.\n',
  });
});

it('An unknown world is refused with the names of those that there are', async () => {
  const { code, err } = await failureOf({ EMULATOR_PORT: '0', EMULATOR_WORLD: 'nowhere' });

  expect(code).toBe(1);
  expect(err).toContain('expected demo, fresh, documents or the path of a JSON file');
});
