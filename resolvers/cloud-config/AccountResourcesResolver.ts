import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import { ConfigurationChangesOfAccountsArgs } from '../../schema/cloud-config/ConfigurationChangeArgs';
import { ConfigurationChangeConnection } from '../../schema/cloud-config/ConfigurationChangeConnection';
import { ResourceCount, ResourceCountKey } from '../../schema/cloud-config/ResourceCount';
import { Costs } from '../../schema/costs';
import { Account } from '../../schema/resource-manager/Account';
import type { Context } from '../../src/context';
import { GetDiscoveredResourceCounts, ListDiscoveredResources } from '../../src/operations';
import { resourcesFilterCosts } from './checkEmptyList';
import { accountFeedCosts } from './feedCosts';
import { scopeOfAccount } from './feedScope';
import { listChanges } from './listChanges';
import { listResources } from './listResources';

const countKeys = { REGION: 'Region', RESOURCE_TYPE: 'ResourceType' } as const;

/** What Cloud Config knows of an account’s resources. */
@Resolver(() => Account)
export class AccountResourcesResolver {
  @FieldResolver(() => CloudResourceConnection, {
    nullable: true,
    description: 'The resources that Cloud Config records in the account. Null if they cannot be read.',
  })
  @Costs({
    page: { list: ListDiscoveredResources, peeks: 1 },
    filter: resourcesFilterCosts('parent'),
    account: 'parent',
  })
  resources(
    @Root() { accountId }: Account,
    @Args(() => ResourcesArgs) args: ResourcesArgs,
    @Ctx() context: Context,
  ): Promise<CloudResourceConnection> {
    return listResources(accountId, args, context);
  }

  @FieldResolver(() => ConfigurationChangeConnection, {
    nullable: true,
    description: 'What changed in the account, newest first. Null only if nothing could be read.',
  })
  @Costs(accountFeedCosts)
  configurationChanges(
    @Root() { accountId }: Account,
    @Args(() => ConfigurationChangesOfAccountsArgs)
    { regions, resourceTypes, ...args }: ConfigurationChangesOfAccountsArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationChangeConnection> {
    return listChanges(scopeOfAccount(accountId, { regions, resourceTypes }, context), args, context);
  }

  @FieldResolver(() => [ResourceCount], {
    nullable: true,
    description: 'The number of resources that Cloud Config records in the account. Null if they cannot be counted.',
  })
  @Costs({ loads: [{ operation: GetDiscoveredResourceCounts, per: 'arguments' }] })
  async resourceCounts(
    @Root() { accountId }: Account,
    @Arg('by', () => ResourceCountKey, { description: 'What to count by.' }) by: ResourceCountKey,
    @Ctx() context: Context,
  ): Promise<ResourceCount[]> {
    const counts = await context.loaders.cloudConfig.resourceCounts.load({ accountId, by: countKeys[by] });
    return counts.map(({ GroupName = '', ResourceCount: count = 0 }) => ({ name: GroupName, count }));
  }
}
