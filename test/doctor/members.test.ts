import type { WorldDefinition } from '../../src/emulator';
import { demoAccounts } from '../../src/emulator';
import { epoch, managementId, memberId, smallWorld } from '../emulator/world/worlds';
import { examineGateway } from './openGateway';

const { sandbox, overseasRetail, machineLearning } = demoAccounts;
const wideRole = 'ResourceDirectoryAccountAccessRole';
const wide = {
  status: 'warning',
  message: `The gateway reads members with the role ${wideRole}, which has full rights. Anyone who obtains the gateway’s credentials controls every member.`,
  remedy:
    'Create a role in each member that may only read (npm run ram-policy -- member-reader), and set MEMBER_ROLE_NAME to it. For recorders, create another one and set MEMBER_WRITE_ROLE_NAME (docs/RAM-POLICIES.md).',
};

/** What is found of the members of the small world, whose one member has a role for reading. */
const membersOf = async (
  environment: Record<string, string>,
  role: Partial<NonNullable<WorldDefinition['roles']>[number]> = {},
  world: Parameters<typeof smallWorld>[0] = {},
) => {
  const reader = { accountId: memberId, name: 'Reader', trusts: [managementId], allowed: ['config:*'], ...role };
  const definition = smallWorld({ roles: [reader], member: { recorder: { since: epoch } }, ...world });
  const { of, emulator } = await examineGateway({
    emulator: { world: definition },
    environment: { MEMBER_ROLE_NAME: 'Reader', ...environment },
  });
  return { findings: of('members'), calls: emulator.calls.byAction };
};

it('finds all fine if each member has a narrow role', async () => {
  expect((await membersOf({})).findings).toEqual([
    { status: 'ok', message: 'Members that can be read: 1 of 1 tried.' },
  ]);
});

it('warns of each member that cannot be read, with its account, its role and what to do', async () => {
  const { of, emulator } = await examineGateway({ environment: { MEMBER_ROLE_NAME: 'GovernanceReader' } });

  expect(of('members')).toEqual([
    {
      status: 'ok',
      message: `Members that can be read: 10 of 12 tried; Cloud Config is not activated in ${sandbox}.`,
    },
    {
      status: 'warning',
      message: `The role “GovernanceReader” in account ${machineLearning} cannot be assumed: it does not trust the gateway’s credentials or requires another external ID, the credentials lack sts:AssumeRole, or the account is suspended.`,
      remedy:
        'Check that the account is not suspended, that the role trusts the gateway’s RAM user or role (npm run ram-policy -- member-trust) and requires no external ID (ROLE_EXTERNAL_ID is not set), and that the gateway may assume it (npm run ram-policy -- members).',
    },
    {
      status: 'warning',
      message: `The role “GovernanceReader” in account ${overseasRetail} cannot be assumed: the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.`,
      remedy:
        'Create the role there with the policies of npm run ram-policy -- member-reader and member-trust, or name another one for this account in MEMBER_ROLE_OVERRIDES (docs/RAM-POLICIES.md).',
    },
  ]);
  expect(emulator.calls.of('GetConfigurationRecorder')).toHaveLength(11);
});

it.each([
  ['by default', {}],
  ['for writing', { MEMBER_ROLE_NAME: 'GovernanceReader', MEMBER_WRITE_ROLE_NAME: wideRole }],
  ['in one member', { MEMBER_ROLE_NAME: 'GovernanceReader', MEMBER_ROLE_OVERRIDES: `${sandbox}=${wideRole}` }],
])('advises a narrow role if that with full rights is used %s', async (_, environment: Record<string, string>) => {
  expect((await examineGateway({ environment })).of('members').at(-1)).toEqual(wide);
});

it('says of a root key that it reads no member, and tries none', async () => {
  const root = { id: 'testid', secret: 'testsecret', accountId: managementId, identity: { type: 'Account' as const } };

  const { findings, calls } = await membersOf({}, {}, { keys: [root] });

  expect(findings).toEqual([
    {
      status: 'problem',
      message: 'No member can be read: the key is a root key, and root keys cannot assume roles.',
      remedy: 'Give the gateway a RAM user or role that may assume the role in members: npm run ram-policy -- members.',
    },
  ]);
  expect(calls.AssumeRole).toBeUndefined();
});

it.each([
  ['another external ID', { ROLE_EXTERNAL_ID: 'drowssap-of-lotus' }, 'the external ID that is set in ROLE_EXTERNAL_ID'],
  ['none', {}, 'no external ID (ROLE_EXTERNAL_ID is not set)'],
  [
    'another one for its account',
    {
      ROLE_EXTERNAL_ID: 'password-of-lotus',
      ROLE_EXTERNAL_ID_OVERRIDES: `${managementId}=another-secret,${memberId}=drowssap-of-lotus`,
    },
    'the external ID that is set for its account in ROLE_EXTERNAL_ID_OVERRIDES',
  ],
])('is a problem if every role requires an external ID and receives %s', async (_, environment, asked) => {
  const { findings } = await membersOf(environment, { externalId: 'password-of-lotus' });

  expect(findings).toEqual([
    {
      status: 'problem',
      message: `Members that can be read: none of 1 tried. The role “Reader” in account ${memberId} cannot be assumed: it does not trust the gateway’s credentials or requires another external ID, the credentials lack sts:AssumeRole, or the account is suspended.`,
      remedy: `Check that the account is not suspended, that the role trusts the gateway’s RAM user or role (npm run ram-policy -- member-trust) and requires ${asked}, and that the gateway may assume it (npm run ram-policy -- members).`,
    },
  ]);
});

it.each<Record<string, string>>([
  { ROLE_EXTERNAL_ID: 'password-of-lotus' },
  { ROLE_EXTERNAL_ID: 'drowssap-of-lotus', ROLE_EXTERNAL_ID_OVERRIDES: `${memberId}=password-of-lotus` },
])('is fine with the external ID that the role asks for: %j', async (environment) => {
  const { findings } = await membersOf(environment, { externalId: 'password-of-lotus' });

  expect(findings.map(({ status }) => status)).toEqual(['ok']);
});

it('names the setting for a shorter session, if the role does not allow as long a one', async () => {
  const environment = { ROLE_SESSION_DURATION_SECONDS: '7200' };

  const { findings } = await membersOf(environment);
  const mended = await membersOf({ ...environment, ROLE_SESSION_DURATION_OVERRIDES: `${memberId}=3600` });

  expect(findings).toEqual([
    {
      status: 'problem',
      message: expect.stringMatching(
        / cannot be assumed\. .* the duration of sessions: it exceeds what the role allows/,
      ) as string,
      remedy:
        'Allow longer sessions in the role (MaxSessionDuration), or set a shorter duration: for this account in ROLE_SESSION_DURATION_OVERRIDES, for all in ROLE_SESSION_DURATION_SECONDS.',
    },
  ]);
  expect(mended.findings.map(({ status }) => status)).toEqual(['ok']);
});

it.each([
  ['the role', {}, ['config:List*'], '(docs/RAM-POLICIES.md).'],
  [
    'the policy of sessions',
    {
      ROLE_SESSION_POLICY: JSON.stringify({
        Version: '1',
        Statement: { Effect: 'Allow', Action: 'config:List*', Resource: '*' },
      }),
    },
    ['config:*'],
    ', and let ROLE_SESSION_POLICY allow as much (docs/RAM-POLICIES.md).',
  ],
])('names the action that %s does not allow', async (_, environment: Record<string, string>, allowed, end) => {
  const { findings } = await membersOf(environment, { allowed });

  expect(findings).toEqual([
    {
      status: 'problem',
      message: `Members that can be read: none of 1 tried. The role “Reader” in account ${memberId} does not allow config:GetConfigurationRecorder. Add this action to its policy. If sessions have their own policy, add it there, too.`,
      remedy: expect.stringMatching(/^Give the role the policy of npm run ram-policy -- member-reader/) as string,
    },
  ]);
  expect(findings[0]?.remedy?.endsWith(end)).toBe(true);
});

it('distinguishes trouble of the upstream from trouble with a role', async () => {
  const { of } = await examineGateway({
    prepare: ({ faults }) => {
      faults.add({ kind: 'status', action: 'AssumeRole', code: 'InternalError', status: 500 });
    },
  });

  expect(of('members')[0]).toEqual({
    status: 'problem',
    message: expect.stringMatching(
      /^Members that can be read: none of 12 tried\. Sts has an internal problem: InternalError on AssumeRole/,
    ) as string,
    remedy: 'Run doctor again later. If the problem persists, give the RequestId to Alibaba Cloud’s support.',
  });
});

it('tries twenty members of a large directory', async () => {
  const { of, emulator } = await examineGateway({
    emulator: { accounts: 90 },
    environment: { MEMBER_ROLE_NAME: 'GovernanceReader' },
  });

  expect(of('members')[0]?.message).toMatch(/^Members that can be read: 1\d of 20 tried/);
  expect(emulator.calls.of('AssumeRole')).toHaveLength(20);
});

describe('where no member comes', () => {
  const membersCounted = async (count?: number) => {
    const { of } = await examineGateway({
      emulator: { world: smallWorld({}) },
      prepare: ({ faults }) => {
        faults.add({ kind: 'shortPage', action: 'ListAccounts', records: 0 });
        faults.add({ kind: 'wrongCount', action: 'ListAccounts', count });
      },
    });
    return of('members');
  };

  it('says that the directory has none if the upstream counts none', async () => {
    expect(await membersCounted(0)).toEqual([{ status: 'skipped', message: 'The directory has no members.' }]);
  });

  it.each([
    ['counts some', 3, 'but counts 3 accounts'],
    ['does not count', undefined, 'and no count'],
  ])('warns that it is not known if the upstream %s', async (_, count, words) => {
    expect(await membersCounted(count)).toEqual([
      {
        status: 'warning',
        message: `ListAccounts returned no member, ${words}: so it is unknown whether the directory has any.`,
        remedy:
          'Run doctor again. If the problem persists, compare with the accounts in the console of Resource Management.',
      },
    ]);
  });
});
