import { z } from 'zod';
import type { FieldCosts } from '../../schema/costs';
import { ownAccountLoads } from '../../schema/costs';
import type { PageArgs } from '../../schema/relay/PageArgs';
import { Account } from '../../schema/resource-manager/Account';
import type { AccountConnection, AccountsArgs } from '../../schema/resource-manager/AccountConnection';
import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import { maxEnrollmentPages } from '../../src/loaders/governance';
import { orNull } from '../../src/loaders/orNull';
import { GetEnrolledAccount, GetFolder, ListAccounts, ListEnrolledAccounts } from '../../src/operations';
import type { AccountSummaryRecord } from '../../src/operations/resource-manager/AccountRecord';
import type { Page } from '../../src/pagination/Page';
import { maxPageSize, parsePageSize } from '../../src/pagination/pageSize';
import type { UpstreamNumberedPage, UpstreamPageNumber } from '../../src/pagination/readNumberedPage';
import { NumberedPosition, readNumberedPage } from '../../src/pagination/readNumberedPage';
import { toConnection } from '../../src/pagination/toConnection';
import { every } from '../every';
import type { AccountTest } from './accountFilter';
import { isDirectlyIn, splitFilter } from './accountFilter';
import type { EnrollmentTest } from './enrollmentFilter';
import { loadEnrollmentTest } from './enrollmentFilter';
import { loadAccountRecord, nullWithoutDirectory } from './loadAccount';

/** Where reading the accounts goes on. */
const AccountsPosition = NumberedPosition.extend({
  /** Whether the current account was among those that were read so far, or stands here itself. */
  currentGiven: z.boolean().default(false),
  /** Whether the page before held the last member, and only the current account may follow: no list is read for it. */
  membersGiven: z.boolean().optional(),
});
type AccountsPosition = z.infer<typeof AccountsPosition>;

/** An account of the list; without a record, the current account that the list omits. */
interface Listed {
  readonly accountId: string;
  readonly record?: AccountSummaryRecord;
}

type AccountsPage = Page<Listed, AccountsPosition>;
type UpstreamAccountsPage = UpstreamNumberedPage<AccountSummaryRecord>;

/** Which accounts a connection gives. */
interface AccountsList {
  /** The same accounts are the same text: cursors are bound to it. */
  readonly text: string;
  readonly fetch: (page: UpstreamPageNumber) => Promise<UpstreamAccountsPage>;
  /** What the upstream does not filter by; omitted if that is nothing. */
  readonly matches?: AccountTest;
  /** What only other lists know about an account; omitted if that is nothing. */
  readonly enrollment?: EnrollmentTest;
  /** The current account, if it belongs to the list and the upstream may omit it; null otherwise. */
  readonly loadCurrent: (accountId: string) => Promise<Listed | null>;
}

/** What a page of {@link listAccounts} costs. */
export const accountsCosts: FieldCosts = {
  page: { list: ListAccounts },
  filter: {
    readsOn: true,
    checks: [{ operation: GetFolder, per: 'arguments' }, ...ownAccountLoads],
    members: {
      enrollmentStatus: [
        { operation: ListEnrolledAccounts, per: 'document', calls: maxEnrollmentPages },
        // Each account of the page, and the gateway's own behind it.
        { operation: GetEnrolledAccount, per: 'object', weight: maxPageSize, having: 'NOT_ENROLLED' },
        { operation: GetEnrolledAccount, per: 'own', having: 'NOT_ENROLLED' },
      ],
    },
  },
  details: ownAccountLoads,
  account: 'directory',
};

/**
 * The accounts that the credentials see: the members of their directory, and always their own account, which is usually
 * the management account. If the list omits it, it comes last. Without a directory, or with a member's credentials, it
 * is the only one.
 *
 * A filter is checked against its own record, as for a member: one call, and a second one if it has none.
 */
export const listAccounts = async ({ filter, ...page }: AccountsArgs, context: Context): Promise<AccountConnection> => {
  const { folderId, pushed, matches, matchesAll, enrollmentStatus, text } = splitFilter(filter ?? {});
  const enrollment = await loadEnrollmentTest(enrollmentStatus, context);
  const accountsPage = (upstreamPage: UpstreamPageNumber) =>
    context.loaders.resourceManager.accountsPage.load({ ...pushed, ...upstreamPage });

  const connection = await connectAccounts(page, context, {
    text,
    matches,
    enrollment,
    fetch: async (upstreamPage) => {
      const answer = accountsPage(upstreamPage);
      if (pushed.folderId !== undefined) return requireFolder(pushed.folderId, orNullWithoutFolder(answer), context);
      // Without a directory there are no members.
      return (await orNull(answer, 'EntityNotExists.ResourceDirectory')) ?? { records: [], totalCount: 0 };
    },
    loadCurrent: async (accountId) =>
      matchesAll === undefined ? { accountId } : loadCurrentOf(pushed.folderId, matchesAll, accountId, context),
  });

  // The upstream itself refuses an unknown folder. With subfolders we look for the folder among the paths, and an empty
  // page for one that does not exist would look like an empty folder. One more call distinguishes them.
  const isSought = folderId !== undefined && pushed.folderId === undefined;
  if (isSought && connection.edges.length === 0) {
    await requireFolder(folderId, context.loaders.resourceManager.folder.load({ folderId }), context);
  }
  return connection;
};

/** The accounts directly in a folder. If the folder's list omits the current account, it comes last. */
export const listAccountsOf = (folderId: string, page: PageArgs, context: Context): Promise<AccountConnection> =>
  connectAccounts(page, context, {
    text: folderId,
    fetch: (upstreamPage) => context.loaders.resourceManager.accountsPage.load({ ...upstreamPage, folderId }),
    loadCurrent: (accountId) => loadCurrentOf(folderId, isDirectlyIn(folderId), accountId, context),
  });

const connectAccounts = async (
  { first, after }: PageArgs,
  context: Context,
  { text, fetch, matches, enrollment, loadCurrent }: AccountsList,
): Promise<AccountConnection> => {
  const size = parsePageSize(first);
  const cursors = context.cursors.bind('accounts', text, AccountsPosition);
  const start = after == null ? { offset: 0, currentGiven: false } : cursors.decode(after);
  const current = await context.currentAccountId();
  const isSeen = context.access.filter<AccountSummaryRecord>('accounts', keyOf);

  const isListed: AccountTest | undefined = enrollment && (({ AccountId }) => enrollment.isListed(AccountId));
  const members = await readMembers(size, start, current, { fetch, matches: every([isSeen, matches, isListed]) });
  const verified = enrollment === undefined ? members : await verify(members, enrollment);
  const page = await withCurrent(verified, size, async () => {
    if (!context.access.principal.maySee(current)) return null;
    return enrollment === undefined || (await enrollment.matches(current)) ? loadCurrent(current) : null;
  });
  return toConnection(page, cursors, after, ({ accountId, record }) => Account.of(accountId, record));
};

/** The same page without the accounts whose enrollment the list lacks: it may have fewer, or none, and still go on. */
const verify = async (page: AccountsPage, { matches }: EnrollmentTest): Promise<AccountsPage> => {
  const kept = await Promise.all(page.edges.map(({ record }) => matches(record.accountId)));
  return { ...page, edges: page.edges.filter((_, index) => kept[index]) };
};

const keyOf = ({ AccountId }: AccountSummaryRecord): string => AccountId;

const readMembers = async (
  size: number,
  { currentGiven, membersGiven, ...position }: AccountsPosition,
  current: string,
  { fetch, matches }: Pick<AccountsList, 'fetch' | 'matches'>,
): Promise<AccountsPage> => {
  // Reads the list again behind that account, in case it has new members by then.
  if (membersGiven === true) {
    return { edges: [], end: { ...position, currentGiven }, hasNextPage: false, totalCount: position.total };
  }

  let isPassed = currentGiven;
  const pass: AccountTest | undefined =
    matches &&
    ((record) => {
      isPassed ||= record.AccountId === current;
      return matches(record);
    });
  const { edges, end, hasNextPage, totalCount } = await readNumberedPage(
    { first: size, position, matches: pass, keyOf },
    fetch,
  );

  let isGiven = currentGiven;
  const listed = edges.map(({ record, position: behind }) => {
    isGiven ||= record.AccountId === current;
    return {
      record: { accountId: record.AccountId, record },
      position: { ...behind, currentGiven: isGiven },
    };
  });
  return { edges: listed, end: { ...end, currentGiven: isPassed || isGiven }, hasNextPage, totalCount };
};

/** Adds the current account after the last member, if the list has not returned it. */
const withCurrent = async (
  members: AccountsPage,
  size: number,
  loadCurrent: () => Promise<Listed | null>,
): Promise<AccountsPage> => {
  const { edges, end, hasNextPage, totalCount } = members;
  if (end.currentGiven) return members;
  // Whether the upstream counts the current account shows only when it comes, or has not come to the end.
  if (hasNextPage) return { ...members, totalCount: undefined };

  let current: Listed | null;
  try {
    current = await loadCurrent();
  } catch (error) {
    // The members are returned. The next page shows whether the current account follows them, or why that cannot be
    // read.
    if (edges.length > 0) return followed({ ...members, totalCount: undefined });
    throw error;
  }
  if (current === null) return members;
  const withIt = totalCount === undefined ? undefined : totalCount + 1;
  if (edges.length === size) return followed({ ...members, totalCount: withIt });
  const last: AccountsPosition = { ...end, currentGiven: true };
  return { edges: [...edges, { record: current, position: last }], end: last, hasNextPage: false, totalCount: withIt };
};

/** The last members, behind whom only the current account may stand. */
const followed = ({ edges, end, totalCount }: AccountsPage): AccountsPage => {
  const last: AccountsPosition = { ...end, membersGiven: true };
  const before = edges.slice(0, -1);
  const ending = edges.slice(-1).map(({ record }) => ({ record, position: last }));
  return { edges: [...before, ...ending], end: last, hasNextPage: true, totalCount };
};

/**
 * The current account, if its own record matches and the list of this folder may omit it. Of all lists of one folder,
 * only the root folder's may; its ID begins with `r-`: Resource Management 2020-03-31.
 */
const loadCurrentOf = async (
  folderId: string | undefined,
  matches: AccountTest,
  accountId: string,
  context: Context,
): Promise<Listed | null> => {
  if (folderId !== undefined && !folderId.startsWith('r-')) return null;
  const record = await loadAccountRecord(context, accountId);
  return record !== null && matches(record) ? { accountId, record } : null;
};

/** What was found of a folder. @throws UserError NOT_FOUND if that is nothing, or there is no directory. */
const requireFolder = async <T>(folderId: string, answer: Promise<T | null>, context: Context): Promise<T> => {
  const found = await nullWithoutDirectory(context, answer);
  if (found !== null) return found;
  throw new UserError(
    'NOT_FOUND',
    {
      en: `filter.folderId must be the ID of a folder of the directory (fd-…, or r-… for the root folder), but got ${JSON.stringify(folderId)}.`,
      zh: `filter.folderId 应为资源目录中的资源夹 ID（fd-…，Root 资源夹为 r-…），但收到 ${JSON.stringify(folderId)}。`,
    },
    ['filter', 'folderId'],
  );
};

const orNullWithoutFolder = <T>(answer: Promise<T>): Promise<T | null> =>
  orNull(answer, 'EntityNotExists.Folder', 'InvalidParameter.ParentFolderId');
