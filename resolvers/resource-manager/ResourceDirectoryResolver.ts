import { Args, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Costs, directoryLoad } from '../../schema/costs';
import { AccountConnection, AccountsArgs } from '../../schema/resource-manager/AccountConnection';
import { ResourceDirectory } from '../../schema/resource-manager/ResourceDirectory';
import type { Context } from '../../src/context';
import { accountsCosts, listAccounts } from './accounts';

@Resolver(() => ResourceDirectory)
export class ResourceDirectoryResolver {
  @Query(() => ResourceDirectory, {
    nullable: true,
    description: 'The resource directory that the current account owns or belongs to. Null if there is none.',
  })
  @Costs({ loads: [directoryLoad] })
  resourceDirectory(@Ctx() context: Context): Promise<ResourceDirectory | null> {
    return loadResourceDirectory(context);
  }

  @FieldResolver(() => AccountConnection, {
    nullable: true,
    description:
      'The member accounts of the directory and the gateway’s own account, the same list as `Query.accounts`. Null if they cannot be read.',
  })
  @Costs(accountsCosts)
  accounts(@Args(() => AccountsArgs) args: AccountsArgs, @Ctx() context: Context): Promise<AccountConnection> {
    return listAccounts(args, context);
  }
}

/** The directory of the current account; null if it is in none. */
export const loadResourceDirectory = async ({ loaders }: Context): Promise<ResourceDirectory | null> => {
  const record = await loaders.resourceManager.resourceDirectory.load('current');
  return record && ResourceDirectory.fromRecord(record);
};
