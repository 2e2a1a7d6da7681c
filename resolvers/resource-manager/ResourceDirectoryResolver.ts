import { Ctx, Query, Resolver } from 'type-graphql';
import { ResourceDirectory } from '../../schema/resource-manager/ResourceDirectory';
import type { Context } from '../../src/context';

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
}

/** The directory of the current account; null where it is in none. */
export const loadResourceDirectory = async ({ loaders }: Context): Promise<ResourceDirectory | null> => {
  const record = await loaders.resourceManager.resourceDirectory.load('current');
  return record && ResourceDirectory.fromRecord(record);
};
