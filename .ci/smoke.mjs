// Starts the gateway with a command line, asks it one query over HTTP, and stops it:
//   node .ci/smoke.mjs 'node dist/gateway.js'
/* global fetch */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const startLimitMs = 120_000;
const stopLimitMs = 10_000;
const query =
  '{ currentAccount { accountId configurationRecorder { status } } resourceDirectory { resourceDirectoryId } }';

/** Two ports that were free a moment ago. Both are held while they are chosen, so that they differ. */
async function freePorts() {
  const servers = [createServer(), createServer()];
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

const command = process.argv[2];
assert(command, 'Expected the command line that starts the gateway.');
const [PORT, EMULATOR_PORT] = await freePorts();

// A process group of its own, so that a shell, npm and the server all get the signal that ends them.
const gateway = spawn('sh', ['-c', command], { detached: true, env: { ...process.env, PORT, EMULATOR_PORT } });
let output = '';
for (const stream of [gateway.stdout, gateway.stderr]) stream.on('data', (chunk) => (output += chunk));
let ended = false;
const end = once(gateway, 'exit').then(() => (ended = true));

function signal(name) {
  try {
    process.kill(-gateway.pid, name);
  } catch {
    // The group is gone already.
  }
}

async function ask() {
  const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

async function askOnceItListens() {
  for (const giveUpAt = Date.now() + startLimitMs; ; await sleep(200)) {
    try {
      return await ask();
    } catch (error) {
      if (ended) throw new Error('The gateway ended before it answered.');
      if (Date.now() > giveUpAt) throw error;
    }
  }
}

try {
  const answer = await askOnceItListens();
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  assert.match(answer.data.currentAccount.accountId, /^\d+$/);
  assert.match(answer.data.currentAccount.configurationRecorder.status, /^[A-Z_]+$/);
  assert.match(answer.data.resourceDirectory.resourceDirectoryId, /^rd-/);
  const calls = await (await fetch(`http://127.0.0.1:${EMULATOR_PORT}/_emulator/calls`)).json();
  assert(calls.total >= 3, `Expected at least 3 upstream calls, but got ${calls.total}.`);

  signal('SIGTERM');
  await Promise.race([end, sleep(stopLimitMs, undefined, { ref: false })]);
  assert(ended, `The gateway did not stop within ${stopLimitMs} ms.`);
  console.log(`${command}: ${JSON.stringify(answer.data)}`);
} catch (error) {
  console.error(output.split('\n').slice(-40).join('\n'));
  console.error(`${command}: ${error.message}`);
  process.exitCode = 1;
} finally {
  signal('SIGKILL');
}
