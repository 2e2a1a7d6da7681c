import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { reconnectOnClose } from './comparison/reconnectOnClose';

/*
 * What becomes of requests if three times as many come as the gateway can answer:
 * `node --import tsx test/benchmark/overload.ts [seconds]`. Fails if less than 90 % of the capacity are answered.
 *
 * The gateway runs in its own process, with default settings, with logging, and with the embedded emulator. The document reads
 * five timeline pages from the cache, so that the gateway itself is what is overloaded, and a refusal costs little beside it.
 */

const root = join(__dirname, '../..');
const capacitySeconds = 10;
const overloadSeconds = Number(process.argv[2] ?? 60);
const times = 3;
const minGoodput = 0.9;

/** Enough to keep the process busy; and as many as wait if three times as many requests come. */
const [fewConnections, manyConnections] = [50, 1900];

const timeline = (alias: string): string => `${alias}: configurationTimeline(
  resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt" }
  between: { from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" }
  first: 50
) { nodes { id capturedAt eventType changes { path kind before after } } }`;

const body = JSON.stringify({ query: `{ ${['a', 'b', 'c', 'd', 'e'].map(timeline).join(' ')} }` });

interface Load {
  /** Answers a second, by their status. */
  readonly rates: ReadonlyMap<number, number>;
  /** How long those with status 200 took: the median, and 99 of 100. Milliseconds. */
  readonly medianMs: number;
  readonly slowMs: number;
  readonly failures: number;
}

const load = async (url: string, seconds: number, more: Partial<autocannon.Options>): Promise<Load> => {
  const counts = new Map<number, number>();
  const taken: number[] = [];
  const setupClient = (client: autocannon.Client): void => {
    reconnectOnClose(client);
    client.on('response', (status, _bytes, ms) => {
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status === 200) taken.push(ms);
    });
  };
  const { errors, timeouts, duration } = await autocannon({
    url: `${url}/graphql`,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    setupClient,
    ...more,
  });
  taken.sort((one, other) => one - other);
  const at = (share: number) => taken[Math.floor(taken.length * share)] ?? 0;
  return {
    rates: new Map([...counts].map(([status, count]) => [status, count / duration])),
    medianMs: at(0.5),
    slowMs: at(0.99),
    failures: errors + timeouts,
  };
};

const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

const startGateway = async () => {
  const gateway = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      EMULATOR_QUOTAS: 'off',
      CALLER_REQUESTS_PER_MINUTE: '0',
      CALLER_UPSTREAM_CALLS_PER_MINUTE: '0',
      DRAIN_SECONDS: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(gateway.stdout);
  let url: string | undefined;
  while (url === undefined) {
    const [line] = (await once(lines, 'line')) as [string];
    url = /http:\/\/(?:localhost|127\.0\.0\.1):\d+(?=\/graphql|"|\s|$)/.exec(line)?.[0];
  }
  lines.close();
  gateway.stdout.resume();
  return { gateway, url: url.replace('localhost', '127.0.0.1'), pid: gateway.pid ?? 0 };
};

const text = (number: number): string => Math.round(number).toLocaleString('en');

const main = async (): Promise<void> => {
  const { gateway, url, pid } = await startGateway();
  try {
    await load(url, capacitySeconds, { connections: fewConnections });
    const alone = await load(url, capacitySeconds, { connections: fewConnections });
    const capacity = alone.rates.get(200) ?? 0;
    const before = residentBytes(pid);
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), 500);
    const over = await load(url, overloadSeconds, { connections: manyConnections, overallRate: times * capacity });
    clearInterval(watch);
    const after = await load(url, 3, { connections: fewConnections });
    const goodput = (over.rates.get(200) ?? 0) / capacity;
    const all = [...over.rates.values()].reduce((sum, rate) => sum + rate, 0);
    process.stdout.write(
      [
        `Node ${process.version} on ${cpus().length} cores, load and gateway on the same machine`,
        `capacity                ${text(capacity)} a second, median ${text(alone.medianMs)} ms, 99 % within ${text(alone.slowMs)} ms`,
        `${times} times as many        ${text(times * capacity)} a second offered for ${overloadSeconds} s on ${manyConnections} connections, ${text(all)} answered`,
        ...[...over.rates].map(([status, rate]) => `  status ${status}            ${text(rate)} a second`),
        `goodput                 ${(goodput * 100).toFixed(0)} % of the capacity, median ${text(over.medianMs)} ms, 99 % within ${text(over.slowMs)} ms`,
        `failed or timed out     ${over.failures}`,
        `RSS                     ${text(before / 1e6)} MB before, ${text(peak / 1e6)} MB at most`,
        `just afterwards         ${text(after.rates.get(200) ?? 0)} a second`,
        '',
      ].join('\n'),
    );
    if (goodput < minGoodput) process.exitCode = 1;
  } finally {
    gateway.kill('SIGTERM');
  }
};

void main();
