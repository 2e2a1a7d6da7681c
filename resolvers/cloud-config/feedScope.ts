import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import type { ConfigurationChangeScopeInput } from '../../schema/cloud-config/ConfigurationChangeArgs';
import type { ResourceKey } from '../../src/changes/ResourceKey';
import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';
import type { FeedGap } from '../../src/feed/FeedGap';
import type { FeedSource } from '../../src/feed/UpdateIndex';
import { accountOrCurrent, parseAccountId } from '../currentAccount';
import { every } from '../every';
import { requireText } from '../requireText';
import { listAccounts } from '../resource-manager/accounts';
import type { PushedScope } from './feedSources';
import { accountSource, groupSource } from './feedSources';
import { findDirectoryGroup } from './findDirectoryGroup';
import { managementAccountId } from './listAllResources';
import { toPlaces } from './listFilter';
import { parseResourceKey } from './parseResourceKey';
import { gapOf, uncoveredAccounts } from './uncoveredAccounts';

/** So many accounts, and so many resources, can be named. */
export const maxNamed = 100;

/** So many accounts that are named, or are in a folder, are read by a role each. */
export const maxByRole = 50;

/** So many pages of the accounts of a folder are read. */
const maxFolderPages = 10;

/** Where changes are looked for. */
export interface FeedScope {
  readonly sources: readonly FeedSource[];
  readonly named?: readonly ResourceKey[];
  readonly isInScope?: (resource: ResourceKey) => boolean;
  /** What no source covers. */
  readonly gaps: readonly FeedGap[];
}

/** What a scope is, as cursors are bound to it, and how it is found. */
export interface ParsedScope {
  readonly text: string;
  readonly find: () => Promise<FeedScope>;
}

/** The changes of one account. */
export const scopeOfAccount = (accountId: string, narrowing: Narrowing, context: Context): ParsedScope => {
  const pushed = toPlaces(narrowing, []);
  return {
    text: JSON.stringify(['account', accountId, pushed]),
    find: () => Promise.resolve(only([accountSource(accountId, pushed, context)])),
  };
};

/** The changes of the members of an account group. */
export const scopeOfGroup = (accountGroupId: string, narrowing: Narrowing, context: Context): ParsedScope => {
  const pushed = toPlaces(narrowing, []);
  return {
    text: JSON.stringify(['group', accountGroupId, pushed]),
    find: () => Promise.resolve(inSight(only([groupSource(accountGroupId, pushed, context)]), context)),
  };
};

/** What a client names as the scope. Nothing is the whole directory. @throws UserError for what does not fit together. */
export const parseScope = (scope: ConfigurationChangeScopeInput | null | undefined, context: Context): ParsedScope => {
  const { accountIds, accountGroupId, folderId, includeSubfolders, resources, ...narrowing } = scope ?? {};
  const named = Object.entries({ accountIds, accountGroupId, folderId, resources })
    .filter(([, value]) => value != null)
    .map(([name]) => name);
  const [kind, second] = named;
  if (second !== undefined) throw together(named);
  if (includeSubfolders === true && folderId == null) {
    throw badInput(
      ['scope', 'includeSubfolders'],
      { en: 'omitted, or combined with folderId', zh: '省略，或与 folderId 一起使用' },
      includeSubfolders,
    );
  }
  if (kind === 'resources') return scopeOfResources(resources ?? [], narrowing, context);
  const pushed = toPlaces(narrowing, ['scope']);
  if (kind === 'accountIds') {
    const ids = checkNumber(accountIds ?? [], 'accountIds').map((id, index) =>
      parseAccountId(id, ['scope', 'accountIds', String(index)]),
    );
    const sorted = [...new Set(ids)].sort();
    return {
      text: JSON.stringify(['accounts', sorted, pushed]),
      find: () => findAccounts(sorted, pushed, context),
    };
  }
  if (accountGroupId != null) {
    return scopeOfGroup(requireText(accountGroupId, ['scope', 'accountGroupId']), narrowing, context);
  }
  if (folderId != null) {
    const id = requireText(folderId, ['scope', 'folderId']);
    return {
      text: JSON.stringify(['folder', id, includeSubfolders === true, pushed]),
      find: async () => findInGroup(await accountsIn(id, includeSubfolders === true, context), pushed, context),
    };
  }
  return { text: JSON.stringify(['directory', pushed]), find: () => findDirectory(pushed, context) };
};

type Narrowing = Pick<ConfigurationChangeScopeInput, 'regions' | 'resourceTypes'>;

const scopeOfResources = (
  keys: readonly CloudResourceKeyInput[],
  { regions, resourceTypes }: Narrowing,
  context: Context,
): ParsedScope => {
  if (regions != null || resourceTypes != null) {
    throw together(['resources', regions == null ? 'resourceTypes' : 'regions']);
  }
  const parsed = checkNumber(keys, 'resources').map((key, index) =>
    parseResourceKey(key, ['scope', 'resources', String(index)]),
  );
  return {
    text: JSON.stringify(['resources', parsed]),
    find: async () => {
      const named = await Promise.all(
        parsed.map(async ({ accountId: owner, ...key }, index) => {
          const field = ['scope', 'resources', String(index), 'accountId'];
          const accountId = await accountOrCurrent(context, owner, field);
          context.access.requireRight('governance:read', accountId, field);
          return { ...key, accountId };
        }),
      );
      return { sources: [], named, gaps: [] };
    },
  };
};

const only = (sources: readonly FeedSource[]): FeedScope => ({ sources, gaps: [] });

/** Without what the caller may not see. */
const inSight = ({ isInScope, ...scope }: FeedScope, { access }: Context): FeedScope => ({
  ...scope,
  isInScope: every([isInScope, access.filter('configurationChanges', ({ accountId }: ResourceKey) => accountId)]),
});

/** The group of the whole directory, and the management account, which it may omit. */
const findDirectory = async (pushed: PushedScope, context: Context): Promise<FeedScope> => {
  const [group, management] = await Promise.all([
    findDirectoryGroup(context, ['scope', 'accountGroupId']),
    managementAccountId(context),
  ]);
  if (group === null) return only([accountSource(management, pushed, context)]);
  const seesManagement = context.access.principal.maySee(management);
  const sources = [
    groupSource(group.AggregatorId, pushed, context),
    ...(seesManagement ? [accountSource(management, pushed, context)] : []),
  ];
  const { byRole, gaps } = await uncoveredAccounts(group, management, context);
  const joined = byRole.map((accountId) => accountSource(accountId, pushed, context));
  return inSight({ sources: [...sources, ...joined], gaps }, context);
};

/** Several accounts through the group, and those that are not its members by a role each. */
const findAccounts = async (ids: readonly string[], pushed: PushedScope, context: Context): Promise<FeedScope> => {
  for (const id of ids) context.access.requireRight('governance:read', id, ['scope', 'accountIds']);
  const [first, second] = ids;
  const isOne = first !== undefined && second === undefined;
  if (isOne && context.memberAccess === 'role') return only([accountSource(first, pushed, context)]);
  return findInGroup(ids, pushed, context);
};

const findInGroup = async (ids: readonly string[], pushed: PushedScope, context: Context): Promise<FeedScope> => {
  const wanted = new Set(ids);
  const { loaders, memberAccess } = context;
  const { accountGroups } = loaders;
  const group = await accountGroups.ofDirectory.load('current');
  const members = new Set(group === null ? [] : await accountGroups.memberIds.load(group.AggregatorId));
  const lacking = ids.filter((id) => !members.has(id));
  // A group lists nothing of an account that it does not have. The gateway's own needs neither.
  const own = memberAccess === 'role' ? undefined : await context.currentAccountId();
  const outside = memberAccess === 'role' ? lacking : lacking.filter((id) => id === own);
  if (outside.length > maxByRole) throw tooManyOutside(outside.length);
  const isInGroup = group !== null && lacking.length < ids.length;
  const sources = [
    ...(isInGroup ? [groupSource(group.AggregatorId, pushed, context)] : []),
    ...outside.map((id) => accountSource(id, pushed, context)),
  ];
  const isInScope = ({ accountId }: ResourceKey): boolean => wanted.has(accountId);
  const gaps = lacking.filter((id) => !outside.includes(id)).map((id) => gapOf(id, memberAccess));
  return inSight({ sources, isInScope, gaps }, context);
};

/** The accounts in a folder that the caller may see. */
const accountsIn = async (
  folderId: string,
  includeSubfolders: boolean,
  context: Context,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < maxFolderPages; pages += 1) {
    const filter = { folderId, includeSubfolders };
    const page = await listAccounts({ filter, first: maxNamed, after }, context);
    ids.push(...page.nodes.map(({ accountId }) => accountId));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
  throw new UserError(
    'LIMIT_EXCEEDED',
    {
      en: `The folder has more than ${ids.length} accounts. Use a folder below it, or omit the scope to read the whole directory.`,
      zh: `该资源夹中的账号超过 ${ids.length} 个。请使用其下级资源夹，或省略 scope 以读取整个资源目录。`,
    },
    ['scope', 'folderId'],
  );
};

const checkNumber = <T>(items: readonly T[], name: string): readonly T[] => {
  if (items.length >= 1 && items.length <= maxNamed) return items;
  const expected = { en: `a list of 1 to ${maxNamed} items`, zh: `包含 1 到 ${maxNamed} 项的列表` };
  throw badInput(['scope', name], expected, items.length);
};

const together = (names: readonly string[]): UserError =>
  new UserError(
    'BAD_USER_INPUT',
    {
      en: `scope must have at most one of accountIds, accountGroupId, folderId and resources, and nothing beside resources, but got ${names.join(' and ')}.`,
      zh: `scope 最多只能包含 accountIds、accountGroupId、folderId、resources 之一，且 resources 不能与其他条件同时使用，但收到了 ${names.join(' 和 ')}。`,
    },
    ['scope'],
  );

const tooManyOutside = (count: number): UserError =>
  new UserError(
    'LIMIT_EXCEEDED',
    {
      en: `${count} of these accounts are not members of an account group of the whole directory. Each of them would need calls of its own, and the gateway reads at most ${maxByRole} such accounts. Name fewer accounts, or use accountGroupId.`,
      zh: `其中 ${count} 个账号不是覆盖整个资源目录的账号组的成员，需要逐个读取，而网关最多读取 ${maxByRole} 个这样的账号。请减少账号数量，或使用 accountGroupId。`,
    },
    ['scope', 'accountIds'],
  );
