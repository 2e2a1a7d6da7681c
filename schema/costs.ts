import { Directive } from 'type-graphql';
import { GetAccount, GetResourceDirectory } from '../src/operations';
import type { Operation } from '../src/operations/operation';
import { maxUpstreamPages } from '../src/pagination/Page';
import { maxPageSize } from '../src/pagination/pageSize';

/*
 * What a field costs, in upstream calls: what a router in front enforces. Printed as `@cost` and `@listSize`.
 *
 * A field is priced with the calls that it can cause at most, were it alone in its document: those of its own resolver,
 * and those that tell the object behind it, where the field knows no more than its key. An object's own fields are free
 * then, whether a list has brought them or not. What several fields share, the price counts for each: it is a bound.
 */

/** The price of a field: one for each operation that it can call. For a list: the price of one item. */
export const Costs = (...operations: readonly Operation[]) => Directive(cost(operations.length));

/**
 * The price of a connection, and how long its lists are.
 *
 * @param operation the list behind it.
 * @param operations what else it can call, once a page.
 */
export const CostsPage = (operation: Operation, ...operations: readonly Operation[]): MethodDecorator =>
  both(
    Directive(cost(callsOfPage(operation) + operations.length)),
    Directive(
      '@listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
    ),
  );

/** The price of a list of plain values that comes whole: its items are free, so it counts as one. */
export const CostsList = (...operations: readonly Operation[]): MethodDecorator => both(Costs(...operations), Sized(1));

/** How long a list is at most. */
export const Sized = (length: number) => Directive(`@listSize(assumedSize: ${length})`);

/**
 * What a filter that the upstream does not have adds to the price of a page: further pages are read for it. For members
 * of an `@ArgsType` class.
 */
export const CostsFilter = (operation: Operation): PropertyDecorator =>
  Directive(cost(maxUpstreamPages - callsOfPage(operation)));

/** What tells an account of which only the ID is known; the directory, for the one that the members do not include. */
export const tellAccount = [GetAccount, GetResourceDirectory] as const;

const cost = (weight: number): string => `@cost(weight: ${weight})`;

const both =
  (...directives: readonly MethodDecorator[]): MethodDecorator =>
  (target, name, descriptor) => {
    for (const directive of directives) directive(target, name, descriptor);
  };

/** A page may lie across two of the upstream's, and may need a look behind the last one that it fills. */
const callsOfPage = ({ action, paging }: Operation): number => {
  if (paging === undefined) throw new Error(`${action} does not page.`);
  return Math.ceil(maxPageSize / paging.max) + 1;
};
