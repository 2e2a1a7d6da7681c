import type { Call } from '../../../../src/rpc/Call';
import { AttemptTimeout, CallerGone, untilAborted } from '../../../../src/rpc/abort';
import { attemptTimeout } from '../../../../src/rpc/policies/attemptTimeout';
import type { Next } from '../../../../src/rpc/policies/policy';
import type { Answer } from '../../../../src/rpc/readResponse';
import { answer, readCall, writeCall } from '../calls';
import { ManualClock } from '../manualClock';

/** Never gets a connection; when its attempt is ended, fails with the reason. */
const waitForConnection: Next = (call) => untilAborted(new Promise<Answer>(() => undefined), call.attemptSignal);

/** Is sent at once, and then hangs. */
const hang: Next = (call) => {
  call.onSent?.();
  return waitForConnection(call);
};

/** Starts a call that hangs, and reports how it ended, if it has. */
function start(clock: ManualClock, call: Call, next: Next = hang) {
  const state: { reason?: unknown } = {};
  attemptTimeout({ clock })
    .execute(call, next)
    .catch((reason: unknown) => {
      state.reason = reason;
    });
  return state;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it.each([
  ['a read', readCall, 3000],
  ['a write', writeCall, 10_000],
])('ends an attempt of %s when its time is over, and not before', async (_, call, timeoutMs) => {
  const clock = new ManualClock();
  const state = start(clock, call);

  clock.advance(timeoutMs - 1);
  await settle();
  expect(state.reason).toBeUndefined();

  clock.advance(1);
  await settle();
  expect(state.reason).toEqual(new AttemptTimeout(timeoutMs));
});

it.each([
  ['a read', readCall],
  ['a write', writeCall],
])('lets %s wait 5 s for a connection, and not longer', async (_, call) => {
  const clock = new ManualClock();
  const state = start(clock, call, waitForConnection);

  clock.advance(4999);
  await settle();
  expect(state.reason).toBeUndefined();

  clock.advance(1);
  await settle();
  expect(state.reason).toEqual(new AttemptTimeout(5000));
});

it('takes nothing of the time for the answer away for the connection', async () => {
  const clock = new ManualClock();
  let sent: (() => void) | undefined;
  const state = start(clock, readCall, (call) => {
    sent = call.onSent;
    return waitForConnection(call);
  });

  clock.advance(4000);
  sent?.();
  clock.advance(2999);
  await settle();
  expect(state.reason).toBeUndefined();

  clock.advance(1);
  await settle();
  expect(state.reason).toEqual(new AttemptTimeout(3000));
});

it('cuts a read at the deadline', async () => {
  const clock = new ManualClock();
  const state = start(clock, { ...readCall, deadline: clock.now() + 400 });

  clock.advance(400);
  await settle();

  expect(state.reason).toEqual(new AttemptTimeout(400));
});

it('does not cut a write that has begun at the deadline', async () => {
  const clock = new ManualClock();
  const state = start(clock, { ...writeCall, deadline: clock.now() + 400 });

  clock.advance(9999);
  await settle();

  expect(state.reason).toBeUndefined();
});

it('ends a read when the caller goes, or has gone, but not a write', async () => {
  const clock = new ManualClock();
  const caller = new AbortController();
  const during = start(clock, { ...readCall, signal: caller.signal });
  const write = start(clock, { ...writeCall, signal: caller.signal });

  caller.abort();
  const after = start(clock, { ...readCall, signal: caller.signal });
  await settle();

  expect(during.reason).toBeInstanceOf(CallerGone);
  expect(after.reason).toBeInstanceOf(CallerGone);
  expect(write.reason).toBeUndefined();
});

it('leaves no timer behind', async () => {
  const clock = new ManualClock();

  await attemptTimeout({ clock }).execute(readCall, () => Promise.resolve(answer));

  expect(clock.asleep).toBe(0);
});
