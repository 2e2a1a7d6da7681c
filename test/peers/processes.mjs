/* global URL, fetch */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const startLimitMs = 120_000;

/** Ports that were free a moment ago. All are held while they are chosen, so that they differ. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/**
 * Starts a process and waits until every one of `urls` answers, whatever it answers.
 *
 * @param env environment variables, beside this process's own.
 * @returns what stops it, by its own id.
 */
export async function start(args, env, urls) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  let ended = false;
  const end = once(child, 'exit').then(() => (ended = true));
  const stop = async () => {
    child.kill('SIGTERM');
    await end;
  };

  const answers = (url) =>
    fetch(url).then(
      ({ status }) => status < 500,
      () => false,
    );
  for (const giveUpAt = Date.now() + startLimitMs; ; await sleep(100)) {
    if ((await Promise.all(urls.map(answers))).every(Boolean)) return stop;
    if (!ended && Date.now() < giveUpAt) continue;
    if (!ended) await stop();
    throw new Error(`${args.join(' ')} did not get ready:\n${output}`);
  }
}

/** Runs a process to its end, and gives what it printed. @throws Error where it fails. */
export async function run(args, env) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
  return output;
}
