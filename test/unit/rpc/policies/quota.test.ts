import fc from 'fast-check';
import type { RpcError } from '../../../../src/errors/RpcError';
import {
  DescribeConfigurationRecorder,
  GetFolder,
  ListAccounts,
  ListEnrolledAccounts,
  StartConfigurationRecorder,
} from '../../../../src/operations';
import { staticKeys } from '../../../../src/rpc/credentials/staticKeys';
import type { Call, Next } from '../../../../src/rpc/policies/policy';
import { quota } from '../../../../src/rpc/policies/quota';
import { retry } from '../../../../src/rpc/policies/retry';
import { answer, failed, readCall, rejection } from '../calls';
import { ManualClock } from '../manualClock';

const usual = { sharePercent: 80, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 };

/** 300 a minute: 150 at once, 240 in any minute. */
const recorder: Call = { ...readCall, operation: DescribeConfigurationRecorder };
const write: Call = { ...recorder, operation: StartConfigurationRecorder };

interface Outcome {
  readonly call: Call;
  readonly cameAt: number;
  readonly sentAt?: number;
  readonly endedAt: number;
  readonly error?: RpcError;
}

const throttled = (retryAfterMs?: number) => failed({ kind: 'THROTTLING', code: 'Throttling.User', retryAfterMs });

/** A policy on a clock that only the test moves, and an upstream that takes some time. */
function simulate(options: { latencyMs?: number; answerTo?: (call: Call, sent: number) => RpcError | undefined } = {}) {
  const clock = new ManualClock(0);
  const policy = quota({ clock, ...usual });
  const outcomes: Outcome[] = [];
  const sent: { readonly call: Call; readonly at: number }[] = [];

  const next: Next = async (call) => {
    sent.push({ call, at: clock.now() });
    const error = options.answerTo?.(call, sent.length);
    if (options.latencyMs !== undefined) await clock.sleep(options.latencyMs);
    if (error) throw error;
    return answer;
  };

  async function ask(call: Call): Promise<void> {
    const cameAt = clock.now();
    let sentAt: number | undefined;
    const noted: Next = (attempt) => {
      sentAt = clock.now();
      return next(attempt);
    };
    const error = await policy.execute(call, noted).then(
      () => undefined,
      (reason: unknown) => reason as RpcError,
    );
    outcomes.push({ call, cameAt, sentAt, endedAt: clock.now(), error });
  }

  /** Moves time on from one timer to the next, and lets everything happen that it wakes. */
  async function advance(ms: number): Promise<void> {
    const until = clock.now() + ms;
    await settle();
    for (let wake = clock.nextWake; wake !== undefined && wake <= until; wake = clock.nextWake) {
      clock.advance(Math.max(0, wake - clock.now()));
      await settle();
    }
    clock.advance(until - clock.now());
    await settle();
  }

  return { clock, policy, ask, advance, sent, outcomes };
}

const settle = () => new Promise(setImmediate);

const times = (count: number, act: () => unknown) => {
  for (let index = 0; index < count; index += 1) void act();
};

it('sends half of a quota at once, and paces what comes behind', async () => {
  const { ask, advance, sent } = simulate();

  times(160, () => ask(recorder));
  await advance(0);
  expect(sent).toHaveLength(150);
  await advance(10_000);

  const paced = sent.slice(150).map(({ at }) => Math.round(at));
  expect(paced).toEqual(Array.from({ length: 10 }, (_, index) => Math.round(((index + 1) * 60_000) / 91)));
});

it('counts for each account, operation and region apart, and for all callers together', async () => {
  const { ask, advance, sent } = simulate();

  times(151, () => ask({ ...recorder, caller: 'a' }));
  void ask({ ...recorder, caller: 'b' });
  await advance(0);
  expect(sent).toHaveLength(150);

  const others = [
    { ...recorder, accountId: '1108201' },
    { ...recorder, credentials: staticKeys('otherid', 'othersecret') },
    {
      ...recorder,
      operation: {
        ...DescribeConfigurationRecorder,
        product: { ...DescribeConfigurationRecorder.product, version: '2020-09-07' },
      },
    },
    { ...recorder, operation: ListEnrolledAccounts, parameters: { RegionId: 'cn-hangzhou' } },
    { ...recorder, operation: ListEnrolledAccounts, parameters: { RegionId: 'cn-shanghai' } },
  ];
  others.forEach((call) => {
    times(150, () => ask(call));
  });
  await advance(0);

  expect(sent).toHaveLength(150 + others.length * 150);
});

it('takes the settings’ word for a quota that nobody published', async () => {
  const { ask, advance, sent } = simulate();

  times(200, () => ask({ ...readCall, operation: GetFolder }));
  await advance(0);

  expect(sent).toHaveLength(150);
});

describe('where a call cannot be sent in time', () => {
  it('it fails at once, and says when there will be room for it', async () => {
    const { clock, ask, advance, outcomes } = simulate();
    const call = { ...recorder, deadline: clock.now() + 10_000 };

    times(170, () => ask(call));
    await advance(0);

    // A gap of 60 s / 91: fourteen of them fit into 10 s less the 150 ms that the shortest attempt takes.
    const refused = outcomes.filter(({ error }) => error !== undefined);
    expect(refused).toHaveLength(170 - 150 - 14);
    expect(refused.map(({ endedAt }) => endedAt)).toEqual(Array(6).fill(0));
    expect(refused[0]?.error).toMatchObject({
      message: 'Config DescribeConfigurationRecorder failed: THROTTLING (its quota is used up; nothing was sent).',
      kind: 'THROTTLING',
      code: undefined,
      retryAfterMs: Math.ceil((15 * 60_000) / 91),
    });
    await advance(10_000);
    expect(outcomes.filter(({ error }) => error === undefined)).toHaveLength(164);
  });

  it('it fails when its time is up, where others came between', async () => {
    const { clock, ask, advance, outcomes } = simulate();
    times(150, () => ask(recorder));
    const call = { ...recorder, deadline: 1500 };
    times(2, () => ask({ ...call, caller: 'first' }));
    void ask({ ...recorder, caller: 'second' });
    await advance(1349);
    expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([]);

    await advance(1);

    expect(outcomes.filter(({ error }) => error !== undefined)).toMatchObject([
      { endedAt: 1350, error: { kind: 'THROTTLING', retryAfterMs: Math.ceil((3 * 60_000) / 91 - 1350) } },
    ]);
    expect(clock.asleep).toBe(0);
  });

  it('it is not tried again: what it is told to wait is longer than what it has', async () => {
    const { clock, policy, ask, advance, sent } = simulate();
    times(170, () => ask(recorder));
    await advance(0);
    const asked: number[] = [];
    const next: Next = (call) => {
      asked.push(call.attempt);
      return policy.execute(call, () => Promise.resolve(answer));
    };

    const error = await rejection(retry({ clock, random: () => 0 }).execute({ ...recorder, deadline: 5000 }, next));

    expect(error).toMatchObject({ kind: 'THROTTLING' });
    expect(asked).toEqual([1]);
    expect(sent).toHaveLength(150);
  });
});

describe('callers take turns', () => {
  it('so that six hundred calls of one do not hold up the single read of another', async () => {
    const { ask, advance, sent, outcomes } = simulate({ latencyMs: 50 });
    times(600, () => ask({ ...recorder, caller: 'bulk' }));
    await advance(5000);
    const before = sent.length;

    void ask({ ...recorder, caller: 'single', deadline: 5000 + 10_000 });
    await advance(10_000);

    const single = outcomes.find(({ call }) => call.caller === 'single');
    expect(single).toMatchObject({ error: undefined });
    expect(sent.findIndex(({ call }) => call.caller === 'single') - before).toBeLessThanOrEqual(1);
    expect((single?.endedAt ?? Infinity) - 5000).toBeLessThanOrEqual((2 * 60_000) / 91 + 50);
  });

  it('and one caller’s calls are sent in the order of their coming, until the last', async () => {
    const { ask, advance, outcomes } = simulate();

    times(600, () => ask({ ...recorder, caller: 'bulk' }));
    times(30, () => ask({ ...recorder, caller: 'other' }));
    await advance(180_000);

    expect(outcomes).toHaveLength(630);
    const bulk = outcomes.filter(({ call }) => call.caller === 'bulk').map(({ sentAt = NaN }) => sentAt);
    expect(bulk).toEqual([...bulk].sort((a, b) => a - b));
    // One in two of those that were paced, from where the other began to wait.
    const last = Math.max(...outcomes.filter(({ call }) => call.caller === 'other').map(({ sentAt = NaN }) => sentAt));
    expect(last).toBeLessThanOrEqual((61 * 60_000) / 91);
  });
});

it('sends what a write waits for before other calls', async () => {
  const { ask, advance, sent } = simulate();
  times(150, () => ask(recorder));
  times(5, () => ask({ ...recorder, caller: 'reader' }));
  void ask({ ...recorder, caller: 'writer', urgent: true });

  await advance(1000);

  expect(sent[150]?.call.caller).toBe('writer');
});

it('gives writes a queue of their own operation, in its own quota', async () => {
  const { ask, advance, sent } = simulate();
  times(200, () => ask(recorder));
  times(40, () => ask(write));

  await advance(0);

  expect(sent.filter(({ call }) => call.operation === StartConfigurationRecorder)).toHaveLength(30);
});

it('forgets at once who goes away while waiting', async () => {
  const { clock, ask, advance, sent, outcomes } = simulate();
  times(150, () => ask(recorder));
  const caller = new AbortController();
  times(3, () => ask({ ...write, operation: DescribeConfigurationRecorder, signal: caller.signal, caller: 'gone' }));
  void ask({ ...recorder, caller: 'stays' });
  await advance(100);

  caller.abort();
  await advance(0);

  expect(outcomes.filter(({ error }) => error?.kind === 'ABORTED')).toMatchObject([
    { endedAt: 100, error: { detail: 'the caller went away before anything was sent' } },
    { endedAt: 100 },
    { endedAt: 100 },
  ]);
  await advance(60_000 / 91);
  expect(sent.slice(150).map(({ call }) => call.caller)).toEqual(['stays']);
  expect(clock.asleep).toBe(0);
});

it('needs no timer for callers who have all gone', async () => {
  const { clock, ask, advance } = simulate();
  const caller = new AbortController();
  times(160, () => ask({ ...recorder, signal: caller.signal }));
  await advance(0);
  expect(clock.asleep).toBe(1);

  caller.abort();

  expect(clock.asleep).toBe(0);
});

it('does not send after its time a call that a standstill of the process held up', async () => {
  const { clock, ask, sent, outcomes } = simulate();
  times(150, () => ask(recorder));
  void ask({ ...recorder, deadline: 5000 });
  await settle();

  clock.advance(61_000);
  await settle();

  expect(sent).toHaveLength(150);
  expect(outcomes.at(-1)).toMatchObject({ endedAt: 61_000, error: { kind: 'THROTTLING', retryAfterMs: 1 } });
});

describe('while as many calls are on the wire as the quota has', () => {
  const list = { ...readCall, operation: ListAccounts };

  it('none is sent before a window after the end of one', async () => {
    const { ask, advance, sent } = simulate({ latencyMs: 30_000 });
    times(21, () => ask(list));

    await advance(30_999);
    expect(sent).toHaveLength(20);
    await advance(1);

    expect(sent).toHaveLength(21);
  });

  it('one that waits fails when its time is up', async () => {
    const { ask, advance, outcomes } = simulate({ latencyMs: 30_000 });
    times(20, () => ask(list));
    await advance(5000);
    void ask({ ...list, deadline: 9150 });

    await advance(3999);
    expect(outcomes).toEqual([]);
    await advance(1);

    expect(outcomes).toMatchObject([{ endedAt: 9000, error: { kind: 'THROTTLING', retryAfterMs: 1000 } }]);
  });
});

it('sends nothing for a caller who has gone before', async () => {
  const { ask, advance, sent, outcomes } = simulate();

  void ask({ ...recorder, signal: AbortSignal.abort() });
  await advance(0);

  expect(sent).toEqual([]);
  expect(outcomes).toMatchObject([{ error: { kind: 'ABORTED' } }]);
});

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

  it('without one: fewer are sent, all the fewer the more are refused, and more again in time', async () => {
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

    // 150 at once, 90 of them in vain; then few: whatever is refused cuts what may be sent after it.
    expect(whileRefused).toBeLessThan(160);
    expect(whileRecovering).toBe(600);
    expect(sent).toHaveLength(840);
  });
});

it('forgets quotas that nothing was sent against for a while', async () => {
  const { policy, ask, advance } = simulate();
  for (let account = 0; account < 1000; account += 1) void ask({ ...recorder, accountId: String(account) });
  await advance(30_000);
  void ask({ ...recorder, accountId: 'busy' });
  await advance(30_000);
  expect(policy.buckets).toBe(1001);

  void ask(recorder);
  await advance(0);

  expect(policy.buckets).toBe(2);
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
        // What was not sent is told when to come back, and not told to come before it was clear.
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
    { numRuns: 400 },
  );
});
