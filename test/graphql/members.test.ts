import { demoAccounts, demoResources as resourcesOfDemo, demoWorld, generatedWorld } from '../../src/emulator';
import type { RamPolicy } from '../../src/ram/policyDocument';
import { policyFor } from '../../src/tools/ramPolicy';
import { actionNow, cloudConfigVersion } from '../support/cloudConfigVersion';
import type { GatewayOptions, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

const { paymentsProduction, sandbox, overseasRetail, machineLearning, legacyShop, marketing } = demoAccounts;

const gateways: TestGateway[] = [];
const start = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const gateway = await startGateway(options);
  gateways.push(gateway);
  return gateway;
};
afterEach(() => Promise.all(gateways.splice(0).map((gateway) => gateway.stop())));

const noRole = (accountId: string, role = 'ResourceDirectoryAccountAccessRole') =>
  `The role “${role}” in account ${accountId} cannot be assumed: the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.`;
const notTrusted = (accountId: string) =>
  `The role “ResourceDirectoryAccountAccessRole” in account ${accountId} cannot be assumed: it does not trust the gateway’s credentials or requires another external ID, the credentials lack sts:AssumeRole, or the account is suspended.`;

describe('a member', () => {
  const ofAccount = `
    accountId
    configurationRecorder { accountId status resourceTypes }
    resources(first: 100) { nodes { id resourceName availabilityZone configuration configurationTimeline { nodes { capturedAt } } } }
    byType: resourceCounts(by: RESOURCE_TYPE) { name count }
    byRegion: resourceCounts(by: REGION) { name count }`;
  const resource = resourcesOfDemo().find(({ accountId }) => accountId === paymentsProduction);
  const { region = '', resourceType = '', resourceId = '' } = resource ?? {};
  const key = { region, resourceType, resourceId };

  it('is read by its role as it reads itself', async () => {
    const [management, member] = [
      await start(),
      await start({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' }),
    ];
    const byKey = `query ($accountId: ID, $key: CloudResourceKeyInput!) {
      configurationRecorder(accountId: $accountId) { id status rawStatus resourceTypes }
      cloudResource(key: $key) { id resourceName tags { key value } deleted configuration }
      configurationTimeline(resource: $key, between: { from: "2023-01-01T00:00:00Z" }) { nodes { capturedAt rawDiff } }
    }`;

    const theirs = await management.query(`{ account(accountId: "${paymentsProduction}") { ${ofAccount} } }`);
    const own = await member.query(`{ account: currentAccount { ${ofAccount} } }`);
    const theirsByKey = await management.query(byKey, {
      accountId: paymentsProduction,
      key: { ...key, accountId: paymentsProduction },
    });
    const ownByKey = await member.query(byKey, { key });

    expect(theirs.errors).toBeUndefined();
    expect(theirs).toEqual(own);
    expect(JSON.stringify(own)).toContain('capturedAt');
    expect(theirsByKey.errors).toBeUndefined();
    expect(theirsByKey).toEqual(ownByKey);
    expect(theirsByKey.data).toMatchObject({
      configurationTimeline: { nodes: expect.arrayContaining([expect.anything()]) as object[] },
    });
    expect(management.emulator.calls.of('AssumeRole')).toHaveLength(1);
  });

  it('is read in full by a role with the policy that is printed for it', async () => {
    const { Statement } = policyFor(['member-reader', '--cloud-config', cloudConfigVersion]) as RamPolicy;
    const role = {
      accountId: paymentsProduction,
      name: 'Printed',
      trusts: [demoAccounts.management],
      allowed: Statement.flatMap(({ Action }) => Action),
    };
    const demo = demoWorld();
    const gateway = await start({
      world: { ...demo, roles: [...(demo.roles ?? []), role] },
      roles: { memberRole: 'Printed' },
    });

    const { data, errors } = await gateway.query(`{ account(accountId: "${paymentsProduction}") { ${ofAccount} } }`);

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('capturedAt');
  });

  it('is found by the ids and entity keys of what it has, each of its own account', async () => {
    const gateway = await start();
    const id = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const resourceKey = { accountId: paymentsProduction, ...key };

    const answer = await gateway.query(
      `query ($ids: [ID!]!, $keys: [_Any!]!) {
        nodes(ids: $ids) { ... on ConfigurationRecorder { accountId status } ... on CloudResource { accountId resourceId } }
        _entities(representations: $keys) { ... on ConfigurationRecorder { accountId status } ... on CloudResource { accountId resourceId } }
      }`,
      {
        ids: [
          id('ConfigurationRecorder', paymentsProduction),
          id('ConfigurationRecorder', sandbox),
          id('CloudResource', paymentsProduction, region, resourceType, resourceId),
        ],
        keys: [
          { __typename: 'ConfigurationRecorder', accountId: paymentsProduction },
          { __typename: 'ConfigurationRecorder', accountId: sandbox },
          { __typename: 'CloudResource', ...resourceKey },
        ],
      },
    );

    const found = [
      { accountId: paymentsProduction, status: 'REGISTERED' },
      { accountId: sandbox, status: 'NOT_ACTIVATED' },
      { accountId: paymentsProduction, resourceId },
    ];
    expect(answer).toEqual({ data: { nodes: found, _entities: found } });
  });

  it('has its own answer for a resource that another account has under the same key', async () => {
    const gateway = await start();
    const keyIn = (accountId: string) => ({ accountId, ...key });

    const { data, errors } = await gateway.query(
      `query ($one: CloudResourceKeyInput!, $other: CloudResourceKeyInput!) {
        one: cloudResource(key: $one) { accountId }
        other: cloudResource(key: $other) { accountId }
        ofOne: configurationTimeline(resource: $one, between: { from: "2023-01-01T00:00:00Z" }) { nodes { eventType } }
        ofOther: configurationTimeline(resource: $other, between: { from: "2023-01-01T00:00:00Z" }) { nodes { eventType } }
      }`,
      { one: keyIn(paymentsProduction), other: keyIn(marketing) },
    );

    expect(errors).toMatchObject([{ path: ['ofOther'], extensions: { code: 'NOT_FOUND' } }]);
    expect(data).toEqual({
      one: { accountId: paymentsProduction },
      other: null,
      ofOne: { nodes: expect.arrayContaining([expect.anything()]) as object[] },
      ofOther: null,
    });
  });

  it('has its recorder started and updated by a role of its own', async () => {
    const gateway = await start({ roles: { memberRole: 'GovernanceReader', memberWriteRole: 'GovernanceRecorder' } });

    const started = await gateway.query(
      `mutation { startConfigurationRecorder(input: { accountId: "${sandbox}" }) { outcome errors { message } configurationRecorder { accountId status } } }`,
    );
    gateway.emulator.world.clock.advance(5 * 60_000);
    const updated = await gateway.query(
      `mutation { updateConfigurationRecorder(input: { accountId: "${sandbox}", resourceTypes: ["ACS::ECS::Instance"] }) { outcome errors { message } configurationRecorder { accountId status } } }`,
    );

    expect(started).toEqual({
      data: {
        startConfigurationRecorder: {
          outcome: 'IN_PROGRESS',
          errors: [],
          configurationRecorder: { accountId: sandbox, status: 'BUILDING' },
        },
      },
    });
    expect(updated).toEqual({
      data: {
        updateConfigurationRecorder: {
          outcome: 'IN_PROGRESS',
          errors: [],
          configurationRecorder: { accountId: sandbox, status: 'REBUILDING' },
        },
      },
    });
    expect(gateway.emulator.calls.effects()).toHaveLength(2);
  });

  it('is not written to by a role that may only read: the outcome is REJECTED, and says what is missing', async () => {
    const gateway = await start({ roles: { memberRole: 'GovernanceReader', memberWriteRole: 'GovernanceReader' } });

    const answer = await gateway.query(
      `mutation { startConfigurationRecorder(input: { accountId: "${sandbox}" }) { outcome errors { code message upstreamCode } configurationRecorder { status } } }`,
    );

    expect(answer).toEqual({
      data: {
        startConfigurationRecorder: {
          outcome: 'REJECTED',
          errors: [
            {
              code: 'FORBIDDEN',
              message: `The role “GovernanceReader” in account ${sandbox} does not allow config:StartConfigurationRecorder. Add this action to its policy. If sessions have their own policy, add it there, too.`,
              upstreamCode: 'NoPermission',
            },
          ],
          configurationRecorder: null,
        },
      },
    });
    expect(gateway.emulator.calls.effects()).toEqual([]);
  });
});

describe('a member that cannot be read', () => {
  const recorderOf = (accountId: string) =>
    `{ configurationRecorder(accountId: "${accountId}") { status } other: configurationRecorder(accountId: "${paymentsProduction}") { status } }`;

  it.each([
    ['lacks the role', overseasRetail, 'EntityNotExist.Role', noRole(overseasRetail)],
    ['is suspended', machineLearning, 'NoPermission', notTrusted(machineLearning)],
    ['was removed', legacyShop, 'EntityNotExist.Role', noRole(legacyShop)],
    ['is unknown', '1999999999999999', 'EntityNotExist.Role', noRole('1999999999999999')],
    [
      'can be none',
      '7',
      'InvalidParameter.RoleArn',
      'The role “ResourceDirectoryAccountAccessRole” in account 7 cannot be assumed. The account ID or the role name is malformed.',
      'BAD_USER_INPUT',
    ],
  ])(
    'since it %s nulls its own field, with its own error',
    async (_, accountId, upstreamCode, message, code = 'FORBIDDEN') => {
      const gateway = await start();

      const { data, errors } = await gateway.query(recorderOf(accountId));

      expect(data).toEqual({ configurationRecorder: null, other: { status: 'REGISTERED' } });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]).toMatchObject({
        message,
        path: ['configurationRecorder'],
        extensions: { code, retryable: false, upstream: { code: upstreamCode, action: 'AssumeRole' } },
      });
    },
  );

  it('since its role does not allow it names the action to allow, in both languages', async () => {
    const gateway = await start({ roles: { memberRoleOverrides: new Map([[marketing, 'GovernanceRecorder']]) } });
    const ask = (language: string) => gateway.query(recorderOf(marketing), {}, { 'accept-language': language });

    const [english, chinese] = [await ask('en'), await ask('zh')];

    expect(english.data).toEqual({ configurationRecorder: null, other: { status: 'REGISTERED' } });
    expect(english.errors).toMatchObject([
      {
        message: `The role “GovernanceRecorder” in account ${marketing} does not allow config:${actionNow('DescribeConfigurationRecorder')}. Add this action to its policy. If sessions have their own policy, add it there, too.`,
        extensions: {
          code: 'FORBIDDEN',
          upstream: { code: 'NoPermission', action: actionNow('DescribeConfigurationRecorder') },
        },
      },
    ]);
    expect(chinese.errors).toMatchObject([
      {
        message: `账号 ${marketing} 中的角色“GovernanceRecorder”不允许 config:${actionNow('DescribeConfigurationRecorder')}。请在其权限策略中添加该操作；若会话另有权限策略，也需一并添加。`,
      },
    ]);
  });

  it.each([
    ['its reads are throttled', { kind: 'throttle', retryAfterMs: 60_000, accountId: marketing }, 'UPSTREAM_THROTTLED'],
    ['its reads break', { kind: 'truncated', accountId: marketing }, 'UPSTREAM_BAD_RESPONSE'],
    ['no session can be had', { kind: 'throttle', retryAfterMs: 60_000, action: 'AssumeRole' }, 'UPSTREAM_THROTTLED'],
  ] as const)('since %s is null alone, and never called inactive', async (_, fault, code) => {
    const gateway = await start();
    await gateway.query(`{ configurationRecorder(accountId: "${paymentsProduction}") { status } }`);
    gateway.emulator.faults.add(fault);

    const { data, errors } = await gateway.query(recorderOf(marketing));

    expect(data).toEqual({ configurationRecorder: null, other: { status: 'REGISTERED' } });
    expect(errors).toMatchObject([{ path: ['configurationRecorder'], extensions: { code } }]);
  });

  it('by a root key says to give the gateway a user or a role, and the own account is still read', async () => {
    const root = {
      id: 'rootid',
      secret: 'rootsecret',
      accountId: demoAccounts.management,
      identity: { type: 'Account' as const },
    };
    const world = { ...demoWorld(), keys: [root] };
    const gateway = await start({ world, accessKeyId: 'rootid', accessKeySecret: 'rootsecret' });

    const { data, errors } = await gateway.query(
      `{ configurationRecorder { status } member: configurationRecorder(accountId: "${sandbox}") { status } }`,
    );

    expect(data).toEqual({ configurationRecorder: { status: 'REGISTERED' }, member: null });
    expect(errors).toMatchObject([
      {
        message: `The role “ResourceDirectoryAccountAccessRole” in account ${sandbox} cannot be assumed: the gateway’s credentials are a root key, and root keys cannot assume roles. Give the gateway a RAM user or a role.`,
        path: ['member'],
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
  });
});

it('costs one AssumeRole for a member without a role, however many of its fields are requested', async () => {
  const gateway = await start();

  const { errors } = await gateway.query(
    `{ account(accountId: "${overseasRetail}") { configurationRecorder { status } resources { nodes { id } } byType: resourceCounts(by: RESOURCE_TYPE) { count } byRegion: resourceCounts(by: REGION) { count } } }`,
  );

  expect(errors).toHaveLength(4);
  expect(gateway.emulator.calls.of('AssumeRole')).toHaveLength(1);
});

it('is read by a delegated administrator, by the roles that trust it', async () => {
  const auditor = { id: 'auditor', secret: 'auditorsecret', accountId: demoAccounts.securityAudit };
  const world = { ...demoWorld(), keys: [auditor] };
  const roles = { memberRole: 'SecurityAuditReader', externalId: 'lotus-valley-audit' };
  const gateway = await start({ world, accessKeyId: 'auditor', accessKeySecret: 'auditorsecret', roles });

  const { data, errors } = await gateway.query(
    `{ accounts(first: 2) { nodes { accountId configurationRecorder { status } } } currentAccount { configurationRecorder { accountId } } }`,
  );

  expect(data).toEqual({
    accounts: {
      nodes: [
        { accountId: paymentsProduction, configurationRecorder: { status: 'REGISTERED' } },
        { accountId: demoAccounts.paymentsTest, configurationRecorder: null },
      ],
    },
    currentAccount: { configurationRecorder: { accountId: demoAccounts.securityAudit } },
  });
  expect(errors?.map(({ message }) => message)).toEqual([noRole(demoAccounts.paymentsTest, 'SecurityAuditReader')]);
});

it('shows which of a hundred accounts are not recording, and claims that of none that could not be read', async () => {
  const size = 100;
  const { accountId } = generatedWorld(size);
  const gateway = await start({ accounts: size, quotas: true });
  const { recorders } = gateway.emulator.world;
  const [withoutRole, suspended] = [[13, 33, 53, 73, 93], 3];

  const document = '{ accounts(first: 100) { nodes { accountId configurationRecorder { status } } } }';
  const { data, errors } = await gateway.query(document);

  const members = Array.from({ length: size }, (_, index) => index);
  const unread = [suspended, ...withoutRole];
  const truthOf = (id: string) => ({ status: recorders.isActivated(id) ? recorders.status(id) : 'NOT_ACTIVATED' });
  const nodes = members.map((index) => ({
    accountId: accountId(index),
    configurationRecorder: unread.includes(index) ? null : truthOf(accountId(index)),
  }));
  expect(data).toEqual({ accounts: { nodes } });
  // 93 does not record either, and nobody can know it.
  expect(members.filter((index) => !recorders.isActivated(accountId(index)))).toEqual([19, 56, 93]);
  expect(
    errors
      ?.map(({ message, path }) => ({ message, path }))
      .sort((one, other) => Number(one.path?.[2]) - Number(other.path?.[2])),
  ).toEqual(
    unread.map((index) => ({
      message: (index === suspended ? notTrusted : noRole)(accountId(index)),
      path: ['accounts', 'nodes', index, 'configurationRecorder'],
    })),
  );
  expect(gateway.emulator.calls.byAction).toEqual({
    ListAccounts: 1,
    AssumeRole: 100,
    [actionNow('DescribeConfigurationRecorder')]: 94,
    GetCallerIdentity: 2,
  });
});
