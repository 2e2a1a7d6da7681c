import type { FaultRuleInput } from '../../src/emulator';
import { demoAccounts } from '../../src/emulator';
import { operations } from '../../src/operations';
import { Sts } from '../../src/operations/sts/product';
import { managementId, smallWorld } from '../emulator/world/worlds';
import { examineGateway } from './openGateway';

const minutes = (count: number) => count * 60_000;

it('finds nothing wrong with the demo, asks every read once, and writes nothing', async () => {
  const { report, of, emulator } = await examineGateway();

  expect(report.outcome).toBe('warnings');
  expect(report.findings.map(({ check, status }) => `${check} ${status}`)).toEqual([
    'settings warning',
    'callers ok',
    'audit log ok',
    'ledger ok',
    'admin port ok',
    'traces ok',
    'network ok',
    'clock ok',
    'credentials ok',
    'products ok',
    'products ok',
    'products ok',
    'products ok',
    'products ok',
    'directory ok',
    'recorder ok',
    'rights ok',
    'members ok',
    // Two that cannot be read, and a role that may do too much.
    'members warning',
    'members warning',
    'members warning',
    'authors ok',
    'authors ok',
    // The two that cannot be read.
    'authors warning',
    'authors ok',
  ]);
  expect(of('network')[0]?.message).toBe('emulator answers, called directly (first call … ms).');
  expect(of('products')[1]?.message).toBe(
    'Config 2020-09-07 answers at emulator in … ms; GetConfigurationRecorder: quota 300 calls in 60 s.',
  );
  expect(of('directory')[0]?.message).toBe(
    'The caller is in the management account of rd-7Kq2Vx; 12 accounts can be listed.',
  );

  // Opening sessions asks STS for more.
  const asked = emulator.calls
    .all()
    .filter(({ accountId, product }) => accountId === demoAccounts.management && product !== Sts.code)
    .map(({ version, action }) => `${version ?? ''} ${action ?? ''}`);
  const reads = operations
    .filter(({ kind, product }) => kind === 'read' && product !== Sts)
    .map(({ product, action }) => `${product.version} ${action}`);
  // The host of each region has events of its own, and the status of its trails. Trails are listed in two kinds.
  const again = ['DescribeTrails', 'GetTrailStatus', 'LookupEvents', 'LookupEvents'];
  expect(asked.sort()).toEqual([...reads, ...again.map((action) => `2020-07-06 ${action}`)].sort());
  expect(emulator.calls.byAction).toMatchObject({ GetCallerIdentity: 2, AssumeRole: 12 });
  expect(emulator.calls.effects()).toEqual([]);
});

it('warns of a gateway that anyone may use, and of none that asks for something', async () => {
  const everywhere = { HOST: '0.0.0.0', UPSTREAM: 'emulator' };
  const open = await examineGateway({ environment: { ...everywhere, AUTHENTICATION: 'none' } });
  const closed = await examineGateway({ environment: { ...everywhere, AUTHENTICATION: 'oidc' } });

  expect(open.of('settings')[1]).toEqual({
    status: 'warning',
    message:
      'AUTHENTICATION is none, and HOST is 0.0.0.0, so that other machines reach the port. Anyone who reaches it may read and change all demo data.',
    remedy: 'Set AUTHENTICATION to router, oidc or router,oidc.',
  });
  expect(closed.of('settings').slice(1)).toEqual([
    {
      status: 'warning',
      message:
        'CURSOR_SECRET is not set, so a caller who decodes a cursor learns how many records the list has, those that the caller may not see included.',
      remedy: 'Set CURSOR_SECRET to a random text of at least 32 characters, the same in all replicas.',
    },
  ]);
});

it('asks for recorders in the version of Cloud Config that the gateway uses', async () => {
  const { of } = await examineGateway({ environment: { CLOUD_CONFIG_API_VERSION: '2019-01-08' } });

  expect(of('products')[1]?.message).toBe(
    'Config 2019-01-08 answers at emulator in … ms; DescribeConfigurationRecorder: quota 300 calls in 60 s.',
  );
  expect(of('recorder').map(({ status }) => status)).toEqual(['ok']);
});

describe('the clock', () => {
  it.each([
    [2, 'ahead of'],
    [-2, 'behind'],
  ])('that is off by %i minutes is an alarm, before calls fail', async (off, words) => {
    const { of } = await examineGateway({ wallTime: () => Date.now() + minutes(off) });

    expect(of('clock')).toEqual([
      {
        status: 'problem',
        message: expect.stringMatching(
          new RegExp(`^The clock of this machine is (119|120|121) s ${words} the upstream’s\\.`),
        ) as string,
        remedy: 'Set the clock and keep it right with NTP (timedatectl set-ntp true).',
      },
    ]);
    expect(of('credentials')[0]?.status).toBe('ok');
  });

  it('that is off by more than the upstream accepts is an alarm, too: calls correct their time stamps', async () => {
    const { of } = await examineGateway({ wallTime: () => Date.now() - minutes(20) });

    expect(of('clock')[0]?.message).toMatch(/^The clock of this machine is (1199|1200|1201) s behind/);
    expect(of('credentials')[0]?.status).toBe('ok');
  });

  it('that is off by more than a day is the reason of the refusals', async () => {
    const { of } = await examineGateway({ wallTime: () => Date.now() - minutes(2 * 24 * 60) });

    expect(of('credentials')[0]?.message).toBe(
      'The upstream rejects the time stamp: the clock of this machine is off by more than 15 minutes.',
    );
  });
});

describe('credentials', () => {
  const keys = [
    { id: 'testid', secret: 'testsecret', accountId: managementId, identity: { type: 'Account' as const } },
    { id: 'asleep', secret: 'testsecret', accountId: managementId, active: false },
    {
      id: 'session',
      secret: 'testsecret',
      accountId: managementId,
      identity: { type: 'AssumedRoleUser' as const, role: 'reader', session: 'gateway' },
    },
  ];
  const credentialsOf = async (environment: Record<string, string>) =>
    (await examineGateway({ emulator: { world: smallWorld({ keys }) }, environment })).of('credentials')[0];

  it('of an account’s root are a warning: they cannot assume roles, and should not be used', async () => {
    expect(await credentialsOf({})).toEqual({
      status: 'warning',
      message: `The key is the root key of account ${managementId}: it may do everything, cannot be narrowed, and cannot assume roles, so no member can be read with it.`,
      remedy:
        'Create a RAM user or role with the policies of npm run ram-policy, give the gateway its credentials, and delete the root key.',
    });
  });

  it('of a role are named', async () => {
    expect((await credentialsOf({ EMULATOR_ACCESS_KEY_ID: 'session' }))?.message).toMatch(
      new RegExp(
        `^The caller is a role of account ${managementId}: acs:ram::${managementId}:assumed-role/reader/gateway`,
      ),
    );
  });

  it.each([
    [{ EMULATOR_ACCESS_KEY_SECRET: 'wrong' }, 'The access key secret does not belong to the access key ID.'],
    [{ EMULATOR_ACCESS_KEY_ID: 'nobody' }, 'The upstream does not know the access key ID.'],
    [{ EMULATOR_ACCESS_KEY_ID: 'asleep' }, 'The access key is disabled.'],
  ])('that are refused are distinguished: %j', async (environment, message) => {
    expect(await credentialsOf(environment)).toMatchObject({ status: 'problem', message });
  });
});

describe('the directory', () => {
  it('reports that a plain member sees nothing of the others', async () => {
    const { of } = await examineGateway({
      environment: { EMULATOR_ACCESS_KEY_ID: 'memberid', EMULATOR_ACCESS_KEY_SECRET: 'membersecret' },
    });

    expect(of('directory')).toEqual([
      {
        status: 'warning',
        message:
          'The caller is in a plain member of the directory rd-7Kq2Vx of management account 1587203946182045: other accounts cannot be listed or read.',
        remedy:
          'Use credentials of the management account, or make this member a delegated administrator. If it already is one, allow it resourcemanager:ListAccounts.',
      },
    ]);
    expect(of('rights').map(({ status }) => status)).toEqual(['ok']);
    expect(of('members')[0]?.message).toBe('No members can be listed with these credentials: see directory.');
  });

  it('of a member that may read it is reported as that of a delegated administrator', async () => {
    const { of } = await examineGateway({
      emulator: { readings: { directoryForMembers: 'answered' } },
      environment: { EMULATOR_ACCESS_KEY_ID: 'memberid', EMULATOR_ACCESS_KEY_SECRET: 'membersecret' },
    });

    expect(of('directory')[0]).toEqual({
      status: 'ok',
      message:
        'The caller is in a member of the directory rd-7Kq2Vx of management account 1587203946182045 that may read it (a delegated administrator); 12 accounts can be listed.',
    });
  });

  it('that does not exist, and a Cloud Config that was never activated, come with what to do', async () => {
    const { of, report } = await examineGateway({ emulator: { world: 'fresh' } });

    expect(report.outcome).toBe('problems');
    expect(of('directory')[0]).toMatchObject({
      status: 'warning',
      message: 'The account belongs to no resource directory: the gateway serves this one account.',
    });
    expect(of('recorder')[0]).toEqual({
      status: 'problem',
      message: 'Cloud Config is not activated in this account, so it records nothing and has no history.',
      remedy: 'Activate it in the Cloud Config console, or with the mutation startConfigurationRecorder.',
    });
  });
});

it('counts it as no problem if RAM denies what the gateway does not call', async () => {
  const key = { id: 'testid', secret: 'testsecret', accountId: managementId };
  const rightsWith = async (...denied: string[]) =>
    (await examineGateway({ emulator: { world: smallWorld({ keys: [{ ...key, denied }] }) } })).of('rights');

  expect(await rightsWith('config:GetSupportedResourceTypes', 'config:GetDiscoveredResourceCounts')).toEqual([
    {
      status: 'ok',
      message: expect.stringMatching(
        /^RAM denies 2 of the \d+ reads that could be tried, but none that the gateway calls: GetDiscoveredResourceCounts, GetSupportedResourceTypes\.$/,
      ) as string,
    },
  ]);
  // What the newer version does not answer is read in the older one.
  expect(await rightsWith('config:DescribeConfigurationRecorder')).toMatchObject([
    {
      status: 'problem',
      message:
        'The credentials may not call Config DescribeConfigurationRecorder: config:DescribeConfigurationRecorder is missing.',
    },
  ]);
  expect(await rightsWith('config:ListAggregators')).toMatchObject([
    {
      status: 'problem',
      message: 'The credentials may not call Config ListAggregators: config:ListAggregators is missing.',
    },
  ]);
  expect(await rightsWith('config:GetSupportedResourceTypes', 'config:ListSupportedProducts')).toEqual([
    {
      status: 'problem',
      message: 'The credentials may not call Config ListSupportedProducts: config:ListSupportedProducts is missing.',
      remedy:
        'Allow config:ListSupportedProducts on * to the gateway’s RAM user or role: npm run ram-policy, docs/RAM-POLICIES.md.',
    },
  ]);
});

it('names the RAM action of every read that is denied, and what to attach', async () => {
  const denied = ['resourcemanager:GetFolder', 'governance:*'];
  const key = { id: 'testid', secret: 'testsecret', accountId: managementId, denied };

  const { of } = await examineGateway({ emulator: { world: smallWorld({ keys: [key] }) } });

  expect(of('rights')).toContainEqual({
    status: 'problem',
    message: 'The credentials may not call ResourceManager GetFolder: resourcemanager:GetFolder is missing.',
    remedy:
      'Allow resourcemanager:GetFolder on * to the gateway’s RAM user or role: npm run ram-policy, docs/RAM-POLICIES.md.',
  });
  expect(
    of('rights')
      .map(({ message }) => /: (\S+) is missing/.exec(message)?.[1])
      .sort(),
  ).toEqual([
    'governance:ListAccountFactoryBaselineItems',
    'governance:ListAccountFactoryBaselines',
    'governance:ListEnrolledAccounts',
    'resourcemanager:GetFolder',
  ]);
});

describe('a product', () => {
  const governanceOf = async (rule: FaultRuleInput) =>
    (
      await examineGateway({
        prepare: ({ faults }) => {
          faults.add(rule);
        },
      })
    )
      .of('products')
      .find(({ message }) => message.includes('governance') || message.includes('ListAccountFactoryBaselines'));
  const action = 'ListAccountFactoryBaselines' as const;

  it('whose host answers something else is reported as a portal or another service', async () => {
    expect(await governanceOf({ kind: 'html', action })).toMatchObject({
      status: 'problem',
      message: expect.stringMatching(
        /^emulator answers, but not as governance does: expected a JSON object, but got HTML or XML/,
      ) as string,
    });
  });

  it('that is out of order is reported as its own trouble, with the id for support', async () => {
    expect(await governanceOf({ kind: 'status', action, code: 'ServiceUnavailable' })).toMatchObject({
      status: 'problem',
      message: expect.stringMatching(
        /^governance has an internal problem: ServiceUnavailable on .* \(RequestId [0-9A-F-]+\)\.$/,
      ) as string,
    });
  });

  it('that is throttled is a warning', async () => {
    expect(await governanceOf({ kind: 'throttle', action, retryAfterMs: 1 })).toMatchObject({
      status: 'warning',
      message: expect.stringMatching(
        /^governance ListAccountFactoryBaselines was throttled \(Throttling\.User\)/,
      ) as string,
    });
  });
});

describe('a role for the directory', () => {
  const directoryRole = async (name: string) =>
    examineGateway({ environment: { DIRECTORY_ROLE_ARN: `acs:ram::${demoAccounts.management}:role/${name}` } });
  const missing = {
    status: 'problem',
    message: `The role “Nobody” in account ${demoAccounts.management} cannot be assumed: the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.`,
    remedy: 'Create the role, or correct DIRECTORY_ROLE_ARN.',
  };

  it('that cannot be assumed is reported as such, and not as a right that is missing', async () => {
    const { of } = await directoryRole('Nobody');

    expect(of('products').slice(2, 4)).toEqual([
      { status: 'skipped', message: 'ResourceManager was not called: the role for it cannot be assumed.' },
      { status: 'skipped', message: 'governance was not called: the role for it cannot be assumed.' },
    ]);
    expect(of('directory')).toEqual([missing]);
    expect(of('rights')).toEqual([missing]);
  });

  it('that may read it is as good as the credentials themselves', async () => {
    const { of } = await directoryRole('GovernanceDirectoryReader');

    expect([...of('products'), ...of('directory'), ...of('rights')].map(({ status }) => status)).toEqual(
      Array<string>(7).fill('ok'),
    );
  });
});
