import type { Handlers } from '../handler';
import { BusinessError } from '../handler';
import type { World } from '../world/World';
import type { Directory } from './Directories';
import { accountHandlers } from './accounts';
import { folderHandlers } from './folders';

type ResourceManagerHandlers = typeof accountHandlers &
  typeof folderHandlers &
  Pick<Handlers, 'InitResourceDirectory' | 'GetResourceDirectory'>;

/** Resource Management, answered from the state of the world. */
export const resourceManagerHandlers: ResourceManagerHandlers = {
  ...accountHandlers,
  ...folderHandlers,

  InitResourceDirectory(_request, context) {
    const { world, caller } = context;
    const { accounts, directories } = world;
    const account = accounts.open(caller.accountId);

    if (directories.ownedBy(caller.accountId)) throw new BusinessError('EntityAlreadyExists.ResourceDirectory');
    if (directories.joinedBy(caller.accountId)) {
      throw new BusinessError('NotSupport.AccountInAnotherResourceDirectory');
    }
    if (account?.site === 'international') throw new BusinessError('NotSupport.Account.Site');
    if (account?.type !== 'enterprise') throw new BusinessError('Invalid.AccountType');
    if (account.verification !== 'enterprise') throw new BusinessError('EnterpriseRealNameVerificationError');
    if (account.enterpriseName === '') throw new BusinessError('Invalid.EnterpriseName');

    const directory = directories.create(account);
    context.effect(`resource directory ${directory.resourceDirectoryId} of account ${account.accountId} created`);
    return { ResourceDirectory: newDirectory(world, directory) };
  },

  GetResourceDirectory(_request, { world, caller }) {
    const { accounts, directories } = world;
    const directory = directories.ownedBy(caller.accountId) ?? directories.joinedBy(caller.accountId);
    if (!directory) throw new BusinessError('ResourceDirectoryNotInUse');

    return {
      ResourceDirectory: {
        ...newDirectory(world, directory),
        ControlPolicyStatus: directory.controlPolicyStatus,
        IdentityInformation: accounts.get(directory.managementAccountId)?.enterpriseName,
        MemberDeletionStatus: directory.memberDeletionStatus,
      },
    };
  },
};

function newDirectory({ accounts }: World, directory: Directory) {
  return {
    CreateTime: new Date(directory.createdAt).toISOString(),
    MasterAccountId: directory.managementAccountId,
    MasterAccountName: accounts.get(directory.managementAccountId)?.name,
    ResourceDirectoryId: directory.resourceDirectoryId,
    RootFolderId: directory.rootFolderId,
  };
}
