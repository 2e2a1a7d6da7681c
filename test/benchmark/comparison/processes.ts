import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

export const root = join(__dirname, '../../..');

/** Whether a process can be bound to one core. */
export const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The core of the server that is measured, and that of everything else. */
export type Core = 'server' | 'rest';

export interface ProcessOptions extends SpawnOptions {
  readonly core: Core;
  readonly args: readonly string[];
}

/** Starts Node on a core. It inherits nothing of the environment but the way to Node. */
export const startNode = ({ core, args, env, ...options }: ProcessOptions): ChildProcess => {
  const command = [...(canPin ? ['taskset', '-c', core === 'server' ? '0' : '1'] : []), process.execPath, ...args];
  const [file = '', ...rest] = command;
  const child = spawn(file, rest, { cwd: root, ...options, env: { PATH: process.env.PATH, ...env } });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
};

const running = new Set<ChildProcess>();

/** Lets a signal end the other processes together with this one. Otherwise they would run on. */
export const stopOnSignals = (): void => {
  process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
};

/** Ends a process, and waits until it is over. */
export const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  // Some need their time for what they have begun.
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
};

/** Linux counts the CPU time of processes in steps of 10 ms. */
const microsPerTick = 10_000;

/** The CPU time that a process has taken with all its threads, microseconds. NaN if the system does not say. */
export const cpuMicrosOf = ({ pid }: ChildProcess): number => {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return NaN;
  // The name of the program, in parentheses, may have spaces.
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
};

/** The memory that a process holds, bytes. NaN if the system does not say. */
export const memoryOf = ({ pid }: ChildProcess): number => {
  const path = `/proc/${pid}/status`;
  const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) * 1024;
};
