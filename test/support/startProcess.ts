import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { root, transpiled } from './transpiled';

/** A process of this project, with everything that it printed. */
export interface StartedProcess {
  readonly stdout: string;
  readonly stderr: string;
  readonly child: ChildProcess;
  /** The first match in what it prints to stdout. Rejects if it ends without one. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, once it is over. */
  exited(): Promise<number | null>;
  /** Ends it for good, whatever it is at. */
  kill(): Promise<void>;
}

/**
 * Starts a script as `npm start` does, apart from tsx: see {@link transpiled}.
 *
 * @param environment the whole of it: nothing is inherited but the way to Node.
 */
export const startProcess = (
  script: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): StartedProcess => {
  const child = spawn(process.execPath, [transpiled(script), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      printed[name] += chunk;
    });
  }
  const closed = once(child, 'close').then(() => child.exitCode);

  return {
    child,
    get stdout() {
      return printed.stdout;
    },
    get stderr() {
      return printed.stderr;
    },
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(printed.stdout);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        void closed.then(() => {
          reject(new Error(`It ended without printing ${String(pattern)}: ${printed.stdout}${printed.stderr}`));
        });
        look();
      }),
    exited: () => closed,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
};

/** A port that nothing listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
