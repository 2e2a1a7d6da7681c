import { demoAccounts } from '../../../src/emulator';
import { outsiderId, smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** What the directory knows of an account that is found by its id. */

let gateway: TestGateway;
let member: TestGateway;
let outsider: TestGateway;
beforeAll(async () => {
  [gateway, member, outsider] = await Promise.all([
    startGateway(),
    startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' }),
    startGateway({ world: smallWorld(), accessKeyId: 'outsiderid', accessKeySecret: 'outsidersecret' }),
  ]);
});
beforeEach(() => {
  gateway.emulator.reset();
  member.emulator.reset();
  outsider.emulator.reset();
});
afterAll(() => Promise.all([gateway, member, outsider].map((one) => one.stop())));

const { management, paymentsProduction, paymentsTest, dataPlatform, legacyShop, sandbox } = demoAccounts;
const own = `
  accountId displayName type rawType status rawStatus joinMethod rawJoinMethod joinedAt modifiedAt tags { key value }`;
const account = (accountId: string, selection = own): string => `account(accountId: "${accountId}") { ${selection} }`;

it('shows everything that the directory does, tags in odd characters included', async () => {
  const answer = await gateway.query(`{ ${account(paymentsProduction)} }`);

  expect(answer).toEqual({
    data: {
      account: {
        accountId: paymentsProduction,
        displayName: '支付生产',
        type: 'RESOURCE_ACCOUNT',
        rawType: 'ResourceAccount',
        status: 'CREATE_SUCCESS',
        rawStatus: 'CreateSuccess',
        joinMethod: 'CREATED',
        rawJoinMethod: 'created',
        joinedAt: '2023-03-14T02:08:41.310Z',
        modifiedAt: '2024-01-22T08:40:51.007Z',
        tags: [
          { key: 'unit', value: 'payments' },
          { key: 'env', value: 'prod' },
          { key: '负责人', value: '李娜' },
          { key: 'cost/center', value: 'CN-0042 & "shared"' },
        ],
      },
    },
  });
  expect(gateway.upstreamCalls()).toEqual(['GetAccount']);
});

it('leads to its folder, its payer, and what it is to the directory, each for a call of its own', async () => {
  const answer = await gateway.query(
    `{ ${account(paymentsProduction, 'displayName isManagementAccount folder { name } payer { accountId }')} }`,
  );

  expect(answer).toEqual({
    data: {
      account: {
        displayName: '支付生产',
        isManagementAccount: false,
        folder: { name: 'Production' },
        payer: { accountId: management },
      },
    },
  });
  expect(gateway.upstreamCalls().sort()).toEqual([
    'GetAccount',
    'GetFolder',
    'GetPayerForAccount',
    'GetResourceDirectory',
  ]);
});

it('has no tags, and an empty list for them, if there are none', async () => {
  const { data } = await gateway.query(`{ ${account(demoAccounts.marketing, 'tags { key }')} }`);

  expect(data).toEqual({ account: { tags: [] } });
});

it.each([
  ['is in no directory', '1999999999999999'],
  ['left the directory', legacyShop],
])('is null for an account that %s', async (_, accountId) => {
  expect(await gateway.query(`{ ${account(accountId)} }`)).toEqual({ data: { account: null } });
});

it.each(['', 'abc', '15872039461820455555555', '-1'])('refuses %j for an id, and asks nobody', async (accountId) => {
  const { data, errors } = await gateway.query(`{ ${account(accountId)} }`);

  expect(data).toEqual({ account: null });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['accountId'] } }]);
  expect(gateway.upstreamCalls()).toEqual([]);
});

it.each(['answered', 'EntityNotExists.Account'] as const)(
  'knows the management account by its id, if its own record is %s',
  async (managementAccountRecord) => {
    gateway.emulator.readings.choose({ managementAccountRecord });

    const { data, errors } = await gateway.query(
      `{ ${account(management, 'accountId displayName isManagementAccount payer { accountId }')} }`,
    );

    const isAnswered = managementAccountRecord === 'answered';
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      account: {
        accountId: management,
        displayName: isAnswered ? '莲谷商贸 Lotus Valley' : 'org-root@lotus-valley.example',
        isManagementAccount: true,
        payer: isAnswered ? { accountId: management } : null,
      },
    });
  },
);

it('asks for an account once, whichever of its fields are wanted, under however many names', async () => {
  await gateway.query(`{
    a: ${account(sandbox, 'displayName status')}
    b: ${account(sandbox, 'tags { key } joinedAt')}
    c: ${account(sandbox, 'rawType')}
  }`);

  expect(gateway.upstreamCalls()).toEqual(['GetAccount']);
});

it('reads k accounts by one call each while it does not know how many there are, and one is null alone', async () => {
  const own = await startGateway();
  const document = `{
    a: ${account(paymentsTest, 'displayName')}
    b: ${account('1999999999999999', 'displayName')}
    c: ${account(dataPlatform, 'displayName')}
  }`;

  const first = await own.query(document);
  const calls = own.upstreamCalls().sort();
  await own.query('{ accounts { nodes { accountId } } }');
  own.emulator.calls.clear();
  const second = await own.query(document);
  const laterCalls = own.upstreamCalls().sort();

  await own.stop();
  const expected = { data: { a: { displayName: '支付测试' }, b: null, c: { displayName: '数据平台' } } };
  expect([first, second]).toEqual([expected, expected]);
  // One call reads the directory's owner, which need not be among its members.
  expect(calls).toEqual(['GetAccount', 'GetAccount', 'GetAccount', 'GetResourceDirectory']);
  expect(laterCalls).toEqual(['GetResourceDirectory', 'ListAccounts']);
});

it('has null for what only a directory shows if the account is in none, and no error', async () => {
  const answer = await outsider.query(
    `{ currentAccount { ${own} isManagementAccount folder { folderId } payer { accountId } } resourceDirectory { id } }`,
  );

  expect(answer).toEqual({
    data: {
      currentAccount: {
        accountId: outsiderId,
        displayName: null,
        type: null,
        rawType: null,
        status: null,
        rawStatus: null,
        joinMethod: null,
        rawJoinMethod: null,
        joinedAt: null,
        modifiedAt: null,
        tags: null,
        isManagementAccount: null,
        folder: null,
        payer: null,
      },
      resourceDirectory: null,
    },
  });
});

it('refuses the directory to a member’s key, and what that key may read arrives', async () => {
  const { data, errors } = await member.query(
    '{ currentAccount { accountId displayName isManagementAccount } resourceDirectory { resourceDirectoryId } }',
  );

  expect(data).toEqual({
    currentAccount: { accountId: paymentsProduction, displayName: null, isManagementAccount: false },
    resourceDirectory: { resourceDirectoryId: 'rd-7Kq2Vx' },
  });
  expect(errors).toMatchObject([
    {
      path: ['currentAccount', 'displayName'],
      extensions: { upstream: { code: 'EntityNotExists.ResourceDirectory' } },
    },
  ]);
});

it('shows a member’s key all that a delegated administrator may read', async () => {
  member.emulator.readings.choose({ directoryForMembers: 'answered' });

  expect(await member.query(`{ currentAccount { displayName } ${account(dataPlatform, 'status')} }`)).toEqual({
    data: { currentAccount: { displayName: '支付生产' }, account: { status: 'PROMOTE_SUCCESS' } },
  });
});

it('gives UNKNOWN, and the upstream’s own words, for what it does not know yet', async () => {
  gateway.emulator.faults.add({ kind: 'unknownEnum', action: 'GetAccount' });

  expect(
    await gateway.query(`{ ${account(sandbox, 'type rawType status rawStatus joinMethod rawJoinMethod')} }`),
  ).toEqual({
    data: {
      account: {
        type: 'UNKNOWN',
        rawType: 'UNDOCUMENTED',
        status: 'UNKNOWN',
        rawStatus: 'UNDOCUMENTED',
        joinMethod: 'UNKNOWN',
        rawJoinMethod: 'UNDOCUMENTED',
      },
    },
  });
});
