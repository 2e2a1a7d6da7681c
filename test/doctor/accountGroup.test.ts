import type { WorldDefinition } from '../../src/emulator';
import { demoWorld } from '../../src/emulator';
import { epoch, managementId, memberId, smallWorld } from '../emulator/world/worlds';
import { examineGateway } from './openGateway';

type GroupInput = NonNullable<WorldDefinition['accountGroups']>[number];

const ofDirectory: GroupInput = {
  accountGroupId: 'ca-0123456789abcdef0000',
  ownerAccountId: managementId,
  name: 'all',
  type: 'RD',
  createTime: '2025-03-01T00:00:00.000Z',
};
const ofFolder: GroupInput = {
  ...ofDirectory,
  accountGroupId: 'ca-0123456789abcdef0001',
  type: 'FOLDER',
  folderId: 'fd-projects01',
};

/** The small world, in which the gateway can enter no member: the role that it would take is not there. */
const directories = smallWorld().directories?.map((directory) => ({
  ...directory,
  members: [
    { accountId: memberId, joinTime: '2025-02-01T00:00:00.000Z', missingRoles: ['ResourceDirectoryAccountAccessRole'] },
  ],
}));

const throughGroup = async (
  accountGroups: GroupInput[],
  world: Parameters<typeof smallWorld>[0] = {},
  environment: Record<string, string> = {},
) =>
  examineGateway({
    emulator: {
      world: smallWorld({ management: { recorder: { since: epoch } }, directories, accountGroups, ...world }),
    },
    environment: { MEMBER_ACCESS: 'account-group', ...environment },
  });

const rolelessMembers = {
  status: 'warning',
  message: `Members whose recorder, lists and counts can be read, by a role: none of 1 tried. The role “ResourceDirectoryAccountAccessRole” in account ${memberId} cannot be assumed: the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.`,
  remedy:
    'If you do not need them, change nothing. Otherwise: Create the role there with the policies of npm run ram-policy -- member-reader and member-trust, or name another one for this account in MEMBER_ROLE_OVERRIDES (docs/RAM-POLICIES.md).',
};

it('finds nothing wrong if a group covers the directory, though no role opens a member', async () => {
  const { report, of } = await throughGroup([ofFolder, ofDirectory]);

  expect(report.findings.filter(({ status }) => status === 'problem')).toEqual([]);
  expect(of('group')).toEqual([
    {
      status: 'ok',
      message:
        'Configuration and timelines of members are read through the account group ca-0123456789abcdef0000, which has 1 account.',
    },
  ]);
  // Nor is there a word on the full rights of a role that is named by default, and not used.
  expect(of('members')).toEqual([rolelessMembers]);
});

it.each([
  ['no group', []],
  ['a group of another kind alone', [ofFolder]],
  ['the group of another account alone', [{ ...ofDirectory, ownerAccountId: memberId }]],
])('is a problem if the account owns %s', async (_, groups: GroupInput[]) => {
  const { report, of } = await throughGroup(groups);

  expect(report.outcome).toBe('problems');
  expect(of('group')).toEqual([
    {
      status: 'problem',
      message:
        'MEMBER_ACCESS reads members through the account group of the whole directory, but the caller’s account owns none. No configuration and no timeline of a member can be read.',
      remedy:
        'Create one of the type “resource directory” in the Cloud Config console of this account, or let the gateway assume roles: MEMBER_ACCESS=role.',
    },
  ]);
});

it('warns of a group that is still gathering its members', async () => {
  const { of } = await throughGroup([{ ...ofDirectory, createTime: epoch }]);

  expect(of('group')).toEqual([
    {
      status: 'warning',
      message:
        'The account group ca-0123456789abcdef0000 of the whole directory is still collecting its members, so reads through it are incomplete.',
      remedy: 'Run doctor again in some minutes. If the problem persists, check the group in the Cloud Config console.',
    },
  ]);
});

it('takes a ready group behind a hundred others, as the gateway does', async () => {
  const others = Array.from({ length: 120 }, (_, index) => ({
    ...ofFolder,
    accountGroupId: `ca-${index + 1000}`,
  }));
  const gathering = { ...ofDirectory, accountGroupId: 'ca-0123456789abcdef0002', createTime: epoch };

  const { of, emulator } = await throughGroup([gathering, ...others, ofDirectory]);

  expect(of('group').map(({ status, message }) => [status, message.includes(ofDirectory.accountGroupId)])).toEqual([
    ['ok', true],
  ]);
  expect(emulator.calls.of('ListAggregators')).toHaveLength(2);
});

it.each([
  [
    'there is no directory',
    { directories: [], governance: [] },
    { status: 'skipped', message: 'Without a directory there is no account group for it.' },
  ],
  [
    'Cloud Config is not activated',
    { management: {} },
    {
      status: 'skipped',
      message: 'Account groups cannot be listed, because Cloud Config is not activated: see recorder.',
    },
  ],
  [
    'the list is denied',
    { key: { denied: ['config:ListAggregators'] } },
    {
      status: 'problem',
      message: 'The credentials may not call Config ListAggregators: config:ListAggregators is missing.',
      remedy:
        'Allow config:ListAggregators on acs:config:*:*:aggregator/* to the gateway’s RAM user or role: npm run ram-policy, docs/RAM-POLICIES.md.',
    },
  ],
])('says why no group can be found where %s', async (_, world: Parameters<typeof smallWorld>[0], finding) => {
  expect((await throughGroup([], world)).of('group')).toEqual([finding]);
});

it('says that the caller is not known, where it is not', async () => {
  expect((await throughGroup([ofDirectory], {}, { EMULATOR_ACCESS_KEY_ID: 'nobody' })).of('group')).toEqual([
    { status: 'skipped', message: 'The caller is unknown: see credentials.' },
  ]);
});

it('says of a root key what it cannot read, and what it can', async () => {
  const { report, of } = await throughGroup([ofDirectory], { key: { identity: { type: 'Account' } } });

  expect(report.outcome).toBe('warnings');
  expect(of('credentials')[0]?.message).toMatch(
    /cannot assume roles, so no recorder, list or count of a member can be read with it\.$/,
  );
  expect(of('group').map(({ status }) => status)).toEqual(['ok']);
  expect(of('members')).toEqual([
    {
      status: 'warning',
      message:
        'No recorder, list or count of a member can be read: the key is a root key, and root keys cannot assume roles.',
      remedy:
        'If you do not need them, change nothing. Otherwise: Give the gateway a RAM user or role that may assume the role in members: npm run ram-policy -- members.',
    },
  ]);
});

it('does not say of a plain member that owns a group that it can read no other account', async () => {
  const { of } = await throughGroup(
    [{ ...ofDirectory, ownerAccountId: memberId }],
    { member: { recorder: { since: epoch } } },
    {
      EMULATOR_ACCESS_KEY_ID: 'memberid',
      EMULATOR_ACCESS_KEY_SECRET: 'membersecret',
    },
  );

  expect(of('directory')[0]?.message).toMatch(/: other accounts cannot be listed\.$/);
  expect(of('group').map(({ status }) => status)).toEqual(['ok']);
});

it('says which members roles open besides, and warns of one with full rights that does', async () => {
  const { of } = await examineGateway({ environment: { MEMBER_ACCESS: 'account-group' } });

  const [first, ...others] = of('members');
  expect(first?.message).toMatch(/^Members whose recorder, lists and counts can be read, by a role: 10 of 12 tried; /);
  expect(others.map(({ status }) => status)).toEqual(['warning', 'warning', 'warning']);
  expect(others.at(-1)?.message).toMatch(
    /^The gateway reads members with the role ResourceDirectoryAccountAccessRole, /,
  );
});

it('has nothing to say on groups if members are read by roles', async () => {
  const { report } = await examineGateway({ emulator: { world: { ...demoWorld(), accountGroups: [] } } });

  expect(report.findings.filter(({ check }) => check === 'group')).toEqual([]);
  expect(report.outcome).toBe('warnings');
});
