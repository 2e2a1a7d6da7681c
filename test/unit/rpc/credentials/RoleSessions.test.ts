import type { SessionAsk } from '../../../../src/rpc/credentials/RoleSessions';
import { RoleSessions } from '../../../../src/rpc/credentials/RoleSessions';
import type { Credentials } from '../../../../src/rpc/credentials/credentials';
import type { Shared } from '../../../../src/rpc/observer';
import { failed } from '../calls';
import { ManualClock } from '../manualClock';

const lifetimeMs = 3_600_000;
const reader = 'acs:ram::1734905562810937:role/reader';
const other = 'acs:ram::1092846637450128:role/reader';
/** Its sessions last no longer than this. */
const brief = 'acs:ram::1903174425620834:role/reader';
const briefMs = 900_000;

let clock: ManualClock;
/** The roles whose sessions were opened, in order. */
let opened: string[];
/** What the next openings fail with, one after another. */
let failures: Error[];

beforeEach(() => {
  clock = new ManualClock();
  opened = [];
  failures = [];
});

const sessionsWith = (max?: number): RoleSessions =>
  new RoleSessions({
    clock,
    lifetimeMs: (roleArn) => (roleArn === brief ? briefMs : lifetimeMs),
    max,
    open: async (roleArn) => {
      opened.push(roleArn);
      const number = opened.length;
      await settle();
      const failure = failures.shift();
      if (failure) throw failure;
      return { accessKeyId: `STS.${number}`, accessKeySecret: 's', securityToken: 't', principal: roleArn };
    },
  });

/** Asks as a request does that has ten seconds. */
const get = async (sessions: RoleSessions, roleArn: string, ask: Partial<SessionAsk> = {}) =>
  sessions.get(roleArn, { deadline: clock.now() + 10_000, ...ask });

const settle = () => new Promise((resolve) => setImmediate(resolve));
const idOf = ({ accessKeyId }: Credentials): string => accessKeyId;

it('opens one session for two hundred who ask at once, and one for each role', async () => {
  const sessions = sessionsWith();

  const got = await Promise.all(Array.from({ length: 200 }, () => get(sessions, reader)));
  const another = await get(sessions, other);

  expect(new Set(got.map(idOf))).toEqual(new Set(['STS.1']));
  expect(idOf(another)).toBe('STS.2');
  expect(opened).toEqual([reader, other]);
});

it('renews a session behind the scenes with a fifth of its life left, and once', async () => {
  const sessions = sessionsWith();
  await get(sessions, reader);

  clock.advance(lifetimeMs * 0.8);
  const early = await get(sessions, reader);
  clock.advance(1);
  const old = await Promise.all([get(sessions, reader), get(sessions, reader)]);
  await settle();
  await settle();
  const renewed = await get(sessions, reader);

  expect([early, ...old, renewed].map(idOf)).toEqual(['STS.1', 'STS.1', 'STS.1', 'STS.2']);
  expect(opened).toEqual([reader, reader]);
});

it('never gives out a session that is about to end', async () => {
  const sessions = sessionsWith();
  await get(sessions, reader);

  clock.advance(lifetimeMs * 0.95 + 1);

  expect(idOf(await get(sessions, reader))).toBe('STS.2');
});

it('renews each in time for its own end, if one role’s sessions are shorter than another’s', async () => {
  const sessions = sessionsWith();
  await Promise.all([get(sessions, reader), get(sessions, brief)]);

  clock.advance(briefMs * 0.95 + 1);
  const got = await Promise.all([get(sessions, reader), get(sessions, brief)]);

  expect(got.map(idOf)).toEqual(['STS.1', 'STS.3']);
  expect(opened).toEqual([reader, brief, brief]);
});

it('goes on with the old session if it cannot be renewed, and tries again some seconds later', async () => {
  const sessions = sessionsWith();
  await get(sessions, reader);
  clock.advance(lifetimeMs * 0.9);
  failures = [failed({ kind: 'THROTTLING' })];

  const first = await get(sessions, reader);
  await settle();
  await settle();
  const second = await get(sessions, reader);
  const tried = opened.length;
  clock.advance(10_000);
  await get(sessions, reader);
  await settle();
  await settle();
  const third = await get(sessions, reader);

  expect([first, second, third].map(idOf)).toEqual(['STS.1', 'STS.1', 'STS.3']);
  expect(tried).toBe(2);
});

it('repeats a refusal for ten seconds without asking, and no other failure', async () => {
  const sessions = sessionsWith();
  const refused = failed({ kind: 'CLIENT', code: 'EntityNotExist.Role' });
  const throttled = failed({ kind: 'THROTTLING' });
  failures = [refused, throttled];

  await expect(get(sessions, reader)).rejects.toBe(refused);
  clock.advance(9999);
  await expect(get(sessions, reader)).rejects.toBe(refused);
  expect(opened).toHaveLength(1);
  clock.advance(1);
  await expect(get(sessions, reader)).rejects.toBe(throttled);

  expect(idOf(await get(sessions, reader))).toBe('STS.3');
});

it('says how old a refusal is that it repeats, and asks again for whom it is too old', async () => {
  const sessions = sessionsWith();
  const refused = failed({ kind: 'CLIENT', code: 'EntityNotExist.Role' });
  failures = [refused];
  const seen: Shared[] = [];
  const onShared = (shared: Shared) => void seen.push(shared);

  await expect(get(sessions, reader, { onShared })).rejects.toBe(refused);
  clock.advance(3000);
  await expect(get(sessions, reader, { onShared, maxAgeMs: 3001 })).rejects.toBe(refused);
  expect([opened, seen]).toEqual([[reader], [{ how: 'CACHED', ageMs: 3000 }]]);

  expect(idOf(await get(sessions, reader, { onShared, maxAgeMs: 0 }))).toBe('STS.2');
  expect(idOf(await get(sessions, reader, { onShared }))).toBe('STS.2');
  expect(seen).toHaveLength(1);
});

it('drops an opening when the last who waited for it has gone, and remembers nothing of it', async () => {
  const ends: boolean[] = [];
  const sessions = new RoleSessions({
    clock,
    lifetimeMs: () => lifetimeMs,
    open: (roleArn, shared) => {
      opened.push(roleArn);
      return new Promise((_, reject) => {
        shared.signal.addEventListener('abort', () => {
          ends.push(true);
          reject(failed({ kind: 'ABORTED' }));
        });
      });
    },
  });
  const callers = [new AbortController(), new AbortController()];
  const waits = callers.map(({ signal }) => get(sessions, reader, { signal }).catch((error: unknown) => error));

  callers[0]?.abort();
  await settle();
  expect(ends).toEqual([]);
  callers[1]?.abort();
  await settle();

  expect(await Promise.all(waits)).toMatchObject([{ kind: 'ABORTED' }, { kind: 'ABORTED' }]);
  expect(ends).toEqual([true]);
  expect(clock.asleep).toBe(0);
  get(sessions, reader).catch(() => undefined);
  expect(opened).toEqual([reader, reader]);
});

it('opens one new session after many dropped the old one', async () => {
  const sessions = sessionsWith();
  const old = await get(sessions, reader);

  sessions.drop(reader, old);
  const renewed = await get(sessions, reader);
  sessions.drop(reader, old);
  sessions.drop(other, old);

  expect(await get(sessions, reader)).toBe(renewed);
  expect(opened).toEqual([reader, reader]);
});

it('keeps so many sessions and no more', async () => {
  const sessions = sessionsWith(2);
  const third = 'acs:ram::1265013374926658:role/reader';

  for (const role of [reader, other, reader, third, reader, other]) await get(sessions, role);

  expect(opened).toEqual([reader, other, third, other]);
});
