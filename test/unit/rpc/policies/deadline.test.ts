import type { Call } from '../../../../src/rpc/Call';
import { deadline } from '../../../../src/rpc/policies/deadline';
import type { Next } from '../../../../src/rpc/policies/policy';
import { answer, readCall, rejection, writeCall } from '../calls';
import { InstantClock } from '../manualClock';

function recorder() {
  const seen: Call[] = [];
  const next: Next = (call) => {
    seen.push(call);
    return Promise.resolve(answer);
  };
  return { seen, next };
}

it('gives a read ten seconds and a write twenty-five', async () => {
  const clock = new InstantClock(5000);
  const { seen, next } = recorder();

  await deadline({ clock }).execute(readCall, next);
  await deadline({ clock }).execute(writeCall, next);

  expect(seen.map((call) => call.deadline)).toEqual([15_000, 30_000]);
});

it('keeps a shorter deadline of the caller, and cuts a longer one', async () => {
  const clock = new InstantClock(5000);
  const { seen, next } = recorder();

  await deadline({ clock }).execute({ ...readCall, deadline: 6000 }, next);
  await deadline({ clock }).execute({ ...readCall, deadline: 600_000 }, next);

  expect(seen.map((call) => call.deadline)).toEqual([6000, 15_000]);
});

it('begins nothing with less than 150 milliseconds left', async () => {
  const clock = new InstantClock(5000);
  const { seen, next } = recorder();

  const error = await rejection(deadline({ clock }).execute({ ...writeCall, deadline: 5149 }, next));
  const late = await rejection(deadline({ clock }).execute({ ...readCall, deadline: 5149 }, next));
  await deadline({ clock }).execute({ ...writeCall, deadline: 5150 }, next);

  expect(error).toMatchObject({ kind: 'NOT_SENT', detail: 'no time left to send it' });
  expect(late).toMatchObject({ kind: 'TIMEOUT', detail: 'no time left to send it' });
  expect(seen).toHaveLength(1);
});
