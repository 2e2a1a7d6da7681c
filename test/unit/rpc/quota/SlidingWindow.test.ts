import fc from 'fast-check';
import type { WindowLimits } from '../../../../src/rpc/quota/SlidingWindow';
import { SlidingWindow } from '../../../../src/rpc/quota/SlidingWindow';
import { runs } from '../../../support/soak';

/** 300 a minute, as the gateway takes them: 80 % of it in any window, half of it at once. */
const minute: WindowLimits = { windowMs: 60_000, calls: 240, atOnce: 150, counted: 300 };

const limits = fc
  .record({ windowMs: fc.constantFrom(1000, 1250, 60_000), counted: fc.integer({ min: 1, max: 60 }) })
  .chain(({ windowMs, counted }) =>
    fc.integer({ min: 1, max: counted }).chain((calls) =>
      fc.record<WindowLimits>({
        windowMs: fc.constant(windowMs),
        counted: fc.constant(counted),
        calls: fc.constant(calls),
        atOnce: fc.integer({ min: 1, max: calls }),
      }),
    ),
  );

/** A call that comes so long after the one before, and ends so long after it was sent; shares of a window. */
interface Arrival {
  readonly after: number;
  readonly lasts: number;
  /** How far from start to end the upstream counts it. */
  readonly counted: number;
}
const part = fc.double({ min: 0, max: 1, noNaN: true });
/** Mostly one behind the other, now and then a pause. */
const after = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: part.map((x) => x / 20) },
  part,
);
const arrivals = (lasts: fc.Arbitrary<number>) =>
  fc.array(fc.record<Arrival>({ after, lasts, counted: part }), { minLength: 1, maxLength: 300 });

interface Sent {
  readonly at: number;
  readonly endsAt: number;
  readonly countedAt: number;
  /** How long it had waited when nothing stood before it any more. */
  readonly waited: number;
}

/** How late the next timer is, milliseconds. */
type Lateness = () => number;
const onTime: Lateness = () => 0;

/** Sends the calls one after the other, each as soon as it has come, the window lets it, and a timer says so. */
function run(
  window: SlidingWindow,
  { windowMs }: WindowLimits,
  calls: readonly Arrival[],
  lateMs: Lateness = onTime,
): Sent[] {
  const sent: Sent[] = [];
  const ends: number[] = [];
  let now = 0;
  const endUntil = (time: number) => {
    for (let end = ends[0]; end !== undefined && end <= time; end = ends[0]) {
      window.end(end);
      ends.shift();
    }
  };
  let comesAt = 0;
  let dueAt = 0;
  for (const { after: pause, lasts, counted } of calls) {
    comesAt += pause * windowMs;
    if (comesAt > now) now = dueAt = comesAt;
    endUntil(now);
    const ready = now;
    for (let at = window.nextAt(now); at > now; at = window.nextAt(now)) {
      now = Math.min(at + lateMs(), ends[0] ?? Infinity);
      if (now === Infinity) throw new Error('nothing is ever sent again');
      dueAt = Math.min(at, now);
      endUntil(now);
    }
    window.send(now, dueAt);
    const endsAt = now + lasts * windowMs;
    sent.push({ at: now, endsAt, countedAt: now + counted * (endsAt - now), waited: now - ready });
    ends.push(endsAt);
    ends.sort((a, b) => a - b);
    endUntil(now);
  }
  return sent;
}

/** Times are sums of fractions; that much they may be off. */
const roundingMs = 1e-6;

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

const instant = { after: 0, lasts: 0, counted: 0 };
const times = (count: number) => Array<Arrival>(count).fill(instant);

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

it('forecasts for each that waits the very time at which it is sent where nothing changes', () => {
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

it('lets calls go as they come where fewer than may go at once are left in the window', () => {
  const window = new SlidingWindow({ windowMs: 1000, calls: 8, atOnce: 8, counted: 10 });
  for (const time of [0, ...Array<number>(7).fill(990)]) {
    window.send(time);
    window.end(time);
  }

  expect(window.nextAt(990)).toBe(1000);
});

describe('a refusal for flow control', () => {
  it('stops everything for as long as the upstream asks', () => {
    const window = new SlidingWindow(minute);
    window.send(0);

    window.throttled(100, { sentAt: 0, retryAfterMs: 2000 });

    expect(window.nextAt(100)).toBe(2100);
    expect(window.forecast(3, 100)).toBe(2100);
    expect(window.nextAt(2100)).toBe(2100);
  });

  it('does not shorten a pause that is under way', () => {
    const window = new SlidingWindow(minute);
    window.send(0);
    window.throttled(100, { sentAt: 0, retryAfterMs: 2000 });

    window.throttled(200, { sentAt: 0, retryAfterMs: 500 });

    expect(window.nextAt(200)).toBe(2100);
  });

  it('cuts the limits to 0.7 of what they were', () => {
    const window = new SlidingWindow(minute);
    window.send(0);
    window.throttled(0, { sentAt: 0 });
    window.end(0);

    const sent = run(window, minute, times(300)).map(({ at }) => at);

    // One was sent before: 0.7 of 150 go at once.
    expect(sent.filter((at) => at === 0)).toHaveLength(104);
    // The rest of the half follows when the limits are whole again, after cbrt(4 * 0.3 / 0.4) s.
    expect(sent.filter((at) => at > 0 && at < 1443)).toHaveLength(45);
  });

  it('counts once for all calls that were on the wire together', () => {
    const once = new SlidingWindow(minute);
    const together = new SlidingWindow(minute);
    for (const window of [once, together]) {
      for (let call = 0; call < 20; call += 1) window.send(0);
      window.throttled(50, { sentAt: 0 });
    }
    for (let call = 1; call < 20; call += 1) together.throttled(50 + call, { sentAt: 0 });

    expect(together.forecast(150, 100)).toBe(once.forecast(150, 100));
    // 50 ms after the cut, 0.73 of 150 may go at once.
    expect(together.forecast(88, 100)).toBe(100);
    expect(together.forecast(89, 100)).toBeGreaterThan(100);
  });

  it('is made good within seconds, by the curve of CUBIC: flat at the former limits, then steep', () => {
    // 100 a second, all of them at once.
    const atOnce = (now: number) => {
      const window = new SlidingWindow({ windowMs: 1000, calls: 100, atOnce: 100, counted: 100 });
      window.send(0);
      window.throttled(0, { sentAt: 0 });
      window.end(0);
      let ahead = 0;
      while (window.forecast(ahead, now) === now) ahead += 1;
      return ahead;
    };

    // One call is in the window at first. It takes cbrt(100 * 0.3 / 0.4) = 4.2 s.
    expect([0, 1500, 3000, 4000, 4217].map(atOnce)).toEqual([69, 91, 99, 99, 100]);
  });

  it('is not felt for longer than the wait that the upstream asks for', () => {
    const window = new SlidingWindow({ windowMs: 1000, calls: 100, atOnce: 100, counted: 100 });
    window.send(0);
    window.throttled(0, { sentAt: 0, retryAfterMs: 1200 });
    window.end(0);

    expect(window.forecast(0, 1100)).toBe(1200);
    expect(window.forecast(99, 1200)).toBe(1200);
  });

  it('cuts nothing for another attempt of a call that was refused before', () => {
    const once = new SlidingWindow(minute);
    const retried = new SlidingWindow(minute);
    for (const window of [once, retried]) {
      window.send(0);
      window.throttled(0, { sentAt: 0 });
    }
    for (const at of [500, 700, 900]) {
      retried.send(at);
      retried.throttled(at, { sentAt: at, again: true });
      once.send(at);
    }

    expect(retried.forecast(120, 900)).toBe(once.forecast(120, 900));
  });

  it('with a wait that no window of the quota takes is believed for two minutes, and up to a whole window of a day', () => {
    const day: WindowLimits = { windowMs: 86_400_000, calls: 8, atOnce: 8, counted: 10 };
    const [short, long] = [new SlidingWindow(minute), new SlidingWindow(day)];
    for (const window of [short, long]) {
      window.send(0);
      window.throttled(0, { sentAt: 0, retryAfterMs: 7_200_000 });
    }

    expect(short.nextAt(0)).toBe(120_000);
    expect(long.nextAt(0)).toBe(7_200_000);
  });

  it('never lets a window hold more than the limit of its moment, and never stops for good', () => {
    const refusals = fc.array(
      fc.record({ refused: fc.boolean(), retryAfterMs: fc.option(fc.nat(5000), { nil: undefined }) }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(limits, refusals, (limit, answers) => {
        const window = new SlidingWindow(limit);
        let now = 0;
        const perSecond = limit.calls / (limit.windowMs / 1000);
        /** The share of the limits so many milliseconds after they were cut from a share; whole from `until` on. */
        const shareAt = (cut: { at: number; from: number; until: number }, time: number) =>
          time >= cut.until
            ? 1
            : Math.min(
                1,
                cut.from +
                  (0.4 * ((time - cut.at) / 1000 - Math.cbrt((cut.from * perSecond * 0.3) / 0.4)) ** 3) / perSecond,
              );
        let cut = { at: 0, from: 1, until: 0 };
        const sent: number[] = [];
        for (const { refused, retryAfterMs } of answers) {
          const at = window.nextAt(now);
          expect(at - now).toBeLessThanOrEqual(Math.max(limit.windowMs, 5000));
          now = at;
          window.send(now);
          sent.push(now);
          const limitNow = Math.max(1, Math.floor(limit.calls * shareAt(cut, now) + 1e-6));
          expect(sent.filter((time) => time > now - limit.windowMs + roundingMs).length).toBeLessThanOrEqual(limitNow);
          if (refused) {
            const answeredAt = now + 1;
            cut = {
              at: answeredAt,
              from: shareAt(cut, answeredAt),
              until: retryAfterMs === undefined ? Infinity : answeredAt + retryAfterMs,
            };
            window.throttled(answeredAt, { sentAt: now, retryAfterMs });
            now = answeredAt + 1;
          }
          window.end(now);
        }
      }),
      runs(500),
    );
  });
});

it('is idle where a new window would say the same, and not before', () => {
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
