import type { RefusalState } from './RefusalState';
import { epoch, memberId, outsiderId, smallWorld, unknownId } from './smallWorld';

const newAccount = { AccountNamePrefix: 'shop', DisplayName: 'Shop' };
const vpcItem = 'ACS-BP_ACCOUNT_FACTORY_VPC';
const subscriptionItem = 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES';

const enroll = { operation: 'EnrollAccount', parameters: newAccount } as const;
const enrolled = { operation: 'GetEnrolledAccount', parameters: { AccountUid: memberId } } as const;
const listEnrolled = { operation: 'ListEnrolledAccounts' } as const;
const listBaselines = { operation: 'ListAccountFactoryBaselines' } as const;
const getBaseline = { operation: 'GetAccountFactoryBaseline' } as const;
const listItems = { operation: 'ListAccountFactoryBaselineItems' } as const;

/** Cloud Governance Center: what every operation of it refuses. */
const common = [enroll, enrolled, listEnrolled, listBaselines, getBaseline, listItems].flatMap(
  (operation): readonly RefusalState[] => [
    {
      ...operation,
      code: 'InvalidEnterpriseRealName.NotFound',
      state: 'a management account without verification',
      world: smallWorld({ management: { verification: 'none' } }),
    },
    {
      ...operation,
      code: 'InternalError',
      state: 'Cloud Governance Center being down',
      world: smallWorld({ outages: ['governance'] }),
    },
  ],
);

const governsNothing = [listEnrolled, listBaselines, getBaseline].map((operation): RefusalState => ({
  ...operation,
  code: 'InvalidUser.NotFound',
  state: 'a member, which governs nothing',
  world: smallWorld(),
  key: 'memberid',
}));

export const governanceRefusals: readonly RefusalState[] = [
  ...common,
  ...governsNothing,
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
    ...listEnrolled,
    code: 'InvalidParameter',
    state: 'a NextToken that is none',
    world: smallWorld(),
    parameters: { NextToken: 'AAAAAGx9/Qk2+mT0' },
    names: ['NextToken'],
  },
  {
    ...getBaseline,
    code: 'InvalidParameter',
    state: 'a text that can be no baseline id',
    world: smallWorld(),
    parameters: { BaselineId: 'payments' },
    names: ['BaselineId'],
  },
  {
    ...getBaseline,
    code: 'InvalidBaseline.NotFound',
    state: 'a baseline that does not exist',
    world: smallWorld(),
    parameters: { BaselineId: 'afb-bp1none0000000000000' },
  },
];
