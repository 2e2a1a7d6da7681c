import type { Emulator } from '../../../src/emulator/emulator';
import { startEmulator } from '../../../src/emulator/emulator';
import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { demoAccounts } from '../../../src/emulator/world/demo/company';
import { generatedWorld } from '../../../src/emulator/world/population/generatedWorld';
import {
  AssumeRole,
  DescribeConfigurationRecorder,
  GetAccount,
  GetCallerIdentity,
  ListAccounts,
  StartConfigurationRecorder,
} from '../../../src/operations';
import type { RequestOf } from '../../../src/operations/operation';
import type { SharedRpcClient } from '../../../src/rpc/client';
import type { Credentials } from '../../../src/rpc/credentials/credentials';
import { staticKeys } from '../../../src/rpc/credentials/staticKeys';
import { clientOf, failureOf } from '../../rpc/clients';
import { managementId, memberId, outsiderId, smallWorld } from '../world/worlds';

let emulator: Emulator;
let wallNow: number;
const clients: SharedRpcClient[] = [];

const start = async (world: string | WorldDefinition, accounts?: number): Promise<void> => {
  wallNow = Date.now();
  const wallClock = () => wallNow;
  emulator = await startEmulator({
    world: () => createWorld(world, { wallClock, accounts }),
    wallClock,
    quotas: false,
  });
};
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await emulator.close();
});

/** The real client, with the keys of a world or of a session. */
const as = ({ accessKeyId, accessKeySecret, securityToken }: Credentials): SharedRpcClient => {
  const credentials = staticKeys(accessKeyId, accessKeySecret, securityToken);
  const client = clientOf({ origin: emulator.url }, { credentials, wallTime: () => wallNow });
  clients.push(client);
  return client;
};
const asKey = (accessKeyId = 'testid'): SharedRpcClient =>
  as({ accessKeyId, accessKeySecret: emulator.world.accessKey(accessKeyId)?.secret ?? '' });

const arnOf = (accountId: string, name = 'ResourceDirectoryAccountAccessRole') => `acs:ram::${accountId}:role/${name}`;

type Order = Partial<RequestOf<typeof AssumeRole>>;
const assume = (rpc: SharedRpcClient, RoleArn: string, order: Order = {}) =>
  rpc.call(AssumeRole, { RoleArn, RoleSessionName: 'gateway', ...order });

const session = async (RoleArn: string, order: Order = {}, rpc = asKey()): Promise<SharedRpcClient> => {
  const { Credentials: keys } = await assume(rpc, RoleArn, order);
  return as({
    accessKeyId: keys.AccessKeyId,
    accessKeySecret: keys.AccessKeySecret,
    securityToken: keys.SecurityToken,
  });
};

it('gives the management account a session in a member, which acts there', async () => {
  await start('demo');
  const { sandbox } = demoAccounts;

  const { AssumedRoleUser, Credentials: keys } = await assume(asKey(), arnOf(sandbox));
  const rpc = await session(arnOf(sandbox));
  await rpc.call(StartConfigurationRecorder, {});
  const { Arn, AccountId, IdentityType } = await rpc.call(GetCallerIdentity, {});

  expect(AssumedRoleUser).toEqual({
    AssumedRoleId: expect.stringMatching(/^2\d{17}:gateway$/) as string,
    Arn: `acs:ram::${sandbox}:role/ResourceDirectoryAccountAccessRole/gateway`,
  });
  expect(keys.AccessKeyId).toMatch(/^STS\./);
  expect(keys.Expiration).toBe(`${new Date(wallNow + 3_600_000).toISOString().slice(0, 19)}Z`);
  expect({ Arn, AccountId, IdentityType }).toEqual({
    Arn: `acs:ram::${sandbox}:assumed-role/ResourceDirectoryAccountAccessRole/gateway`,
    AccountId: sandbox,
    IdentityType: 'AssumedRoleUser',
  });
  expect(emulator.calls.effects()).toEqual([
    `service-linked role of account ${sandbox} created, recorder of account ${sandbox} started`,
  ]);
});

it('ends a session by wall time, says so, and refuses another’s token', async () => {
  await start(smallWorld());
  const { Credentials: keys } = await assume(asKey(), arnOf(memberId), { DurationSeconds: 900 });
  const { Credentials: others } = await assume(asKey(), arnOf(memberId));
  const pair = { accessKeyId: keys.AccessKeyId, accessKeySecret: keys.AccessKeySecret };
  const rpc = as({ ...pair, securityToken: keys.SecurityToken });

  wallNow += 899_000;
  await rpc.call(GetCallerIdentity, {});
  const mixed = await failureOf(as({ ...pair, securityToken: others.SecurityToken }).call(GetCallerIdentity, {}));
  const bare = await failureOf(as(pair).call(GetCallerIdentity, {}));
  wallNow += 1000;
  const expired = await failureOf(rpc.call(GetCallerIdentity, {}));

  expect([mixed, bare, expired].map(({ kind, code }) => [kind, code])).toEqual([
    ['AUTH', 'InvalidSecurityToken.MismatchWithAccessKey'],
    ['AUTH', 'MissingSecurityToken'],
    ['AUTH', 'InvalidSecurityToken.Expired'],
  ]);
});

it('lets a role do what it allows and nothing else, in the words of each product', async () => {
  await start('demo');
  const rpc = await session(arnOf(demoAccounts.paymentsProduction, 'GovernanceReader'));

  await rpc.call(DescribeConfigurationRecorder, {});
  const failures = await Promise.all([
    failureOf(rpc.call(StartConfigurationRecorder, {})),
    failureOf(rpc.call(GetAccount, { AccountId: demoAccounts.sandbox })),
    failureOf(assume(rpc, arnOf(demoAccounts.sandbox))),
  ]);

  expect(failures.map(({ action, httpStatus, code }) => [action, httpStatus, code])).toEqual([
    ['StartConfigurationRecorder', 400, 'NoPermission'],
    ['GetAccount', 403, 'Forbidden.RAM'],
    ['AssumeRole', 403, 'NoPermission'],
  ]);
});

it('narrows a session by its policy, and never widens the role', async () => {
  await start('demo');
  const policy = (...statements: object[]) => JSON.stringify({ Version: '1', Statement: statements });
  const allow = (Action: string | string[]) => ({ Effect: 'Allow', Action, Resource: '*' });
  const member = demoAccounts.sandbox;
  const maySee = async (role: string, Policy: string) => {
    const rpc = await session(arnOf(member, role), { Policy });
    const start = rpc.call(StartConfigurationRecorder, {});
    const started = await start.then(() => true).catch(() => false);
    const read = rpc.call(DescribeConfigurationRecorder, {});
    return { started, read: await read.then(() => true).catch(() => false) };
  };

  expect(await maySee('GovernanceReader', policy(allow('*')))).toEqual({ started: false, read: false });
  expect(
    await maySee(
      'ResourceDirectoryAccountAccessRole',
      policy(allow(['config:*']), { Effect: 'Deny', Action: 'config:Describe*', Resource: '*' }),
    ),
  ).toEqual({ started: true, read: false });
  expect(await maySee('ResourceDirectoryAccountAccessRole', policy(allow('config:Describe*')))).toEqual({
    started: false,
    read: true,
  });
  expect(
    await maySee(
      'ResourceDirectoryAccountAccessRole',
      policy({ Effect: 'Allow', NotAction: ['config:Describe*'], Resource: '*' }),
    ),
  ).toEqual({ started: false, read: false });
});

it('refuses whom a role does not trust, who lacks its external id, and root keys', async () => {
  const role = {
    accountId: memberId,
    name: 'audit',
    trusts: [outsiderId],
    externalId: 'word',
    maxSessionSeconds: 43_200,
  };
  await start(
    smallWorld({
      roles: [role],
      keys: [
        ...(smallWorld().keys ?? []),
        { id: 'rootid', secret: 'rootsecret', accountId: managementId, identity: { type: 'Account' } },
        {
          id: 'deniedid',
          secret: 'deniedsecret',
          accountId: managementId,
          identity: { type: 'RAMUser', name: 'd' },
          denied: ['sts:AssumeRole'],
        },
      ],
    }),
  );
  const audit = arnOf(memberId, 'AUDIT');
  const ExternalId = 'word';

  const refusals = await Promise.all([
    failureOf(assume(asKey(), audit, { ExternalId })),
    failureOf(assume(asKey('outsiderid'), audit)),
    failureOf(assume(asKey('outsiderid'), audit, { ExternalId: 'drow' })),
    failureOf(assume(asKey('rootid'), arnOf(memberId))),
    failureOf(assume(asKey('deniedid'), arnOf(memberId))),
    failureOf(assume(asKey(), arnOf(outsiderId))),
  ]);
  const { Credentials: keys } = await assume(asKey('outsiderid'), audit, { ExternalId, DurationSeconds: 43_200 });

  expect(refusals.map(({ httpStatus, code }) => [httpStatus, code])).toEqual([
    ...Array<unknown>(5).fill([403, 'NoPermission']),
    [404, 'EntityNotExist.Role'],
  ]);
  expect(keys.AccessKeyId).toMatch(/^STS\./);
});

it('has no role in a member that lacks it, was removed or closed, and lets nobody into a suspended one', async () => {
  await start('demo');
  const { overseasRetail, legacyShop, machineLearning } = demoAccounts;

  const codes = await Promise.all(
    [overseasRetail, legacyShop, machineLearning].map(async (id) => (await failureOf(assume(asKey(), arnOf(id)))).code),
  );

  expect(codes).toEqual(['EntityNotExist.Role', 'EntityNotExist.Role', 'NoPermission']);
});

it('lets one in twenty members of a generated directory lack its roles', async () => {
  const size = 40;
  await start('demo', size);
  const { accountId } = generatedWorld(size);
  const rpc = asKey();

  const lacking = await Promise.all(
    Array.from({ length: size + 1 }, async (_, index) => {
      const failed = await assume(rpc, arnOf(accountId(index), 'GovernanceReader')).catch((error: unknown) => error);
      return failed instanceof Error ? [index] : [];
    }),
  );

  // 3 is suspended, 40 was removed.
  expect(lacking.flat()).toEqual([3, 13, 33, 40]);
});

it('lets a delegated administrator read the directory, and roles may trust it', async () => {
  await start('demo');
  const keys = await session(arnOf(demoAccounts.securityAudit));

  const { TotalCount } = await keys.call(ListAccounts, {});
  const { Account } = await keys.call(GetAccount, { AccountId: demoAccounts.sandbox });
  const reader = await session(
    arnOf(demoAccounts.paymentsProduction, 'SecurityAuditReader'),
    { ExternalId: 'lotus-valley-audit' },
    keys,
  );
  const { ConfigurationRecorder } = await reader.call(DescribeConfigurationRecorder, {});
  const other = await session(arnOf(demoAccounts.sandbox));
  const refused = await failureOf(other.call(ListAccounts, {}));

  expect(TotalCount).toBe(12);
  expect(Account.AccountId).toBe(demoAccounts.sandbox);
  expect(ConfigurationRecorder.ConfigurationRecorderStatus).toBe('REGISTERED');
  expect(refused.code).toBe('EntityNotExists.ResourceDirectory');
});

it('remembers no session after a reset', async () => {
  await start('demo');
  const rpc = await session(arnOf(demoAccounts.sandbox));
  emulator.reset();

  expect((await failureOf(rpc.call(GetCallerIdentity, {}))).code).toBe('InvalidAccessKeyId.NotFound');
});
