import fc from 'fast-check';
import type { CircuitChange, Health, Pass } from '../../../../src/rpc/protection/CircuitBreaker';
import { CircuitBreaker } from '../../../../src/rpc/protection/CircuitBreaker';
import { runs } from '../../../support/soak';

function createBreaker(random = () => 0) {
  const changes: CircuitChange[] = [];
  const breaker = new CircuitBreaker({ random, onChange: (change) => changes.push(change) });
  /** One call from its beginning to its end; false if it is refused. */
  const call = (health: Health, now: number, mayProbe = true): boolean => {
    const pass = breaker.enter(now, mayProbe);
    if (!('era' in pass)) return false;
    breaker.leave(pass, health, now);
    return true;
  };
  const fail = (times: number, now: number) => {
    for (let index = 0; index < times; index += 1) call('FAILED', now);
  };
  return { breaker, changes, call, fail };
}

it('opens after five failures in a row, and says how long', () => {
  const { breaker, changes, call, fail } = createBreaker();

  fail(4, 0);
  expect(call('ALIVE', 0)).toBe(true);
  fail(4, 0);
  expect(breaker.refusal(0, true)).toBeUndefined();
  fail(1, 0);

  expect(breaker.refusal(0, true)).toEqual({ retryAfterMs: 5000 });
  expect(breaker.refusal(4000, true)).toEqual({ retryAfterMs: 1000 });
  expect(changes).toEqual([{ openMs: 5000 }]);
});

it('opens if half of twenty calls in ten seconds fail, never five in a row', () => {
  const { breaker, call } = createBreaker();

  for (let index = 0; index < 19; index += 1) call(index % 2 === 0 ? 'ALIVE' : 'FAILED', index * 400);
  expect(breaker.refusal(8000, true)).toBeUndefined();
  call('FAILED', 8000);

  expect(breaker.refusal(8000, true)).toEqual({ retryAfterMs: 5000 });
});

it('stays closed if the failures are less than half, or older than ten seconds', () => {
  const { breaker, call } = createBreaker();

  for (let index = 0; index < 300; index += 1) call(index % 5 < 3 ? 'ALIVE' : 'FAILED', index * 100);
  for (let index = 0; index < 100; index += 1) call(index % 2 === 0 ? 'ALIVE' : 'FAILED', 60_000 + index * 1100);

  expect(breaker.refusal(200_000, true)).toBeUndefined();
});

it('does not count what says nothing about the upstream', () => {
  const { breaker, call, fail } = createBreaker();

  fail(4, 0);
  call('NONE', 0);
  fail(1, 0);

  expect(breaker.refusal(0, true)).toBeDefined();
});

it('lets one read probe when its time is over, and closes when that succeeds', () => {
  const { breaker, changes, call, fail } = createBreaker();
  fail(5, 0);

  const probe = breaker.enter(5000, true) as Pass;

  expect(probe.isProbe).toBe(true);
  expect(breaker.enter(5000, true)).toEqual({ retryAfterMs: 1000 });
  breaker.leave(probe, 'ALIVE', 5100);
  expect(call('ALIVE', 5100, false)).toBe(true);
  expect(changes).toEqual([{ openMs: 5000 }, {}]);
});

it('opens for twice as long each time that the probe fails, at most for a minute, and anew after it was closed', () => {
  const { breaker, changes, call, fail } = createBreaker();
  fail(5, 0);
  let now = 0;
  for (let times = 0; times < 5; times += 1) {
    now += breaker.refusal(now, true)?.retryAfterMs ?? 0;
    call('FAILED', now);
  }
  now += 60_000;
  call('ALIVE', now);
  fail(5, now);

  expect(changes.map(({ openMs }) => openMs)).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, undefined, 5000]);
});

it('opens for up to a fifth shorter by chance', () => {
  const { changes, fail } = createBreaker(() => 0.5);

  fail(5, 0);

  expect(changes).toEqual([{ openMs: 4500 }]);
});

it('probes again if the first probe was given up before it said anything', () => {
  const { breaker, call, fail } = createBreaker();
  fail(5, 0);

  const abandoned = breaker.enter(5000, true) as Pass;
  breaker.leave(abandoned, 'NONE', 5500);

  expect(call('ALIVE', 5500)).toBe(true);
  expect(breaker.refusal(5500, false)).toBeUndefined();
});

it('learns nothing from calls that were sent before it closed', () => {
  const { breaker, call, fail } = createBreaker();
  const old = Array.from({ length: 10 }, () => breaker.enter(0, true) as Pass);
  fail(5, 0);
  call('ALIVE', 5000);

  for (const pass of old) breaker.leave(pass, 'FAILED', 5001);

  expect(breaker.refusal(5001, true)).toBeUndefined();
});

it('never lets a write probe, nor two calls at once while it is not closed, whatever happens', () => {
  const step = fc.record({
    afterMs: fc.oneof(fc.nat(200), fc.nat(10_000)),
    isRead: fc.boolean(),
    health: fc.constantFrom<Health>('FAILED', 'FAILED', 'FAILED', 'ALIVE', 'NONE'),
    lasts: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 200 }), (steps) => {
      const { breaker, changes } = createBreaker(() => 0.3);
      let now = 0;
      const inFlight: { pass: Pass; health: Health; left: number }[] = [];
      for (const { afterMs, isRead, health, lasts } of steps) {
        now += afterMs;
        for (const each of inFlight) each.left -= 1;
        for (const done of inFlight.filter(({ left }) => left < 0)) {
          inFlight.splice(inFlight.indexOf(done), 1);
          breaker.leave(done.pass, done.health, now);
        }
        const wasOpen = changes.at(-1)?.openMs !== undefined;
        const pass = breaker.enter(now, isRead);
        if ('era' in pass) {
          inFlight.push({ pass, health, left: lasts });
          expect(pass.isProbe).toBe(wasOpen);
          if (wasOpen) {
            expect(isRead).toBe(true);
            expect(inFlight.filter((each) => each.pass.isProbe && each.pass.era === pass.era)).toHaveLength(1);
          }
        } else {
          expect(wasOpen).toBe(true);
          expect(pass.retryAfterMs).toBeGreaterThan(0);
          expect(pass.retryAfterMs).toBeLessThanOrEqual(60_000);
        }
      }
    }),
    runs(2000),
  );
});
