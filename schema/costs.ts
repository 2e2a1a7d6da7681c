import { Extensions } from 'type-graphql';
import { GetAccount, GetResourceDirectory, ListAccounts } from '../src/operations';
import type { Operation } from '../src/operations/operation';
import { maxUpstreamPages } from '../src/pagination/Page';
import { maxPageSize } from '../src/pagination/pageSize';

/*
 * What a field costs, in upstream calls. One declaration has three readers: the plan that estimates a document (src/cost),
 * the `@cost` and `@listSize` directives for routers (src/federation/costDirectives.ts), and the last sentence of the
 * field's description (src/cost/describeCosts.ts).
 */

/**
 * What distinguishes the loads of one operation. Two that have the same key are one load.
 *
 * - `document`: there is one for the whole document.
 * - `own`: the gateway's own account.
 * - `parent`: the object that the field belongs to.
 * - `object`: the object behind the field, or each of those on its page.
 * - `page`: the page of a connection that the field belongs to, not one of its items.
 * - `arguments`: the object that the field belongs to, and the field's arguments.
 */
export type LoadKey = 'document' | 'own' | 'parent' | 'object' | 'page' | 'arguments';

/** Something that is read upstream, by one call unless `calls` says more. */
export interface Load {
  readonly operation: Operation;
  readonly per: LoadKey;
  /** How many calls it takes at most: pages of a list. Defaults to one. */
  readonly calls?: number;
  /**
   * How many it takes with certain arguments, if that is another number: more than `calls` only with arguments of
   * {@link FieldCosts.argumentWeights}.
   *
   * @param position what the cursor in `after` says. Undefined without one.
   */
  readonly callsWith?: (args: Readonly<Record<string, unknown>>, position: unknown) => number;
  /** How many it takes if little has changed, as is assumed if lists are assumed to be short. Defaults to the most. */
  readonly callsIfShort?: number;
  /** What it weighs for a router, if another load already stands for it there. Defaults to its calls. */
  readonly weight?: number;
  /** Whether the older version of Cloud Config makes the call, whichever is used otherwise. */
  readonly isOlder?: boolean;
  /** How many calls more it takes at most until a count of a timeline is known to be right or wrong. Defaults to none. */
  readonly untilJudged?: number;
  /** The list that is read in full pages instead, if that takes fewer calls than one for each key. */
  readonly orList?: Operation;
  /** Whether arguments make it possible. Defaults to any. */
  readonly onlyIf?: (args: Readonly<Record<string, unknown>>) => boolean;
  /** The argument's member that it is about, if loads of one operation are about several. */
  readonly about?: string;
  /** Whose keys make it needless, if the upstream lately returned an object for each of them: `own` or `object`. */
  readonly unlessSeen?: 'own' | 'object';
  /** Whether it is made only if the page of the field reaches the end of its list, or if `totalCount` is selected. */
  readonly atEnd?: boolean;
  /** What is called instead for another account whose timelines are read through an account group. */
  readonly inGroup?: Operation;
}

/** A connection over a list that the upstream pages. */
export interface PageCosts {
  readonly list: Operation;
  /** Whether `first` decides how long the upstream's pages are. Otherwise pages of any size share these. */
  readonly isReadInPieces?: boolean;
  /** How many calls look behind the page. Defaults to what its list needs; another version may need more. */
  readonly peeks?: number;
  /** The smallest `first` that needs a look behind the page. Defaults to the upstream's longest page. */
  readonly peeksFrom?: number;
}

/** Something that a member of a filter reads, if it is a list that is not empty. */
export interface MemberLoad extends Load {
  /** The value in that list that needs it. Defaults to any. */
  readonly having?: string;
  /** Values that do not need it. */
  readonly except?: (value: unknown) => boolean;
}

/** What the argument `filter` adds to the cost of a page. */
export interface FilterCosts {
  /** The upstream cannot filter by it: the list is read on until the page is full. */
  readonly readsOn?: boolean;
  /** The member of the filter that has to be checked, if only one has. */
  readonly checksOf?: string;
  /** Made if nothing matches. */
  readonly checks?: readonly Load[];
  /** What members of the filter read, by their names. */
  readonly members?: Readonly<Record<string, readonly MemberLoad[]>>;
}

/** An object that an argument names by its key. */
export interface NamedObject {
  readonly typeName: string;
  /** Its key, as text. */
  readonly key: string;
  /** The account that it belongs to. Undefined if its key does not include one. */
  readonly accountId?: string;
  readonly loads: readonly Load[];
}

/** An argument whose value, or each of whose items, is the key of an object of any type. */
export interface KeysCosts {
  readonly argument: string;
  /** Undefined for what names no object. */
  readonly read: (value: unknown) => NamedObject | undefined;
  /** The most that one object can cost: a router cannot read the keys. */
  readonly most: readonly Load[];
}

/** What a field can call, and whose objects are behind it. */
export interface FieldCosts {
  /** Made whatever is selected. */
  readonly loads?: readonly Load[];
  readonly page?: PageCosts;
  /**
   * Made in place of the rest of the page, if the first call for a first page brings nothing: either these or that. The
   * objects that they are made for are never more than the pages.
   */
  readonly ifEmpty?: readonly Load[];
  readonly filter?: FilterCosts;
  /** What arguments add for a router, by their names, if {@link Load.callsWith} says so. */
  readonly argumentWeights?: Readonly<Record<string, number>>;
  /** Made if more than the key is selected of the objects behind the field. */
  readonly details?: readonly Load[];
  readonly keys?: KeysCosts;
  /**
   * Which objects are behind the field: the one that the arguments name, the parent itself, or another one for each
   * parent. Defaults to `each`.
   */
  readonly object?: 'arguments' | 'parent' | 'each';
  /** Where the objects are in their tree: at its root, or one level below the parent. Defaults to anywhere. */
  readonly level?: 'root' | 'below';
  /**
   * Which account these objects belong to: the one that the arguments name (the gateway's own if they name none), the
   * parent's, the gateway's own, one of the directory, or any other. Defaults to `any`.
   */
  readonly account?: 'arguments' | 'parent' | 'own' | 'directory' | 'any';
  /** How long the list is at most, if no argument says so. Defaults to one. */
  readonly size?: number;
}

/** Declares what a field can call upstream. */
export const Costs = (costs: FieldCosts): MethodDecorator & PropertyDecorator => Extensions({ costs });

/** What {@link Costs} declares of a field. Undefined for a field that calls nothing. */
export const costsOf = ({
  extensions,
}: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): FieldCosts | undefined => extensions.costs as FieldCosts | undefined;

/** Whether the input of a mutation has a member, with a certain value if one is given. */
export const inputHas =
  (name: string, value?: boolean): ((args: Readonly<Record<string, unknown>>) => boolean) =>
  ({ input }) => {
    const member = (input as Readonly<Record<string, unknown>> | undefined)?.[name];
    return value === undefined ? member != null : member === value;
  };

/** Whether a mutation is only tried. */
export const isDryRun = inputHas('dryRun', true);

/** What a mutation writes, unless it is a dry run. */
export const written = (operation: Operation): Load => ({
  operation,
  per: 'arguments',
  onlyIf: (args) => !isDryRun(args),
});

/** What a mutation looks up in a dry run, or after the upstream has rejected it. */
export const lookedUp = (...operations: readonly Operation[]): readonly Load[] =>
  operations.map((operation) => ({ operation, per: 'arguments' }));

/** What a mutation looks up in a dry run alone. */
export const inDryRun = (...operations: readonly Operation[]): readonly Load[] =>
  operations.map((operation) => ({ operation, per: 'arguments', onlyIf: isDryRun }));

/** The directory of the gateway's own account. */
export const directoryLoad: Load = { operation: GetResourceDirectory, per: 'document' };

/** What reads an account if only its ID is known: its own record, and the directory for an account without one. */
export const accountLoads: readonly Load[] = [
  { operation: GetAccount, per: 'object', orList: ListAccounts },
  { ...directoryLoad, unlessSeen: 'object' },
];

/** What reads the gateway's own account, which lists of accounts may omit. */
export const ownAccountLoads: readonly Load[] = [
  { operation: GetAccount, per: 'own' },
  { ...directoryLoad, unlessSeen: 'own' },
];

/** How many calls loads make together, as a router counts them. */
export const countCalls = (loads: readonly Load[] = []): number =>
  loads.reduce((total, { calls = 1, untilJudged = 0, weight = calls + untilJudged }) => total + weight, 0);

/**
 * How many calls of its list a page needs to look behind itself. A list that pages by number counts itself; one that
 * pages by token has to be read on.
 */
export const peeksOf = ({ list: { action, paging }, peeks }: PageCosts): number => {
  if (paging === undefined || paging.max < maxPageSize) throw new Error(`${action} does not page as connections do.`);
  return peeks ?? (paging.style === 'token' ? 1 : 0);
};

/**
 * How many calls a page can take for one parent, filters and cursors aside: either it is read to its end, or something
 * is made in place of that.
 */
const pageWeightOf = ({ page, ifEmpty }: FieldCosts): number =>
  page === undefined ? 0 : 1 + Math.max(peeksOf(page), countCalls(ifEmpty));

/** How many calls a field can make for one parent, filters and cursors aside. */
export const weightOf = (costs: FieldCosts): number =>
  countCalls(costs.loads) + pageWeightOf(costs) + countCalls(costs.details) + countCalls(costs.keys?.most);

/** How many calls `filter` adds, those of {@link FilterCosts.members} excepted. */
export const filterWeightOf = ({ page, filter }: FieldCosts): number =>
  (filter?.readsOn === true && page ? maxUpstreamPages - 1 - peeksOf(page) : 0) + countCalls(filter?.checks);
