import { CallLog } from '../../../src/emulator/CallLog';
import { NonceMemory } from '../../../src/emulator/NonceMemory';

const minute = 60_000;

describe('The memory of nonces', () => {
  it('keeps a nonce for twice the clock’s window, as a stamp may lie ahead, and then forgets it', () => {
    let now = 0;
    const nonces = new NonceMemory(() => now);
    const uses = [nonces.use('key', 'n')];

    now = 30 * minute;
    uses.push(nonces.use('key', 'n'));
    now += 1;
    uses.push(nonces.use('key', 'n'));

    expect(uses).toEqual([true, false, true]);
  });

  it('forgets the oldest first once it is full', () => {
    const nonces = new NonceMemory(() => 0, minute, 3);
    for (const nonce of ['a', 'b', 'c', 'd']) nonces.use('key', nonce);

    expect(['b', 'c', 'd'].map((nonce) => nonces.use('key', nonce))).toEqual([false, false, false]);
    expect(nonces.use('key', 'a')).toBe(true);
  });

  it('distinguishes nonces of any length, and those of one key from another’s', () => {
    const nonces = new NonceMemory(() => 0);
    const long = 'x'.repeat(100_000);

    const uses = [
      nonces.use('key', `${long}1`),
      nonces.use('key', `${long}2`),
      nonces.use('key', `${long}1`),
      nonces.use('other', `${long}1`),
      nonces.use('a', 'b c'),
      nonces.use('a b', 'c'),
    ];

    expect(uses).toEqual([true, true, false, true, true, true]);
  });
});

describe('The call log', () => {
  const log = () => new CallLog(new Set(['Known']));

  it('keeps the last 100,000 calls and exact totals', () => {
    const calls = log();
    for (let index = 0; index < 250_000; index += 1) calls.name(calls.open('t', String(index)), 'v', 'Known');

    const all = calls.all();

    expect([calls.total, calls.byAction]).toEqual([250_000, { Known: 250_000 }]);
    expect([all.length, all[0]?.requestId, all.at(-1)?.requestId]).toEqual([100_000, '150000', '249999']);
  });

  it('shows a call while it is running, and gives copies that stay as they are', () => {
    const calls = log();
    const open = calls.open('2026-07-01T10:00:00.000Z', 'R');

    const before = calls.all();
    open.status = 200;

    expect(before).toMatchObject([{ requestId: 'R', status: null }]);
    expect(calls.all()).toMatchObject([{ status: 200 }]);
  });

  it('cuts names that a client made up, and counts none of them', () => {
    const calls = log();
    calls.name(calls.open('t', 'R'), 'v'.repeat(1000), 'a'.repeat(1000));
    calls.name(calls.open('t', 'R'), undefined, '__proto__');

    expect(calls.all()).toMatchObject([
      { version: 'v'.repeat(128), action: 'a'.repeat(128) },
      { version: null, action: '__proto__' },
    ]);
    expect(calls.byAction).toEqual({});
    expect(calls.of('__proto__')).toHaveLength(1);
  });
});
