import fc from 'fast-check';
import { ListAccounts } from '../../../../src/operations';
import type { Call } from '../../../../src/rpc/Call';
import { runs } from '../../../support/soak';
import { failed, readCall } from '../calls';
import { recorder, simulate, throttled, times } from './simulateQuota';

describe('a refusal for flow control', () => {
  it('with a hint: nothing of that quota is sent for so long, and other quotas go on', async () => {
    const { ask, advance, sent } = simulate({
      answerTo: (_call, index) => (index === 1 ? throttled(2000) : undefined),
    });
    void ask(recorder);
    await advance(0);

    times(10, () => ask(recorder));
    times(10, () => ask({ ...readCall, operation: ListAccounts }));
    await advance(1999);
    expect(sent.slice(1).map(({ call }) => call.operation.action)).toEqual(Array(10).fill('ListAccounts'));

    await advance(1);
    expect(sent).toHaveLength(21);
  });

  it('with a hint beyond the deadline: calls fail at once with what is left of it', async () => {
    const { ask, advance, outcomes } = simulate({ answerTo: () => throttled(30_000) });
    void ask(recorder);
    await advance(1000);

    void ask({ ...recorder, deadline: 11_000 });
    await advance(0);

    expect(outcomes[1]).toMatchObject({ sentAt: undefined, endedAt: 1000, error: { retryAfterMs: 29_000 } });
  });

  it('without one: fewer are sent while calls are refused, and as many as before soon after', async () => {
    const quotaOfOthers = { left: 60 };
    const { ask, advance, sent } = simulate({
      latencyMs: 20,
      answerTo: () => ((quotaOfOthers.left -= 1) < 0 ? throttled() : undefined),
    });

    times(600, () => ask(recorder));
    await advance(60_000);
    const whileRefused = sent.length;
    quotaOfOthers.left = Infinity;
    await advance(10 * 60_000);
    const whileRecovering = sent.length;
    times(240, () => ask(recorder));
    await advance(60_000);

    // 150 at once, 90 of them in vain; then about one a second, a quarter of the pace.
    expect(whileRefused).toBeLessThan(220);
    expect(whileRecovering).toBe(600);
    expect(sent).toHaveLength(840);
  });
});

it('takes no other failure for flow control: the next call is sent as fast as before', async () => {
  const { ask, advance, sent, outcomes } = simulate({
    answerTo: () => failed({ kind: 'SERVER', code: 'InternalError', retryAfterMs: 5000 }),
  });

  times(240, () => ask(recorder));
  await advance(60_000);
  times(240, () => ask(recorder));
  await advance(60_000);

  expect(sent).toHaveLength(480);
  expect(outcomes).toHaveLength(480);
});

it('keeps its promises whatever comes', async () => {
  const calls = fc.array(
    fc.record({
      after: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(300)),
      caller: fc.constantFrom('a', 'b', 'c'),
      urgent: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
      withinMs: fc.integer({ min: 150, max: 5000 }),
      refused: fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, fc.nat(1500)),
    }),
    { minLength: 1, maxLength: 120 },
  );
  await fc.assert(
    fc.asyncProperty(calls, fc.nat(600), async (arrivals, latencyMs) => {
      const hints = new Map<Call, number>();
      const numbers = new Map<Call, number>();
      const { clock, ask, advance, sent, outcomes } = simulate({
        latencyMs,
        answerTo: (call) => (hints.has(call) ? throttled(hints.get(call)) : undefined),
      });
      for (const { after, caller, urgent, withinMs, refused } of arrivals) {
        await advance(after);
        const call = { ...readCall, operation: ListAccounts, caller, urgent, deadline: clock.now() + withinMs };
        if (refused !== undefined) hints.set(call, refused);
        numbers.set(call, numbers.size);
        void ask(call);
      }
      await advance(20_000);

      // 20 a second: 16 in any, 10 of them at once.
      const at = sent.map(({ at: time }) => time);
      at.forEach((time, index) => {
        expect(time - (at[index - 16] ?? -Infinity)).toBeGreaterThanOrEqual(1000 - 1e-6);
        expect(time - (at[index - 10] ?? -Infinity)).toBeGreaterThan(0);
      });
      expect(outcomes).toHaveLength(arrivals.length);
      for (const { call, sentAt, cameAt, endedAt, error } of outcomes) {
        const latest = (call.deadline ?? NaN) - 150;
        expect(sentAt ?? endedAt).toBeLessThanOrEqual(latest + 1e-6);
        // A call that was not sent gets a time to retry, which is not earlier than its turn.
        if (sentAt === undefined) {
          expect(error).toMatchObject({ kind: 'THROTTLING' });
          expect(endedAt + (error?.retryAfterMs ?? NaN)).toBeGreaterThanOrEqual(latest - 1);
          expect(endedAt).toBeGreaterThanOrEqual(cameAt);
        }
      }
      for (const caller of 'abc') {
        for (const urgent of [true, false]) {
          const own = sent.filter(({ call }) => call.caller === caller && call.urgent === urgent);
          const order = own.map(({ call }) => numbers.get(call) ?? NaN);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }
      expect(clock.asleep).toBe(0);
    }),
    runs(400),
  );
});
