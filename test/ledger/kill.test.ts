import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator, FaultRuleInput } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { smallWorld } from '../emulator/world/worlds';
import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';
import { auditFaults } from './auditFaults';

let folder: string;
let emulator: Emulator;
const started: StartedProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  emulator = await startEmulator({ world: smallWorld(), quotas: false });
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.kill()));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

interface Payload {
  readonly outcome: string;
  readonly account: { readonly accountId: string } | null;
}

/** A gateway process that continues the ledger of the last one. */
const start = async (ledger: string): Promise<{ child: StartedProcess; url: string }> => {
  const child = startProcess('src/main.ts', {
    // A slow machine is no reason to turn requests away.
    MAX_EVENT_LOOP_DELAY_MS: '0',
    PORT: '0',
    DRAIN_SECONDS: '0',
    EMULATOR_URL: emulator.url,
    LEDGER: `file:${join(folder, ledger)}`,
    AUDIT_LOG: join(folder, 'audit.jsonl'),
  });
  started.push(child);
  const [, url = ''] = await child.printed(/"url":"(http[^"]+)"/);
  return { child, url };
};

const create = async (url: string, name: string): Promise<Payload> => {
  const input = `accountNamePrefix: "new", displayName: "${name}", idempotencyKey: "a-key-of-16-chars"`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { createAccount(input: { ${input} }) { outcome account { accountId } } }`,
    }),
  });
  return ((await response.json()) as { data: { createAccount: Payload } }).data.createAccount;
};

const accountsOf = (name: string): readonly string[] =>
  emulator.calls
    .effects()
    .flatMap((effect) => /^account (\d+) created/.exec(effect)?.[1] ?? [])
    .filter((accountId) => emulator.world.accounts.open(accountId)?.displayName === name);

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

const hang = { kind: 'hang', action: 'EnrollAccount', times: 1 } as const;
const kills: readonly (readonly [string, FaultRuleInput, number, string])[] = [
  ['after it took effect', { ...hang, when: 'after' }, 1, 'IN_PROGRESS'],
  ['before it took effect', { ...hang, when: 'before' }, 0, 'UNKNOWN'],
];

it.each(kills)(
  'row 42, a process that is killed while a mutation is on the wire, %s, has a successor that knows of it',
  async (name, fault, effects, outcome) => {
    emulator.faults.clear();
    emulator.faults.add(fault);
    const before = emulator.calls.of('EnrollAccount').length;
    const first = await start(`${effects}.jsonl`);
    const lost = create(first.url, name).catch(() => 'lost');
    while (emulator.calls.of('EnrollAccount').length === before) await turn();

    await first.child.kill();
    const second = await start(`${effects}.jsonl`);
    const answer = await create(second.url, name);

    expect(await lost).toBe('lost');
    expect(answer.outcome).toBe(outcome);
    expect(accountsOf(name)).toHaveLength(effects);
    expect(emulator.calls.of('EnrollAccount').length - before).toBe(1);
    expect(second.child.stdout).toContain('mutation outcome unknown');
    expect(await auditFaults([join(folder, 'audit.jsonl')], emulator)).toEqual([]);
  },
);
