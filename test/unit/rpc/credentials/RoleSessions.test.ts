import { RoleSessions } from '../../../../src/rpc/credentials/RoleSessions';
import type { Credentials } from '../../../../src/rpc/credentials/credentials';
import { failed } from '../calls';
import { InstantClock } from '../manualClock';

const lifetimeMs = 3_600_000;
const reader = 'acs:ram::1734905562810937:role/reader';
const other = 'acs:ram::1092846637450128:role/reader';
/** Its sessions last no longer than this. */
const brief = 'acs:ram::1903174425620834:role/reader';
const briefMs = 900_000;

let clock: InstantClock;
/** The roles whose sessions were opened, in order. */
let opened: string[];
/** What the next openings fail with, one after another. */
let failures: Error[];

beforeEach(() => {
  clock = new InstantClock();
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

const settle = () => new Promise((resolve) => setImmediate(resolve));
const idOf = ({ accessKeyId }: Credentials): string => accessKeyId;

it('opens one session for two hundred who ask at once, and one for each role', async () => {
  const sessions = sessionsWith();

  const got = await Promise.all(Array.from({ length: 200 }, () => sessions.get(reader)));
  const another = await sessions.get(other);

  expect(new Set(got.map(idOf))).toEqual(new Set(['STS.1']));
  expect(idOf(another)).toBe('STS.2');
  expect(opened).toEqual([reader, other]);
});

it('renews a session behind the scenes with a fifth of its life left, and once', async () => {
  const sessions = sessionsWith();
  await sessions.get(reader);

  clock.advance(lifetimeMs * 0.8);
  const early = await sessions.get(reader);
  clock.advance(1);
  const old = await Promise.all([sessions.get(reader), sessions.get(reader)]);
  await settle();
  await settle();
  const renewed = await sessions.get(reader);

  expect([early, ...old, renewed].map(idOf)).toEqual(['STS.1', 'STS.1', 'STS.1', 'STS.2']);
  expect(opened).toEqual([reader, reader]);
});

it('never gives out a session that is about to end', async () => {
  const sessions = sessionsWith();
  await sessions.get(reader);

  clock.advance(lifetimeMs * 0.95 + 1);

  expect(idOf(await sessions.get(reader))).toBe('STS.2');
});

it('renews each in time for its own end, where one role’s sessions are shorter than another’s', async () => {
  const sessions = sessionsWith();
  await Promise.all([sessions.get(reader), sessions.get(brief)]);

  clock.advance(briefMs * 0.95 + 1);
  const got = await Promise.all([sessions.get(reader), sessions.get(brief)]);

  expect(got.map(idOf)).toEqual(['STS.1', 'STS.3']);
  expect(opened).toEqual([reader, brief, brief]);
});

it('goes on with the old session where it cannot be renewed, and tries again some seconds later', async () => {
  const sessions = sessionsWith();
  await sessions.get(reader);
  clock.advance(lifetimeMs * 0.9);
  failures = [failed({ kind: 'THROTTLING' })];

  const first = await sessions.get(reader);
  await settle();
  await settle();
  const second = await sessions.get(reader);
  const tried = opened.length;
  clock.advance(10_000);
  await sessions.get(reader);
  await settle();
  await settle();
  const third = await sessions.get(reader);

  expect([first, second, third].map(idOf)).toEqual(['STS.1', 'STS.1', 'STS.3']);
  expect(tried).toBe(2);
});

it('repeats a refusal for ten seconds without asking, and no other failure', async () => {
  const sessions = sessionsWith();
  const refused = failed({ kind: 'CLIENT', code: 'EntityNotExist.Role' });
  const throttled = failed({ kind: 'THROTTLING' });
  failures = [refused, throttled];

  await expect(sessions.get(reader)).rejects.toBe(refused);
  clock.advance(9999);
  await expect(sessions.get(reader)).rejects.toBe(refused);
  expect(opened).toHaveLength(1);
  clock.advance(1);
  await expect(sessions.get(reader)).rejects.toBe(throttled);

  expect(idOf(await sessions.get(reader))).toBe('STS.3');
});

it('opens one new session after many dropped the old one', async () => {
  const sessions = sessionsWith();
  const old = await sessions.get(reader);

  sessions.drop(reader, old);
  const renewed = await sessions.get(reader);
  sessions.drop(reader, old);
  sessions.drop(other, old);

  expect(await sessions.get(reader)).toBe(renewed);
  expect(opened).toEqual([reader, reader]);
});

it('keeps so many sessions and no more', async () => {
  const sessions = sessionsWith(2);
  const third = 'acs:ram::1265013374926658:role/reader';

  for (const role of [reader, other, reader, third, reader, other]) await sessions.get(role);

  expect(opened).toEqual([reader, other, third, other]);
});
