import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { Replicas } from '../support/replicas';
import { isSoak } from '../support/soak';
import { TestRedis } from '../support/startRedis';

/** How long each client waits between its requests, milliseconds: together they always have some in flight or about to be. */
const askEveryMs = 80;

/** The soak has three replicas that share their state in Redis, and some 200 requests a second. */
const [size, clients] = isSoak ? [3, 16] : [2, 5];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let emulator: Emulator;
let replicas: Replicas;
let redis: TestRedis | undefined;

beforeAll(async () => {
  emulator = await startEmulator({ world: 'demo', quotas: false });
  if (isSoak) redis = await TestRedis.start();
  // One is always there while another restarts.
  replicas = await Replicas.start(size, { EMULATOR_URL: emulator.url, ...(redis && { REDIS_URL: redis.url }) });
});

afterAll(async () => {
  await replicas.stop();
  await emulator.close();
  await redis?.stop();
});

it('answers every request while one replica after the other is restarted', async () => {
  const failures: string[] = [];
  let answers = 0;
  let isOver = false;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const answer = await fetch(`${replicas.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ currentAccount { accountId configurationRecorder { status } } }' }),
      });
      const text = await answer.text();
      answers += 1;
      if (!text.includes('"REGISTERED"') || text.includes('"errors"')) failures.push(`${answer.status} ${text}`);
      await pause(askEveryMs);
    }
  };
  const load = Promise.all(Array.from({ length: clients }, ask));

  for (const replica of replicas.all) expect(await replicas.restart(replica)).toBe(0);
  isOver = true;
  await load;
  if (isSoak)
    process.stdout.write(`rolling restart of ${size} replicas: ${answers} answers, ${failures.length} failed\n`);

  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(60);
  // However slow the machine is at starting a process.
}, 600_000);
