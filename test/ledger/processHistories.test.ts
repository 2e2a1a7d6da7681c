import { isSoak, seed as givenSeed } from '../support/soak';
import { describeWithRedis, TestRedis } from '../support/startRedis';
import { longestMs, playAll, stepOf } from './playProcesses';

/*
 * Generated histories of real processes: clients create accounts while responses are lost, and the gateway is killed or paused
 * at any moment. The truth is what the emulator has.
 */

/** `npm test` plays one: each starts several processes. */
const count = isSoak ? 60 : 1;

const newSeed = () => givenSeed ?? Math.floor(Math.random() * 2 ** 31);

it(`histories of processes that are killed and paused (${count} here) create no account twice, and end in the truth`, async () => {
  // The next process continues the ledger file.
  const deployment = { replicas: 1, pauseMs: 1500 };

  const { wrong, slowestMs } = await playAll(
    stepOf('NONE', 'SIGKILL', 'SIGKILL', 'SIGSTOP'),
    { count, atOnce: 4, seed: newSeed() },
    () => Promise.resolve(deployment),
  );

  expect(wrong).toEqual([]);
  expect(slowestMs).toBeLessThan(longestMs);
}, 3_600_000);

describeWithRedis('with a Redis', () => {
  it(`histories of three replicas that are killed and paused, as Redis is (${count} here), do so, too`, async () => {
    const seed = newSeed();
    process.stdout.write(`histories of three replicas: seed ${seed}\n`);

    const { wrong, slowestMs } = await playAll(
      stepOf('NONE', 'SIGKILL', 'SIGKILL', 'SIGSTOP', 'REDIS'),
      { count, atOnce: isSoak ? 2 : 1, seed },
      async () => ({ replicas: 3, pauseMs: 5000, redis: await TestRedis.start() }),
    );

    process.stdout.write(
      `histories of three replicas: ${count} played, the truth after ${Math.round(slowestMs)} ms at most\n`,
    );
    expect(wrong).toEqual([]);
    expect(slowestMs).toBeLessThan(longestMs);
  }, 3_600_000);
});
