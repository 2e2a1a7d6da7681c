import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AccountGroup } from '../../schema/cloud-config/AccountGroup';
import {
  ConfigurationChangesArgs,
  ConfigurationChangesOfAccountsArgs,
  ConfigurationChangeScopeInput,
} from '../../schema/cloud-config/ConfigurationChangeArgs';
import { ConfigurationChangeConnection } from '../../schema/cloud-config/ConfigurationChangeConnection';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { groupFeedCosts, scopeFeedCosts } from './feedCosts';
import { parseScope, scopeOfGroup } from './feedScope';
import { listChanges } from './listChanges';

/** What changed in many resources. */
@Resolver(() => AccountGroup)
export class ConfigurationChangesResolver {
  @Query(() => ConfigurationChangeConnection, {
    nullable: true,
    description:
      'What changed in many resources, newest first. Null only if nothing could be read: `gaps` names what is missing from the rest. The gateway lists the resources that Cloud Config updated in the time range, and reads the timelines of those that the page shows.',
  })
  @Costs(scopeFeedCosts)
  configurationChanges(
    @Arg('scope', () => ConfigurationChangeScopeInput, {
      nullable: true,
      description:
        'Where to look. Defaults to the whole directory, read through its account group, and to the current account without a directory. If no account group covers the directory, name the accounts. Named accounts cost two calls each if they are in no group. That costs at most 200 of ListDiscoveredResources.',
    })
    scope: ConfigurationChangeScopeInput | null | undefined,
    @Args(() => ConfigurationChangesArgs) args: ConfigurationChangesArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationChangeConnection> {
    return listChanges(parseScope(scope, context), args, context);
  }

  @FieldResolver(() => ConfigurationChangeConnection, {
    nullable: true,
    name: 'configurationChanges',
    description: 'What changed in all members of the group, newest first. Null only if nothing could be read.',
  })
  @Costs(groupFeedCosts)
  changesInGroup(
    @Root() { accountGroupId }: AccountGroup,
    @Args(() => ConfigurationChangesOfAccountsArgs)
    { regions, resourceTypes, ...args }: ConfigurationChangesOfAccountsArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationChangeConnection> {
    return listChanges(scopeOfGroup(accountGroupId, { regions, resourceTypes }, context), args, context);
  }
}
