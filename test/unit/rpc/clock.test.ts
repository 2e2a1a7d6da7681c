import { systemClock } from '../../../src/rpc/clock';

it('never goes back', () => {
  const before = systemClock.now();

  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
});

it('sleeps until the time has passed', async () => {
  await expect(systemClock.sleep(1)).resolves.toBeUndefined();
});

it('wakes up early, without an error, when the signal is aborted', async () => {
  const early = new AbortController();
  const sleeping = systemClock.sleep(3_600_000, early.signal);

  early.abort();

  await expect(sleeping).resolves.toBeUndefined();
  await expect(systemClock.sleep(3_600_000, early.signal)).resolves.toBeUndefined();
});
