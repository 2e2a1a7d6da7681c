import fc from 'fast-check';
import { SlidingWindow } from '../../../../src/rpc/quota/SlidingWindow';
import { runs } from '../../../support/soak';
import { limits, minute, roundingMs, run, times } from './sendThrough';

describe('a refusal for flow control', () => {
  it('stops everything for as long as the upstream asks', () => {
    const window = new SlidingWindow(minute);
    window.send(0);

    window.throttled(100, { sentAt: 0, retryAfterMs: 2000 });

    expect(window.nextAt(100)).toBe(2100);
    expect(window.forecast(3, 100)).toBe(2100);
    expect(window.nextAt(2100)).toBe(2100);
  });

  it('does not shorten a pause that is running', () => {
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

  it.each([
    ['two hours', 7_200_000, 7_200_000],
    ['a week', 604_800_000, 86_400_000],
  ])('with a wait of %s is believed, for a day at most', (_, retryAfterMs, believedMs) => {
    const window = new SlidingWindow(minute);
    window.send(0);

    window.throttled(0, { sentAt: 0, retryAfterMs });

    expect(window.nextAt(0)).toBe(believedMs);
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
