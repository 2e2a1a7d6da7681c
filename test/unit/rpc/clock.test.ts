import { systemClock } from '../../../src/rpc/clock';

it('never goes back', () => {
  const before = systemClock.now();

  expect(before).toBeGreaterThan(0);
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
});

it('sleeps until the time has passed, and no shorter', async () => {
  jest.useFakeTimers();
  const awake = jest.fn();
  const sleeping = systemClock.sleep(1000, new AbortController().signal).then(awake);

  await jest.advanceTimersByTimeAsync(999);
  expect(awake).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  await sleeping;

  expect(awake).toHaveBeenCalled();
  jest.useRealTimers();
});

it('wakes up early, without an error, when the signal is aborted', async () => {
  const early = new AbortController();
  const sleeping = systemClock.sleep(3_600_000, early.signal);

  early.abort();

  await expect(sleeping).resolves.toBeUndefined();
  await expect(systemClock.sleep(3_600_000, early.signal)).resolves.toBeUndefined();
});
