import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';

/** What a process keeps open after upstream calls that failed. `npm run bench:soak` looks for minutes, this for counts. */

let emulator: Emulator;
let gateway: StartedProcess;
let url: string;
let adminUrl: string;

beforeAll(async () => {
  emulator = await startEmulator({ quotas: false });
  gateway = startProcess('src/main.ts', {
    PORT: '0',
    ADMIN_PORT: '0',
    DRAIN_SECONDS: '0',
    EMULATOR_URL: emulator.url,
    EMULATOR_QUOTAS: 'off',
    MAX_EVENT_LOOP_DELAY_MS: '0',
  });
  [, url = '', adminUrl = ''] = await gateway.printed(/"url":"(http[^"]+)".*"adminUrl":"(http[^"]+)"/);
});
afterAll(async () => {
  await gateway.kill();
  await emulator.close();
});

let accounts = 0;

/** Reads accounts that nobody has read before, ten at a time. @returns how many answers had errors. */
const readMany = async (count: number): Promise<number> => {
  let failed = 0;
  for (let done = 0; done < count; done += 10) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        accounts += 1;
        const answer = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            query: `{ account(accountId: "${2_000_000_000_000_000 + accounts}") { displayName } }`,
          }),
        });
        return (await answer.json()) as { errors?: readonly { readonly extensions: { readonly code: string } }[] };
      }),
    );
    failed += answers.filter(({ errors }) => errors?.some(({ extensions }) => extensions.code !== 'NOT_FOUND')).length;
  }
  return failed;
};

/** Sockets, timers and the like, and open files. */
const held = async (): Promise<{ resources: number; files: number }> => {
  const text = await (await fetch(`${adminUrl}/metrics`)).text();
  const valueOf = (name: string): number => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  return { resources: valueOf('nodejs_active_resources_total'), files: valueOf('process_open_fds') };
};

it('keeps no socket and no timer of a call that failed', async () => {
  emulator.faults.add({ kind: 'reset', probability: 0.2 });
  emulator.faults.add({ kind: 'truncated', probability: 0.2 });
  emulator.faults.add({ kind: 'status', status: 503, probability: 0.2 });
  await readMany(100);
  const before = await held();

  const failed = await readMany(300);

  const after = await held();
  // A tenth of those that would be left.
  const room = failed / 10;
  expect(failed).toBeGreaterThan(100);
  expect(before.files).toBeGreaterThan(10);
  expect(after.files).toBeLessThan(before.files + room);
  expect(after.resources).toBeLessThan(before.resources + room);
});
