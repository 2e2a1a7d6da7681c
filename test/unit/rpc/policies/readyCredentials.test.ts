import type { Call } from '../../../../src/rpc/Call';
import type { Credentials } from '../../../../src/rpc/credentials/credentials';
import { staticKeys } from '../../../../src/rpc/credentials/staticKeys';
import type { Next } from '../../../../src/rpc/policies/policy';
import { readyCredentials } from '../../../../src/rpc/policies/readyCredentials';
import { answer, failed, readCall, writeCall } from '../calls';
import { ManualClock } from '../manualClock';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const keys = (accessKeyId: string): Credentials => ({ accessKeyId, accessKeySecret: 's' });

/** A source that gives its keys when the test releases them. Counts the requests, and lists what was refused. */
class SlowSource {
  readonly refusals: string[] = [];
  asked = 0;
  private give: (credentials: Credentials) => void = () => undefined;

  get = (): Promise<Credentials> => {
    this.asked += 1;
    return new Promise((resolve) => {
      this.give = resolve;
    });
  };

  refused = ({ accessKeyId }: Credentials): void => {
    this.refusals.push(accessKeyId);
  };

  async gives(id: string): Promise<void> {
    this.give(keys(id));
    await settle();
  }
}

/** Notes whose keys each attempt used, and ends as told. */
const sender = (...ends: readonly (Error | undefined)[]) => {
  const used: string[] = [];
  const next: Next = async ({ credentials, operation }) => {
    used.push((await credentials.get({ operation })).accessKeyId);
    const error = ends[used.length - 1];
    if (error) throw error;
    return answer;
  };
  return { used, next };
};

const start = (clock: ManualClock, call: Call, next: Next) => {
  const state: { outcome?: unknown } = {};
  readyCredentials({ clock })
    .execute(call, next)
    .then(
      (outcome) => (state.outcome = outcome),
      (reason: unknown) => (state.outcome = reason),
    );
  return state;
};

it.each([
  ['read', readCall],
  ['write', writeCall],
])('waits for the credentials of a %s as long as the deadline leaves, then sends at once', async (_, call) => {
  const clock = new ManualClock();
  const source = new SlowSource();
  const { used, next } = sender();
  const state = start(clock, { ...call, credentials: source, deadline: clock.now() + 10_000 }, next);

  clock.advance(9999);
  await settle();
  expect(used).toEqual([]);
  await source.gives('first');
  await settle();

  expect(state.outcome).toBe(answer);
  expect(used).toEqual(['first']);
  expect(source.asked).toBe(1);
  expect(clock.asleep).toBe(0);
});

it('sends nothing if they do not come before the deadline', async () => {
  const clock = new ManualClock();
  const { used, next } = sender();
  const call = { ...writeCall, credentials: new SlowSource(), deadline: clock.now() + 10_000 };
  const state = start(clock, call, next);

  clock.advance(10_000);
  await settle();

  expect(state.outcome).toMatchObject({ kind: 'NOT_SENT', detail: 'no credentials in time' });
  expect(used).toEqual([]);
});

it('asks anew for every attempt but the first', async () => {
  const clock = new ManualClock();
  let number = 0;
  const credentials = { get: () => Promise.resolve(keys(`id-${(number += 1)}`)) };
  const twice: Next = async (call) => {
    const { operation } = call;
    const [one, other] = [await call.credentials.get({ operation }), await call.credentials.get({ operation })];
    expect([one.accessKeyId, other.accessKeyId]).toEqual(['id-1', 'id-2']);
    return answer;
  };

  expect(await readyCredentials({ clock }).execute({ ...readCall, credentials }, twice)).toBe(answer);
});

it.each([
  'InvalidSecurityToken.Expired',
  'InvalidSecurityToken.MismatchWithAccessKey',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
])('gives keys back that were refused with %s, and sends the call once more with others', async (code) => {
  const source = new SlowSource();
  const { used, next } = sender(failed({ kind: 'AUTH', code }), failed({ kind: 'AUTH', code }));
  const state = start(new ManualClock(), { ...writeCall, credentials: source }, next);

  await source.gives('first');
  await settle();
  await source.gives('second');
  await settle();

  expect(used).toEqual(['first', 'second']);
  expect(source.refusals).toEqual(['first']);
  expect(state.outcome).toMatchObject({ kind: 'AUTH', code });
});

it.each([
  'SecurityTokenExpired',
  'SecurityToken.Expired',
  'ExpiredToken',
  'InvalidStsToken.Expired',
  'InvalidAccessKeyId.NotExist',
])('sends a read once more after %s too, and never a write', async (code) => {
  const attemptsOf = async (call: Call): Promise<readonly string[]> => {
    const source = new SlowSource();
    const { used, next } = sender(failed({ kind: 'AUTH', code }));
    start(new ManualClock(), { ...call, credentials: source }, next);
    await source.gives('first');
    await settle();
    await source.gives('second');
    await settle();
    return used;
  };

  expect([await attemptsOf(readCall), await attemptsOf(writeCall)]).toEqual([['first', 'second'], ['first']]);
});

it.each([
  'SignatureDoesNotMatch',
  'InvalidTimeStamp.Expired',
  'MissingSecurityToken',
  'InvalidSecurityToken.Malformed',
])('does not send a read again after %s, which other keys do not mend', async (code) => {
  const source = new SlowSource();
  const { used, next } = sender(failed({ kind: 'AUTH', code }));
  start(new ManualClock(), { ...readCall, credentials: source }, next);
  await source.gives('first');
  await settle();

  expect(used).toEqual(['first']);
  expect(source.refusals).toEqual([]);
});

it('does not send again with the very keys that were refused', async () => {
  const source = new SlowSource();
  const refusal = failed({ kind: 'AUTH', code: 'InvalidSecurityToken.Expired' });
  const { used, next } = sender(refusal);
  const state = start(new ManualClock(), { ...readCall, credentials: source }, next);

  await source.gives('first');
  await settle();
  await source.gives('first');
  await settle();

  expect(used).toEqual(['first']);
  expect(state.outcome).toBe(refusal);
});

it.each([
  ['of a source that has no others', 'InvalidSecurityToken.Expired', staticKeys('own', 's')],
  ['whose signature is wrong', 'SignatureDoesNotMatch', new SlowSource()],
])('passes the refusal on of keys %s', async (_, code, credentials) => {
  const refusal = failed({ kind: 'AUTH', code });
  const { used, next } = sender(refusal);
  const state = start(new ManualClock(), { ...writeCall, credentials }, next);
  if (credentials instanceof SlowSource) await credentials.gives('own');
  await settle();

  expect(used).toEqual(['own']);
  expect(state.outcome).toBe(refusal);
});
