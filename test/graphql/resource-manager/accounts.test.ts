import { demoAccounts } from '../../../src/emulator';
import { managementId, memberId, outsiderId, smallWorld } from '../../emulator/world/worlds';
import type { AccountsPage } from '../../support/accountPages';
import { askAccounts, keysOf, readAccounts, readAllAccounts } from '../../support/accountPages';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const { legacyShop: _removed, management: _, ...membersByKey } = demoAccounts;
const members = Object.keys(membersByKey);

it.each([1, 3, 4, 6, 12, 13, 100])(
  'gives every member, and the management account at the end, in pages of %s',
  async (first) => {
    const pages = await readAllAccounts(gateway, first);

    expect(keysOf(pages)).toEqual([...members, 'management']);
  },
);

it.each([1, 4, 13, 100])('gives the management account once if the list has it, in pages of %s', async (first) => {
  gateway.emulator.readings.choose({ listAccountsIncludesManagement: 'present' });

  const pages = await readAllAccounts(gateway, first);

  expect(keysOf(pages)).toEqual(['management', ...members]);
});

it('gives the same if pages change their size on the way', async () => {
  const pages: AccountsPage[] = [];
  let after: string | null = null;
  for (const first of [5, 1, 100]) {
    const page: AccountsPage = await readAccounts(gateway, { first, after });
    pages.push(page);
    after = page.pageInfo.endCursor;
  }

  expect(keysOf(pages)).toEqual([...members, 'management']);
});

it('costs one call a page, with everything that the directory shows of an account', async () => {
  const { data, errors } = await gateway.query<{ accounts: { nodes: object[] } }>(`{
    accounts(first: 12) {
      pageInfo { hasNextPage }
      edges { cursor node { id } }
      nodes { id accountId displayName type status joinMethod joinedAt modifiedAt tags { key value } folder { folderId } }
    }
  }`);

  expect(errors).toBeUndefined();
  expect(data?.accounts.nodes).toHaveLength(12);
  expect(data?.accounts.nodes[0]).toMatchObject({ displayName: '支付生产', folder: { folderId: 'fd-4bYgS0hQpD' } });
  expect(gateway.upstreamCalls()).toEqual(['ListAccounts']);
});

it('is the current account alone if there is no directory', async () => {
  const own = await startGateway({ world: smallWorld(), accessKeyId: 'outsiderid', accessKeySecret: 'outsidersecret' });

  const answer = await own.query(
    '{ accounts { nodes { accountId displayName } pageInfo { hasNextPage } } resourceDirectory { id } }',
  );

  await own.stop();
  expect(answer).toEqual({
    data: {
      accounts: { nodes: [{ accountId: outsiderId, displayName: null }], pageInfo: { hasNextPage: false } },
      resourceDirectory: null,
    },
  });
});

it('is its own account alone for a member’s key', async () => {
  const own = await startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' });

  const page = await readAccounts(own, {});

  await own.stop();
  expect(page.nodes).toEqual([{ accountId: demoAccounts.paymentsProduction }]);
});

it('gives a member that joined behind a full last page where it goes on behind the management account', async () => {
  const own = await startGateway({ world: smallWorld() });
  const first = await readAccounts(own, { first: 1 });
  const second = await readAccounts(own, { first: 1, after: first.pageInfo.endCursor });
  const { data } = await own.query<{ createAccount: { account: { accountId: string } } }>(
    'mutation { createAccount(input: { accountNamePrefix: "a", displayName: "b" }) { account { accountId } } }',
  );

  const third = await readAccounts(own, { first: 1, after: second.pageInfo.endCursor });

  await own.stop();
  expect([first, second, third].map(({ nodes }) => nodes.map(({ accountId }) => accountId))).toEqual([
    [memberId],
    [managementId],
    [data?.createAccount.account.accountId],
  ]);
});

it.each<[string, object, string[]]>([
  ['subfolders of no folder', { filter: { includeSubfolders: true } }, ['filter', 'includeSubfolders']],
  ['a page of nothing', { first: 0 }, ['first']],
  ['a page of too much', { first: 101 }, ['first']],
  ['a cursor that is none', { after: 'x' }, ['after']],
])('refuses %s', async (_, variables, field) => {
  const { data, errors } = await askAccounts(gateway, variables);

  expect(data).toEqual({ accounts: null });
  expect(errors).toMatchObject([{ path: ['accounts'], extensions: { code: 'BAD_USER_INPUT', field } }]);
  expect(gateway.upstreamCalls()).toEqual([]);
});
