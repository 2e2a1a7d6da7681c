import fc from 'fast-check';
import type { WindowLimits } from '../../../../src/rpc/quota/SlidingWindow';
import { SlidingWindow } from '../../../../src/rpc/quota/SlidingWindow';
import { runs } from '../../../support/soak';
import type { Arrival, Lateness } from './sendThrough';
import { arrivals, limits, minute, part, roundingMs, run, times } from './sendThrough';

/** The most that any window holds which is open at its start. */
function fullestWindow(times: readonly number[], windowMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let start = 0;
  let most = 0;
  sorted.forEach((time, index) => {
    while ((sorted[start] ?? Infinity) <= time - windowMs + roundingMs) start += 1;
    most = Math.max(most, index - start + 1);
  });
  return most;
}

/** How late timers are, one after the other and then again, in parts of the latest. */
const lateness = fc.array(fc.oneof(fc.constant(0), part, fc.constant(1)), { minLength: 1, maxLength: 20 });
const lateBy = (parts: readonly number[], mostMs: number): Lateness => {
  let timer = 0;
  return () => (parts[(timer += 1) % parts.length] ?? 0) * mostMs;
};

it('never lets a sliding window hold more calls than its limit, nor an instant more than may go at once', () => {
  fc.assert(
    fc.property(limits, arrivals(fc.oneof(fc.constant(0), part)), (limit, calls) => {
      const sent = run(new SlidingWindow(limit), limit, calls).map(({ at }) => at);

      expect(fullestWindow(sent, limit.windowMs)).toBeLessThanOrEqual(limit.calls);
      expect(fullestWindow(sent, 2 * roundingMs)).toBeLessThanOrEqual(limit.atOnce);
    }),
    runs(500),
  );
});

it('never lets the upstream count more than the quota in a window, however late each call arrives there', () => {
  fc.assert(
    fc.property(
      limits,
      arrivals(
        fc.oneof(
          part,
          part.map((x) => 3 * x),
        ),
      ),
      (limit, calls) => {
        const counted = run(new SlidingWindow(limit), limit, calls).map(({ countedAt }) => countedAt);

        expect(fullestWindow(counted, limit.windowMs)).toBeLessThanOrEqual(limit.counted);
      },
    ),
    runs(500),
  );
});

describe('while timers are late', () => {
  it('no sliding window holds more than its limit, nor an instant more than may go at once', () => {
    fc.assert(
      fc.property(limits, arrivals(fc.oneof(fc.constant(0), part)), lateness, part, (limit, calls, parts, most) => {
        const late = lateBy(parts, most * limit.windowMs);
        const sent = run(new SlidingWindow(limit), limit, calls, late).map(({ at }) => at);

        expect(fullestWindow(sent, limit.windowMs)).toBeLessThanOrEqual(limit.calls);
        expect(fullestWindow(sent, 2 * roundingMs)).toBeLessThanOrEqual(limit.atOnce);
      }),
      runs(1000),
    );
  });

  it('the upstream counts no more than the quota in a window', () => {
    fc.assert(
      fc.property(limits, arrivals(part.map((x) => 3 * x)), lateness, part, (limit, calls, parts, most) => {
        const late = lateBy(parts, most * limit.windowMs);
        const counted = run(new SlidingWindow(limit), limit, calls, late).map(({ countedAt }) => countedAt);

        expect(fullestWindow(counted, limit.windowMs)).toBeLessThanOrEqual(limit.counted);
      }),
      runs(500),
    );
  });

  it('a demand that lasts loses what one timer is late in a window, not what all of them are', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 5 }), lateness, part, (limit, windows, parts, most) => {
        // So late that it can be caught up with what may go at once.
        const mostMs = (most * limit.windowMs * (limit.atOnce - 1)) / limit.calls;
        const sent = run(new SlidingWindow(limit), limit, times(limit.calls * windows), lateBy(parts, mostMs));

        expect(sent.at(-1)?.at).toBeLessThanOrEqual(windows * (limit.windowMs + mostMs) + roundingMs);
      }),
      runs(1000),
    );
  });

  it('five hundred sessions of STS take a little longer, not half as long again', () => {
    const sts: WindowLimits = { windowMs: 1000, calls: 80, atOnce: 50, counted: 100 };

    const quiet = run(new SlidingWindow(sts), sts, times(500)).at(-1)?.at ?? NaN;
    const busy = run(new SlidingWindow(sts), sts, times(500), lateBy([0.1, 0.5, 0.2, 1, 0.3], 20)).at(-1)?.at ?? NaN;

    expect(quiet).toBeCloseTo(6237.5);
    expect(busy - quiet).toBeLessThanOrEqual(7 * 20);
  });
});

it('never makes who is next wait for longer than one gap of the even pace', () => {
  fc.assert(
    fc.property(limits, arrivals(fc.constant(0)), (limit, calls) => {
      const waits = run(new SlidingWindow(limit), limit, calls).map(({ waited }) => waited);

      const gap = limit.windowMs / (limit.calls - limit.atOnce + 1);
      expect(Math.max(...waits)).toBeLessThanOrEqual(gap + roundingMs);
    }),
    runs(500),
  );
});

it('serves a demand that lasts at the full rate of its limit', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 5 }), (limit, windows) => {
      const sent = run(new SlidingWindow(limit), limit, times(limit.calls * windows));

      expect(sent.at(-1)?.at).toBeLessThanOrEqual(windows * limit.windowMs + roundingMs);
    }),
  );
});

it('spends half of a minute’s quota at once, and paces the rest of the share over the minute', () => {
  const sent = run(new SlidingWindow(minute), minute, times(480)).map(({ at }) => at);

  expect(sent.slice(0, 150)).toEqual(Array(150).fill(0));
  expect(sent.slice(150, 240).map((at) => Math.round(at))).toEqual(
    Array.from({ length: 90 }, (_, index) => Math.round(((index + 1) * 60_000) / 91)),
  );
  expect(Math.round(sent[479] ?? NaN)).toBeLessThanOrEqual(120_000);
});

it('keeps the full rate while the upstream takes a quarter of the window to answer', () => {
  const slow = Array<Arrival>(2400).fill({ after: 0, lasts: 0.24, counted: 1 });

  const sent = run(new SlidingWindow(minute), minute, slow);

  expect(sent.at(-1)?.at).toBeLessThanOrEqual(600_000);
});

it('forecasts for each that waits the very time at which it is sent if nothing changes', () => {
  fc.assert(
    fc.property(limits, arrivals(fc.constant(0)), fc.nat(40), (limit, calls, waiting) => {
      const window = new SlidingWindow(limit);
      const now = run(window, limit, calls).at(-1)?.at ?? 0;

      const forecast = Array.from({ length: waiting }, (_, ahead) => window.forecast(ahead, now));
      const sent = forecast.map(() => {
        const at = window.nextAt(now);
        window.send(at);
        window.end(at);
        return at;
      });

      sent.forEach((at, index) => {
        expect(at).toBeCloseTo(forecast[index] ?? NaN, 6);
      });
    }),
  );
});

it('lets calls go as they come if fewer than may go at once are left in the window', () => {
  const window = new SlidingWindow({ windowMs: 1000, calls: 8, atOnce: 8, counted: 10 });
  for (const time of [0, ...Array<number>(7).fill(990)]) {
    window.send(time);
    window.end(time);
  }

  expect(window.nextAt(990)).toBe(1000);
});

it('is idle if a new window would say the same, and not before', () => {
  const window = new SlidingWindow(minute);
  expect(window.isIdle(0)).toBe(true);

  window.send(0);
  expect(window.isIdle(70_000)).toBe(false);
  window.end(70_000);
  expect(window.isIdle(129_999)).toBe(false);
  expect(window.isIdle(130_000)).toBe(true);

  window.send(200_000);
  window.throttled(200_000, { sentAt: 200_000, retryAfterMs: 120_000 });
  window.end(200_000);
  expect(window.isIdle(319_999)).toBe(false);
  expect(window.isIdle(320_000)).toBe(true);
});
