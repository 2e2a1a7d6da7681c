import { managementId, smallWorld } from '../../emulator/world/worlds';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const groupId = 'ca-7c41d09e5b2f4a8390e6';
const recorder = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const idOf = (index: number): string => `20000000000${String(index).padStart(5, '0')}`;

/** A directory whose group has not gathered its last members. Something has changed in each account. */
const worldOf = (count: number, lacking: number) => {
  const base = smallWorld({ management: { recorder } });
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  const [directory] = base.directories ?? [];
  if (directory === undefined) throw new Error('The small world has no directory.');
  return {
    ...base,
    accounts: [
      ...base.accounts,
      ...ids.map((accountId) => ({ accountId, name: `${accountId}@small.example`, displayName: accountId, recorder })),
    ],
    directories: [
      { ...directory, members: ids.map((accountId) => ({ accountId, joinTime: '2025-02-01T00:00:00.000Z' })) },
    ],
    resources: [managementId, ...ids].map((accountId) => ({
      accountId,
      region: 'cn-hangzhou',
      resourceType: 'ACS::ECS::Instance',
      resourceId: `i-${accountId}`,
      changes: [{ at: '2026-06-30T02:00:00.000Z', type: 'DISCOVERED' }],
    })),
    accountGroups: [
      {
        accountGroupId: groupId,
        ownerAccountId: managementId,
        name: 'all',
        type: 'RD' as const,
        createTime: '2025-03-01T00:00:00.000Z',
        lacking: ids.slice(count - lacking),
      },
    ],
  };
};

interface Gap {
  readonly source: string;
  readonly accountId: string | null;
  readonly code: string;
  readonly message: string;
}

let gateway: TestGateway;
afterEach(() => gateway.stop());

/** The accounts of the changes and the gaps of one page. */
const read = async (options: GatewayOptions, scope = '') => {
  gateway = await startGateway(options);
  const { data, errors, cost } = await gateway.ask<{
    configurationChanges: { nodes: { resource: { accountId: string } }[]; gaps: Gap[] };
  }>(`{ configurationChanges(first: 100 ${scope}) {
    nodes { resource { accountId } } gaps { source accountId code message } } }`);
  expect(errors).toBeUndefined();
  const { nodes = [], gaps = [] } = data?.configurationChanges ?? {};
  expect(cost.estimatedCalls).toBeGreaterThanOrEqual(cost.actualCalls);
  return { accounts: nodes.map(({ resource }) => resource.accountId).sort(), gaps };
};

it('reads members that the group of the directory has not gathered by a role', async () => {
  const { accounts, gaps } = await read({ world: worldOf(5, 2) });

  expect(accounts).toEqual([managementId, ...[0, 1, 2, 3, 4].map(idOf)].sort());
  expect(gaps).toEqual([]);
  const lists = gateway.upstreamCalls().filter((action) => action === 'ListDiscoveredResources');
  expect(lists).toHaveLength(6);
});

it('compares no members if the group counts as many as the directory', async () => {
  const { gaps } = await read({ world: worldOf(5, 0) });

  expect(gaps).toEqual([]);
  expect(gateway.upstreamCalls()).not.toContain('GetAggregator');
});

it('names those that no role opens', async () => {
  const { accounts, gaps } = await read({ world: worldOf(3, 1), roles: { memberRole: 'NoSuchRole' } });

  expect(accounts).toEqual([managementId]);
  expect(gaps.find(({ accountId }) => accountId === idOf(2))).toMatchObject({ source: 'ACCOUNT', code: 'FORBIDDEN' });
});

it('reads ten by a role, names a hundred, and says that there are more', async () => {
  const { accounts, gaps } = await read({ world: worldOf(130, 115) });

  expect(accounts).toHaveLength(1 + 15 + 10);
  expect(gaps.filter(({ source, code }) => source === 'ACCOUNT' && code === 'NOT_FOUND')).toHaveLength(100);
  expect(gaps.at(-1)).toEqual({
    source: 'ACCOUNT_GROUP',
    accountId: null,
    code: 'NOT_FOUND',
    message:
      'More accounts of the directory may not be members of its account group. The gateway compares the first 1000 accounts, reads 10 of those that are missing by a role, and names 100. Check the account group in Cloud Config.',
  });
  expect(gaps).toHaveLength(101);
});

it('finds the missing one of a hundred and one members, though the count ends with the first page', async () => {
  gateway = await startGateway({ world: worldOf(101, 1) });
  gateway.emulator.faults.add({ kind: 'wrongCount', action: 'ListAccounts', atMost: 100 });
  const { data } = await gateway.query<{ configurationChanges: { nodes: { resource: { accountId: string } }[] } }>(
    '{ configurationChanges(first: 100) { nodes { resource { accountId } } gaps { code } } }',
  );
  const listed = gateway.upstreamCalls().filter((action) => action === 'ListDiscoveredResources');

  expect(data?.configurationChanges.nodes).toHaveLength(100);
  expect(listed).toHaveLength(4);
});

describe('without roles', () => {
  const options = { world: worldOf(3, 1), memberAccess: 'account-group' } as const;
  const gap = {
    source: 'ACCOUNT',
    accountId: idOf(2),
    code: 'NOT_FOUND',
    message: `Account ${idOf(2)} is not a member of the account group of the whole directory, so its changes are not listed. This deployment reads no account by a role (MEMBER_ACCESS).`,
  };

  it('names the members that the group lacks', async () => {
    const { accounts, gaps } = await read(options);

    expect(accounts).toEqual([managementId, idOf(0), idOf(1)].sort());
    expect(gaps).toEqual([gap]);
    expect(gateway.upstreamCalls()).not.toContain('AssumeRole');
  });

  it.each([
    ['one account', `["${idOf(2)}"]`, []],
    ['several accounts', `["${idOf(1)}", "${idOf(2)}", "${managementId}"]`, [managementId, idOf(1)]],
  ])('names them, too, if the scope is %s', async (_, accountIds, found) => {
    const { accounts, gaps } = await read(options, `scope: { accountIds: ${accountIds} }`);

    expect(accounts).toEqual([...found].sort());
    expect(gaps).toEqual([gap]);
  });
});
