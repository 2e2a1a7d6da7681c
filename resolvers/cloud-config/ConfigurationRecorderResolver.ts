import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { DescribeConfigurationRecorder } from '../../src/operations';
import { accountOrCurrent } from '../currentAccount';

@Resolver(() => ConfigurationRecorder)
export class ConfigurationRecorderResolver {
  @Query(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The configuration recorder of an account; null only where it could not be read. An account without Cloud Config has a recorder that is NOT_ACTIVATED.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'arguments' })
  configurationRecorder(
    @Arg('accountId', () => ID, {
      nullable: true,
      description: 'The Alibaba Cloud account ID; left out: that of the current account.',
    })
    accountId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<ConfigurationRecorder> {
    return loadRecorder(context, accountId, ['accountId']);
  }
}

/** The recorder of an account, the current one where none is named. */
export const loadRecorder = async (
  context: Context,
  accountId: string | null | undefined,
  field: readonly string[],
): Promise<ConfigurationRecorder> => {
  const account = await accountOrCurrent(context, accountId, field);
  const record = await context.loaders.cloudConfig.configurationRecorder.load(account);
  return ConfigurationRecorder.fromRecord(account, record);
};
