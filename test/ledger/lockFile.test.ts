import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '../../src/ledger/lockFile';
import { openFileLedger } from '../../src/ledger/openFileLedger';
import { openLedger } from '../../src/ledger/openLedger';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  path = join(folder, 'ledger.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

/** Another process that has the file, as this one would have it. */
const startHolder = async () => {
  const address = `${path}.0-01234567.lock`;
  const script = `require('node:net').createServer().listen(${JSON.stringify(address)}, () => console.log('ready'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    signal: (name: NodeJS.Signals) => child.kill(name),
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
};

it('names the file and the process that has it, and leaves the file as it is', async () => {
  const first = await openFileLedger(path, { keptMs: 1000, now: Date.now });

  await expect(openFileLedger(path, { keptMs: 1000, now: Date.now })).rejects.toThrow(
    `The mutation ledger ${path} is in use by process ${process.pid}. Each process needs a file of its own: set LEDGER.`,
  );

  await first.close();
});

it('gives the file to the next one after it was closed, and leaves nothing beside it', async () => {
  await (await openFileLedger(path, { keptMs: 1000, now: Date.now })).close();
  await (await openFileLedger(path, { keptMs: 1000, now: Date.now })).close();

  expect(await readdir(folder)).toEqual(['ledger.jsonl']);
});

it('gives the file to the next one after the process that had it was killed, whatever it left', async () => {
  const holder = await startHolder();
  await expect(lockFile(path)).rejects.toThrow('is in use by process 0.');
  await holder.kill();
  expect(await readdir(folder)).toEqual(['ledger.jsonl.0-01234567.lock']);

  const lock = await lockFile(path);

  expect(await readdir(folder)).toEqual([expect.stringMatching(/^ledger\.jsonl\.\d+-/)]);
  await lock.release();
});

it('does not take the file from a process that is paused', async () => {
  const holder = await startHolder();
  holder.signal('SIGSTOP');

  await expect(lockFile(path)).rejects.toThrow('is in use by process 0.');

  await holder.kill();
});

it('gives the file to one at most of several that want it at the same time', async () => {
  for (let round = 0; round < 20; round += 1) {
    const all = await Promise.allSettled(Array.from({ length: 4 }, () => lockFile(path)));

    const locks = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(locks.length).toBeLessThanOrEqual(1);
    for (const lock of locks) await lock.release();
  }
});

it('holds for a path that is too long for the address of a socket', async () => {
  const deep = join(folder, 'x'.repeat(100));
  await mkdir(deep);
  const lock = await lockFile(join(deep, 'ledger.jsonl'));

  await expect(lockFile(join(deep, 'ledger.jsonl'))).rejects.toThrow(`is in use by process ${process.pid}.`);

  await lock.release();
  await (await lockFile(join(deep, 'ledger.jsonl'))).release();
});

it.each([
  ['a folder that is not there', 'none/ledger.jsonl', 'ENOENT'],
  ['a file in place of a folder', 'file/ledger.jsonl', 'ENOTDIR'],
])('names the setting and the file for %s', async (_, name, code) => {
  await writeFile(join(folder, 'file'), '');
  const place = { kind: 'file', path: join(folder, name) } as const;

  await expect(openLedger({ place, keptMs: 1000 }, undefined)).rejects.toThrow(
    new RegExp(`^LEDGER names the file .*${name}, which cannot be used: .*${code}`),
  );
});
