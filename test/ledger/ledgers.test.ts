import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Entry, Ledger, MutationClaim, MutationEnd } from '../../src/ledger/Ledger';
import { MemoryLedger } from '../../src/ledger/MemoryLedger';
import { RedisLedger } from '../../src/ledger/RedisLedger';
import { ledgerScripts } from '../../src/ledger/ledgerScripts';
import { openFileLedger } from '../../src/ledger/openFileLedger';
import type { RedisClient } from '../../src/redis/RedisClient';
import { defineScript } from '../../src/redis/Script';
import { describeWithRedis, TestRedis } from '../support/startRedis';

/** What holds for every ledger. */

const keptMs = 1000;
let now = 0;
beforeEach(() => {
  now = 0;
});

const claimOf = (key: string | undefined, naturalKey?: string): MutationClaim => ({
  key,
  naturalKey,
  inputHash: 'input',
  field: 'createAccount',
  subject: { kind: 'newAccount', accountNamePrefix: 'shop', displayName: key ?? '' },
  language: 'en',
});

const done: MutationEnd = { outcome: 'IN_PROGRESS', errors: [], requestId: 'request', accountId: '1234' };
const unknown: MutationEnd = { outcome: 'UNKNOWN', errors: [], requestId: null };

/** Claims and ends a mutation. */
const carryOut = async (ledger: Ledger, claim: MutationClaim, end = done): Promise<Entry> => {
  const { entry } = await ledger.claim(claim);
  await ledger.sent(entry.id, now);
  await ledger.end(entry.id, end);
  return entry;
};

type Create = (options?: { readonly maxBytes?: number }) => Promise<Ledger & { clear(): Promise<void> }>;

const everyLedger = (create: Create): void => {
  it('finds the one before again if the last one of a natural key is given back', async () => {
    const ledger = await create();
    const first = await carryOut(ledger, claimOf('one', 'shop'));
    const second = await ledger.claim(claimOf('two', 'shop'));
    await ledger.release(second.entry.id);

    const third = await ledger.claim(claimOf('three', 'shop'));

    expect(second).toMatchObject({ isNew: true, earlier: { id: first.id } });
    expect(third).toMatchObject({ isNew: true, earlier: { id: first.id } });
  });

  it('knows nothing of a natural key if all that had it are too old', async () => {
    const ledger = await create();
    await carryOut(ledger, claimOf('one', 'shop'));
    now = keptMs - 1;
    const second = await ledger.claim(claimOf('two', 'shop'));
    now = keptMs;
    await ledger.claim(claimOf('other'));
    await ledger.release(second.entry.id);

    expect(await ledger.claim(claimOf('three', 'shop'))).toMatchObject({ isNew: true, earlier: undefined });
  });

  it('forgets an end that nobody can ask for, and keeps what is unknown', async () => {
    const ledger = await create();

    const [ended, open] = [
      await carryOut(ledger, claimOf(undefined)),
      await carryOut(ledger, claimOf(undefined), unknown),
    ];

    expect(await ledger.find(ended.id)).toBeUndefined();
    expect(await ledger.find(open.id)).toMatchObject({ state: 'UNKNOWN', end: unknown });
  });

  it('takes two mutations without keys for two', async () => {
    const ledger = await create();

    const both = [await ledger.claim(claimOf(undefined)), await ledger.claim(claimOf(undefined))];

    expect(both).toMatchObject([{ isNew: true }, { isNew: true }]);
  });

  it('looks keys up without claiming them', async () => {
    const ledger = await create();
    const first = await carryOut(ledger, claimOf('one', 'shop'));

    expect(await ledger.seek({ key: 'one' })).toEqual({ entry: await ledger.find(first.id), earlier: undefined });
    expect(await ledger.seek({ key: 'two', naturalKey: 'shop' })).toEqual({
      entry: undefined,
      earlier: await ledger.find(first.id),
    });
    expect(await ledger.claim(claimOf('two'))).toMatchObject({ isNew: true });
  });
};

const everyLedgerWithLimits = (create: Create): void => {
  describe('a full ledger', () => {
    it('claims nothing new, and loses nothing', async () => {
      const ledger = await create({ maxBytes: 1000 });
      const entries: Entry[] = [];
      while (entries.length < 100) {
        const result = await ledger.claim(claimOf(`key ${entries.length}`)).catch(() => undefined);
        if (result === undefined) break;
        entries.push(result.entry);
      }

      await expect(ledger.claim(claimOf('another'))).rejects.toMatchObject({ code: 'OVERLOADED' });
      expect(entries.length).toBeGreaterThan(1);
      expect(entries.length).toBeLessThan(100);
      for (const [index, { id }] of entries.entries()) {
        expect(await ledger.claim(claimOf(`key ${index}`))).toMatchObject({ isNew: false, entry: { id } });
      }
    });

    it('leaves half of its room to others, and to each further caller half of what is left', async () => {
      const ledger = await create({ maxBytes: 30_000 });
      const claimAs = (owner: string, key: string) => ledger.claim({ ...claimOf(key), owner });
      const fill = async (owner: string): Promise<number> => {
        for (let count = 0; ; count += 1) {
          const refused = await claimAs(owner, `${owner} ${count}`).then(
            () => undefined,
            (error: unknown) => error,
          );
          if (refused === undefined) continue;
          expect(refused).toMatchObject({ code: 'LIMIT_EXCEEDED', retryable: true });
          return count;
        }
      };
      const bytes = JSON.stringify((await claimAs('one', 'one 0')).entry).length;

      const counts = [await fill('one'), await fill('two'), await fill('abc')];

      expect(counts.map((count, index) => Math.abs(count - 30_000 / 2 ** (index + 1) / bytes) < 2)).toEqual([
        true,
        true,
        true,
      ]);
      expect(await claimAs('new', 'first')).toMatchObject({ isNew: true });
      expect(await claimAs('one', 'one 3')).toMatchObject({ isNew: false });
    });

    it('has room for a caller again if what it had is given back or too old', async () => {
      const ledger = await create({ maxBytes: 1000 });
      const claimAs = (owner: string, key: string) => ledger.claim({ ...claimOf(key), owner });
      const ended: Entry[] = [];
      for (let key = 0; ; key += 1) {
        const claimed = await claimAs('one', `key ${key}`).catch(() => undefined);
        if (claimed === undefined) break;
        await ledger.end(claimed.entry.id, done);
        ended.push(claimed.entry);
      }

      await ledger.release(ended[0]?.id ?? '');
      expect(await claimAs('one', 'given back')).toMatchObject({ isNew: true });
      await expect(claimAs('one', 'too many')).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
      now = keptMs;

      expect(await claimAs('one', 'later')).toMatchObject({ isNew: true });
    });

    it('has room again for what was given back, what is too old, and after it was cleared', async () => {
      const ledger = await create({ maxBytes: 1 });
      const first = await ledger.claim(claimOf('one'));
      await ledger.release(first.entry.id);
      await carryOut(ledger, claimOf('two'));
      await expect(ledger.claim(claimOf('three'))).rejects.toMatchObject({ code: 'OVERLOADED' });
      now = keptMs;
      await carryOut(ledger, claimOf('three'));
      await ledger.clear();

      expect(await ledger.claim(claimOf('four'))).toMatchObject({ isNew: true });
    });
  });
};

describe('a ledger in memory', () => {
  const create: Create = (options) => Promise.resolve(new MemoryLedger({ keptMs, now: () => now, ...options }));

  everyLedger(create);
  everyLedgerWithLimits(create);

  it('keeps ten thousand mutations of one natural key without searching them', async () => {
    const ledger = await create();
    for (let index = 0; index < 10_000; index += 1) {
      await carryOut(ledger, claimOf(`key ${index}`, 'shop'));
      const { entry } = await ledger.claim(claimOf(`given back ${index}`, 'shop'));
      await ledger.release(entry.id);
    }

    expect((await ledger.seek({ naturalKey: 'shop' })).earlier).toMatchObject({ key: 'key 9999' });
  });
});

describe('a ledger in a file', () => {
  let folder: string;
  let file = 0;
  const open: Awaited<ReturnType<typeof openFileLedger>>[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  });
  afterAll(async () => {
    for (const ledger of open) await ledger.close();
    await rm(folder, { recursive: true });
  });

  everyLedger(async () => {
    const ledger = await openFileLedger(join(folder, `${(file += 1)}.jsonl`), { keptMs, now: () => now });
    open.push(ledger);
    return ledger;
  });
});

describeWithRedis('a ledger in Redis', () => {
  /** The time that the test says: the scripts read it from a key. */
  const scripts = ledgerScripts("local now = tonumber(redis.call('GET', KEYS[1] .. ':now') or '0')\n");
  const setTime = defineScript("return redis.call('SET', KEYS[1] .. ':now', ARGV[1])");
  let redis: TestRedis;
  let client: RedisClient;
  beforeAll(async () => {
    redis = await TestRedis.start();
    client = await redis.connect({ logger: pino({ level: 'silent' }), timeoutMs: 5000 });
  });
  afterAll(async () => {
    await client.close();
    await redis.stop();
  });

  /** Sets the time before each command. */
  class TimedRedis {
    readonly id = client.id;
    readonly onState = client.onState.bind(client);
    readonly run: RedisClient['run'] = async (script, keys, args) => {
      await client.run(setTime, keys.slice(0, 1), [now]);
      return client.run(script, keys, args);
    };
  }
  const create: Create = async (options) => {
    const ledger = new RedisLedger({ redis: new TimedRedis(), keptMs, scripts, ...options });
    await ledger.clear();
    return ledger;
  };

  everyLedger(create);
  everyLedgerWithLimits(create);
});
