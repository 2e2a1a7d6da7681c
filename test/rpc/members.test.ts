import type { Emulator, WorldDefinition } from '../../src/emulator';
import { createWorld, demoAccounts, demoWorld, startEmulator } from '../../src/emulator';
import { toClientError } from '../../src/errors/ClientError';
import type { RpcError } from '../../src/errors/RpcError';
import {
  DescribeConfigurationRecorder,
  EnrollAccount,
  GetAccount,
  GetCallerIdentity,
  GetEnrolledAccount,
  InitResourceDirectory,
  ListDiscoveredResources,
  PutConfigurationRecorder,
  StartConfigurationRecorder,
} from '../../src/operations';
import type { SharedRpcClient } from '../../src/rpc/client';
import { assumedRoles } from '../../src/rpc/credentials/assumedRoles';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import type { RoleSettings } from '../../src/settings';
import { defaultRoles } from '../../src/settings';
import { waitingTime } from '../support/waitingTime';
import { clientOf, failureOf } from './clients';

const { management, paymentsProduction, sandbox, overseasRetail } = demoAccounts;
const root = { id: 'rootid', secret: 'rootsecret', accountId: management, identity: { type: 'Account' as const } };

let emulator: Emulator;
let wallNow: number;
const clients: SharedRpcClient[] = [];

beforeEach(async () => {
  wallNow = Date.now();
  const demo = demoWorld();
  const world = { ...demo, keys: [...(demo.keys ?? []), root] };
  emulator = await emulatorOf(world);
});
const emulatorOf = (world: WorldDefinition): Promise<Emulator> => {
  const wallClock = () => wallNow;
  return startEmulator({ world: () => createWorld(world, { wallClock }), wallClock, quotas: false });
};
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await emulator.close();
});

/** The client as the gateway makes it. No test takes so long that a session is renewed but by refusal. */
const clientWith = (roles: Partial<RoleSettings> = {}, key = 'testid'): SharedRpcClient => {
  const own = staticKeys(key, emulator.world.accessKey(key)?.secret ?? '');
  const source = assumedRoles({
    own,
    rpc: () => client,
    roles: { ...defaultRoles, ...roles },
    clock: waitingTime,
  });
  const client = clientOf({ origin: emulator.url }, { credentials: source, wallTime: () => wallNow });
  clients.push(client);
  return client;
};

const explained = (error: RpcError) => {
  const { code, message } = toClientError(error, 'en');
  return { code, message };
};
const callerIds = (action: string) =>
  emulator.calls.of(action).map(({ accountId, callerId, code }) => ({ accountId, callerId, code }));

it('opens one session for two hundred reads of a member', async () => {
  const rpc = clientWith();

  const answers = await Promise.all(
    Array.from({ length: 200 }, () => rpc.call(DescribeConfigurationRecorder, {}, { accountId: paymentsProduction })),
  );

  expect(new Set(answers.map(({ ConfigurationRecorder }) => ConfigurationRecorder.AccountId))).toEqual(
    new Set([paymentsProduction]),
  );
  expect(emulator.calls.byAction).toEqual({ AssumeRole: 1, DescribeConfigurationRecorder: 200 });
});

it('opens one new session if an old one has ended, and every read of it arrives', async () => {
  const rpc = clientWith({ sessionSeconds: 900 });
  const read = () => rpc.call(DescribeConfigurationRecorder, {}, { accountId: paymentsProduction });
  await read();
  wallNow += 900_000;
  emulator.calls.clear();

  await Promise.all(Array.from({ length: 20 }, read));

  const codes = emulator.calls.of('DescribeConfigurationRecorder').map(({ code }) => code);
  expect(codes.filter((code) => code === null)).toHaveLength(20);
  expect(new Set(codes)).toEqual(new Set([null, 'InvalidSecurityToken.Expired']));
  expect(emulator.calls.of('AssumeRole')).toHaveLength(1);
});

it.each([
  [
    'that ended',
    () => {
      wallNow += 3_600_000;
    },
  ],
  [
    'that the upstream does not know any more',
    () => {
      emulator.reset();
    },
  ],
])('sends a write once more with a new session after one %s, and takes effect once', async (_, end) => {
  const rpc = clientWith();
  await rpc.call(DescribeConfigurationRecorder, {}, { accountId: paymentsProduction });
  end();

  await rpc.call(
    PutConfigurationRecorder,
    { ResourceTypes: ['ACS::ECS::Instance'] },
    { accountId: paymentsProduction },
  );

  expect(emulator.calls.effects()).toEqual([`recorder of account ${paymentsProduction} set to 1 resource types`]);
});

it('gives up if the new session is refused, too', async () => {
  const rpc = clientWith();
  await rpc.call(DescribeConfigurationRecorder, {}, { accountId: paymentsProduction });
  const { sessions } = emulator.world;
  const get = sessions.get.bind(sessions);
  sessions.get = (id) => {
    const key = get(id);
    return key && { ...key, active: false };
  };
  emulator.calls.clear();

  const error = await failureOf(rpc.call(StartConfigurationRecorder, {}, { accountId: paymentsProduction }));

  expect(error).toMatchObject({ kind: 'AUTH', code: 'InvalidAccessKeyId.Inactive' });
  expect(emulator.calls.byAction).toEqual({ StartConfigurationRecorder: 2, AssumeRole: 1 });
});

it('does not send again what own keys are refused for: there are no others', async () => {
  const rpc = clientWith({}, 'nobody');

  const error = await failureOf(rpc.call(GetCallerIdentity, {}));

  expect(error.code).toBe('InvalidAccessKeyId.NotFound');
  expect(emulator.calls.total).toBe(1);
});

it('asks once for a role that is not there, however many fields want it', async () => {
  const rpc = clientWith();
  const read = () => failureOf(rpc.call(DescribeConfigurationRecorder, {}, { accountId: overseasRetail }));

  const failures = [...(await Promise.all(Array.from({ length: 20 }, read))), await read()];

  expect(new Set(failures.map(({ action, code }) => `${action} ${code ?? ''}`))).toEqual(
    new Set(['AssumeRole EntityNotExist.Role']),
  );
  expect(emulator.calls.byAction).toEqual({ AssumeRole: 1 });
});

it('says that root keys cannot assume roles, whatever the role', async () => {
  const rpc = clientWith({}, 'rootid');

  const error = await failureOf(rpc.call(DescribeConfigurationRecorder, {}, { accountId: sandbox }));

  expect(explained(error)).toEqual({
    code: 'FORBIDDEN',
    message: `The role “ResourceDirectoryAccountAccessRole” in account ${sandbox} cannot be assumed: the gateway’s credentials are a root key, and root keys cannot assume roles. Give the gateway a RAM user or a role.`,
  });
  expect(toClientError(error, 'zh').message).toBe(
    `无法扮演账号 ${sandbox} 中的角色“ResourceDirectoryAccountAccessRole”：网关使用的是主账号密钥，而主账号密钥不能扮演角色。请为网关提供 RAM 用户或角色的凭证。`,
  );
  await expect(rpc.call(GetCallerIdentity, {})).resolves.toMatchObject({ IdentityType: 'Account' });
});

it('reads members by one role and writes to their recorders by another, with other names if they have them', async () => {
  const rpc = clientWith({
    memberRole: 'GovernanceReader',
    memberWriteRole: 'GovernanceRecorder',
    memberRoleOverrides: new Map([[overseasRetail, 'Elsewhere']]),
    memberWriteRoleOverrides: new Map([[paymentsProduction, 'GovernanceReader']]),
  });

  await rpc.call(StartConfigurationRecorder, {}, { accountId: sandbox });
  await rpc.call(DescribeConfigurationRecorder, {}, { accountId: sandbox });
  const overridden = await failureOf(rpc.call(DescribeConfigurationRecorder, {}, { accountId: overseasRetail }));
  const denied = await failureOf(rpc.call(StartConfigurationRecorder, {}, { accountId: paymentsProduction }));

  expect(emulator.calls.effects()).toEqual([
    `service-linked role of account ${sandbox} created, recorder of account ${sandbox} started`,
  ]);
  expect(explained(overridden).message).toMatch(
    /^The role “Elsewhere” in account 1203377514980266 cannot be assumed: /,
  );
  expect(denied).toMatchObject({ action: 'StartConfigurationRecorder', code: 'NoPermission', kind: 'CLIENT' });
  expect(explained(denied)).toEqual({
    code: 'FORBIDDEN',
    message: `The role “GovernanceReader” in account ${paymentsProduction} does not allow config:StartConfigurationRecorder. Add this action to its policy. If sessions have their own policy, add it there, too.`,
  });
});

it('acts by the roles that are named for the own account, and by the own credentials if none is', async () => {
  const arn = (name: string) => `acs:ram::${management}:role/${name}`;
  const rpc = clientWith({
    directoryRoleArn: arn('GovernanceDirectoryReader'),
    directoryWriteRoleArn: arn('GovernanceDirectoryReader'),
    enrollmentRoleArn: arn('GovernanceEnroller'),
    recorderRoleArn: arn('GovernanceEnroller'),
    sessionName: 'night-shift',
  });

  await rpc.call(GetAccount, { AccountId: sandbox });
  await rpc.call(GetEnrolledAccount, { AccountUid: paymentsProduction });
  await rpc.call(EnrollAccount, { AccountUid: sandbox });
  await rpc.call(DescribeConfigurationRecorder, {});
  const failures = [
    await failureOf(rpc.call(InitResourceDirectory, {})),
    await failureOf(rpc.call(StartConfigurationRecorder, {})),
  ];

  expect(failures.map(({ code }) => code)).toEqual(['Forbidden.RAM', 'NoPermission']);
  const directory = callerIds('GetAccount')[0]?.callerId;
  expect(directory).toMatch(/^2\d{17}:night-shift$/);
  expect(callerIds('GetEnrolledAccount')).toEqual([{ accountId: management, callerId: directory, code: null }]);
  expect(callerIds('InitResourceDirectory')[0]?.callerId).toBe(directory);
  const enroller = callerIds('EnrollAccount')[0]?.callerId;
  expect(enroller).toMatch(/^2\d{17}:night-shift$/);
  expect(enroller).not.toBe(directory);
  expect(callerIds('StartConfigurationRecorder')[0]?.callerId).toBe(enroller);
  expect(callerIds('DescribeConfigurationRecorder')[0]?.callerId).toMatch(/^2\d{17}$/);
  expect(emulator.calls.of('AssumeRole')).toHaveLength(2);
});

it('brings the external id, and narrows sessions by their policy', async () => {
  const administrator = clientWith();
  const { AccountId } = await administrator.call(GetCallerIdentity, {}, { accountId: demoAccounts.securityAudit });
  const sessionPolicy = JSON.stringify({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'config:Describe*', Resource: '*' }],
  });
  const narrowed = clientWith({ sessionPolicy });
  const target = { accountId: paymentsProduction };

  await narrowed.call(DescribeConfigurationRecorder, {}, target);
  const denied = await failureOf(narrowed.call(ListDiscoveredResources, { PageNumber: 1, PageSize: 10 }, target));
  const wrong = await failureOf(
    clientWith({ memberRole: 'SecurityAuditReader', externalId: 'no-such-word' }).call(
      DescribeConfigurationRecorder,
      {},
      target,
    ),
  );

  expect(AccountId).toBe(demoAccounts.securityAudit);
  expect(denied.code).toBe('NoPermission');
  expect(wrong).toMatchObject({ action: 'AssumeRole', code: 'NoPermission' });
  expect(JSON.stringify(explained(wrong)) + wrong.message).not.toContain('no-such-word');
});

describe('in a single account', () => {
  const { paymentsTest } = demoAccounts;
  const roleOf = (accountId: string, terms: { externalId?: string; maxSessionSeconds?: number }) => ({
    accountId,
    name: 'Guarded',
    trusts: [management],
    allowed: ['config:*'],
    ...terms,
  });

  beforeEach(async () => {
    await emulator.close();
    const roles = [
      roleOf(sandbox, { externalId: 'lotus,valley', maxSessionSeconds: 7200 }),
      roleOf(paymentsProduction, { externalId: 'a=b' }),
      roleOf(paymentsTest, { maxSessionSeconds: 7200 }),
      roleOf(management, { externalId: 'home' }),
    ];
    emulator = await emulatorOf({ ...demoWorld(), roles });
  });

  const guarded = { memberRole: 'Guarded', memberWriteRole: 'Guarded' };

  it('brings the external id of that account, for reading and for writing, and elsewhere that of all', async () => {
    const rpc = clientWith({
      ...guarded,
      externalId: 'lotus,valley',
      externalIdOverrides: new Map([
        [paymentsProduction, 'a=b'],
        [management, 'home'],
      ]),
      recorderRoleArn: `acs:ram::${management}:role/Guarded`,
    });
    const startIn = (accountId: string) => rpc.call(StartConfigurationRecorder, {}, { accountId });

    await Promise.all([startIn(sandbox), startIn(paymentsProduction), startIn(paymentsTest)]);
    await rpc.call(DescribeConfigurationRecorder, {}, { accountId: paymentsProduction });
    await rpc.call(StartConfigurationRecorder, {});

    expect(callerIds('AssumeRole').map(({ code }) => code)).toEqual([null, null, null, null]);
  });

  it('is refused with the external id of all, and says neither that one nor its own', async () => {
    const ids = { externalId: 'lotus,valley', externalIdOverrides: new Map([[sandbox, 'secret-of-sandbox']]) };
    const rpc = clientWith({ ...guarded, ...ids });

    const failures = [
      await failureOf(rpc.call(DescribeConfigurationRecorder, {}, { accountId: sandbox })),
      await failureOf(rpc.call(DescribeConfigurationRecorder, {}, { accountId: paymentsProduction })),
    ];

    expect(failures.map(({ code }) => code)).toEqual(['NoPermission', 'NoPermission']);
    expect(JSON.stringify(failures.map((error) => [explained(error), error.message]))).not.toMatch(/secret-of|lotus,/);
  });

  it('opens sessions no longer than its role allows, if all others may be longer', async () => {
    const longer = { ...guarded, externalId: 'a=b', sessionSeconds: 7200 };
    const [allAlike, butOne] = [
      clientWith(longer),
      clientWith({ ...longer, sessionSecondsOverrides: new Map([[paymentsProduction, 3600]]) }),
    ];
    const readIn = (accountId: string, rpc = butOne) => rpc.call(DescribeConfigurationRecorder, {}, { accountId });

    expect(await failureOf(readIn(paymentsProduction, allAlike))).toMatchObject({
      action: 'AssumeRole',
      code: 'InvalidParameter.DurationSeconds',
    });
    await Promise.all([readIn(paymentsProduction), readIn(paymentsTest)]);
    wallNow += 3_600_000;
    emulator.calls.clear();
    await Promise.all([readIn(paymentsProduction), readIn(paymentsTest)]);

    // The longer one is still good.
    expect(callerIds('DescribeConfigurationRecorder').filter(({ code }) => code !== null)).toHaveLength(1);
    expect(emulator.calls.of('AssumeRole')).toHaveLength(1);
  });
});

it('narrows sessions for writing by a policy of their own, even if the role is that for reading', async () => {
  const policy = (Action: string) =>
    JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  const reading = policy('config:Describe*');
  const target = { accountId: paymentsProduction };
  const types = { ResourceTypes: ['ACS::ECS::Instance'] };
  const one = clientWith({ sessionPolicy: reading, writeSessionPolicy: reading });
  const two = clientWith({ sessionPolicy: reading, writeSessionPolicy: policy('config:Put*') });

  await one.call(DescribeConfigurationRecorder, {}, target);
  const denied = await failureOf(one.call(PutConfigurationRecorder, types, target));
  expect(denied.code).toBe('NoPermission');
  expect(emulator.calls.of('AssumeRole')).toHaveLength(1);

  await two.call(DescribeConfigurationRecorder, {}, target);
  await two.call(PutConfigurationRecorder, types, target);
  expect(emulator.calls.effects()).toEqual([`recorder of account ${paymentsProduction} set to 1 resource types`]);
  expect(emulator.calls.of('AssumeRole')).toHaveLength(3);
});
