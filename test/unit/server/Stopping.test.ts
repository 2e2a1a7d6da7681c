import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { defaultStopTimes, Stopping } from '../../../src/server/Stopping';
import { ManualClock } from '../rpc/manualClock';

/** What happened, and when. */
const start = (drain: boolean) => {
  const clock = new ManualClock(0);
  const stopping = new Stopping(clock, defaultStopTimes);
  const happened: string[] = [];
  const note = (what: string) => happened.push(`${clock.now()} ${what}`);
  let end = (): void => undefined;
  stopping.signal.addEventListener('abort', () => note('writes end'));
  const response = Object.assign(new EventEmitter(), { writableFinished: false });
  const request = stopping.controllerOf(response as unknown as ServerResponse);
  request.addEventListener('abort', () => note('reads end'));
  const stopped = stopping
    .run(
      {
        close: () => {
          note('closes');
          return new Promise<void>((resolve) => {
            end = resolve;
          });
        },
        closeAll: () => {
          note('closes all');
          end();
        },
      },
      drain,
    )
    .then(() => note('stopped'));
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      clock.advance(500);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  };
  const answerAll = (): void => {
    end();
  };
  return { stopping, clock, happened, response, stopped, pass, answerAll };
};

it('is not ready at once, drains, and leaves the rest of the time to requests in flight', async () => {
  const { stopping, happened, pass, stopped } = start(true);

  expect(stopping.isStopping).toBe(true);
  await pass(26_000);
  await stopped;

  expect(happened).toEqual(['5000 closes', '24500 writes end', '24500 reads end', '25000 closes all', '25000 stopped']);
});

it('ends as soon as all is answered, and leaves no timer', async () => {
  const { happened, pass, answerAll, stopped, clock } = start(true);

  await pass(6000);
  answerAll();
  await stopped;

  expect(happened).toEqual(['5000 closes', '6000 stopped']);
  expect(clock.asleep).toBe(0);
});

it('closes at once if it does not drain', async () => {
  const { happened, answerAll, stopped } = start(false);

  answerAll();
  await stopped;

  expect(happened).toEqual(['0 closes', '0 stopped']);
});

it('ends the reads of a request whose client goes away, and of none that was answered', async () => {
  const { happened, response, answerAll, stopped } = start(false);
  response.emit('close');
  answerAll();
  await stopped;

  expect(happened).toContain('0 reads end');
});
