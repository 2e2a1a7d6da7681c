import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Agent, request } from 'undici';
import { freePort } from '../support/startProcess';
import { end, startNode, stopOnSignals } from './comparison/processes';
import type { Sample } from './slope';
import { slopeOf } from './slope';

/*
 * Whether a gateway leaks while one in twenty upstream calls fails: `npm run bench:soak`, twelve minutes, or
 * `node --import tsx test/benchmark/soak.ts --minutes 1 --warmup 1`. Fails if the resident memory grows by a MiB a minute or more
 * after the warm-up, or if the process has more open files at the end than after the warm-up, both times at rest.
 *
 * The built gateway and the emulator run in processes of their own. Quotas are off, so that the calls are many. Which document
 * is sent next is drawn from a seed.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    warmup: { type: 'string', default: '2' },
    rate: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
});
const [minutes, warmup, rate, seed] = [values.minutes, values.warmup, values.rate, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];

const mib = 1024 * 1024;
const sampleEveryMs = 5000;
/** Longer than idle connections to the upstream are kept, and than an attempt takes. */
const restMs = 15_000;
/** A connection of the scraper, and one of the log. */
const filesToSpare = 2;

/** Each strikes one call of a hundred. */
const faults = [
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'truncated' },
  { kind: 'throttle', retryAfterMs: 200 },
  { kind: 'hang' },
].map((fault) => ({ ...fault, probability: 0.01 }));

/** A number from 0 up to 1: mulberry32. */
const random = ((state: number) => (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
})(seed);

const timeline = `{ configurationTimeline(
  resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt" }
  between: { last: "P30D" }
  first: 20
) { nodes { id changes { path before after } } } }`;

let sent = 0;

/** What most clients do, and now and then what is new each time: an account that nobody has, a document, a mutation. */
const nextDocument = (): string => {
  sent += 1;
  const chance = random();
  if (chance < 0.01)
    return `mutation { updateConfigurationRecorder(input: { resourceTypes: ["all"], idempotencyKey: "soak-${seed}-${sent}" }) { outcome } }`;
  if (chance < 0.1) return `{ account(accountId: "${3_000_000_000_000_000 + sent}") { displayName } }`;
  if (chance < 0.2) return `query Soak${sent} { currentAccount { accountId configurationRecorder { status } } }`;
  if (chance < 0.5) return timeline;
  if (chance < 0.8) return `{ accounts(first: ${1 + Math.floor(random() * 100)}) { nodes { accountId displayName } } }`;
  return '{ accounts(first: 20) { nodes { accountId configurationRecorder { status } } } }';
};

const lineOf = async (child: ReturnType<typeof startNode>, pattern: RegExp): Promise<string> => {
  if (child.stdout === null) throw new Error('Expected a process that prints.');
  const lines = createInterface(child.stdout);
  for (;;) {
    const [line] = (await once(lines, 'line')) as [string];
    const match = pattern.exec(line);
    if (match === null) continue;
    lines.close();
    child.stdout.resume();
    return match[1] ?? '';
  }
};

const metricsAt = async (url: string): Promise<(name: string) => number> => {
  const text = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
  return (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (.+)$`, 'm').exec(text)?.[1]);
};

const outcomes = new Map<string, number>();

const send = async (url: string, dispatcher: Agent): Promise<void> => {
  const headers = { 'content-type': 'application/json', ...(random() < 0.5 ? { 'cache-control': 'no-cache' } : {}) };
  try {
    const { statusCode, body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: nextDocument() }),
      dispatcher,
    });
    const { errors } = (await body.json()) as { errors?: unknown };
    const outcome = statusCode !== 200 ? String(statusCode) : errors === undefined ? 'ok' : 'with errors';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  } catch {
    outcomes.set('no answer', (outcomes.get('no answer') ?? 0) + 1);
  }
};

/** Sends at an even rate for so long, waits for all answers, and closes its connections. */
const load = async (url: string, durationMs: number): Promise<void> => {
  const open = new Set<Promise<void>>();
  const clients = new Agent();
  const startedAt = performance.now();
  for (let count = 0; count * (1000 / rate) < durationMs; count++) {
    await sleep(Math.max(0, startedAt + count * (1000 / rate) - performance.now()));
    const one = send(url, clients).finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
  await clients.close();
};

/** Resident memory and heap, MiB, by minutes. */
const watch = (adminUrl: string) => {
  const resident: Sample[] = [];
  const heap: Sample[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    void metricsAt(adminUrl).then((valueOf) => {
      const minute = (performance.now() - startedAt) / 60_000;
      resident.push([minute, valueOf('process_resident_memory_bytes') / mib]);
      heap.push([minute, valueOf('nodejs_heap_size_used_bytes') / mib]);
    });
  }, sampleEveryMs);
  return {
    resident,
    heap,
    stop: () => {
      clearInterval(timer);
    },
  };
};

const filesAtRest = async (adminUrl: string): Promise<number> => {
  await sleep(restMs);
  return (await metricsAt(adminUrl))('process_open_fds');
};

const main = async (): Promise<void> => {
  stopOnSignals();
  const EMULATOR_PORT = String(await freePort());
  const emulator = startNode({
    core: 'rest',
    args: ['dist/src/emulator/main.js'],
    env: { EMULATOR_PORT, EMULATOR_QUOTAS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const emulatorUrl = await lineOf(emulator, /(http:\/\/[\w.:]+)/);
  const gateway = startNode({
    core: 'server',
    args: ['dist/gateway.js'],
    env: {
      NODE_ENV: 'production',
      PORT: '0',
      ADMIN_PORT: '0',
      UPSTREAM: 'emulator',
      EMULATOR_URL: emulatorUrl,
      EMULATOR_QUOTAS: 'off',
      CALLER_REQUESTS_PER_MINUTE: '0',
      CALLER_UPSTREAM_CALLS_PER_MINUTE: '0',
      DRAIN_SECONDS: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const started = await lineOf(gateway, /^(.*"gateway started".*)$/);
    const { url, adminUrl } = JSON.parse(started) as { url: string; adminUrl: string };
    await fetch(`${emulatorUrl}/_emulator/faults`, { method: 'POST', body: JSON.stringify(faults) });
    await load(url, warmup * 60_000);
    const filesBefore = await filesAtRest(adminUrl);
    outcomes.clear();
    const { resident, heap, stop } = watch(adminUrl);
    await load(url, minutes * 60_000);
    stop();
    const filesAfter = await filesAtRest(adminUrl);
    const slope = slopeOf(resident);
    const [first = [0, 0], last = [0, 0]] = [resident[0], resident.at(-1)];
    process.stdout.write(
      [
        `Node ${process.version}, ${minutes} minutes after a warm-up of ${warmup}, ${rate} requests a second, seed ${seed}, 5 % of the calls fail`,
        `answers        ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`,
        `RSS            ${first[1].toFixed(1)} MiB at first, ${last[1].toFixed(1)} MiB at last, slope ${slope.toFixed(2)} MiB a minute`,
        `heap in use    slope ${slopeOf(heap).toFixed(2)} MiB a minute`,
        `open files     ${filesBefore} at rest before, ${filesAfter} after`,
        '',
      ].join('\n'),
    );
    if (slope >= 1 || filesAfter > filesBefore + filesToSpare) process.exitCode = 1;
  } finally {
    await end(gateway);
    await end(emulator);
  }
};

void main();
