import fc from 'fast-check';
import { pino } from 'pino';
import type { RedisClient } from '../../src/redis/RedisClient';
import type { WindowLimits } from '../../src/rpc/quota/SlidingWindow';
import { SlidingWindow } from '../../src/rpc/quota/SlidingWindow';
import { quotaEnd, quotaTake, quotaThrottled } from '../../src/rpc/quota/quotaScripts';
import { runs } from '../support/soak';
import { describeWithRedis, TestRedis } from '../support/startRedis';
import { limits } from '../unit/rpc/quota/sendThrough';

/** The scripts at a time that the test says: the last argument. */
const now = 'local now = tonumber(table.remove(ARGV))\n';
const take = quotaTake(now);
const end = quotaEnd(now);
const throttled = quotaThrottled(now);

/** Milliseconds in whole thousandths, as the scripts keep them. */
const rounding = 0.01;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('ASK' as const), pause: fc.double({ min: 0, max: 0.1, noNaN: true }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('END' as const), pause: fc.double({ min: 0, max: 0.05, noNaN: true }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('THROTTLED' as const),
      pause: fc.double({ min: 0, max: 0.05, noNaN: true }),
      retryAfterMs: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
    }),
  },
);

describeWithRedis('the window in Redis', () => {
  let redis: TestRedis;
  let client: RedisClient;
  beforeAll(async () => {
    redis = await TestRedis.start(['--appendonly', 'no']);
    client = await redis.connect({ logger: pino({ level: 'silent' }), timeoutMs: 5000 });
  });
  afterAll(async () => {
    await client.close();
    await redis.stop();
  });

  let quotas = 0;
  const keysOf = (quota: number) => ['state', 'sent', 'counted'].map((name) => `{q${quota}}:${name}`);

  it('sends when the window of one process would, call by call', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(step, { minLength: 1, maxLength: 120 }), async (limit: WindowLimits, steps) => {
        const { windowMs, calls, atOnce, counted } = limit;
        const numbers = [windowMs, calls, atOnce, counted];
        const keys = keysOf((quotas += 1));
        const window = new SlidingWindow(limit);
        const onWire: string[] = [];
        let clock = 1_000_000;
        let lastSent = 0;
        let turns = 0;
        /** When a call that waits was due. */
        let promised: number | undefined;
        for (const one of steps) {
          clock = Math.ceil(clock + one.pause * windowMs);
          if (one.kind === 'END') {
            const turn = onWire.shift();
            if (turn === undefined) continue;
            window.end(clock);
            await client.run(end, keys, [windowMs, turn, clock]);
          } else if (one.kind === 'THROTTLED') {
            if (onWire.length === 0) continue;
            window.throttled(clock, { sentAt: lastSent, retryAfterMs: one.retryAfterMs });
            const wait = one.retryAfterMs ?? -1;
            await client.run(throttled, keys, [...numbers, clock - lastSent, wait, 0, clock]);
          } else {
            const due = window.nextAt(clock);
            if (Math.abs(due - clock) < rounding && due !== clock) continue;
            const answer = await client.run(take, keys, [...numbers, 1, 1e9, 'turn', turns, clock]);
            const [taken, freeMs] = answer as [number, string];
            expect({ clock, taken }).toEqual({ clock, taken: due <= clock ? 1 : 0 });
            if (taken === 1) {
              window.send(clock, Math.min(clock, promised ?? clock));
              promised = undefined;
              onWire.push(`turn:${turns}`);
              turns += 1;
              lastSent = clock;
            } else promised = clock + Number(freeMs);
            // A call on the wire could end at once: then it counts for a window.
            const next = Math.min(window.nextAt(clock), clock + windowMs);
            if (next < clock + windowMs) expect(Math.abs(clock + Number(freeMs) - next)).toBeLessThan(rounding * 10);
          }
        }
      }),
      runs(200),
    );
  });
});
