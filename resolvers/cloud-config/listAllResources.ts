import { z } from 'zod';
import type { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { Counted, CountedResources, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import type { FieldCosts, Load } from '../../schema/costs';
import { directoryLoad } from '../../schema/costs';
import type { Context } from '../../src/context';
import type { ResourceListFilter } from '../../src/loaders/cloud-config/CloudConfigApi';
import { maxGroupPages } from '../../src/loaders/cloud-config/accountGroups';
import {
  GetAggregator,
  ListAggregateDiscoveredResources,
  ListAggregators,
  ListDiscoveredResources,
} from '../../src/operations';
import type { Page } from '../../src/pagination/Page';
import { parsePageSize } from '../../src/pagination/pageSize';
import { NumberedPosition } from '../../src/pagination/readNumberedPage';
import { TokenPosition } from '../../src/pagination/readTokenPage';
import { toConnection } from '../../src/pagination/toConnection';
import { checkEmptyList, resourcesFilterCosts } from './checkEmptyList';
import { toListFilter } from './listFilter';
import { namesInGroup, readGroupResources } from './listGroupResources';
import { readAccountResources } from './listResources';

/** Where reading the resources of the management account goes on, behind those of the group. */
interface OwnPosition {
  /** Where their list goes on; null before its first page. */
  readonly own: TokenPosition | NumberedPosition | null;
  /** How many resources the group has. Omitted if the upstream did not say. */
  readonly before?: number;
}

/** In the list of the group, the same as if that list stood alone. */
type AllPosition = TokenPosition | OwnPosition;

/** A cursor of another version of Cloud Config than is used does not fit. */
const positionType = ({ cloudConfig }: Context): z.ZodType<AllPosition> => {
  const ownType = cloudConfig.resourcesArePagedBy === 'token' ? TokenPosition : NumberedPosition;
  const before = z.int().min(0).optional();
  return z.union([TokenPosition, z.strictObject({ own: z.union([ownType, z.null()]), before })]);
};

/** A page, and what counts all resources if the page does not. */
type AllPage = Page<CloudResource, AllPosition> & Counted;
type OwnPage = Page<CloudResource, OwnPosition['own']>;

/** What a page of {@link listAllResources} is read with. */
interface AllResources {
  /** Null without a directory. */
  readonly accountGroupId: string | null;
  readonly pushed: ResourceListFilter;
  readonly context: Context;
}

/** A group that is named is not looked for, and has no list behind it. */
const onlyIf: Load['onlyIf'] = ({ accountGroupId }) => accountGroupId == null;

/** What a page of {@link listAllResources} costs, or one of a group that is named. */
export const allResourcesCosts: FieldCosts = {
  page: { list: ListAggregateDiscoveredResources },
  loads: [
    { operation: ListAggregators, per: 'document', calls: maxGroupPages, onlyIf },
    { ...directoryLoad, onlyIf, atEnd: true },
    { operation: GetAggregator, per: 'document', onlyIf, atEnd: true },
    { operation: ListDiscoveredResources, per: 'arguments', onlyIf, atEnd: true },
  ],
  filter: resourcesFilterCosts('parent', 'own'),
  account: 'directory',
};

/**
 * One page of the recorded resources of all accounts: those of the members of the account group of the whole directory,
 * and behind them those of the management account if it is no member. Without a directory, an account has only its own.
 *
 * @param accountGroupId the group; null without a directory.
 * @throws UserError for arguments that do not fit.
 */
export const listAllResources = async (
  accountGroupId: string | null,
  { filter, ...page }: ResourcesArgs,
  context: Context,
): Promise<CountedResources> => {
  const size = parsePageSize(page.first);
  const pushed = toListFilter(filter);
  const cursors = context.cursors.bind('cloudResources', [accountGroupId, pushed], positionType(context));
  const start = page.after == null ? undefined : cursors.decode(page.after);
  const all = await readAll(size, start, { accountGroupId, pushed, context });
  const connection = { ...toConnection(all, cursors, page.after, (resource) => resource), toCount: all.toCount };

  await checkEmptyList(connection, { filter, ...page }, context, async (by) => {
    const accountId = await managementAccountId(context);
    const found = await Promise.all([
      accountGroupId === null ? [] : namesInGroup(accountGroupId, by, context),
      context.access.principal.maySee(accountId) ? context.loaders.cloudConfig.found.load({ accountId, by }) : [],
    ]);
    return found.flat();
  });
  return connection;
};

const readAll = async (size: number, start: AllPosition | undefined, list: AllResources): Promise<AllPage> => {
  const { accountGroupId, pushed, context } = list;
  if (start !== undefined && 'own' in start) return behind(start.before, await readOwn(size, start.own, list));
  if (accountGroupId === null) return behind(0, await readOwn(size, null, list));

  const readFirst = () => settle(readOwn(size, null, list));
  const group = await readGroupResources(accountGroupId, { first: size, position: start }, pushed, context);
  if (!group.hasNextPage) return withOwn(group, size, await readFirst());
  const toCount = async () => sumOf(group.totalCount, (await readFirst()).page?.totalCount);
  return { ...group, totalCount: undefined, toCount };
};

/** What a read came to. */
type Settled = { readonly page: OwnPage } | { readonly page?: undefined; readonly error: unknown };

const settle = (reading: Promise<OwnPage>): Promise<Settled> =>
  reading.then(
    (page) => ({ page }),
    (error: unknown) => ({ error }),
  );

/** Adds what is behind the group's last resources, as much as the page still holds. */
const withOwn = ({ edges, totalCount: before }: AllPage, size: number, own: Settled): AllPage => {
  const room = size - edges.length;
  if (own.page === undefined) {
    if (edges.length === 0) throw own.error;
    // The members’ resources are returned. The next page reports why the others cannot be read.
    return { edges: followed(edges, before), end: { own: null, before }, hasNextPage: true };
  }

  const added = behind(before, own.page);
  const isCut = added.edges.length > room;
  const shown = added.edges.slice(0, room);
  const end = isCut ? (shown.at(-1)?.position ?? { own: null, before }) : added.end;
  const hasNextPage = isCut || added.hasNextPage;
  const isFollowed = hasNextPage && shown.length === 0;
  return { ...added, edges: [...(isFollowed ? followed(edges, before) : edges), ...shown], end, hasNextPage };
};

/** The last resources of the group, behind which its list is not read again. */
const followed = (edges: AllPage['edges'], before: number | undefined): AllPage['edges'] => [
  ...edges.slice(0, -1),
  ...edges.slice(-1).map(({ record }) => ({ record, position: { own: null, before } })),
];

/** A page of the management account, behind so many resources of the group. */
const behind = (before: number | undefined, { edges, end, ...page }: OwnPage): AllPage => ({
  ...page,
  edges: edges.map(({ record, position }) => ({ record, position: { own: position, before } })),
  end: { own: end, before },
  totalCount: sumOf(before, page.totalCount),
});

const sumOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other;

/** A page of the resources that the group omits: none if the management account is a member. */
const readOwn = async (
  first: number,
  position: OwnPosition['own'],
  { accountGroupId, pushed, context }: AllResources,
): Promise<OwnPage> => {
  const accountId = await managementAccountId(context);
  if (!context.access.principal.maySee(accountId)) return { edges: [], end: null, hasNextPage: false };
  const isBegun = position !== null || accountGroupId === null;
  const members = isBegun ? [] : await context.loaders.accountGroups.memberIds.load(accountGroupId);
  if (members.includes(accountId)) return { edges: [], end: null, hasNextPage: false, totalCount: 0 };
  return readAccountResources(accountId, { first, position: position ?? undefined }, pushed, context);
};

/** An account without a directory governs itself. */
export const managementAccountId = async ({ loaders, currentAccountId }: Context): Promise<string> => {
  const directory = await loaders.resourceManager.resourceDirectory.load('current');
  return directory?.MasterAccountId ?? currentAccountId();
};
