import { Directive, Extensions } from 'type-graphql';
import {
  DescribeDiscoveredResource,
  GetAccount,
  GetResourceConfigurationTimeline,
  GetResourceDirectory,
} from '../src/operations';
import type { Operation } from '../src/operations/operation';
import { maxUpstreamPages } from '../src/pagination/Page';
import { maxPageSize } from '../src/pagination/pageSize';
import { maxPageOfOneCall } from '../src/pagination/readTimelinePage';

/*
 * What a field costs, in upstream calls. Each decorator says it twice from one list of operations: to a router in front,
 * as `@cost` and `@listSize` in the schema, and to the gateway's own price, as `costs` in the field's extensions. Clients
 * read the latter as the last sentence of the field's description (src/price/describeCosts.ts).
 *
 * A field is priced with the calls that it can cause at most, were it alone in its document: those of its own resolver,
 * and those that tell the object behind it, where the field knows no more than its key. An object's own fields are free
 * then, whether a list has brought them or not. What several fields share, the price counts for each: it is a bound.
 *
 * The gateway knows two things that the directives cannot say, and is never dearer for it: that an object need not be
 * told where only its key is selected, and how many keys a document names.
 */

/** What a field can call. */
export interface FieldCosts {
  /** Whatever is selected. */
  readonly calls: readonly Operation[];
  /** Where the page is as long as `peeksFrom`: a look behind it. */
  readonly peeks: readonly Operation[];
  /** Default: the upstream's longest page. */
  readonly peeksFrom: number;
  /** Where more than the key is selected of the object behind the field, or of those on its page. */
  readonly tells: readonly Operation[];
  /** The argument that is the key of what is given, or whose items are the keys; the list is as long as that. */
  readonly keys?: string;
  /** What finding one such key calls, in place of `calls`. */
  readonly callsOfKey: (key: unknown) => readonly Operation[];
  /** Whether it gives the account of the gateway's own credentials. */
  readonly isOfCurrentAccount: boolean;
  /** Whether `calls` go to the older version of Cloud Config, whichever is used otherwise. */
  readonly isOfOlderVersion: boolean;
  /** Whether `calls` are made once a page, by a field of the page and not of its items. */
  readonly isOfPage: boolean;
  /** Whether `calls` find the account group of the whole directory: once for all fields of the document. */
  readonly findsGroup: boolean;
}

const free: FieldCosts = {
  calls: [],
  peeks: [],
  peeksFrom: maxPageSize,
  tells: [],
  callsOfKey: () => [],
  isOfCurrentAccount: false,
  isOfOlderVersion: false,
  isOfPage: false,
  findsGroup: false,
};

/** What the decorators below said of a field; nothing of one that calls nothing. */
export const costsOf = ({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): FieldCosts => ({
  ...free,
  ...(extensions.costs as Partial<FieldCosts> | undefined),
});

type Decorator = MethodDecorator & PropertyDecorator;

/** The price of a field: one for each operation that it calls. For a list: the price of one item. */
export const Costs = (...calls: readonly Operation[]): Decorator => costs({ calls });

/** The price of a field that only the older version of Cloud Config answers; then of what tells the rest of its object. */
export const CostsOlder = (operation: Operation, ...tells: readonly Operation[]): Decorator =>
  costs({ calls: [operation], tells, isOfOlderVersion: true });

/** The price of a field of a connection that only the older version of Cloud Config answers: once a page. */
export const CostsOlderOfPage = (operation: Operation): Decorator =>
  costs({ calls: [operation], isOfOlderVersion: true, isOfPage: true });

/** The price of a field that knows the key of its object and no more: what tells the rest. */
export const Tells = (...tells: readonly Operation[]): Decorator => costs({ tells });

/** The price of the current account: who that is needs no call that counts. */
export const TellsCurrentAccount = (): Decorator => costs({ tells: tellAccount, isOfCurrentAccount: true });

/** The price of a field that has to call for the key of its object, and then knows no more than that. */
export const CostsThenTells = (operation: Operation, ...tells: readonly Operation[]): Decorator =>
  costs({ calls: [operation], tells });

/**
 * The price of a connection, and how long its lists are.
 *
 * @param operation the list behind it.
 * @param tells what tells, once a page, what the list does not bring.
 */
export const CostsPage = (operation: Operation, ...tells: readonly Operation[]): Decorator =>
  page({ calls: [operation], peeks: peeksOf(operation), tells });

/** The price of a page of a timeline, beside which room is needed for what lies just behind its range. */
export const CostsTimelinePage = (): Decorator =>
  page({
    calls: [GetResourceConfigurationTimeline],
    peeks: peeksOf(GetResourceConfigurationTimeline),
    peeksFrom: maxPageOfOneCall + 1,
    tells: [DescribeDiscoveredResource],
  });

/** The price of a connection that calls something besides its list, whatever is selected. */
export const CostsFoundPage = (operation: Operation, ...finds: readonly Operation[]): Decorator =>
  page({ calls: [operation, ...finds], peeks: peeksOf(operation) });

/** The price of a connection over an account group that has to be found first, by calls of its own. */
export const CostsGroupPage = (operation: Operation, ...finds: readonly Operation[]): Decorator =>
  page({ calls: [operation, ...finds], peeks: peeksOf(operation), findsGroup: true });

/** The price of a connection over a list that the upstream gives whole: one call, whichever page is asked for. */
export const CostsWholePage = (operation: Operation): Decorator => page({ calls: [operation] });

/** The price of a list of plain values that comes whole: its items are free, so it counts as one. */
export const CostsList = (...operations: readonly Operation[]): Decorator => both(Costs(...operations), Sized(1));

/** How long a list is at most. */
export const Sized = (length: number): Decorator => Directive(`@listSize(assumedSize: ${length})`);

/**
 * The price of an object of any type by its key: that of the dearest.
 *
 * @param key the argument.
 * @param callsOfKey what finding the one that a key means calls: no more than `dearest`.
 */
export const CostsKey = (key: string, callsOfKey: FieldCosts['callsOfKey'], dearest: readonly Operation[]): Decorator =>
  costs({ calls: dearest, keys: key, callsOfKey });

/** The price of a list of objects by their keys, at most `length` of them: that of one, for each. */
export const CostsKeys = (
  keys: string,
  length: number,
  callsOfKey: FieldCosts['callsOfKey'],
  dearest: readonly Operation[],
): Decorator => both(CostsKey(keys, callsOfKey, dearest), Sized(length));

/** What a later page adds to the price: it may lie across two of the upstream's. For the `after` of connections. */
export const CostsCursor = (): PropertyDecorator => Directive(cost(1));

/**
 * What a filter that the upstream does not have adds to the price of a page: further pages are read for it. For members
 * of an `@ArgsType` class.
 *
 * @param checks what is called besides, where nothing matches.
 */
export const CostsFilter = (operation: Operation, ...checks: readonly Operation[]): PropertyDecorator =>
  Directive(cost(maxUpstreamPages - 1 - peeksOf(operation).length + checks.length));

/** What an argument adds to the price of a list that it may leave nothing of: what is called to tell why. */
export const CostsChecks = (...checks: readonly Operation[]): PropertyDecorator => Directive(cost(checks.length));

/** What tells an account of which only the ID is known; the directory, for the one that the members do not include. */
export const tellAccount = [GetAccount, GetResourceDirectory] as const;

const cost = (weight: number): string => `@cost(weight: ${weight})`;

const costs = (said: Partial<FieldCosts>): Decorator => {
  const { calls, peeks, tells } = { ...free, ...said };
  return both(Directive(cost(calls.length + peeks.length + tells.length)), Extensions({ costs: said }));
};

const page = (of: Partial<FieldCosts>): Decorator =>
  both(
    costs(of),
    Directive(
      '@listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
    ),
  );

const both =
  (...decorators: readonly (MethodDecorator | Decorator)[]): Decorator =>
  (...field: unknown[]) => {
    for (const decorate of decorators) (decorate as (...of: unknown[]) => void)(...field);
  };

/**
 * A first page is one of the upstream's, whose pages are as long as ours. Where that pages by token, a page as long as
 * the longest takes a look behind it; where it pages by number, it counts.
 */
const peeksOf = (operation: Operation): readonly Operation[] => {
  const { action, paging } = operation;
  if (paging === undefined || paging.max < maxPageSize) throw new Error(`${action} does not page as connections do.`);
  return paging.style === 'token' ? [operation] : [];
};
