import { AnswerCache } from '../../../src/cache/AnswerCache';
import { shareReads } from '../../../src/cache/shareReads';
import { GetAccount, GetCallerIdentity, InitResourceDirectory, ListAccounts } from '../../../src/operations';
import type { SharedRpcClient } from '../../../src/rpc/client';
import type { CredentialsTarget } from '../../../src/rpc/credentials/credentials';
import { staticKeys } from '../../../src/rpc/credentials/staticKeys';
import type { Shared } from '../../../src/rpc/observer';
import { clientOf, failureOf, policiesOn } from '../../rpc/clients';
import type { Behaviour } from '../../rpc/upstream';
import { reply, Upstream } from '../../rpc/upstream';
import { ManualClock } from '../rpc/manualClock';

/** Through the real client, over real HTTP, to an upstream that says who asked it what. */

let upstream: Upstream;
let clock: ManualClock;
let client: SharedRpcClient;
let forget: () => void;

/** Every caller reads their own key, and their request, in the name of the account. */
const canary: Behaviour = (response, received) => {
  const { AccessKeyId, AccountId = '1', Action } = Object.fromEntries(new URLSearchParams(received.body));
  const account = { AccountId, DisplayName: `${String(AccessKeyId)} ${String(Action)} ${AccountId}` };
  reply(200, {
    RequestId: 'R',
    Account: account,
    Accounts: { Account: [account] },
    TotalCount: 1,
    AccountId,
    ResourceDirectory: { ResourceDirectoryId: 'rd-1', MasterAccountId: '1', RootFolderId: 'r-1', CreateTime: '' },
  })(response, received);
};

beforeAll(async () => {
  upstream = await Upstream.start(canary);
});
beforeEach(() => {
  upstream.behaviour = canary;
  upstream.received.length = 0;
  clock = new ManualClock();
  const sharedReads = shareReads({ clock, cache: new AnswerCache(1_000_000, clock), now: () => 0 });
  forget = sharedReads.forget;
  client = clientOf(upstream, { clock, policies: [sharedReads, ...policiesOn(clock)] });
});
afterEach(() => client.close());
afterAll(() => upstream.close());

const readAccount = (AccountId = '7') => client.call(GetAccount, { AccountId });

describe('hundreds of interleaved requests of different principals', () => {
  const principals = Array.from({ length: 12 }, (_, index) => `key${index}`);
  const accounts = ['11', '12', '13', '14', '15'];

  it('get each their own answers, and cost each principal one call for what it asks', async () => {
    const asked = Array.from({ length: 6 }, () =>
      principals.flatMap((key) => accounts.map((accountId) => ({ key, accountId }))),
    )
      .flat()
      // A fixed shuffle: neighbors are of different principals, and repeats lie far apart.
      .map((each, index) => ({ ...each, order: (index * 7919) % 360 }))
      .sort((a, b) => a.order - b.order);

    const answers = await Promise.all(
      asked.map(async ({ key, accountId }) => {
        const own = client.withContext({ credentials: staticKeys(key, 'secret') });
        const { Account } = await own.call(GetAccount, { AccountId: accountId });
        return Account.DisplayName;
      }),
    );

    expect(answers).toEqual(asked.map(({ key, accountId }) => `${key} GetAccount ${accountId}`));
    expect(upstream.received).toHaveLength(principals.length * accounts.length);
  });

  it('are kept apart by the account that a call acts in, and by the role rather than its keys of the day', async () => {
    let session = 0;
    const credentials = {
      get: async ({ accountId = 'own' }: CredentialsTarget) => {
        session += 1;
        return {
          accessKeyId: `STS.${session}`,
          accessKeySecret: 's',
          securityToken: 't',
          principal: `role in ${accountId}`,
        };
      },
    };
    const own = client.withContext({ credentials });
    const nameIn = async (accountId?: string) =>
      (await own.call(GetAccount, { AccountId: '7' }, { accountId })).Account.DisplayName;

    expect([await nameIn('1'), await nameIn('2'), await nameIn(), await nameIn('1')]).toEqual([
      'STS.2 GetAccount 7',
      'STS.4 GetAccount 7',
      'STS.6 GetAccount 7',
      'STS.2 GetAccount 7',
    ]);
  });

  it('are given nothing that was remembered once they have no credentials any more', async () => {
    await readAccount();
    const denied = client.withContext({ credentials: { get: () => Promise.reject(new Error('revoked')) } });

    expect((await failureOf(denied.call(GetAccount, { AccountId: '7' }))).kind).toBe('CREDENTIALS');
  });
});

describe('what is read again', () => {
  it('is remembered for as long as its operation allows, and no longer', async () => {
    await readAccount();
    clock.advance(59_999);
    await readAccount();
    expect(upstream.received).toHaveLength(1);

    clock.advance(2);
    await readAccount();
    expect(upstream.received).toHaveLength(2);
  });

  it('is reported to the observer, with its age', async () => {
    const seen: Shared[] = [];
    const watched = client.withContext({ onShared: (shared) => void seen.push(shared) });

    await Promise.all([watched.call(GetAccount, { AccountId: '7' }), watched.call(GetAccount, { AccountId: '7' })]);
    clock.advance(1000);
    await watched.call(GetAccount, { AccountId: '7' });

    expect(seen).toEqual([{ how: 'COALESCED' }, { how: 'CACHED', ageMs: 1000 }]);
  });

  it('is read upstream if it may not be that old; others get the newer answer', async () => {
    await readAccount();
    clock.advance(1000);
    const fresh = client.withContext({ maxAgeMs: 0 });
    const young = client.withContext({ maxAgeMs: 1000 });
    const older = client.withContext({ maxAgeMs: 1001 });

    await older.call(GetAccount, { AccountId: '7' });
    expect(upstream.received).toHaveLength(1);
    await young.call(GetAccount, { AccountId: '7' });
    expect(upstream.received).toHaveLength(2);
    await fresh.call(GetAccount, { AccountId: '7' });
    expect(upstream.received).toHaveLength(3);
    await older.call(GetAccount, { AccountId: '7' });
    expect(upstream.received).toHaveLength(3);
  });

  it('is the same in whatever order its parameters were named, and another if one differs', async () => {
    await client.call(ListAccounts, { PageNumber: 1, PageSize: 10 });
    await client.call(ListAccounts, { PageSize: 10, PageNumber: 1 });
    await client.call(ListAccounts, { PageNumber: 2, PageSize: 10 });

    expect(upstream.received).toHaveLength(2);
  });

  it('is taken only if that needs no call, for callers that need no more', async () => {
    const shared = () => client.call(GetAccount, { AccountId: '7' }, { sharedOnly: true });

    const before = await failureOf(shared());
    const underWay = readAccount();
    await new Promise(setImmediate);
    const joined = await shared();
    await underWay;
    const remembered = await shared();
    const unasked = await failureOf(
      client.withContext({ maxAgeMs: 0 }).call(GetAccount, { AccountId: '7' }, { sharedOnly: true }),
    );

    expect([before.kind, unasked.kind]).toEqual(['NOT_SENT', 'NOT_SENT']);
    expect([joined, remembered]).toEqual([await underWay, await underWay]);
    expect(upstream.received).toHaveLength(1);
  });

  it('is not taken by a call that asks for a fresh one, whose answer the next caller takes', async () => {
    await readAccount();
    const inFlight = client.call(GetAccount, { AccountId: '7' }, { fresh: true });
    const fresh = await client.call(GetAccount, { AccountId: '7' }, { fresh: true });
    await inFlight;
    const cached = await readAccount();

    expect(cached).toEqual(fresh);
    expect(upstream.received).toHaveLength(3);
  });

  it('is not remembered if the catalogue says nothing', async () => {
    await client.call(GetCallerIdentity, {});
    await client.call(GetCallerIdentity, {});

    expect(upstream.received).toHaveLength(2);
  });
});

describe('a failure', () => {
  it('that the upstream documents is repeated briefly', async () => {
    upstream.behaviour = reply(404, { RequestId: 'R', Code: 'EntityNotExists.Account', Message: 'x' });
    const first = await failureOf(readAccount());
    clock.advance(4999);

    expect(await failureOf(readAccount())).toBe(first);
    expect(upstream.received).toHaveLength(1);
    clock.advance(2);
    await failureOf(readAccount());
    expect(upstream.received).toHaveLength(2);
  });

  it.each([
    [403, { RequestId: 'R', Code: 'Undocumented', Message: 'x' }],
    [200, {}],
  ])('that may be none the next time is not: HTTP %s', async (status, body) => {
    upstream.behaviour = reply(status, body);
    const failures = failureOf(readAccount());
    await failures;
    const { length } = upstream.received;
    upstream.behaviour = canary;

    await readAccount();
    expect(upstream.received).toHaveLength(length + 1);
  });
});

describe('a call that several wait for', () => {
  /** An upstream that answers when the test releases it. */
  const held = () => {
    const waiting: (() => void)[] = [];
    upstream.behaviour = (response, received) => {
      waiting.push(() => {
        canary(response, received);
      });
    };
    return {
      answer: () => {
        waiting.splice(0).forEach((go) => {
          go();
        });
      },
    };
  };

  it('survives the one who began it', async () => {
    const upstreams = held();
    const first = new AbortController();
    const gone = failureOf(client.call(GetAccount, { AccountId: '7' }, { signal: first.signal }));
    await upstream.receives(1);
    const second = readAccount();
    await new Promise(setImmediate);

    first.abort();
    expect((await gone).kind).toBe('ABORTED');
    upstreams.answer();

    expect((await second).Account.AccountId).toBe('7');
    expect(upstream.received).toHaveLength(1);
  });

  it('ends, down to the socket, when the last of them has gone', async () => {
    held();
    const callers = [new AbortController(), new AbortController()];
    const calls = callers.map(({ signal }) => failureOf(client.call(GetAccount, { AccountId: '7' }, { signal })));
    await upstream.receives(1);

    callers.forEach((caller) => {
      caller.abort();
    });

    expect((await Promise.all(calls)).map(({ kind }) => kind)).toEqual(['ABORTED', 'ABORTED']);
    await upstream.abandoned();
    expect(clock.asleep).toBe(0);
  });

  it('leaves each their own deadline', async () => {
    const upstreams = held();
    const hurried = client.withContext({ deadlineMs: 1000 });
    const late = failureOf(hurried.call(GetAccount, { AccountId: '7' }));
    await upstream.receives(1);
    const patient = readAccount();
    await new Promise(setImmediate);

    clock.advance(1000);
    expect(await late).toMatchObject({ kind: 'TIMEOUT' });
    upstreams.answer();

    expect((await patient).Account.AccountId).toBe('7');
  });

  it('is not begun for somebody who has no time left', async () => {
    const late = client.withContext({ deadlineMs: 100 });

    expect(await failureOf(late.call(GetAccount, { AccountId: '7' }))).toMatchObject({ kind: 'TIMEOUT' });
    expect(upstream.received).toEqual([]);
  });

  it('is neither joined nor kept if a write came in between', async () => {
    const upstreams = held();
    const before = readAccount();
    await upstream.receives(1);
    const write = client.call(InitResourceDirectory, {});
    await upstream.receives(2);
    const after = readAccount();
    await upstream.receives(3);

    upstreams.answer();
    await Promise.all([before, write, after]);
    upstream.behaviour = canary;
    await readAccount();

    expect(upstream.received).toHaveLength(4);
  });
});

it('forgets what it read if something else is reported as changed', async () => {
  await readAccount();
  forget();
  await readAccount();

  expect(upstream.received).toHaveLength(2);
});
