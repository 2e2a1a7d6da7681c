import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { send } from './rawClient';

const root = join(__dirname, '../../..');

let started: ChildProcess | undefined;
afterEach(() => {
  started?.kill('SIGKILL');
});

/** Starts the emulator as its script does, and gathers what it prints. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/emulator/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
  });
  started = child;
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, printed, exited };
}

it('The emulator starts alone, tells where it is, and stops in order when told to', async () => {
  const { child, printed, exited } = run({ EMULATOR_PORT: '0', EMULATOR_WORLD: 'fresh', EMULATOR_QUOTAS: 'off' });
  while (!printed.out.includes('_emulator')) await Promise.race([once(child.stdout, 'data'), exited]);
  const [, url = ''] = /at (http:\/\/127\.0\.0\.1:\d+) \(world fresh, no quotas\)/.exec(printed.out) ?? [];

  const index = await send(url, { path: '/_emulator' });
  child.kill('SIGTERM');

  expect(JSON.parse(index.text)).toMatchObject({ world: 'fresh', quotas: 'off' });
  expect(await exited).toEqual([0, null]);
  expect(printed.err).toBe('');
});

it('A port in use is one clear line', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const { port } = squatter.address() as AddressInfo;

  const { printed, exited } = run({ EMULATOR_PORT: String(port) });

  expect(await exited).toEqual([1, null]);
  expect(printed.err).toBe(`Port ${port} is in use. Stop the process that listens there, or set EMULATOR_PORT.\n`);
  squatter.close();
});

it('A bad setting is one clear line each', async () => {
  const { printed, exited } = run({ EMULATOR_PORT: 'http', EMULATOR_QUOTAS: '1', EMULATOR_WORD: 'demo', PORT: '1' });

  expect(await exited).toEqual([1, null]);
  expect(printed).toEqual({
    out: '',
    err: 'EMULATOR_PORT must be 0 to 65535, but got "http".\nEMULATOR_QUOTAS must be on or off, but got "1".\nEMULATOR_WORD is not a setting. Did you mean EMULATOR_WORLD? If not, unset it.\n',
  });
});

it('A world that there is not is told with those that there are', async () => {
  const { printed, exited } = run({ EMULATOR_PORT: '0', EMULATOR_WORLD: 'nowhere' });

  expect(await exited).toEqual([1, null]);
  expect(printed.err).toContain('expected demo, fresh, documents or the path of a JSON file');
});
