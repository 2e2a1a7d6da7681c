import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import type { AccountGroupRecord } from '../../src/operations/cloud-config/2020-09-07/AccountGroupRecord';

/**
 * The ID of the account group that covers the directory. Null without a directory.
 *
 * @param field the argument by which another group can be named.
 * @throws UserError NOT_FOUND if no group covers the directory.
 */
export const findDirectoryGroup = async (
  { loaders }: Context,
  field: readonly string[],
): Promise<AccountGroupRecord | null> => {
  const group = await loaders.accountGroups.ofDirectory.load('current');
  if (group !== null) return group;
  if ((await loaders.resourceManager.resourceDirectory.load('current')) === null) return null;
  throw new UserError(
    'NOT_FOUND',
    {
      en: 'No account group covers the whole directory. Pass accountGroupId to use another group, which `accountGroups` lists, or create one of the type “resource directory” in Cloud Config.',
      zh: '没有覆盖整个资源目录的账号组。请通过 accountGroupId 指定其他账号组（可由 `accountGroups` 查询），或在配置审计中新建类型为“资源目录”的账号组。',
    },
    field,
  );
};
