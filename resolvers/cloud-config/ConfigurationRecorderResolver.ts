import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  ConfigurationRecorder,
  OrganizationEnableStatus,
  parseOrganizationStatus,
} from '../../schema/cloud-config/ConfigurationRecorder';
import type { Load } from '../../schema/costs';
import { accountLoads, Costs } from '../../schema/costs';
import { rawTextOf } from '../../schema/enumValue';
import { Account } from '../../schema/resource-manager/Account';
import type { Context } from '../../src/context';
import { DescribeConfigurationRecorder } from '../../src/operations';
import type { ConfigurationRecorderRecord } from '../../src/operations/cloud-config/ConfigurationRecorderRecord';
import { accountOrCurrent } from '../currentAccount';

/** What a description says of a field that the newer version of Cloud Config lacks. */
const olderVersion =
  'Cloud Config 2020-09-07 does not return it, so one call per recorder reads it from version 2019-01-08. Null if the upstream no longer offers that version.';

const organizationLoad: Load = { operation: DescribeConfigurationRecorder, per: 'parent', isOlder: true };

@Resolver(() => ConfigurationRecorder)
export class ConfigurationRecorderResolver {
  @Query(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The configuration recorder of an account. Null if it cannot be read. An account without Cloud Config has a recorder with the status NOT_ACTIVATED.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'arguments' })
  configurationRecorder(
    @Arg('accountId', () => ID, {
      nullable: true,
      description: 'The Alibaba Cloud account ID. Defaults to the current account.',
    })
    accountId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<ConfigurationRecorder> {
    return loadRecorder(context, accountId, ['accountId']);
  }

  @FieldResolver(() => OrganizationEnableStatus, {
    nullable: true,
    description: `Whether the enterprise edition is on. Null if the upstream does not return it. ${olderVersion}`,
  })
  @Costs({ loads: [organizationLoad] })
  async organizationEnableStatus(
    @Root() recorder: ConfigurationRecorder,
    @Ctx() context: Context,
  ): Promise<OrganizationEnableStatus | null> {
    return parseOrganizationStatus((await organizationOf(recorder, context))?.OrganizationEnableStatus);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `${rawTextOf('organizationEnableStatus')} ${olderVersion}`,
  })
  @Costs({ loads: [organizationLoad] })
  async rawOrganizationEnableStatus(
    @Root() recorder: ConfigurationRecorder,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return (await organizationOf(recorder, context))?.OrganizationEnableStatus ?? null;
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: `The management account of the organization. Null if the upstream does not return it; it returns it only to that account. ${olderVersion}`,
  })
  @Costs({ loads: [organizationLoad], details: accountLoads })
  async organizationManagementAccount(
    @Root() recorder: ConfigurationRecorder,
    @Ctx() context: Context,
  ): Promise<Account | null> {
    const accountId = (await organizationOf(recorder, context))?.OrganizationMasterId;
    // One sample prints 0 if the field does not apply.
    return accountId === undefined || accountId === '0' ? null : Account.of(accountId);
  }
}

/** The record that describes the organization; null if there is none. */
const organizationOf = async (
  { accountId, status }: ConfigurationRecorder,
  { loaders }: Context,
): Promise<ConfigurationRecorderRecord | null> =>
  status === 'NOT_ACTIVATED' ? null : loaders.cloudConfig.organization.load(accountId);

/** The recorder of an account, the current one if none is named. */
export const loadRecorder = async (
  context: Context,
  accountId: string | null | undefined,
  field: readonly string[],
): Promise<ConfigurationRecorder> => {
  const account = await accountOrCurrent(context, accountId, field);
  const record = await context.loaders.cloudConfig.configurationRecorder.load(account);
  return ConfigurationRecorder.fromRecord(account, record);
};
