import { Arg, Args, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../schema/relay/PageArgs';
import { AccountConnection, AccountFilter } from '../../schema/resource-manager/AccountConnection';
import { ResourceDirectory } from '../../schema/resource-manager/ResourceDirectory';
import type { Context } from '../../src/context';
import { listAccounts } from './accounts';

@Resolver(() => ResourceDirectory)
export class ResourceDirectoryResolver {
  @Query(() => ResourceDirectory, {
    nullable: true,
    description:
      'The resource directory that the current account owns or belongs to, one upstream call; null where it is in none.',
  })
  resourceDirectory(@Ctx() context: Context): Promise<ResourceDirectory | null> {
    return loadResourceDirectory(context);
  }

  @FieldResolver(() => AccountConnection, {
    nullable: true,
    description: 'The members of the directory, as `accounts` of the query gives them. One upstream call a page.',
  })
  accounts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AccountFilter, {
      nullable: true,
      description:
        'Which accounts to give. Folder and tag are filtered by the upstream; for the rest up to ten of its pages are read for one page here.',
    })
    filter: AccountFilter | null | undefined,
    @Ctx() context: Context,
  ): Promise<AccountConnection> {
    return listAccounts(page, filter, context);
  }
}

/** The directory of the current account; null where it is in none. */
export const loadResourceDirectory = async ({ loaders }: Context): Promise<ResourceDirectory | null> => {
  const record = await loaders.resourceManager.resourceDirectory.load('current');
  return record && ResourceDirectory.fromRecord(record);
};
