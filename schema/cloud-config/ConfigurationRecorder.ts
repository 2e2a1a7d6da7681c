import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ConfigurationRecorderRecord } from '../../src/operations/cloud-config/ConfigurationRecorderRecord';
import { accountLoads, Costs } from '../costs';
import { defineEnum, enumValue, unknownBeside } from '../enumValue';
import { pollAfterMs, pollAfterMsText } from '../pollAfterMs';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';
import { Account } from '../resource-manager/Account';

const recorderStatuses = {
  NOT_ACTIVATED: 'Cloud Config was never activated in this account, so nothing is recorded.',
  REGISTRABLE: 'The account has a recorder, but it is not registered.',
  BUILDING: 'The recorder is being built. The first inventory takes minutes.',
  REGISTERED: 'The recorder is on.',
  REBUILDING: 'The recorder is being rebuilt after its resource types were changed.',
};

export const ConfigurationRecorderStatusInput = defineEnum(
  'ConfigurationRecorderStatusInput',
  'The status of a configuration recorder, as a filter.',
  recorderStatuses,
);
export type ConfigurationRecorderStatusInput = keyof typeof ConfigurationRecorderStatusInput;

export const ConfigurationRecorderStatus = defineEnum(
  'ConfigurationRecorderStatus',
  'The status of a configuration recorder.',
  { ...recorderStatuses, UNKNOWN: unknownBeside('rawStatus') },
);
export type ConfigurationRecorderStatus = keyof typeof ConfigurationRecorderStatus;

export const OrganizationEnableStatus = defineEnum(
  'OrganizationEnableStatus',
  'Whether the enterprise edition of Cloud Config is on for the organization.',
  {
    REGISTRABLE: 'The organization is not upgraded.',
    BUILDING: 'The organization is being upgraded.',
    REGISTERED: 'The organization is upgraded.',
    UNKNOWN: unknownBeside('rawOrganizationEnableStatus'),
  },
);
export type OrganizationEnableStatus = keyof typeof OrganizationEnableStatus;

const statuses = {
  REGISTRABLE: 'REGISTRABLE',
  BUILDING: 'BUILDING',
  REGISTERED: 'REGISTERED',
  REBUILDING: 'REBUILDING',
} as const;

/** Reads a recorder's status as the upstream prints it. */
export const parseRecorderStatus = (raw: string | undefined): ConfigurationRecorderStatus => enumValue(statuses, raw);

const organizationStatuses = { REGISTRABLE: 'REGISTRABLE', BUILDING: 'BUILDING', REGISTERED: 'REGISTERED' } as const;

/** Reads the status of the enterprise edition as the upstream prints it; null if it prints none. */
export const parseOrganizationStatus = (raw: string | undefined): OrganizationEnableStatus | null =>
  raw === undefined ? null : enumValue(organizationStatuses, raw);

/** The switch that turns resource tracking on in an account, and what it tracks. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description:
    'The configuration recorder of one account: the switch that turns resource tracking on, and what it tracks.',
})
@Directive('@key(fields: "accountId")')
export class ConfigurationRecorder extends Node {
  @Field(() => ID, { description: 'The Alibaba Cloud account ID of the account whose resources it records.' })
  readonly accountId!: string;

  @Field(() => Account, { description: 'The account whose resources it records.' })
  @Costs({ details: accountLoads, account: 'parent' })
  readonly account!: Account;

  @Field(() => ConfigurationRecorderStatus, { description: 'The status of the recorder.' })
  readonly status!: ConfigurationRecorderStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The value of `status` as the upstream returned it. Null if it returned none, as for NOT_ACTIVATED.',
  })
  readonly rawStatus!: string | null;

  @Field(() => Int, { nullable: true, description: pollAfterMsText })
  get pollAfterMs(): number | null {
    return this.status === 'BUILDING' || this.status === 'REBUILDING' ? pollAfterMs : null;
  }

  @Field(() => [String], {
    nullable: true,
    description:
      'Resource types that are recorded, `ACS::Product::Kind`. A single `all` means every type that Cloud Config supports. Null if the upstream does not return them.',
  })
  readonly resourceTypes!: readonly string[] | null;

  /**
   * The only place where wire names become GraphQL names.
   *
   * @param accountId the account of the request: the answer names it for ordinary accounts only.
   * @param record null if Cloud Config does not know the account.
   */
  static fromRecord(accountId: string, record: ConfigurationRecorderRecord | null): ConfigurationRecorder {
    const status = record?.ConfigurationRecorderStatus;
    return Object.assign(new ConfigurationRecorder(), {
      accountId,
      account: Account.of(accountId),
      status: record === null ? 'NOT_ACTIVATED' : parseRecorderStatus(status),
      rawStatus: status ?? null,
      resourceTypes: record?.ResourceTypes ?? null,
    } satisfies Omit<ConfigurationRecorder, 'id' | 'pollAfterMs'>);
  }

  protected override globalKey(): GlobalKey {
    return ['ConfigurationRecorder', this.accountId];
  }
}
