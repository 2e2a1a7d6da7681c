import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Walk } from './walk';

const root = join(__dirname, '../..');
const run = promisify(execFile);

/** Walks directories of these sizes; emulator and gateway are processes of their own. */
export const measureWalks = async (sizes: readonly number[], pages: number): Promise<ReadonlyMap<number, Walk>> => {
  const walks = new Map<number, Walk>();
  for (const size of sizes) {
    const emulator = spawn(process.execPath, ['--import', 'tsx', 'src/emulator/main.ts'], {
      cwd: root,
      env: { ...process.env, EMULATOR_PORT: '0', EMULATOR_ACCOUNTS: String(size), EMULATOR_QUOTAS: 'off' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(createInterface(emulator.stdout), 'line')) as [string];
      const url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
      const script = ['--expose-gc', '--import', 'tsx', 'test/benchmark/walk.ts', url, String(pages)];
      const { stdout } = await run(process.execPath, script, { cwd: root });
      walks.set(size, JSON.parse(stdout) as Walk);
    } finally {
      emulator.kill('SIGTERM');
    }
  }
  return walks;
};
