import type { Entry, MutationClaim, MutationEnd } from '../../src/ledger/Ledger';
import type { MemoryLedgerOptions } from '../../src/ledger/MemoryLedger';
import { MemoryLedger } from '../../src/ledger/MemoryLedger';

const keptMs = 1000;
let now = 0;
beforeEach(() => {
  now = 0;
});

const create = (options: Partial<MemoryLedgerOptions> = {}): MemoryLedger =>
  new MemoryLedger({ keptMs, now: () => now, ...options });

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
const carryOut = async (ledger: MemoryLedger, claim: MutationClaim, end = done): Promise<Entry> => {
  const { entry } = await ledger.claim(claim);
  await ledger.sent(entry.id, now);
  await ledger.end(entry.id, end);
  return entry;
};

it('finds the one before again if the last one of a natural key is given back', async () => {
  const ledger = create();
  const first = await carryOut(ledger, claimOf('one', 'shop'));
  const second = await ledger.claim(claimOf('two', 'shop'));
  await ledger.release(second.entry.id);

  const third = await ledger.claim(claimOf('three', 'shop'));

  expect(second).toMatchObject({ isNew: true, earlier: { id: first.id } });
  expect(third).toMatchObject({ isNew: true, earlier: { id: first.id } });
});

it('knows nothing of a natural key if all that had it are too old', async () => {
  const ledger = create();
  await carryOut(ledger, claimOf('one', 'shop'));
  now = keptMs - 1;
  const second = await ledger.claim(claimOf('two', 'shop'));
  now = keptMs;
  await ledger.claim(claimOf('other'));
  await ledger.release(second.entry.id);

  expect(await ledger.claim(claimOf('three', 'shop'))).toMatchObject({ isNew: true, earlier: undefined });
});

it('forgets an end that nobody can ask for, and keeps what is unknown', async () => {
  const ledger = create();

  const [ended, open] = [
    await carryOut(ledger, claimOf(undefined)),
    await carryOut(ledger, claimOf(undefined), unknown),
  ];

  expect(ledger.find(ended.id)).toBeUndefined();
  expect(ledger.unresolved()).toMatchObject([{ id: open.id }]);
});

it('takes two mutations without keys for two', async () => {
  const ledger = create();

  const both = [await ledger.claim(claimOf(undefined)), await ledger.claim(claimOf(undefined))];

  expect(both).toMatchObject([{ isNew: true }, { isNew: true }]);
});

it('looks keys up without claiming them', async () => {
  const ledger = create();
  const first = await carryOut(ledger, claimOf('one', 'shop'));

  expect(ledger.seek({ key: 'one' })).toEqual({ entry: ledger.find(first.id), earlier: undefined });
  expect(ledger.seek({ key: 'two', naturalKey: 'shop' })).toEqual({ entry: undefined, earlier: ledger.find(first.id) });
  expect(await ledger.claim(claimOf('two'))).toMatchObject({ isNew: true });
});

describe('a full ledger', () => {
  it('claims nothing new, and loses nothing', async () => {
    const ledger = create({ maxBytes: 1000 });
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
    const ledger = create({ maxBytes: 30_000 });
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
    const ledger = create({ maxBytes: 1000 });
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
    const ledger = create({ maxBytes: 1 });
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

it('keeps ten thousand mutations of one natural key without searching them', async () => {
  const ledger = create();
  for (let index = 0; index < 10_000; index += 1) {
    await carryOut(ledger, claimOf(`key ${index}`, 'shop'));
    const { entry } = await ledger.claim(claimOf(`given back ${index}`, 'shop'));
    await ledger.release(entry.id);
  }

  expect(ledger.seek({ naturalKey: 'shop' }).earlier).toMatchObject({ key: 'key 9999' });
});
