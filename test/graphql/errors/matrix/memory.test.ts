import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import type { Emulator } from '../../../../src/emulator';
import { startEmulator } from '../../../../src/emulator';
import type { FaultProxy, LineFault } from '../../../support/faultProxy';
import { startFaultProxy } from '../../../support/faultProxy';
import type { StartedProcess } from '../../../support/startProcess';
import { startProcess } from '../../../support/startProcess';
import { response } from './rig';

/** The memory of a gateway process while an upstream sends for ever, or too much. */

const mib = 1024 * 1024;
const mostMib = 20;

let emulator: Emulator;
let line: FaultProxy;
let gateway: StartedProcess;
let url: string;

beforeAll(async () => {
  emulator = await startEmulator({ quotas: false });
  line = await startFaultProxy({ upstream: emulator.url });
  gateway = startProcess('src/main.ts', {
    PORT: '0',
    DRAIN_SECONDS: '0',
    EMULATOR_URL: line.url,
    CALLER_REQUESTS_PER_MINUTE: '100000',
    // A slow machine sends much for longer than the usual three seconds.
    READ_ATTEMPT_TIMEOUT_MS: '10000',
  });
  [, url = ''] = await gateway.printed(/"url":"(http[^"]+)"/);
});
afterAll(async () => {
  await gateway.kill();
  await line.close();
  await emulator.close();
});

/** What the process has in memory now, MiB. */
const memoryMib = (): number => {
  const kib = execFileSync('ps', ['-o', 'rss=', '-p', String(gateway.child.pid)], { encoding: 'utf8' });
  return (Number(kib) * 1024) / mib;
};

let accounts = 0;
/** Reads an account that nobody has read before. @returns the codes of the answer. */
const read = async (deadlineMs: number): Promise<readonly string[]> => {
  accounts += 1;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-deadline-ms': String(deadlineMs) },
    body: JSON.stringify({ query: `{ account(accountId: "${2_000_000_000_000_000 + accounts}") { displayName } }` }),
  });
  const { errors = [] } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
};

interface Round {
  readonly atOnce: number;
  readonly deadlineMs: number;
}

/** Makes so many reads at once. @returns their codes, and the most memory meanwhile. */
const readMany = async ({ atOnce, deadlineMs }: Round): Promise<{ codes: ReadonlySet<string>; most: number }> => {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryMib());
  }, 100);
  const codes = await Promise.all(Array.from({ length: atOnce }, () => read(deadlineMs)));
  clearInterval(timer);
  return { codes: new Set(codes.flat()), most: Math.max(most, memoryMib()) };
};

const zeros = Buffer.alloc(200 * mib);
const endless = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n');
const unannounced = Buffer.concat([endless, zeros]);
const many: Round = { atOnce: 100, deadlineMs: 500 };
const one: Round = { atOnce: 1, deadlineMs: 9000 };

it.each<[string, LineFault, Round, string]>([
  [
    'row 20, a response of 200 MiB whose length is not announced',
    { kind: 'instead', of: () => unannounced },
    one,
    'UPSTREAM_BAD_RESPONSE',
  ],
  [
    'row 20, a response of 200 MiB when it is decompressed',
    response(200, gzipSync(zeros), { 'content-encoding': 'gzip' }),
    one,
    'UPSTREAM_BAD_RESPONSE',
  ],
  // The last one, because it opens the circuit.
  [
    'row 3, responses of one byte in a hundredth of a second',
    { kind: 'bandwidth', bytes: 1 },
    many,
    'UPSTREAM_TIMEOUT',
  ],
])(`%s: memory grows by less than ${mostMib} MiB, and every connection is closed`, async (_, fault, round, code) => {
  line.strike(fault);
  // Code is compiled, and buffers are there, after a first round.
  await readMany(round);
  const growths: number[] = [];
  // A busy machine collects garbage late. What is held grows in each round.
  while (growths.length < 3 && !growths.some((growth) => growth < mostMib)) {
    const before = memoryMib();
    const { codes, most } = await readMany(round);
    expect([...codes]).toContain(code);
    growths.push(most - before);
  }

  expect(Math.min(...growths)).toBeLessThan(mostMib);
  while (line.used > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});
