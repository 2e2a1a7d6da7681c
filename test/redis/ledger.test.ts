import { pino } from 'pino';
import type { MutationEnd } from '../../src/ledger/Ledger';
import { RedisLedger } from '../../src/ledger/RedisLedger';
import type { RedisClient } from '../../src/redis/RedisClient';
import { claimOf } from '../ledger/claimOf';
import { describeWithRedis, TestRedis } from '../support/startRedis';

const keptMs = 60_000;
const done: MutationEnd = { outcome: 'SUCCEEDED', errors: [], requestId: 'request' };
const rejected: MutationEnd = { outcome: 'REJECTED', errors: [], requestId: null };

describeWithRedis('a ledger that replicas share', () => {
  let redis: TestRedis;
  let client: RedisClient;
  let one: RedisLedger;
  let other: RedisLedger;
  /** Of a process that gives no sign of life. */
  let dead: RedisLedger;

  beforeAll(async () => {
    redis = await TestRedis.start();
    client = await redis.connect({ logger: pino({ level: 'silent' }), timeoutMs: 5000 });
    const of = (id: RedisClient['id']) =>
      new RedisLedger({
        redis: { id, run: client.run.bind(client), onState: client.onState.bind(client) },
        keptMs,
      });
    [one, other, dead] = [of(client.id), of(client.id), of('de-a-d--')];
  });
  afterAll(async () => {
    await client.close();
    await redis.stop();
  });
  beforeEach(() => one.clear());

  it('gives a key to one of all who claim it at the same time', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : other).claim(claimOf('key'))),
    );

    expect(claims.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(claims.map(({ entry }) => entry.id)).size).toBe(1);
  });

  it('lets another process claim what a dead one had only claimed, which can no longer send', async () => {
    const { entry } = await dead.claim(claimOf('key'));

    const next = await one.claim(claimOf('key'));

    expect(next.isNew).toBe(true);
    await expect(dead.sent(entry.id, 1)).rejects.toThrow('Another process has taken this claim over.');
    await dead.release(entry.id);
    expect(await other.claim(claimOf('key'))).toMatchObject({ isNew: false, entry: { id: next.entry.id } });
  });

  it('never lets what a dead process had sent be sent again: another one finds it out', async () => {
    const { entry } = await dead.claim(claimOf('key'));
    await dead.sent(entry.id, 1);

    const claim = await one.claim(claimOf('key'));

    expect(claim).toMatchObject({
      isNew: false,
      entry: { id: entry.id, state: 'UNKNOWN', end: { outcome: 'UNKNOWN' } },
    });
  });

  it('hands what dead processes left to one of those that ask for it', async () => {
    const { entry } = await dead.claim(claimOf('sent'));
    await dead.sent(entry.id, 1);
    await dead.claim(claimOf('claimed'));

    const found = [await one.unresolved(), await other.unresolved()];

    expect(found).toMatchObject([[{ id: entry.id, state: 'UNKNOWN' }], []]);
    expect(await one.seek({ key: 'claimed' })).toEqual({ entry: undefined, earlier: undefined });
  });

  it('keeps the first end', async () => {
    const { entry } = await dead.claim(claimOf('key'));
    await dead.sent(entry.id, 1);
    await one.unresolved();

    // It was not dead, but slow, and has the response.
    await dead.end(entry.id, done);
    await one.end(entry.id, rejected);

    expect(await other.find(entry.id)).toMatchObject({ state: 'ENDED', end: done });
  });

  it('claims and sends nothing without Redis, and keeps the end of what was sent when it is back', async () => {
    const [{ entry: sent }, { entry: claimed }] = [
      await one.claim(claimOf('sent')),
      await one.claim(claimOf('claimed')),
    ];
    await one.sent(sent.id, 1);
    await redis.kill();

    const refused = { code: 'OVERLOADED', retryable: true };
    await expect(one.claim(claimOf('other'))).rejects.toMatchObject(refused);
    await expect(one.sent(claimed.id, 1)).rejects.toMatchObject(refused);
    await expect(one.end(sent.id, done)).rejects.toMatchObject(refused);
    expect(await one.find(sent.id)).toMatchObject({ state: 'ENDED', end: done });
    await redis.run();
    while ((await other.find(sent.id).catch(() => undefined))?.state !== 'ENDED') {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }

    expect(await other.find(sent.id)).toMatchObject({ end: done });
  });
});
