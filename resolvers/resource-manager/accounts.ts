import { z } from 'zod';
import { Account } from '../../schema/resource-manager/Account';
import type { AccountConnection, AccountFilter, AccountsArgs } from '../../schema/resource-manager/AccountConnection';
import { parseAccountStatus } from '../../schema/resource-manager/AccountStatus';
import { parseAccountType } from '../../schema/resource-manager/AccountType';
import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';
import { orNull } from '../../src/loaders/orNull';
import type { AccountListFilter } from '../../src/loaders/resource-manager';
import type { AccountSummaryRecord } from '../../src/operations/resource-manager/AccountRecord';
import type { Page } from '../../src/pagination/Page';
import { bindCursors } from '../../src/pagination/cursor';
import { parsePageSize } from '../../src/pagination/pageSize';
import { readNumberedPage } from '../../src/pagination/readNumberedPage';
import { toConnection } from '../../src/pagination/toConnection';
import { requireText } from '../requireText';

/** Where reading the accounts goes on, and whether the current account was among them so far. */
const AccountsPosition = z.object({ offset: z.int().min(0), currentGiven: z.boolean() });
type AccountsPosition = z.infer<typeof AccountsPosition>;

/** An account of the list; without a record, the current account that the list leaves out. */
interface Listed {
  readonly accountId: string;
  readonly record?: AccountSummaryRecord;
}

/**
 * The accounts that the credentials see: the members of their directory, and always their own account, which is the
 * management account as a rule and stands at the end where the list leaves it out. Without a directory, or with a
 * member's credentials, it stands alone.
 */
export const listAccounts = async (
  { first, after, filter }: AccountsArgs,
  context: Context,
): Promise<AccountConnection> => {
  const size = parsePageSize(first);
  const { pushed, matches, text } = splitFilter(filter ?? {});
  const cursors = bindCursors('accounts', text, AccountsPosition);
  const start = after == null ? { offset: 0, currentGiven: false } : cursors.decode(after);

  const members = await readNumberedPage({ first: size, offset: start.offset, matches }, async (page) => {
    const answer = context.loaders.resourceManager.accountsPage.load({ ...pushed, ...page });
    // Without a directory there are no members; of one folder that cannot be read, nobody can say that it is empty.
    if (pushed.folderId !== undefined) return answer;
    return (await orNull(answer, 'EntityNotExists.ResourceDirectory')) ?? { records: [], totalCount: 0 };
  });
  // The upstream itself refuses a folder that it is asked about; with subfolders we look for it among the paths.
  if (filter?.includeSubfolders === true && members.edges.length === 0) await requireFolder(filter.folderId, context);
  const current = await context.currentAccountId();
  const page = withCurrent(members, start, current, size, text === '');
  return toConnection(page, cursors, after, ({ accountId, record }) => Account.of(accountId, record));
};

/** An empty page of a folder that does not exist would read like an empty folder: one more call tells them apart. */
const requireFolder = async (folderId: string | null | undefined, { loaders }: Context): Promise<void> => {
  if (folderId == null || (await loaders.resourceManager.folder.load({ folderId })) !== null) return;
  throw new UserError(
    'NOT_FOUND',
    {
      en: `filter.folderId must be the ID of a folder of the directory (fd-…, or r-… for the root folder), but got ${JSON.stringify(folderId)}.`,
      zh: `filter.folderId 应为资源目录中的资源夹 ID（fd-…，Root 资源夹为 r-…），但收到 ${JSON.stringify(folderId)}。`,
    },
    ['filter', 'folderId'],
  );
};

/** Adds the current account behind the last member, where the list has not brought it. */
const withCurrent = (
  members: Page<AccountSummaryRecord, { offset: number }>,
  start: AccountsPosition,
  current: string,
  size: number,
  isUnfiltered: boolean,
): Page<Listed, AccountsPosition> => {
  let currentGiven = start.currentGiven;
  const edges = members.edges.map(({ record, position }) => {
    currentGiven ||= record.AccountId === current;
    return { record: { accountId: record.AccountId, record }, position: { ...position, currentGiven } };
  });
  const isMissing = isUnfiltered && !members.hasNextPage && !currentGiven;
  const end = { ...members.end, currentGiven };
  if (!isMissing) return { edges, end, hasNextPage: members.hasNextPage };
  if (edges.length === size) return { edges, end, hasNextPage: true };
  const last: AccountsPosition = { ...members.end, currentGiven: true };
  return { edges: [...edges, { record: { accountId: current }, position: last }], end: last, hasNextPage: false };
};

interface SplitFilter {
  /** What the upstream filters by itself. */
  readonly pushed: AccountListFilter;
  /** What is left for us; undefined where nothing is. */
  readonly matches?: (record: AccountSummaryRecord) => boolean;
  /** The same filter is the same text; empty where it leaves nothing out. */
  readonly text: string;
}

const splitFilter = ({ folderId, includeSubfolders, tag, ...filter }: AccountFilter): SplitFilter => {
  if (includeSubfolders === true && folderId == null) {
    throw badInput(
      ['filter', 'includeSubfolders'],
      { en: 'left out, or stand beside folderId', zh: '省略，或与 folderId 一起使用' },
      includeSubfolders,
    );
  }
  if (folderId != null) requireText(folderId, ['filter', 'folderId']);
  const nameContains = filter.nameContains === '' ? undefined : filter.nameContains?.toLowerCase();
  const status = toSet(filter.status);
  const type = toSet(filter.type);
  const directly = folderId != null && includeSubfolders !== true;
  const tests: ((record: AccountSummaryRecord) => boolean)[] = [];
  if (folderId != null && !directly) {
    tests.push(({ ResourceDirectoryPath }) => ResourceDirectoryPath?.split('/').includes(folderId) ?? false);
  }
  if (nameContains !== undefined) {
    tests.push(({ DisplayName }) => DisplayName?.toLowerCase().includes(nameContains) ?? false);
  }
  if (status !== undefined) tests.push(({ Status }) => status.includes(parseAccountStatus(Status)));
  if (type !== undefined) tests.push(({ Type }) => type.includes(parseAccountType(Type)));
  const isEmpty = tests.length === 0 && !directly && tag == null;
  return {
    pushed: {
      folderId: directly ? folderId : undefined,
      keyword: directly && nameContains !== undefined ? (filter.nameContains ?? undefined) : undefined,
      tag: tag == null ? undefined : { Key: tag.key, Value: tag.value ?? undefined },
    },
    matches: tests.length === 0 ? undefined : (record) => tests.every((test) => test(record)),
    text: isEmpty ? '' : JSON.stringify([folderId, directly, nameContains, tag, status, type]),
  };
};

/** The same set is the same filter; an empty one asks for nothing in particular. */
const toSet = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values == null || values.length === 0 ? undefined : [...new Set(values)].sort();
