import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Entry, MutationEnd } from '../../src/ledger/Ledger';
import type { MemoryLedger } from '../../src/ledger/MemoryLedger';
import { openFileLedger } from '../../src/ledger/openFileLedger';
import { claimOf } from './claimOf';

const dayMs = 86_400_000;
let folder: string;
let path: string;
let now: number;
let last: MemoryLedger | undefined;
/** Opens the file as the next process does. */
const open = async (): Promise<MemoryLedger> => {
  await last?.close();
  last = undefined;
  last = await openFileLedger(path, { keptMs: 7 * dayMs, now: () => now });
  return last;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  path = join(folder, 'ledger.jsonl');
  now = Date.parse('2026-07-01T00:00:00Z');
});
afterEach(async () => {
  await last?.close();
  last = undefined;
  await rm(folder, { recursive: true, force: true });
});

const done: MutationEnd = { outcome: 'IN_PROGRESS', errors: [], requestId: 'request', accountId: '1234' };
const unknown: MutationEnd = { outcome: 'UNKNOWN', errors: [], requestId: null };

/** What the next process finds of a key: undefined if nothing. */
const foundBy = async (key: string): Promise<Entry | undefined> => {
  const ledger = await open();
  const claim = await ledger.claim(claimOf(key));
  return claim.isNew ? undefined : claim.entry;
};

it('forgets what was only claimed: nothing was sent', async () => {
  await (await open()).claim(claimOf('one'));

  expect(await foundBy('one')).toBeUndefined();
});

it('takes what was sent and has no end for unknown', async () => {
  const ledger = await open();
  const { entry } = await ledger.claim(claimOf('one'));
  await ledger.sent(entry.id, now);

  const next = await open();

  expect(await next.unresolved()).toMatchObject([
    { ...entry, state: 'UNKNOWN', sentAt: now, end: { outcome: 'UNKNOWN' } },
  ]);
});

it('keeps an end, and what is unknown however old it is', async () => {
  const ledger = await open();
  const [ended, open_] = [await ledger.claim(claimOf('ended')), await ledger.claim(claimOf('open'))];
  for (const { entry } of [ended, open_]) await ledger.sent(entry.id, now);
  await ledger.end(ended.entry.id, done);
  await ledger.end(open_.entry.id, unknown);

  now += 6 * dayMs;
  expect(await foundBy('ended')).toMatchObject({ state: 'ENDED', end: done });
  now += 2 * dayMs;
  expect(await foundBy('ended')).toBeUndefined();
  expect(await foundBy('open')).toMatchObject({ state: 'UNKNOWN', end: unknown });
});

it('forgets what was released', async () => {
  const ledger = await open();
  const { entry } = await ledger.claim(claimOf('one'));
  await ledger.sent(entry.id, now);
  await ledger.release(entry.id);

  expect(await foundBy('one')).toBeUndefined();
});

it('writes the file anew without what is too old, and lets nobody else read it', async () => {
  const ledger = await open();
  for (let index = 0; index < 20; index += 1) {
    const { entry } = await ledger.claim(claimOf(`key ${index}`));
    await ledger.sent(entry.id, now);
    await ledger.end(entry.id, done);
  }
  now += 8 * dayMs;

  await open();

  expect(await readFile(path, 'utf8')).toBe('');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('writes the file anew while it is open, once it has grown much, and loses nothing', async () => {
  const ledger = await openFileLedger(path, { keptMs: 7 * dayMs, now: () => now, growthBytes: 20_000 });
  const { entry: open_ } = await ledger.claim(claimOf('open'));
  await ledger.sent(open_.id, now);
  let longest = 0;
  for (let index = 0; index < 300; index += 1) {
    const { entry } = await ledger.claim(claimOf(`key ${index}`));
    await ledger.sent(entry.id, now);
    if (index % 100 === 0) await ledger.end(entry.id, done);
    else await ledger.release(entry.id);
    longest = Math.max(longest, (await stat(path)).size);
  }
  await ledger.close();

  const next = await open();

  expect(longest).toBeLessThan(50_000);
  expect(await next.unresolved()).toMatchObject([{ id: open_.id }]);
  for (const key of ['key 0', 'key 100', 'key 200']) expect((await next.seek({ key })).entry?.state).toBe('ENDED');
  expect((await next.seek({ key: 'key 1' })).entry).toBeUndefined();
});

it('says which line is not one of a ledger, and leaves the file as it is', async () => {
  await writeFile(path, '{"entry":{"id":"a","state":"ENDED","claimedAt":1}}\n{"password":"hunter2"}\n');

  await expect(open()).rejects.toThrow(`Line 2 of ${path} is not one of a mutation ledger.`);
  expect(await readFile(path, 'utf8')).toContain('hunter2');
});

it('does not let a mutation be sent if it cannot be written', async () => {
  const ledger = await open();
  const { entry } = await ledger.claim(claimOf('one'));
  await rm(folder, { recursive: true });

  await expect(ledger.sent(entry.id, now)).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await ledger.find(entry.id))?.state).toBe('CLAIMED');
});

// A process that is killed leaves the lines that it was promised, and a part of the last one.
it('finds all that was promised, wherever the file was cut off', async () => {
  const ledger = await open();
  const promised: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { entry } = await ledger.claim(claimOf(`key ${index}`));
    await ledger.sent(entry.id, now);
    promised.push((await stat(path)).size);
    if (index % 2 === 0) await ledger.end(entry.id, done);
  }
  const whole = await readFile(path);

  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (length) => {
      await writeFile(path, whole);
      await truncate(path, length);
      const kept = promised.filter((size) => size <= length).length;

      const next = await open();

      const found = await Promise.all(promised.map((_, index) => next.claim(claimOf(`key ${index}`))));
      expect(found.filter(({ isNew }) => !isNew)).toHaveLength(kept);
      await appendFile(path, '');
    }),
    { numRuns: 100 },
  );
});
