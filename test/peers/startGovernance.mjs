/* global URL, fetch */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startLimitMs = 60_000;

/** Two ports that were free a moment ago. Both are held while they are chosen, so that they differ. */
async function freePorts() {
  const servers = [createServer(), createServer()];
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/**
 * Starts the real gateway process over its emulator, from the sources.
 *
 * @param settings environment variables, beside the ports.
 */
export async function startGovernance(settings = {}) {
  const [PORT, EMULATOR_PORT] = await freePorts();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...settings, PORT, EMULATOR_PORT },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  let ended = false;
  const end = once(child, 'exit').then(() => (ended = true));

  const url = `http://127.0.0.1:${PORT}/graphql`;
  const calls = `http://127.0.0.1:${EMULATOR_PORT}/_emulator/calls`;
  const stop = async () => {
    child.kill('SIGTERM');
    await end;
  };

  const isReady = () =>
    fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const giveUpAt = Date.now() + startLimitMs; !(await isReady()); await sleep(100)) {
    if (!ended && Date.now() < giveUpAt) continue;
    if (!ended) await stop();
    throw new Error(`The gateway did not get ready:\n${output}`);
  }
  return {
    name: 'governance',
    url,
    stop,
    forgetCalls: () => fetch(calls, { method: 'DELETE' }),
    /** How often each action was called upstream since calls were forgotten; credentials' own look-ups apart. */
    async callsByAction() {
      const { byAction } = await (await fetch(calls)).json();
      return Object.fromEntries(Object.entries(byAction).filter(([action]) => action !== 'GetCallerIdentity'));
    },
  };
}
