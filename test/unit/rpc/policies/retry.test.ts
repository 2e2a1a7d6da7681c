import fc from 'fast-check';
import type { RpcFailure, RpcFailureKind } from '../../../../src/errors/RpcError';
import type { Call } from '../../../../src/rpc/Call';
import type { Signal } from '../../../../src/rpc/Cancellation';
import { shortestAttemptMs } from '../../../../src/rpc/Waiter';
import type { Next } from '../../../../src/rpc/policies/policy';
import { retry } from '../../../../src/rpc/policies/retry';
import { runs } from '../../../support/soak';
import { answer, failed, readCall, rejection, writeCall } from '../calls';
import { InstantClock } from '../manualClock';

type Failure = Omit<RpcFailure, 'product' | 'action'>;

/** Fails as told, then answers; keeps the attempts it saw. */
function upstream(...failures: Failure[]) {
  const seen: Call[] = [];
  const next: Next = (call) => {
    seen.push(call);
    const failure = failures[seen.length - 1];
    return failure ? Promise.reject(failed(failure)) : Promise.resolve(answer);
  };
  return { next, seen };
}

const always = (failure: Failure) => upstream(...Array<Failure>(20).fill(failure));

const transient: RpcFailureKind[] = ['NOT_SENT', 'CONNECTION', 'TIMEOUT', 'SERVER', 'THROTTLING'];
const final: RpcFailureKind[] = ['INVALID_REQUEST', 'CREDENTIALS', 'CLIENT', 'AUTH', 'ABORTED', 'BAD_RESPONSE'];

it.each(transient)('sends a read again after %s, three times in all', async (kind) => {
  const clock = new InstantClock();
  const { next, seen } = always({ kind, code: 'Some.Code' });

  const error = await rejection(retry({ clock, random: () => 0.5 }).execute(readCall, next));

  expect(error).toMatchObject({ kind, code: 'Some.Code' });
  expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
});

it.each(final)('does not send a read again after %s', async (kind) => {
  const { next, seen } = always({ kind });

  await rejection(retry({ clock: new InstantClock(), random: () => 0.5 }).execute(readCall, next));

  expect(seen).toHaveLength(1);
});

it.each(['CUT_OFF', 'BROKEN_BODY'] as const)(
  'sends a read again after a response that is broken: %s',
  async (reason) => {
    const { next, seen } = always({ kind: 'BAD_RESPONSE', reason });

    await rejection(retry({ clock: new InstantClock(), random: () => 0.5 }).execute(readCall, next));

    expect(seen).toHaveLength(reason === 'CUT_OFF' ? 3 : 2);
  },
);

it.each([
  ['NOT_SENT', 'CERTIFICATE'],
  ['NOT_SENT', 'CIRCUIT_OPEN'],
  ['NOT_SENT', 'CROWDED'],
  ['THROTTLING', 'UNREADABLE_HINT'],
] as const)('does not send a read again after %s because of %s', async (kind, reason) => {
  const { next, seen } = always({ kind, reason });

  await rejection(retry({ clock: new InstantClock(), random: () => 0.5 }).execute(readCall, next));

  expect(seen).toHaveLength(1);
});

it('counts a failure that is worth one retry on its own: another that follows has its own', async () => {
  const { next, seen } = upstream({ kind: 'BAD_RESPONSE', reason: 'BROKEN_BODY' }, { kind: 'SERVER' });

  await retry({ clock: new InstantClock(), random: () => 0 }).execute(readCall, next);

  expect(seen).toHaveLength(3);
});

it.each([
  ['InvalidTimeStamp.Expired', 'a read', readCall, 2],
  ['InvalidTimeStamp.Expired', 'a write', writeCall, 2],
  ['IllegalTimestamp', 'a write', writeCall, 2],
  ['SignatureNonceUsed', 'a read', readCall, 2],
  ['SignatureNonceUsed', 'a write', writeCall, 1],
  ['SignatureDoesNotMatch', 'a read', readCall, 1],
] as const)('after %s, sends %s this often, and at once: %#', async (code, _, call, attempts) => {
  const clock = new InstantClock();
  const { next, seen } = always({ kind: 'AUTH', code });

  await rejection(retry({ clock, random: () => 1 }).execute(call, next));

  expect(seen).toHaveLength(attempts);
  expect(clock.sleeps).toEqual(Array(attempts - 1).fill(0));
});

/** What certainly came before anything was executed. */
const unexecuted: readonly Failure[] = [
  { kind: 'THROTTLING' },
  { kind: 'NOT_SENT' },
  { kind: 'CLIENT', code: 'ConcurrentCallNotSupported' },
];

it.each(unexecuted)('sends a write three times at most after %j', async (failure) => {
  const clock = new InstantClock();
  const { next, seen } = always(failure);

  await rejection(retry({ clock, random: () => 0.5 }).execute(writeCall, next));

  expect(seen).toHaveLength(3);
});

const mayBeExecuted = [...transient, ...final].filter((kind) => kind !== 'THROTTLING' && kind !== 'NOT_SENT');

it.each(mayBeExecuted)('does not send a write again after %s', async (kind) => {
  const clock = new InstantClock();
  const { next, seen } = always({ kind, retryAfterMs: 1 });

  await rejection(retry({ clock, random: () => 0.5 }).execute(writeCall, next));

  expect(seen).toHaveLength(1);
  expect(clock.sleeps).toEqual([]);
});

it('gives the answer of the attempt that succeeds', async () => {
  const { next, seen } = upstream({ kind: 'SERVER' }, { kind: 'CONNECTION' });

  await expect(retry({ clock: new InstantClock(), random: () => 0 }).execute(readCall, next)).resolves.toBe(answer);

  expect(seen).toHaveLength(3);
});

it('does not send again what failed by a mistake of ours', async () => {
  const seen: Call[] = [];
  const next: Next = (call) => {
    seen.push(call);
    return Promise.reject(new TypeError('a bug'));
  };

  await expect(retry({ clock: new InstantClock(), random: () => 0 }).execute(readCall, next)).rejects.toThrow('a bug');

  expect(seen).toHaveLength(1);
});

it.each([
  ['SERVER', undefined, 0, [0, 0]],
  ['SERVER', undefined, 0.5, [25, 50]],
  ['SERVER', undefined, 1, [50, 100]],
  ['THROTTLING', undefined, 0.5, [500, 1000]],
  ['THROTTLING', 700, 0.5, [700, 1000]],
  ['THROTTLING', 3000, 0, [3000, 3000]],
  ['SERVER', 3000, 1, [3000, 3000]],
] as const)('waits by full jitter after %s with the hint %s and the chance %d', async (kind, hint, chance, sleeps) => {
  const clock = new InstantClock();

  await rejection(retry({ clock, random: () => chance }).execute(readCall, always({ kind, retryAfterMs: hint }).next));

  expect(clock.sleeps).toEqual(sleeps);
});

it('fails at once, with the hint, if the hint goes beyond the deadline', async () => {
  const clock = new InstantClock();
  const { next, seen } = always({ kind: 'THROTTLING', code: 'Throttling.User', retryAfterMs: 10_000 });

  const call = { ...readCall, deadline: clock.now() + 10_000 };
  const error = await rejection(retry({ clock, random: () => 0 }).execute(call, next));

  expect(error).toMatchObject({ kind: 'THROTTLING', code: 'Throttling.User', retryAfterMs: 10_000 });
  expect(seen).toHaveLength(1);
  expect(clock.sleeps).toEqual([]);
});

it('stops if the deadline leaves no room for another attempt', async () => {
  const clock = new InstantClock();
  const seen: Call[] = [];
  const next: Next = (call) => {
    seen.push(call);
    clock.advance(900);
    return Promise.reject(failed({ kind: 'TIMEOUT' }));
  };

  await rejection(retry({ clock, random: () => 1 }).execute({ ...readCall, deadline: clock.now() + 1000 }, next));

  expect(seen).toHaveLength(1);
});

it('wakes up and gives up when the caller goes during a pause', async () => {
  const caller = new AbortController();
  const clock = new InstantClock();
  const { next, seen } = always({ kind: 'SERVER' });
  const sleepy = {
    now: () => clock.now(),
    sleep: (ms: number, signal?: Signal) => {
      expect(signal).toBe(caller.signal);
      caller.abort();
      return clock.sleep(ms);
    },
    after: (ms: number, run: () => void) => clock.after(ms, run),
  };

  const call = { ...readCall, signal: caller.signal };
  const error = await rejection(retry({ clock: sleepy, random: () => 0.5 }).execute(call, next));

  expect(error.kind).toBe('ABORTED');
  expect(seen).toHaveLength(1);
});

it('keeps every pause within its bounds and every attempt within the deadline, whatever happens', async () => {
  const failure = fc.record<Failure>({
    kind: fc.constantFrom(...transient, ...final),
    retryAfterMs: fc.option(fc.nat(20_000), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(failure, { maxLength: 5 }),
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.nat(4000), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 150, max: 30_000 }),
      fc.boolean(),
      async (failures, chances, durations, budgetMs, isRead) => {
        const clock = new InstantClock();
        const deadline = clock.now() + budgetMs;
        const starts: number[] = [];
        const next: Next = () => {
          const failure = failures[starts.length];
          starts.push(clock.now());
          clock.advance(durations[starts.length - 1] ?? 0);
          return failure ? Promise.reject(failed(failure)) : Promise.resolve(answer);
        };
        const random = () => chances[starts.length - 1] ?? 0;

        const call = { ...(isRead ? readCall : writeCall), deadline };
        await retry({ clock, random })
          .execute(call, next)
          .catch(() => undefined);

        expect(starts.length).toBeLessThanOrEqual(3);
        if (!isRead) {
          const before = failures.slice(0, starts.length - 1).map(({ kind }) => kind);
          expect(before.filter((kind) => kind !== 'THROTTLING' && kind !== 'NOT_SENT')).toEqual([]);
        }
        clock.sleeps.forEach((ms, index) => {
          const { kind, retryAfterMs = 0 } = failures[index] ?? { kind: 'CLIENT' };
          expect(transient).toContain(kind);
          const base = kind === 'THROTTLING' ? 1000 : 50;
          expect(ms).toBeGreaterThanOrEqual(retryAfterMs);
          expect(ms).toBeLessThanOrEqual(Math.max(retryAfterMs, base * 2 ** index));
        });
        starts.slice(1).forEach((start) => {
          expect(start).toBeLessThanOrEqual(deadline - shortestAttemptMs + 1e-6);
        });
      },
    ),
    runs(5000),
  );
});
