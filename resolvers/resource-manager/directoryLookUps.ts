import type { Context } from '../../src/context';
import { EnrollAccount, InitResourceDirectory } from '../../src/operations';
import type { Finding, LookUp } from '../writing/lookUps';
import { asDocumented, rejected } from '../writing/lookUps';

/** Whether an account owns a directory already, or is in one of another account. */
export const whetherThereIsADirectory = ({ loaders }: Context, accountId: string): LookUp => ({
  subject: { en: 'whether there is a resource directory', zh: '是否已有资源目录' },
  explains: [],
  isBeforeSend: true,
  find: async (): Promise<Finding | undefined> => {
    const directory = await loaders.resourceManager.resourceDirectory.load('current');
    if (directory === null) return undefined;
    return directory.MasterAccountId === accountId
      ? { outcome: 'ALREADY_DONE', error: asDocumented(InitResourceDirectory, 'EntityAlreadyExists.ResourceDirectory') }
      : rejected(asDocumented(InitResourceDirectory, 'NotSupport.AccountInAnotherResourceDirectory'));
  },
});

/** Whether the account that enrolls others owns a directory: nobody else may. */
export const whetherItOwnsTheDirectory = ({ loaders }: Context, accountId: string): LookUp => ({
  subject: { en: 'whether the account manages a resource directory', zh: '该账号是否为资源目录的管理账号' },
  explains: [],
  find: async () => {
    const directory = await loaders.resourceManager.resourceDirectory.load('current');
    const isOwner = directory?.MasterAccountId === accountId;
    return isOwner ? undefined : rejected(asDocumented(EnrollAccount, 'InvalidUser.NotResourceDirectoryMaster'));
  },
});
