import fc from 'fast-check';
import type { SlidingWindow, WindowLimits } from '../../../../src/rpc/quota/SlidingWindow';

/** 300 a minute, as the gateway takes them: 80 % of it in any window, half of it at once. */
export const minute: WindowLimits = { windowMs: 60_000, calls: 240, atOnce: 150, counted: 300 };

export const limits = fc
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
export interface Arrival {
  readonly after: number;
  readonly lasts: number;
  /** How far from start to end the upstream counts it. */
  readonly counted: number;
}
export const part = fc.double({ min: 0, max: 1, noNaN: true });
/** Mostly one behind the other, now and then a pause. */
const after = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: part.map((x) => x / 20) },
  part,
);
export const arrivals = (lasts: fc.Arbitrary<number>) =>
  fc.array(fc.record<Arrival>({ after, lasts, counted: part }), { minLength: 1, maxLength: 300 });

export interface Sent {
  readonly at: number;
  readonly endsAt: number;
  readonly countedAt: number;
  /** How long it had waited when nothing stood before it any more. */
  readonly waited: number;
}

/** How late the next timer is, milliseconds. */
export type Lateness = () => number;
export const onTime: Lateness = () => 0;

/** Sends the calls one after the other, each as soon as it has come, the window lets it, and a timer says so. */
export function run(
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
export const roundingMs = 1e-6;

const instant = { after: 0, lasts: 0, counted: 0 };
export const times = (count: number) => Array<Arrival>(count).fill(instant);
