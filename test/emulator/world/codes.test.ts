import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { freshWorld } from '../../../src/emulator/world/freshWorld';
import { catalogue } from '../../../src/operations';
import { fill } from './fill';
import { startCloud } from './startCloud';
import type { AccountInput } from './worlds';
import { epoch, memberId, outsiderId, smallWorld, unknownId } from './worlds';

/** A state of the world, and a request that runs into it. */
interface Case {
  readonly action: keyof typeof catalogue;
  readonly code: string;
  readonly state: string;
  readonly world: WorldDefinition;
  readonly parameters?: object;
  readonly key?: string;
  /** What fills the `%s` of the message. */
  readonly names?: readonly string[];
}

const resource = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const newAccount = { AccountNamePrefix: 'shop', DisplayName: 'Shop' };
const vpcItem = 'ACS-BP_ACCOUNT_FACTORY_VPC';
const subscriptionItem = 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES';

const start = { action: 'StartConfigurationRecorder' } as const;
const describeRecorder = { action: 'DescribeConfigurationRecorder' } as const;
const timeline = { action: 'GetResourceConfigurationTimeline', parameters: resource } as const;
const init = { action: 'InitResourceDirectory' } as const;
const enroll = { action: 'EnrollAccount', parameters: newAccount } as const;
const enrolled = { action: 'GetEnrolledAccount', parameters: { AccountUid: memberId } } as const;

/** The fresh world with its one account changed. */
function freshWith(account: Partial<AccountInput>): WorldDefinition {
  const world = freshWorld();
  return { ...world, accounts: world.accounts.map((one) => ({ ...one, ...account })) };
}

const closed = smallWorld({ management: { status: 'closed', recorder: active } });
const deniedConfig = smallWorld({ key: { denied: ['config:*'] } });
const noConfig = smallWorld({ outages: ['Config'] });

const cases: readonly Case[] = [
  { ...start, code: 'NoPermission', state: 'a RAM user without the permission', world: deniedConfig },
  {
    ...start,
    code: 'ProcessIsRunning',
    state: 'a recorder being built',
    world: smallWorld({ management: { recorder: { status: 'BUILDING', since: epoch } } }),
  },
  {
    ...start,
    code: 'RDMemberNoPermission',
    state: 'a member that asks for the enterprise edition',
    world: smallWorld(),
    parameters: { EnterpriseEdition: true },
    key: 'memberid',
  },
  {
    ...start,
    code: 'CreateSLRFail',
    state: 'an account whose service-linked role cannot be made',
    world: smallWorld({ management: { serviceLinkedRole: 'refused' } }),
  },
  { ...start, code: 'AccountNotExisted', state: 'a closed account', world: closed },
  { ...start, code: 'ServiceUnavailable', state: 'Cloud Config being down', world: noConfig },

  { ...describeRecorder, code: 'NoPermission', state: 'a RAM user without the permission', world: deniedConfig },
  { ...describeRecorder, code: 'AccountNotExisted', state: 'an account never activated', world: smallWorld() },
  { ...describeRecorder, code: 'ServiceUnavailable', state: 'Cloud Config being down', world: noConfig },

  { ...timeline, code: 'NoPermission', state: 'a RAM user without the permission', world: deniedConfig },
  {
    ...timeline,
    code: 'MemberNotBelongToMaster',
    state: 'a MemberId outside the directory',
    world: smallWorld({ management: { recorder: active } }),
    parameters: { ...resource, MultiAccount: true, MemberId: outsiderId },
  },
  { ...timeline, code: 'AccountNotExisted', state: 'an account never activated', world: smallWorld() },
  { ...timeline, code: 'ServiceUnavailable', state: 'Cloud Config being down', world: noConfig },

  {
    ...init,
    code: 'NotSupport.AccountInAnotherResourceDirectory',
    state: 'a member of another directory',
    world: smallWorld(),
    key: 'memberid',
  },
  {
    ...init,
    code: 'EnterpriseRealNameVerificationError',
    state: 'an account verified as an individual',
    world: freshWith({ verification: 'individual' }),
  },
  { ...init, code: 'Invalid.AccountType', state: 'a personal account', world: freshWith({ type: 'personal' }) },
  { ...init, code: 'Invalid.EnterpriseName', state: 'no enterprise name', world: freshWith({ enterpriseName: '' }) },
  {
    ...init,
    code: 'NotSupport.Account.Site',
    state: 'an account of the international site',
    world: freshWith({ site: 'international' }),
  },
  { ...init, code: 'EntityAlreadyExists.ResourceDirectory', state: 'a directory already', world: smallWorld() },
  {
    action: 'GetResourceDirectory',
    code: 'ResourceDirectoryNotInUse',
    state: 'an account in no directory',
    world: smallWorld(),
    key: 'outsiderid',
  },

  {
    ...enroll,
    code: 'InvalidParameter',
    state: 'a new account without a display name',
    world: smallWorld(),
    parameters: { AccountNamePrefix: 'shop' },
    names: ['DisplayName'],
  },
  {
    ...enroll,
    code: 'DeployConflict.Blueprint',
    state: 'a blueprint being deployed',
    world: smallWorld({ zone: { accountFactory: { name: 'AccountFactory', status: 'Deploying', since: epoch } } }),
    names: ['AccountFactory'],
  },
  {
    ...enroll,
    code: 'DependencyViolation.Blueprint',
    state: 'a resource structure that was never deployed',
    world: smallWorld({ zone: { resourceStructure: { name: 'ResourceStructure', status: 'NotDeployed' } } }),
    names: ['ResourceStructure'],
  },
  {
    ...enroll,
    code: 'DependencyViolation.BaselineItem',
    state: 'an item whose dependency is skipped',
    world: smallWorld(),
    parameters: { ...newAccount, 'BaselineItems.1.Name': subscriptionItem, 'BaselineItems.1.Skip': true },
    names: [vpcItem, subscriptionItem],
  },
  {
    ...enroll,
    code: 'IncorrectBlueprintStatus',
    state: 'a blueprint being deleted',
    world: smallWorld({ zone: { accountFactory: { name: 'AccountFactory', status: 'Deleting' } } }),
  },
  {
    ...enroll,
    code: 'InvalidUser.NotResourceDirectoryMaster',
    state: 'a verified account in no directory',
    world: smallWorld(),
    key: 'outsiderid',
  },
  {
    ...enroll,
    code: 'InvalidUser.NotFound',
    state: 'an account that is not in the directory',
    world: smallWorld(),
    parameters: { AccountUid: outsiderId },
  },
  {
    ...enroll,
    code: 'InvalidBlueprint.NotFound',
    state: 'no account factory',
    world: smallWorld({ zone: { accountFactory: null } }),
  },
  {
    ...enroll,
    code: 'InvalidBaselineItem.NotFound',
    state: 'a baseline item that is not offered',
    world: smallWorld(),
    parameters: { ...newAccount, 'BaselineItems.1.Name': 'ACS-BP_ACCOUNT_FACTORY_MOON' },
    names: ['ACS-BP_ACCOUNT_FACTORY_MOON'],
  },
  {
    ...enroll,
    code: 'InvalidEnterpriseRealName.NotFound',
    state: 'a management account without verification',
    world: smallWorld({ management: { verification: 'none' } }),
  },
  {
    ...enroll,
    code: 'InternalError',
    state: 'Cloud Governance Center being down',
    world: smallWorld({ outages: ['governance'] }),
  },

  {
    ...enrolled,
    code: 'InvalidParameter',
    state: 'a number that can be no account id',
    world: smallWorld(),
    parameters: { AccountUid: 7 },
    names: ['AccountUid'],
  },
  {
    ...enrolled,
    code: 'InvalidUser.NotFound',
    state: 'an account that does not exist',
    world: smallWorld(),
    parameters: { AccountUid: unknownId },
  },
  { ...enrolled, code: 'InvalidBlueprint.NotFound', state: 'a member never enrolled', world: smallWorld() },
  {
    ...enrolled,
    code: 'InvalidEnterpriseRealName.NotFound',
    state: 'a management account without verification',
    world: smallWorld({ management: { verification: 'individual' } }),
  },
  {
    ...enrolled,
    code: 'InternalError',
    state: 'Cloud Governance Center being down',
    world: smallWorld({ outages: ['governance'] }),
  },

  {
    action: 'GetCallerIdentity',
    code: 'InternalError',
    state: 'the Security Token Service being down',
    world: smallWorld({ outages: ['Sts'] }),
  },
];

it.each(cases)('$action answers $code for $state, and changes nothing', async (one) => {
  const cloud = await startCloud(one.world);

  const outcome = await cloud.call(one.action, one.parameters, one.key);

  await cloud.close();
  const documented = (catalogue[one.action].errors as Record<string, { status: number; message: string }>)[one.code];
  expect(outcome).toEqual({
    code: one.code,
    status: documented?.status,
    message: fill(documented?.message ?? '', one.names),
    effect: null,
  });
});

it('reaches every documented code of every operation', () => {
  const documented = Object.values(catalogue).flatMap(({ action, errors }) =>
    Object.keys(errors).map((code) => `${action} ${code}`),
  );
  expect(cases.map(({ action, code }) => `${action} ${code}`).sort()).toEqual(documented.sort());
});

it.each([
  ['GetResourceDirectory', 'resourcemanager:*', 'Forbidden.RAM', 403],
  ['EnrollAccount', 'governance:EnrollAccount', 'Forbidden.RAM', 403],
  ['DescribeConfigurationRecorder', '*', 'NoPermission', 400],
] as const)('refuses %s to a RAM user who is denied %s with %s', async (action, denied, code, status) => {
  const cloud = await startCloud(smallWorld({ key: { denied: [denied] } }));

  const outcome = await cloud.call(action, newAccount);

  await cloud.close();
  expect(outcome).toMatchObject({ code, status, effect: null });
});

it('tells everyone who they are, whatever RAM denies them', async () => {
  const cloud = await startCloud(smallWorld({ key: { denied: ['*'] } }));

  const { answer } = await cloud.call('GetCallerIdentity');

  await cloud.close();
  expect(answer).toMatchObject({ IdentityType: 'RAMUser', Arn: 'acs:ram::1000000000000001:user/gateway' });
});

it('answers with the gateway’s own code where a product that is down documents none', async () => {
  const cloud = await startCloud({ ...freshWorld(), outages: ['ResourceManager'] });

  const outcome = await cloud.call('GetResourceDirectory');

  await cloud.close();
  expect(outcome).toMatchObject({ code: 'ServiceUnavailable', status: 503 });
});
