import fc from 'fast-check';
import type { RpcError } from '../../../src/errors/RpcError';
import { ListAccounts } from '../../../src/operations';
import type { Call } from '../../../src/rpc/Call';
import { SharedCall } from '../../../src/rpc/SharedCall';
import type { Waiter } from '../../../src/rpc/Waiter';
import { compose } from '../../../src/rpc/policies/policy';
import { quota } from '../../../src/rpc/policies/quota';
import { retry } from '../../../src/rpc/policies/retry';
import type { Answer } from '../../../src/rpc/readResponse';
import { runs } from '../../support/soak';
import { answer, failed, readCall } from './calls';
import { ManualClock } from './manualClock';

/** 20 a second: 10 at once, 16 in any second; behind the first ten one every 143 ms. */
const list: Call = { ...readCall, operation: ListAccounts };
const gapMs = 1000 / 7;

const settle = () => new Promise(setImmediate);

/** Shared calls through the policies that make them wait, on a clock that only the test moves. */
function simulate(options: { latencyMs?: number; answerTo?: (name: string) => RpcError | undefined } = {}) {
  const clock = new ManualClock(0);
  const sent: { readonly name: string; readonly at: number; readonly shared: SharedCall }[] = [];
  const abandoned: string[] = [];
  const ended: { readonly name: string; readonly caller?: string; readonly at: number; readonly error?: RpcError }[] =
    [];
  const policies = [
    retry({ clock, random: () => 0 }),
    quota({ clock, sharePercent: 80, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 }),
  ];

  const callTo = (name: string) =>
    new SharedCall<Answer>({
      clock,
      operation: ListAccounts,
      begin: (shared) =>
        compose(policies, async () => {
          sent.push({ name, at: clock.now(), shared });
          const error = options.answerTo?.(name);
          if (options.latencyMs !== undefined) await clock.sleep(options.latencyMs, shared.signal);
          if (shared.signal.aborted) throw failed({ kind: 'ABORTED' });
          if (error) throw error;
          return answer;
        })({ ...list, shared, signal: shared.signal }),
      onAbandoned: () => {
        abandoned.push(name);
        inFlight.delete(name);
      },
    });

  const inFlight = new Map<string, SharedCall<Answer>>();
  /** Joins the call of that name, or begins it. */
  function join(name: string, waiter: Partial<Waiter> = {}): void {
    const shared = inFlight.get(name) ?? callTo(name);
    inFlight.set(name, shared);
    const { caller } = waiter;
    shared.join({ deadline: clock.now() + 10_000, ...waiter }).then(
      () => ended.push({ name, caller, at: clock.now() }),
      (error: unknown) => ended.push({ name, caller, at: clock.now(), error: error as RpcError }),
    );
  }

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

  /** So many calls of one caller, each for itself. */
  const bulk = (count: number) => {
    for (let index = 0; index < count; index += 1) join(`bulk ${index}`, { caller: 'bulk' });
  };

  return { clock, join, advance, bulk, sent, ended, abandoned };
}

const namesOf = (list_: readonly { readonly name: string }[]) => list_.map(({ name }) => name);

it('is made once, for all callers that join it before its end', async () => {
  const { join, advance, sent, ended, clock } = simulate({ latencyMs: 100 });

  join('a', { caller: '1' });
  await advance(50);
  join('a', { caller: '2' });
  await advance(50);

  expect(sent).toHaveLength(1);
  expect(ended).toEqual([
    { name: 'a', caller: '1', at: 100 },
    { name: 'a', caller: '2', at: 100 },
  ]);
  expect(clock.asleep).toBe(0);
});

describe('while it waits for its quota', () => {
  it('goes before others once somebody urgent joins it', async () => {
    const { join, advance, bulk, sent } = simulate();
    bulk(30);
    await advance(0);

    join('bulk 29', { caller: 'writer', urgent: true });
    await advance(2 * gapMs);

    expect(namesOf(sent.slice(10))).toEqual(['bulk 29', 'bulk 10']);
  });

  it('goes when the turn of any caller comes that joined it, and leaves the place where it came first', async () => {
    const { join, advance, bulk, sent } = simulate();
    bulk(30);
    await advance(0);

    join('bulk 28', { caller: 'single' });
    join('bulk 11', { caller: 'single' });
    await advance(5 * gapMs);

    expect(namesOf(sent.slice(10))).toEqual(['bulk 10', 'bulk 28', 'bulk 11', 'bulk 12', 'bulk 13']);
  });

  it('is urgent for somebody who joined before it came to wait', async () => {
    const { join, advance, bulk, sent } = simulate();
    bulk(30);
    join('other', { caller: 'reader' });
    join('other', { caller: 'writer', urgent: true });

    await advance(gapMs);

    expect(namesOf(sent.slice(10))).toEqual(['other']);
  });

  it('fails callers with too little time at once, with the wait, and goes on for the others', async () => {
    const { join, advance, bulk, ended, sent } = simulate();
    bulk(30);
    await advance(0);

    // Nineteen go before it: its turn comes in more than a second.
    join('last', { caller: 'bulk', deadline: 500 });
    join('last', { caller: 'bulk', deadline: 10_000 });
    await advance(0);

    const [refused] = ended.filter(({ name }) => name === 'last');
    expect(refused).toMatchObject({ at: 0, error: { action: 'ListAccounts', kind: 'THROTTLING' } });
    const { retryAfterMs = NaN } = refused?.error ?? {};
    await advance(10_000);
    expect(ended.at(-1)).toEqual({ name: 'last', caller: 'bulk', at: sent.at(-1)?.at });
    expect(sent.at(-1)?.name).toBe('last');
    expect(Math.abs((sent.at(-1)?.at ?? NaN) - retryAfterMs)).toBeLessThanOrEqual(1);
  });

  it('fails a caller that joins it with too little time', async () => {
    const { join, advance, bulk, ended } = simulate();
    bulk(30);
    await advance(0);

    join('bulk 29', { caller: 'bulk', deadline: 500 });
    await advance(0);

    expect(ended.filter(({ name }) => name === 'bulk 29')).toMatchObject([{ at: 0, error: { kind: 'THROTTLING' } }]);
  });

  it('fails a caller whose time is up, if others came between', async () => {
    const { join, advance, bulk, ended } = simulate();
    bulk(10);
    join('late', { caller: 'a', deadline: 300 });
    await advance(100);
    join('urgent', { urgent: true });

    await advance(1000);

    expect(ended.find(({ name }) => name === 'late')).toMatchObject({
      at: 150,
      error: { kind: 'THROTTLING', retryAfterMs: Math.ceil(2 * gapMs - 150) },
    });
  });

  it('is dropped when the last of them has gone, and makes room', async () => {
    const { clock, join, advance, bulk, sent, ended, abandoned } = simulate();
    bulk(10);
    const callers = [new AbortController(), new AbortController()];
    callers.forEach(({ signal }, index) => {
      join('given up', { caller: `gone ${index}`, signal });
    });
    join('next', { caller: 'stays' });
    await advance(0);

    callers[0]?.abort();
    expect(abandoned).toEqual([]);
    callers[1]?.abort();
    await advance(gapMs);

    expect(abandoned).toEqual(['given up']);
    expect(ended.filter(({ name }) => name === 'given up')).toMatchObject([
      { at: 0, error: { kind: 'ABORTED' } },
      { at: 0, error: { kind: 'ABORTED' } },
    ]);
    expect(namesOf(sent.slice(10))).toEqual(['next']);
    expect(clock.asleep).toBe(0);
  });
});

it('is not made for somebody who has gone before', async () => {
  const { join, advance, sent, ended, abandoned } = simulate();

  join('a', { signal: AbortSignal.abort() });
  await advance(0);

  expect(sent).toEqual([]);
  expect(abandoned).toEqual(['a']);
  expect(ended).toMatchObject([{ error: { kind: 'ABORTED' } }]);
});

it('leaves each their own time while it is on the wire, and ends with the last', async () => {
  const { clock, join, advance, ended, abandoned } = simulate({ latencyMs: 60_000 });
  join('a', { caller: 'short', deadline: 1000 });
  join('a', { caller: 'long', deadline: 3000 });

  await advance(2999);
  expect(abandoned).toEqual([]);
  await advance(1);

  expect(ended).toMatchObject([
    { caller: 'short', at: 1000, error: { kind: 'TIMEOUT' } },
    { caller: 'long', at: 3000, error: { kind: 'TIMEOUT' } },
  ]);
  expect(abandoned).toEqual(['a']);
  expect(clock.asleep).toBe(0);
});

it('fails callers with less time than the upstream asks to wait, and goes on after that for the others', async () => {
  const refusals = [failed({ kind: 'THROTTLING', code: 'Throttling.User', retryAfterMs: 3000 })];
  const { join, advance, sent, ended } = simulate({ answerTo: () => refusals.shift() });
  join('a', { caller: 'short', deadline: 2000 });
  join('a', { caller: 'long', deadline: 8000 });

  await advance(0);
  expect(ended).toMatchObject([{ caller: 'short', at: 0, error: { kind: 'THROTTLING', retryAfterMs: 3000 } }]);
  await advance(8000);

  expect(ended.slice(1)).toEqual([{ name: 'a', caller: 'long', at: 3000 }]);
  expect(sent.map(({ at }) => at)).toEqual([0, 3000]);
});

it('lives for as long as somebody waits, past the time of who began it', async () => {
  const { join, advance, bulk, ended } = simulate();
  bulk(10);
  join('a', { caller: 'first', deadline: 600 });
  await advance(100);
  for (let index = 0; index < 6; index += 1) join(`urgent ${index}`, { urgent: true });
  join('a', { caller: 'second', deadline: 5000 });

  await advance(4000);

  expect(ended.filter(({ name }) => name === 'a')).toMatchObject([
    { caller: 'first', at: 450, error: { kind: 'THROTTLING' } },
    { caller: 'second' },
  ]);
  expect(ended.find(({ caller }) => caller === 'second')?.error).toBeUndefined();
});

it('keeps its promises, no matter who comes and goes', async () => {
  const arrivals = fc.array(
    fc.record({
      after: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(300)),
      name: fc.nat(25).map(String),
      caller: fc.constantFrom('a', 'b', 'c'),
      urgent: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
      withinMs: fc.integer({ min: 150, max: 5000 }),
      goesAfter: fc.option(fc.nat(2000), { nil: undefined, freq: 4 }),
    }),
    { minLength: 1, maxLength: 120 },
  );
  await fc.assert(
    fc.asyncProperty(arrivals, fc.nat(600), async (list_, latencyMs) => {
      const { clock, join, advance, sent, ended } = simulate({ latencyMs });
      const departures: { readonly at: number; readonly who: AbortController }[] = [];
      const depart = async (until: number) => {
        for (const { at, who } of departures.sort((x, y) => x.at - y.at)) {
          if (at > until) break;
          await advance(Math.max(0, at - clock.now()));
          who.abort();
        }
        await advance(Math.max(0, until - clock.now()));
      };
      const deadlines: number[] = [];
      for (const [index, { after, name, caller, urgent, withinMs, goesAfter }] of list_.entries()) {
        await depart(clock.now() + after);
        const who = new AbortController();
        if (goesAfter !== undefined) departures.push({ at: clock.now() + goesAfter, who });
        deadlines.push(clock.now() + withinMs);
        join(`${name} ${Math.floor(index / 40)}`, {
          caller: `${caller} ${index}`,
          urgent,
          deadline: clock.now() + withinMs,
          signal: who.signal,
        });
      }
      await depart(clock.now() + 3000);
      await advance(20_000);

      // 20 a second: 16 in any, 10 of them at once.
      const at = sent.map(({ at: time }) => time);
      at.forEach((time, index) => {
        expect(time - (at[index - 16] ?? -Infinity)).toBeGreaterThanOrEqual(1000 - 1e-6);
        expect(time - (at[index - 10] ?? -Infinity)).toBeGreaterThan(0);
      });
      expect(new Set(sent.map(({ shared }) => shared)).size).toBe(sent.length);
      expect(ended).toHaveLength(list_.length);
      for (const { caller = '', at: endedAt, error } of ended) {
        expect(endedAt).toBeLessThanOrEqual((deadlines[Number(caller.split(' ')[1])] ?? NaN) + 1e-6);
        if (error?.kind === 'THROTTLING') expect(error.retryAfterMs).toBeGreaterThan(0);
      }
      expect(clock.asleep).toBe(0);
    }),
    runs(300),
  );
});
