import {
  AssumeRole,
  DescribeConfigurationRecorder,
  GetFolder,
  ListAccounts,
  ListEnrolledAccounts,
  StartConfigurationRecorder,
} from '../../../../src/operations';
import { staticKeys } from '../../../../src/rpc/credentials/staticKeys';
import type { Next } from '../../../../src/rpc/policies/policy';
import { retry } from '../../../../src/rpc/policies/retry';
import { answer, readCall, rejection } from '../calls';
import { every } from '../manualClock';
import { recorder, settle, simulate, times, write } from './simulateQuota';

it('sends half of a quota at once, and paces what comes behind', async () => {
  const { ask, advance, sent } = simulate();

  times(160, () => ask(recorder));
  await advance(0);
  expect(sent).toHaveLength(150);
  await advance(10_000);

  const paced = sent.slice(150).map(({ at }) => Math.round(at));
  expect(paced).toEqual(Array.from({ length: 10 }, (_, index) => Math.round(((index + 1) * 60_000) / 91)));
});

it('catches up what late timers lose, and overdraws nothing by it', async () => {
  // 100 a second: 50 at once, 80 in any second, one every 12.5 ms.
  const open = { ...readCall, operation: AssumeRole };
  const { ask, advance, sent } = simulate({ late: every(30) });

  times(500, () => ask(open));
  await advance(10_000);

  const at = sent.map((each) => each.at);
  expect(at).toHaveLength(500);
  // 6,238 ms on time; late by 30 ms once in a second, and not with every one.
  expect(at[499]).toBeLessThanOrEqual(6238 + 7 * 30);
  at.forEach((time, index) => {
    expect(time - (at[index - 80] ?? -Infinity)).toBeGreaterThanOrEqual(1000);
  });
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

  it('it fails when its time is up, if others came between', async () => {
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

  it('it is not tried again: the wait is longer than what it has', async () => {
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

it('lets nobody pass whose turn has come while the timer for it is late', async () => {
  const { ask, advance, sent } = simulate({ late: every(1000) });
  times(151, () => ask({ ...recorder, caller: 'a' }));
  // The last of them is due after 659 ms.
  await advance(800);
  expect(sent).toHaveLength(150);

  void ask({ ...recorder, caller: 'b' });
  await advance(0);
  expect(sent.slice(150).map(({ call }) => call.caller)).toEqual(['a']);

  await advance(2000);
  expect(sent.slice(151).map(({ call }) => call.caller)).toEqual(['b']);
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

it('forgets the quotas of a walk while it goes on, each soon after its window', async () => {
  const { policy, ask, advance } = simulate();

  for (let account = 0; account < 300; account += 1) {
    void ask({ ...recorder, accountId: String(account) });
    await advance(1000);
  }

  // A window of 60 s, and no more than 10 s until someone looks.
  expect(policy.buckets).toBeLessThanOrEqual(71);
});

it('forgets no quota that calls still wait for, however long', async () => {
  const { policy, ask, advance, sent } = simulate({ latencyMs: 200_000 });
  // All that may be counted in a window are on the wire, and stay there.
  times(400, () => ask(recorder));
  await advance(150_000);
  void ask({ ...recorder, accountId: 'other' });
  await advance(20_000);

  expect(policy.buckets).toBe(2);
  const before = sent.length;
  times(10, () => ask(recorder));
  await advance(1000);
  expect(sent).toHaveLength(before);
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
