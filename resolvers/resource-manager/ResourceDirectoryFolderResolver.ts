import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Costs, directoryLoad, ownAccountLoads } from '../../schema/costs';
import { PageArgs } from '../../schema/relay/PageArgs';
import { AccountConnection } from '../../schema/resource-manager/AccountConnection';
import { ResourceDirectoryFolder } from '../../schema/resource-manager/ResourceDirectoryFolder';
import { ResourceDirectoryFolderConnection } from '../../schema/resource-manager/ResourceDirectoryFolderConnection';
import { DateTime } from '../../schema/scalars';
import { presentDate, presentText } from '../../schema/scalars/present';
import type { Context } from '../../src/context';
import { GetFolder, ListAccountsForParent, ListAncestors, ListFoldersForParent } from '../../src/operations';
import type { FolderSummaryRecord } from '../../src/operations/resource-manager/FolderRecord';
import { connectNumbered } from '../paging';
import { requireText } from '../requireText';
import { listAccountsOf } from './accounts';
import { nullWithoutDirectory } from './loadAccount';

/** How deep a directory may be: Resource Management 2020-03-31. */
const maxFolderDepth = 5;

@Resolver(() => ResourceDirectoryFolder)
export class ResourceDirectoryFolderResolver {
  @Query(() => ResourceDirectoryFolder, {
    nullable: true,
    description: 'The folder with this ID. Null if the directory has no such folder, or if there is no directory.',
  })
  @Costs({ loads: [{ operation: GetFolder, per: 'object' }, directoryLoad], object: 'arguments' })
  folder(
    @Arg('folderId', () => ID, { description: 'The folder ID: `fd-…`, or `r-…` for the root folder.' })
    folderId: string,
    @Ctx() context: Context,
  ): Promise<ResourceDirectoryFolder | null> {
    return findFolder(context, requireText(folderId, ['folderId']));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The folder’s name. Null if the directory does not return it.',
  })
  async name(@Root() folder: ResourceDirectoryFolder, @Ctx() context: Context): Promise<string | null> {
    return presentText((await recordOf(folder, context))?.FolderName);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the folder was made. Null if the directory does not return it.',
  })
  async createdAt(@Root() folder: ResourceDirectoryFolder, @Ctx() context: Context): Promise<Date | null> {
    return presentDate((await recordOf(folder, context))?.CreateTime);
  }

  @FieldResolver(() => ResourceDirectoryFolder, {
    nullable: true,
    description: 'The folder above this one. Null for the root folder.',
  })
  @Costs({
    loads: [{ operation: GetFolder, per: 'parent' }],
    details: [{ operation: GetFolder, per: 'object' }],
  })
  async parent(
    @Root() { folderId, parentId }: ResourceDirectoryFolder,
    @Ctx() { loaders }: Context,
  ): Promise<ResourceDirectoryFolder | null> {
    if (parentId !== undefined) return ResourceDirectoryFolder.of(parentId);
    const id = presentText((await loaders.resourceManager.folderDetail.load(folderId))?.ParentFolderId);
    return id === null ? null : ResourceDirectoryFolder.of(id);
  }

  @FieldResolver(() => [ResourceDirectoryFolder], {
    nullable: true,
    description:
      'The folders from the root folder down to the parent. Empty for the root folder. Null if they cannot be read.',
  })
  @Costs({ loads: [{ operation: ListAncestors, per: 'parent' }], size: maxFolderDepth })
  async ancestors(
    @Root() { folderId }: ResourceDirectoryFolder,
    @Ctx() { loaders }: Context,
  ): Promise<ResourceDirectoryFolder[]> {
    const records = await loaders.resourceManager.ancestors.load(folderId);
    return records.map((record, index) =>
      ResourceDirectoryFolder.of(record.FolderId, { record, parentId: records[index - 1]?.FolderId }),
    );
  }

  @FieldResolver(() => ResourceDirectoryFolderConnection, {
    nullable: true,
    description: 'The folders directly in this folder. Null if they cannot be read.',
  })
  @Costs({ page: { list: ListFoldersForParent }, level: 'below' })
  children(
    @Root() { folderId }: ResourceDirectoryFolder,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { cursors, loaders }: Context,
  ): Promise<ResourceDirectoryFolderConnection> {
    return connectNumbered<FolderSummaryRecord, ResourceDirectoryFolder>(
      {
        field: 'children',
        page,
        cursors,
        args: folderId,
        keyOf: ({ FolderId }) => FolderId,
        toNode: (record) => ResourceDirectoryFolder.of(record.FolderId, { record, parentId: folderId }),
      },
      (upstreamPage) => loaders.resourceManager.foldersPage.load({ ...upstreamPage, parentId: folderId }),
    );
  }

  @FieldResolver(() => AccountConnection, {
    nullable: true,
    description:
      'The accounts directly in this folder. Null if they cannot be read. If the list of the root folder omits the gateway’s own account although the account is in it, that account comes last.',
  })
  @Costs({ page: { list: ListAccountsForParent }, loads: ownAccountLoads, account: 'directory' })
  accounts(
    @Root() { folderId }: ResourceDirectoryFolder,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<AccountConnection> {
    return listAccountsOf(folderId, page, context);
  }
}

/** The folder with this id; null if the directory does not know it. */
export const findFolder = async (context: Context, folderId: string): Promise<ResourceDirectoryFolder | null> => {
  const record = await nullWithoutDirectory(context, context.loaders.resourceManager.folder.load({ folderId }));
  return record && ResourceDirectoryFolder.of(folderId, { record });
};

/** The record that a list returned with the folder, or else the one that the directory has. */
const recordOf = (
  { folderId, parentId, record }: ResourceDirectoryFolder,
  { loaders }: Context,
): FolderSummaryRecord | Promise<FolderSummaryRecord | null> =>
  record ?? loaders.resourceManager.folder.load({ folderId, parentId });
