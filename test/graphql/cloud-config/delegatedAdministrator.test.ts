import { demoAccounts, demoWorld } from '../../../src/emulator';
import { startGateway } from '../../support/startGateway';

it('has its resources listed for a delegated administrator; the end of the list says that the management account is not read', async () => {
  const auditor = { id: 'auditor', secret: 'auditorsecret', accountId: demoAccounts.securityAudit };
  const demo = demoWorld();
  const group = {
    accountGroupId: 'ca-ofauditor',
    name: 'all',
    type: 'RD' as const,
    ownerAccountId: demoAccounts.securityAudit,
    createTime: '2025-01-01T00:00:00Z',
  };
  const world = { ...demo, keys: [auditor], accountGroups: [group] };
  const roles = { memberRole: 'SecurityAuditReader', externalId: 'lotus-valley-audit' };
  const gateway = await startGateway({ world, accessKeyId: 'auditor', accessKeySecret: 'auditorsecret', roles });

  const document = `query ($after: String) {
    cloudResources(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { accountId } }
  }`;
  interface All {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly accountId: string }[];
  }

  const first = await gateway.query<{ cloudResources: All }>(document);
  const after = first.data?.cloudResources.pageInfo.endCursor;
  const next = await gateway.query(document, { after });
  await gateway.stop();

  const { accountGroups, resources } = demo;
  expect(accountGroups).not.toEqual([]);
  const ofMembers = (resources ?? []).map((one) => one.accountId).filter((id) => id !== demoAccounts.management);
  expect(first).toMatchObject({ data: { cloudResources: { totalCount: null, pageInfo: { hasNextPage: true } } } });
  expect(first.data?.cloudResources.nodes.map((one) => one.accountId).sort()).toEqual(ofMembers.sort());
  expect(next).toMatchObject({
    data: { cloudResources: null },
    errors: [{ extensions: { code: 'FORBIDDEN', accountId: demoAccounts.management } }],
  });
});
