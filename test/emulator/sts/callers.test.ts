import { startCloud } from '../world/startCloud';
import type { TestCloud } from '../world/startCloud';
import { managementId, memberId, smallWorld } from '../world/worlds';

let cloud: TestCloud;
afterEach(() => cloud.close());

it.each(['demo', 'fresh', 'documents'])('knows testid and memberid as RAM users in %s', async (world) => {
  cloud = await startCloud(world);

  const callers = [await cloud.call('GetCallerIdentity'), await cloud.call('GetCallerIdentity', {}, 'memberid')];

  const types = callers.map(({ answer }) => answer?.IdentityType);
  const principals = new Set(callers.map(({ answer }) => answer?.PrincipalId));
  expect(types).toEqual(['RAMUser', 'RAMUser']);
  expect(principals.size).toBe(2);
});

it('distinguishes a root key, a RAM user and a role session', async () => {
  cloud = await startCloud(
    smallWorld({
      keys: [
        { id: 'testid', secret: 'testsecret', accountId: managementId, identity: { type: 'Account' } },
        { id: 'user', secret: 's', accountId: memberId, identity: { type: 'RAMUser', name: 'zhang', userId: '27' } },
        {
          id: 'role',
          secret: 's',
          accountId: memberId,
          identity: { type: 'AssumedRoleUser', role: 'reader', session: 'gateway' },
        },
      ],
    }),
  );

  const identities: Record<string, unknown>[] = [];
  for (const key of ['testid', 'user', 'role']) {
    const { answer } = await cloud.call('GetCallerIdentity', {}, key);
    identities.push({ ...answer, RequestId: undefined });
  }

  const roleId = String(identities[2]?.RoleId);
  expect(identities).toEqual([
    {
      IdentityType: 'Account',
      AccountId: managementId,
      PrincipalId: managementId,
      UserId: managementId,
      Arn: `acs:ram::${managementId}:root`,
    },
    {
      IdentityType: 'RAMUser',
      AccountId: memberId,
      PrincipalId: '27',
      UserId: '27',
      Arn: `acs:ram::${memberId}:user/zhang`,
    },
    {
      IdentityType: 'AssumedRoleUser',
      AccountId: memberId,
      PrincipalId: `${roleId}:gateway`,
      RoleId: roleId,
      Arn: `acs:ram::${memberId}:assumed-role/reader/gateway`,
    },
  ]);
});
