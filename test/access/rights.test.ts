import type { AccessPolicy } from '../../src/access/AccessPolicy';
import { demoAccounts, demoWorld } from '../../src/emulator';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { bearer, token, tokenDoor } from './tokens';

const { management, paymentsProduction, paymentsTest, storefrontProduction } = demoAccounts;

const policy: AccessPolicy = {
  claim: 'groups',
  rules: [
    { value: 'payments', accounts: [paymentsProduction, paymentsTest], scopes: ['governance:read'] },
    { value: 'payments-admin', accounts: [paymentsTest], scopes: ['governance:recorder'] },
    { value: 'platform', accounts: ['*'] },
  ],
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ door: await tokenDoor({ policy }) });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const as = async (claims: Readonly<Record<string, unknown>>) => bearer(await token({ claims }));
const readers = (...accounts: string[]) => as({ scope: 'governance:read', accounts });

interface Ids {
  readonly nodes: readonly { readonly accountId: string }[];
  readonly totalCount: number | null;
}
const idsOf = (list: Ids | undefined): string[] | undefined => list?.nodes.map(({ accountId }) => accountId).sort();

describe('a list', () => {
  const document = `{
    accounts(first: 100) { totalCount pageInfo { hasNextPage } nodes { accountId } }
    accountEnrollments(first: 100) { totalCount nodes { accountId } }
    cloudResources(first: 100) { totalCount nodes { accountId } }
    accountGroups { nodes { memberCount members(first: 100) { totalCount nodes { accountId } } resources { totalCount nodes { accountId } } } }
  }`;

  it('omits the accounts that the token does not allow, counts none of them, and says that it may omit some', async () => {
    const seen = [paymentsProduction, paymentsTest].sort();
    const { data, errors, extensions } = await gateway.ask<
      Record<string, Ids> & { accountGroups: { nodes: Record<string, Ids>[] } }
    >(document, {}, await readers(...seen));

    expect(errors).toBeUndefined();
    expect(idsOf(data?.accounts)).toEqual(seen);
    expect(idsOf(data?.accountEnrollments)).toEqual(seen);
    expect([...new Set(idsOf(data?.cloudResources))]).toEqual(seen);
    expect([
      data?.accounts?.totalCount,
      data?.accountEnrollments?.totalCount,
      data?.cloudResources?.totalCount,
    ]).toEqual([null, null, null]);
    for (const group of data?.accountGroups.nodes ?? []) {
      const { members } = group;
      expect([group.memberCount, members?.totalCount]).toEqual([null, members?.nodes.length]);
      expect(seen).toEqual(expect.arrayContaining(idsOf(members) ?? []));
      expect(seen).toEqual(expect.arrayContaining(idsOf(group.resources) ?? []));
    }
    expect(extensions.access).toEqual({
      shortened: ['accountEnrollments', 'accounts', 'cloudResources', 'members', 'resources'],
    });
  });

  it('is whole for a token that allows every account, and says nothing', async () => {
    const { data, extensions } = await gateway.ask<Record<string, Ids>>(document, {}, await readers('*'));

    expect(data?.accounts?.nodes).toHaveLength(13);
    expect(data?.accounts?.totalCount).toBe(13);
    expect(extensions.access).toBeUndefined();
  });

  it('is refused to a token that names no account', async () => {
    const { data, errors } = await gateway.ask(
      '{ accounts { nodes { accountId } } }',
      {},
      await as({ scope: 'governance:read' }),
    );

    expect(data).toEqual({ accounts: null });
    expect(errors?.[0]?.message).toBe(
      'The token allows no account: neither one of its claims nor the access policy names any.',
    );
  });

  it('is read on until its page is full, for no more than its estimate', async () => {
    const large = await startGateway({ accounts: 450, door: await tokenDoor() });
    try {
      const all = await large.query<{ accounts: Ids }>(
        '{ accounts(first: 100, after: "") { nodes { accountId } } }',
        {},
        await readers('*'),
      );
      const last = all.data?.accounts.nodes.at(-1)?.accountId ?? '';
      const headers = await readers(last, '9999999999999999');
      const { data, cost } = await large.ask<{ accounts: Ids }>(
        '{ accounts(first: 1) { nodes { accountId } } }',
        {},
        headers,
      );

      expect(data?.accounts.nodes).toEqual([{ accountId: last }]);
      expect(cost.actualCalls).toBeLessThanOrEqual(cost.estimatedCalls);
    } finally {
      await large.stop();
    }
  });
});

it('counts what all members have only for those who see all of them', async () => {
  const document = '{ accountGroups { nodes { name resourceCounts(by: REGION) { count } } } }';

  const { data, errors } = await gateway.query<{ accountGroups: { nodes: { resourceCounts: object | null }[] } }>(
    document,
    {},
    await readers(paymentsProduction),
  );

  expect(data?.accountGroups.nodes.every(({ resourceCounts }) => resourceCounts === null)).toBe(true);
  expect(errors?.[0]).toMatchObject({
    message: 'This counts resources of accounts that the token does not allow to see.',
    extensions: { code: 'FORBIDDEN' },
  });
});

it('names neither regions nor types that only other accounts have', async () => {
  const document = '{ cloudResources(filter: { regions: ["cn-shangha"] }) { nodes { accountId } } }';

  const { errors } = await gateway.query(document, {}, await readers(paymentsProduction));

  expect(JSON.stringify(errors)).toContain('cn-shanghai');
  expect(gateway.upstreamCalls()).not.toContain('GetAggregateResourceCountsGroupByRegion');
});

it('leads to no account that may not be seen: the field is null, and the error does not name it', async () => {
  const { data, errors } = await gateway.query(
    `{ account(accountId: "${paymentsProduction}") { accountId payer { accountId } } }`,
    {},
    await readers(paymentsProduction),
  );

  expect(data).toEqual({ account: { accountId: paymentsProduction, payer: null } });
  expect(errors).toEqual([
    {
      message: 'The token does not allow governance:read in this account.',
      locations: expect.anything() as unknown,
      path: ['account', 'payer'],
      extensions: { code: 'FORBIDDEN', retryable: false },
    },
  ]);
});

it('says the same of an account that does not exist as of one that may not be seen', async () => {
  const messageOf = async (accountId: string) => {
    const { data, errors } = await gateway.query(
      `{ account(accountId: "${accountId}") { status } }`,
      {},
      await readers(paymentsTest),
    );
    return [data, JSON.stringify(errors).replaceAll(accountId, '…')];
  };

  expect(await messageOf('1999999999999999')).toEqual(await messageOf(paymentsProduction));
});

it('reveals nothing about the accounts of other callers by its estimates', async () => {
  const own = await startGateway({ door: await tokenDoor() });
  const document = '{ accounts(first: 100) { nodes { payer { displayName } } } }';
  try {
    const estimateOf = async () =>
      (await own.ask(document, {}, { ...(await readers(paymentsTest)), 'x-cost-only': 'true' })).cost.estimatedCalls;
    const before = await estimateOf();

    await own.query(document, {}, await readers('*'));

    expect(await estimateOf()).toBe(before);
  } finally {
    await own.stop();
  }
});

describe('a mutation', () => {
  const start = (input: string) =>
    `mutation { startConfigurationRecorder(input: { ${input} dryRun: true }) { outcome errors { code } } }`;
  const create = (input = '') =>
    `mutation { createAccount(input: { accountNamePrefix: "shop", displayName: "Shop", ${input} dryRun: true }) { outcome } }`;
  const codeOf = async (document: string, claims: Readonly<Record<string, unknown>>) => {
    const { errors } = await gateway.query(document, {}, await as(claims));
    return errors?.[0]?.extensions?.code ?? 'allowed';
  };

  it.each([
    [
      'its scope in the account',
      start(`accountId: "${paymentsTest}",`),
      'governance:recorder',
      [paymentsTest],
      'allowed',
    ],
    ['another scope', start(`accountId: "${paymentsTest}",`), 'governance:read', [paymentsTest], 'FORBIDDEN'],
    [
      'another account',
      start(`accountId: "${paymentsTest}",`),
      'governance:recorder',
      [paymentsProduction],
      'FORBIDDEN',
    ],
    [
      'the gateway’s own account, which it does not name',
      start(''),
      'governance:recorder',
      [paymentsTest],
      'FORBIDDEN',
    ],
    ['its own account', start(''), 'governance:recorder', [management], 'allowed'],
    ['the enterprise edition', start('enterpriseEdition: true,'), 'governance:recorder', [management], 'FORBIDDEN'],
    [
      'the directory, too',
      start('enterpriseEdition: true,'),
      'governance:recorder governance:directory',
      [management],
      'allowed',
    ],
    ['a new account', create(), 'governance:enroll', [management], 'allowed'],
    ['a new account without the gateway’s own', create(), 'governance:enroll', [paymentsTest], 'FORBIDDEN'],
    ['a payer', create(`payerAccountId: "${paymentsTest}",`), 'governance:enroll', [management], 'FORBIDDEN'],
    [
      'a payer, too',
      create(`payerAccountId: "${paymentsTest}",`),
      'governance:enroll',
      [management, paymentsTest],
      'allowed',
    ],
    [
      'a directory',
      'mutation { initResourceDirectory(input: { dryRun: true }) { outcome } }',
      'governance:enroll',
      ['*'],
      'FORBIDDEN',
    ],
  ])('is checked against %s', async (_, document, scope, accounts, expected) => {
    expect(await codeOf(document, { scope, accounts })).toBe(expected);
  });

  it('that is forbidden sends nothing', async () => {
    const document = `mutation { startConfigurationRecorder(input: { accountId: "${paymentsTest}" }) { outcome } }`;

    expect(await codeOf(document, { scope: 'governance:read', accounts: ['*'] })).toBe('FORBIDDEN');
    expect(gateway.upstreamCalls()).toEqual([]);
  });
});

describe('a policy file', () => {
  const seen = async (claims: Readonly<Record<string, unknown>>) => {
    const { data } = await gateway.query<{ accounts: Ids | null }>(
      '{ accounts(first: 100) { nodes { accountId } } }',
      {},
      await as(claims),
    );
    return data?.accounts == null ? null : idsOf(data.accounts);
  };
  const start = (accountId: string) =>
    `mutation { startConfigurationRecorder(input: { accountId: "${accountId}", dryRun: true }) { outcome } }`;

  it('maps values of a claim to accounts and scopes', async () => {
    expect(await seen({ groups: ['payments'] })).toEqual([paymentsProduction, paymentsTest].sort());
    expect(await seen({ groups: 'payments' })).toEqual([paymentsProduction, paymentsTest].sort());
    expect(await seen({ groups: ['others'] })).toBeNull();
    expect(await seen({ groups: ['platform'], scope: 'governance:read' })).toHaveLength(13);
    expect(await seen({ groups: ['platform'] })).toBeNull();
  });

  it('adds to what the token itself allows', async () => {
    expect(await seen({ groups: ['payments'], scope: 'governance:read', accounts: storefrontProduction })).toEqual(
      [paymentsProduction, paymentsTest, storefrontProduction].sort(),
    );
  });

  it('allows a scope only in the accounts that its rule names', async () => {
    const headers = await as({ groups: ['payments', 'payments-admin'] });
    const codes = async (accountId: string) =>
      (await gateway.query(start(accountId), {}, headers)).errors?.[0]?.extensions?.code;

    expect([await codes(paymentsTest), await codes(paymentsProduction)]).toEqual([undefined, 'FORBIDDEN']);
  });
});

it('shares what is read between those who may see it, and with nobody else', async () => {
  const remembering = await startGateway({ world: demoWorld(), door: await tokenDoor(), cacheMaxBytes: 16_000_000 });
  const document = `{ account(accountId: "${paymentsProduction}") { displayName configurationRecorder { status } } }`;
  try {
    const first = await remembering.query(document, {}, await readers('*'));
    const calls = remembering.upstreamCalls().length;
    const second = await remembering.query(document, {}, await readers(paymentsProduction));
    const stranger = await remembering.query(document, {}, await readers(paymentsTest));

    expect(second).toEqual(first);
    expect(remembering.upstreamCalls()).toHaveLength(calls);
    expect(stranger.data).toEqual({ account: null });
  } finally {
    await remembering.stop();
  }
});
