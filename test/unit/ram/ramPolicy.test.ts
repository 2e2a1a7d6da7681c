import { cloudConfig2019 } from '../../../src/loaders/cloud-config/2019-01-08';
import { cloudConfig2020 } from '../../../src/loaders/cloud-config/2020-09-07';
import { createCalling } from '../../../src/loaders/cloud-config/calledOperations';
import { GetAccount, operations, StartConfigurationRecorder } from '../../../src/operations';
import type { Operation } from '../../../src/operations/operation';
import { duties, dutyOf, operationsFor } from '../../../src/ram/duties';
import type { Duty } from '../../../src/ram/duties';
import { ramPolicy } from '../../../src/ram/ramPolicy';
import { policyFor } from '../../../src/tools/ramPolicy';

const allDuties = Object.keys(duties) as Duty[];

const ramActionOf = ({ ram }: Operation) => (ram === 'none' ? undefined : ram.action);

const accountGroupActions = [
  'GetAggregateDiscoveredResource',
  'GetAggregateResourceComplianceTimeline',
  'GetAggregateResourceConfigurationTimeline',
  'GetAggregateResourceCountsGroupByRegion',
  'GetAggregateResourceCountsGroupByResourceType',
  'GetAggregator',
  'ListAggregateDiscoveredResources',
  'ListAggregators',
];

it('allows every operation of the catalogue to a deployment that does everything, and no read-only one a write', () => {
  const distinct = (actions: readonly string[]) => [...new Set(actions)].sort();
  const allowed = (...wanted: Duty[]) =>
    distinct(ramPolicy({ duties: wanted, operations }).Statement.flatMap(({ Action }) => Action));
  const actionsOf = (kept: (operation: Operation) => boolean) =>
    distinct(operations.flatMap((each) => (each.ram !== 'none' && kept(each) ? [each.ram.action] : [])));

  expect(allowed(...allDuties)).toEqual(
    distinct([...actionsOf(() => true), 'ram:CreateServiceLinkedRole', 'sts:AssumeRole']),
  );
  expect(allowed('read-resources', 'read-account-groups', 'read-events', 'read-directory')).toEqual(
    actionsOf((each) => each.kind === 'read' && each.product.service !== 'sts'),
  );
});

it('gives each write to the one duty that needs it', () => {
  const writes = operations.filter(({ kind }) => kind === 'write').map((each) => [each.action, dutyOf(each)]);

  expect(Object.fromEntries(writes)).toMatchObject({
    StartConfigurationRecorder: 'write-recorder',
    PutConfigurationRecorder: 'write-recorder',
    UpdateConfigurationRecorder: 'write-recorder',
    StopConfigurationRecorder: 'write-recorder',
    InitResourceDirectory: 'init-directory',
    EnrollAccount: 'enroll',
  });
});

it('names the account if one is given, and any region', () => {
  expect(ramPolicy({ duties: ['write-recorder'], operations, accountId: '1587203946182045' })).toEqual({
    Version: '1',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['config:PutConfigurationRecorder'],
        Resource: 'acs:config:*:1587203946182045:*',
      },
      // The pages of 2020-09-07 do not say which resources these are checked against: StartConfigurationRecorder neither.
      {
        Effect: 'Allow',
        Action: [
          'config:StartConfigurationRecorder',
          'config:StopConfigurationRecorder',
          'config:UpdateConfigurationRecorder',
        ],
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Action: 'ram:CreateServiceLinkedRole',
        Resource: '*',
        Condition: { StringEquals: { 'ram:ServiceName': 'config.aliyuncs.com' } },
      },
    ],
  });
});

it('writes a region that is omitted as any: some pages have one there', () => {
  const [statement] = ramPolicy({
    duties: ['read-directory'],
    operations: [{ ...GetAccount, ram: { action: 'a:B', resource: 'acs:a::{accountId}:c/*' } }],
  }).Statement;

  expect(statement?.Resource).toBe('acs:a:*:*:c/*');
});

it('fills the account into the places of newer pages, and leaves nothing to fill in', () => {
  const accountId = '1587203946182045';
  const { Statement } = ramPolicy({ duties: allDuties, operations, accountId, memberRoles: ['Reader'] });

  expect(Statement).toContainEqual({
    Effect: 'Allow',
    Action: ['config:GetAggregator', 'config:ListAggregators'],
    Resource: `acs:config:*:${accountId}:aggregator/*`,
  });
  expect(Statement).toContainEqual({
    Effect: 'Allow',
    Action: ['config:GetAggregateDiscoveredResource'],
    Resource: `acs:config:*:${accountId}:resource/*`,
  });
  expect(Statement.filter(({ Resource }) => /[{}#]/.test([Resource].flat().join()))).toEqual([]);
});

it.each([
  ['2019-01-08', cloudConfig2019],
  ['2020-09-07', cloudConfig2020],
])(
  'has for Cloud Config %s what a gateway calls that uses it, and of the other version what only that answers',
  (version, api) => {
    const spoken = operationsFor(version);
    const calling = createCalling(api, 'role');
    const older = operations.filter(({ product }) => product.version === '2019-01-08');
    const called = older
      .filter(({ kind }) => kind === 'read')
      .flatMap((operation) => ['RESOURCE_TYPE', 'REGION'].map((by) => calling.calledFor(operation, { by }, true)));

    expect(called.filter((operation) => !spoken.includes(operation))).toEqual([]);
    expect(spoken).toEqual(expect.arrayContaining([api.startRecorder, api.updateRecorder]));
    // The enterprise edition is started in the older version, whichever is spoken.
    expect(spoken.map(ramActionOf)).toContain(ramActionOf(StartConfigurationRecorder));
    expect(
      spoken
        .filter(({ product }) => product.service === 'cloud-config' && product.version !== version)
        .filter((operation) => dutyOf(operation) !== 'read-account-groups')
        .map(({ action }) => action),
    ).toEqual(version === '2020-09-07' ? ['DescribeConfigurationRecorder', 'GetResourceConfigurationTimeline'] : []);
  },
);

it('distinguishes what is read of account groups from what is read in one account', () => {
  const groups = operations.filter((operation) => dutyOf(operation) === 'read-account-groups');

  expect(groups.map(({ action }) => action).sort()).toEqual(accountGroupActions);
});

describe('npm run ram-policy', () => {
  const actionsIn = (policy: object) =>
    (policy as ReturnType<typeof ramPolicy>).Statement.flatMap(({ Action }) => Action);

  it('prints the roles that may be assumed in members', () => {
    expect(policyFor(['members', '--role', 'AuditReader', '--role', 'AuditWriter'])).toEqual({
      Version: '1',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: ['acs:ram::*:role/AuditReader', 'acs:ram::*:role/AuditWriter'],
        },
      ],
    });
  });

  it('prints a member’s role: it may read Cloud Config and do nothing else, and trusts the one caller', () => {
    const principal = 'acs:ram::1587203946182045:user/governance-gateway';

    expect(actionsIn(policyFor(['member-reader'])).every((action) => /^config:(Describe|Get|List)/.test(action))).toBe(
      true,
    );
    expect(policyFor(['member-trust', '--principal', principal, '--external-id', 'lotus'])).toEqual({
      Version: '1',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { RAM: [principal] },
          Condition: { StringEquals: { 'sts:ExternalId': 'lotus' } },
        },
      ],
    });
  });

  it('allows what either version of Cloud Config requires if none is named, so that no switch needs another policy', () => {
    const both = actionsIn(policyFor(['read', 'recorder']));
    const [older, newer] = ['2019-01-08', '2020-09-07'].map((version) =>
      actionsIn(policyFor(['read', 'recorder', '--cloud-config', version])),
    );

    expect(new Set(both)).toEqual(new Set([...(older ?? []), ...(newer ?? [])]));
    expect(both).toHaveLength(new Set(both).size);
    expect([older, newer].map((actions) => actions?.includes('config:DescribeDiscoveredResource'))).toEqual([
      true,
      false,
    ]);
    const writes = ['StopConfigurationRecorder', 'UpdateConfigurationRecorder'];
    const newerOnly = (actions: readonly string[] = []) =>
      actions.filter((action) => /Aggregat|Update|Stop/.test(action)).sort();
    expect(newerOnly(older)).toEqual(accountGroupActions.map((action) => `config:${action}`));
    expect(newerOnly(newer)).toEqual([...accountGroupActions, ...writes].map((action) => `config:${action}`).sort());
  });

  it.each(['member-reader', 'member-recorder'])(
    'lets the role of %s read no account group, one of the member’s own neither',
    (role) => {
      const groupsIn = (...args: string[]) =>
        actionsIn(policyFor(args)).filter((action) => action.includes('Aggregat'));

      expect(groupsIn(role)).toEqual([]);
      expect(groupsIn(role, '--cloud-config', '2020-09-07')).toEqual([]);
      expect(groupsIn('read').sort()).toEqual(accountGroupActions.map((action) => `config:${action}`));
    },
  );

  it('puts duties together, each action once', () => {
    const actions = actionsIn(policyFor(['read', 'read-directory', 'enroll', 'directory']));

    expect(actions).toContain('governance:EnrollAccount');
    expect(actions).toContain('resourcemanager:InitResourceDirectory');
    expect(actions).toHaveLength(new Set(actions).size);
  });

  it.each([
    [[], 'Say what the policy is for.'],
    [['everything'], 'There is no policy for "everything".'],
    [['toString'], 'There is no policy for "toString".'],
    [['read', '--account', 'mine'], '--account must be an account ID, but got "mine".'],
    [['read', 'member-trust'], 'member-trust is a separate policy and cannot be combined.'],
    [
      ['member-trust'],
      '--principal must be the ARN of the gateway’s RAM user or role, acs:ram::<account ID>:user/<name>.',
    ],
  ])('refuses %j in a sentence', (args, message) => {
    expect(() => policyFor(args)).toThrow(new Error(message));
  });

  it('refuses a version of Cloud Config that the catalogue does not have', () => {
    expect(() => policyFor(['read', '--cloud-config', '2001-01-01'])).toThrow(/^--cloud-config must be 2019-01-08/);
  });
});
