import type { World, WorldDefinition } from '../../src/emulator';
import { BusinessError, createWorld, freshWorld } from '../../src/emulator';
import type { GovernanceErrorCode } from '../../src/errors/GovernanceErrorCode';
import type { CloudConfigVersion } from '../../src/settings';
import type { AccountInput } from '../emulator/world/worlds';
import { epoch, outsiderId, smallWorld } from '../emulator/world/worlds';
import { cloudConfigVersion } from './cloudConfigVersion';
import type { GatewayOptions } from './startGateway';

/** A state of the world, a document that runs into it, and what its client gets. */
export interface DocumentedState {
  readonly action: string;
  /** The upstream's code. */
  readonly upstreamCode: string;
  readonly state: string;
  readonly world: NonNullable<GatewayOptions['world']>;
  readonly document: string;
  /** Default: `testid`. */
  readonly key?: 'memberid' | 'outsiderid';
  /** What the client sees. */
  readonly code: GovernanceErrorCode;
  readonly retryable?: boolean;
  /** The input field that the client is pointed to. */
  readonly field?: readonly string[];
  /** The one version of Cloud Config that documents it. Omitted for each. */
  readonly only?: CloudConfigVersion;
  /** Writes only. */
  readonly outcome?: 'REJECTED' | 'UNKNOWN' | 'ALREADY_DONE' | 'IN_PROGRESS';
}

const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };

const freshWith = (account: Partial<AccountInput>): WorldDefinition => {
  const world = freshWorld();
  return { ...world, accounts: world.accounts.map((one) => ({ ...one, ...account })) };
};

const closed = smallWorld({ management: { status: 'closed', recorder: active } });
const deniedConfig = smallWorld({ key: { denied: ['config:*'] } });
const noConfig = smallWorld({ outages: ['Config'] });

/** No document names a member, so this refusal has to come of its own accord. */
const withoutThatMember = (): World => {
  const world = createWorld(smallWorld({ management: { recorder: active } }));
  Object.defineProperty(world.timelines, 'get', {
    value: () => {
      throw new BusinessError('MemberNotBelongToMaster');
    },
  });
  return world;
};

const mutation = (field: string, input: string): string => `mutation {
  ${field}(input: ${input}) { outcome requestId errors { code upstreamCode message field retryable retryAfterMs } }
}`;

const start = { action: 'StartConfigurationRecorder', document: mutation('startConfigurationRecorder', '{}') };
const timeline = {
  action: 'GetResourceConfigurationTimeline',
  document: `{
    configurationTimeline(resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }) {
      nodes { capturedAt }
    }
  }`,
};
const init = {
  action: 'InitResourceDirectory',
  document: mutation('initResourceDirectory', '{}'),
  code: 'CONFLICT',
} as const;
const create = (more = ''): string =>
  mutation('createAccount', `{ accountNamePrefix: "shop", displayName: "Shop" ${more} }`);
const enroll = { action: 'EnrollAccount', document: create() };
const rejected = { outcome: 'REJECTED' } as const;

const everyState: readonly DocumentedState[] = [
  {
    ...start,
    ...rejected,
    upstreamCode: 'NoPermission',
    state: 'a RAM user without the permission',
    world: deniedConfig,
    code: 'FORBIDDEN',
  },
  {
    ...start,
    upstreamCode: 'ProcessIsRunning',
    state: 'a recorder being built',
    world: smallWorld({ management: { recorder: { status: 'BUILDING', since: epoch } } }),
    code: 'CONFLICT',
    retryable: true,
    outcome: 'IN_PROGRESS',
  },
  {
    ...start,
    ...rejected,
    document: mutation('startConfigurationRecorder', '{ enterpriseEdition: true }'),
    upstreamCode: 'RDMemberNoPermission',
    state: 'a member that asks for the enterprise edition',
    world: smallWorld(),
    key: 'memberid',
    code: 'FORBIDDEN',
  },
  {
    ...start,
    ...rejected,
    upstreamCode: 'CreateSLRFail',
    state: 'an account whose service-linked role cannot be made',
    world: smallWorld({ management: { serviceLinkedRole: 'refused' } }),
    code: 'UPSTREAM_REJECTED',
  },
  {
    ...start,
    ...rejected,
    upstreamCode: 'AccountNotExisted',
    state: 'a closed account',
    only: '2019-01-08',
    world: closed,
    code: 'NOT_FOUND',
  },
  {
    ...start,
    upstreamCode: 'ServiceUnavailable',
    state: 'Cloud Config being down',
    world: noConfig,
    code: 'UPSTREAM_UNAVAILABLE',
    retryable: true,
    outcome: 'UNKNOWN',
  },

  {
    ...timeline,
    upstreamCode: 'NoPermission',
    state: 'a RAM user without the permission',
    world: deniedConfig,
    code: 'FORBIDDEN',
  },
  {
    ...timeline,
    upstreamCode: 'MemberNotBelongToMaster',
    state: 'an upstream that speaks of a member',
    world: withoutThatMember,
    code: 'FORBIDDEN',
  },
  {
    ...timeline,
    upstreamCode: 'AccountNotExisted',
    state: 'an account never activated',
    world: smallWorld(),
    code: 'NOT_FOUND',
  },
  {
    ...timeline,
    upstreamCode: 'ServiceUnavailable',
    state: 'Cloud Config being down',
    world: noConfig,
    code: 'UPSTREAM_UNAVAILABLE',
    retryable: true,
  },

  {
    ...init,
    ...rejected,
    upstreamCode: 'NotSupport.AccountInAnotherResourceDirectory',
    state: 'a member of another directory',
    world: smallWorld(),
    key: 'memberid',
  },
  {
    ...init,
    ...rejected,
    upstreamCode: 'EnterpriseRealNameVerificationError',
    state: 'an account verified as an individual',
    world: freshWith({ verification: 'individual' }),
  },
  {
    ...init,
    ...rejected,
    upstreamCode: 'Invalid.AccountType',
    state: 'a personal account',
    world: freshWith({ type: 'personal' }),
  },
  {
    ...init,
    ...rejected,
    upstreamCode: 'Invalid.EnterpriseName',
    state: 'no enterprise name',
    world: freshWith({ enterpriseName: '' }),
  },
  {
    ...init,
    ...rejected,
    upstreamCode: 'NotSupport.Account.Site',
    state: 'an account of the international site',
    world: freshWith({ site: 'international' }),
  },
  {
    ...init,
    upstreamCode: 'EntityAlreadyExists.ResourceDirectory',
    state: 'a directory already',
    world: smallWorld(),
    outcome: 'ALREADY_DONE',
  },

  {
    ...enroll,
    ...rejected,
    document: create('folderId: "fd-nowhere"'),
    upstreamCode: 'InvalidParameter',
    state: 'a folder that is not in the directory',
    field: ['input', 'folderId'],
    world: smallWorld(),
    code: 'BAD_USER_INPUT',
  },
  {
    ...enroll,
    ...rejected,
    upstreamCode: 'DeployConflict.Blueprint',
    state: 'a blueprint being deployed',
    world: smallWorld({ zone: { accountFactory: { name: 'AccountFactory', status: 'Deploying', since: epoch } } }),
    code: 'CONFLICT',
    retryable: true,
  },
  {
    ...enroll,
    ...rejected,
    upstreamCode: 'DependencyViolation.Blueprint',
    state: 'a resource structure that was never deployed',
    world: smallWorld({ zone: { resourceStructure: { name: 'ResourceStructure', status: 'NotDeployed' } } }),
    code: 'CONFLICT',
  },
  {
    ...enroll,
    ...rejected,
    document: create('baselineItems: [{ name: "ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES", skip: true }]'),
    upstreamCode: 'DependencyViolation.BaselineItem',
    field: ['input', 'baselineItems', '0', 'name'],
    state: 'an item whose dependency is skipped',
    world: smallWorld(),
    code: 'CONFLICT',
  },
  {
    ...enroll,
    ...rejected,
    upstreamCode: 'IncorrectBlueprintStatus',
    state: 'a blueprint being deleted',
    world: smallWorld({ zone: { accountFactory: { name: 'AccountFactory', status: 'Deleting' } } }),
    code: 'CONFLICT',
    retryable: true,
  },
  {
    ...enroll,
    ...rejected,
    upstreamCode: 'InvalidUser.NotResourceDirectoryMaster',
    state: 'a verified account in no directory',
    world: smallWorld(),
    key: 'outsiderid',
    code: 'FORBIDDEN',
  },
  {
    ...enroll,
    ...rejected,
    document: mutation('enrollAccount', `{ accountId: "${outsiderId}" }`),
    upstreamCode: 'InvalidUser.NotFound',
    field: ['input', 'accountId'],
    state: 'an account that is not in the directory',
    world: smallWorld(),
    code: 'NOT_FOUND',
  },
  {
    ...enroll,
    ...rejected,
    upstreamCode: 'InvalidBlueprint.NotFound',
    state: 'no account factory',
    world: smallWorld({ zone: { accountFactory: null } }),
    code: 'NOT_FOUND',
  },
  {
    ...enroll,
    ...rejected,
    document: create('baselineItems: [{ name: "ACS-BP_ACCOUNT_FACTORY_MOON" }]'),
    upstreamCode: 'InvalidBaselineItem.NotFound',
    field: ['input', 'baselineItems', '0', 'name'],
    state: 'a baseline item that is not offered',
    world: smallWorld(),
    code: 'NOT_FOUND',
  },
  {
    ...enroll,
    ...rejected,
    upstreamCode: 'InvalidEnterpriseRealName.NotFound',
    state: 'a management account without verification',
    world: smallWorld({ management: { verification: 'none' } }),
    code: 'CONFLICT',
  },
  {
    ...enroll,
    upstreamCode: 'InternalError',
    state: 'Cloud Governance Center being down',
    world: smallWorld({ outages: ['governance'] }),
    code: 'UPSTREAM_UNAVAILABLE',
    retryable: true,
    outcome: 'UNKNOWN',
  },
];

/** Every error code that the documents of the four root operations list, each by a state that causes it. */
export const documentedStates = everyState.filter(({ only = cloudConfigVersion }) => only === cloudConfigVersion);
