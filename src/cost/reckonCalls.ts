import type { GraphQLError } from 'graphql';
import type { FieldCosts, Load, MemberLoad, PageCosts } from '../../schema/costs';
import { isDryRun } from '../../schema/costs';
import type { ListedOrder } from '../loaders/KnownLists';
import type { Calling } from '../loaders/cloud-config/calledOperations';
import type { Operation } from '../operations/operation';
import { maxUpstreamPages } from '../pagination/Page';
import type { PositionReader } from '../pagination/isWithinOnePage';
import { isWithinOnePage, positionIn, recordsBefore } from '../pagination/isWithinOnePage';
import { maxPageSize } from '../pagination/pageSize';
import type { Keys, Objects, Origin } from './Keys';
import type { KnownSizes } from './KnownSizes';
import type { LoadGroup } from './LoadTally';
import { LoadTally } from './LoadTally';
import type { Arguments, PlannedField } from './PlannedField';
import type { Sizes } from './objectsBehind';
import { objectsBehind } from './objectsBehind';
import { sizeOf, textOf, upstreamPageIn, valuesIn } from './readArguments';
import { isIncluded } from './selections';

/** A load as a field of a document causes it. */
export interface Caused {
  readonly field: string;
  /** What is called. */
  readonly operation: Operation;
  readonly accountId?: string;
  readonly keys: Keys;
  readonly calls: number;
  readonly group: LoadGroup;
}

/** What the calls of a document are reckoned by. */
export interface Reckoning {
  readonly variables: Arguments;
  readonly origin: Origin;
  readonly known: KnownSizes;
  readonly calling: Calling;
  readonly cursors: PositionReader;
  /** Whether each root field runs after the one before it, and makes what was loaded stale. */
  readonly isSerial: boolean;
  /** Gathers what is wrong with arguments. */
  readonly problems: GraphQLError[];
  /** Gathers the lists whose lengths would have mattered. */
  readonly unknown: Set<Operation>;
  /** How many records a list of unknown length has. Defaults to as many as are selected. */
  readonly assumedLength?: number;
  /** In which order timelines are listed if that is not known. */
  readonly assumedOrder: ListedOrder;
  /** Gathers which fields cause the loads. */
  readonly caused?: Caused[];
}

/** Counts the loads of planned fields, each as often as there are distinct keys for it. */
export const reckonCalls = (fields: readonly PlannedField[], reckoning: Reckoning): LoadTally => {
  const reckoner = new Reckoner(reckoning);
  reckoner.visit(fields, reckoning.origin.root);
  return reckoner.tally;
};

/** A class, so that an evaluation makes no closures: it runs for each request. */
class Reckoner {
  readonly tally: LoadTally;
  private readonly bounds: { readonly sizes: Sizes; readonly origin: Origin };
  /** Distinguishes the loads of one root field of a mutation from those of the next. */
  private scope = '';

  constructor(private readonly reckoning: Reckoning) {
    this.tally = new LoadTally(reckoning.known);
    this.bounds = { sizes: noting(reckoning), origin: reckoning.origin };
  }

  visit(some: readonly PlannedField[], parent: Objects): void {
    for (const field of some) {
      if (field.conditions !== undefined && !isIncluded(field.conditions, this.reckoning.variables)) continue;
      if (this.isRoot(parent)) this.scope = `${field.id}`;
      const { costs } = field.facts;
      if (costs === undefined) {
        this.visitBelow(field, parent);
        continue;
      }
      const args = field.argumentsFor(this.reckoning.variables, this.reckoning.problems);
      if (args === undefined) continue;
      if (costs.keys === undefined) this.visitOne(field, costs, args, parent);
      else this.visitNamed(field, costs, args, parent);
    }
  }

  private visitBelow({ below }: PlannedField, objects: Objects): void {
    for (const fields of below.values()) this.visit(fields, objects);
  }

  private visitOne(field: PlannedField, costs: FieldCosts, args: Arguments, parent: Objects): void {
    const objects = objectsBehind(field, costs, args, parent, this.bounds);
    const around = { parent, objects, moments: parent.moments };
    const isInside = this.isInside(field, costs, args);
    for (const load of costs.loads ?? []) {
      if (load.atEnd !== true || !isInside) this.addLoad(field.path, load, args, around);
    }
    if (costs.page !== undefined) this.addPage(field, costs, args, { parent, objects, moments: 1 });
    if (costs.details !== undefined && this.isDetailed(field) && !this.endsBehind(field, costs, args)) {
      const later = { parent, objects, moments: objects.moments };
      for (const load of costs.details) this.addLoad(field.path, load, args, later);
    }
    // The payload of a dry run has no objects.
    const isTried = this.isRoot(parent) && isDryRun(args);
    if (!isTried) this.visitBelow(field, objects);
  }

  private visitNamed(
    field: PlannedField,
    { keys: keysCosts, size = Infinity }: FieldCosts,
    args: Arguments,
    parent: Objects,
  ): void {
    if (keysCosts === undefined) return;
    const { argument, read } = keysCosts;
    const values = [args[argument]].flat();
    // The field itself refuses more keys than it takes.
    if (values.length > size) return;
    const byType = new Map<
      string,
      { readonly keys: Set<string>; readonly accountIds: Set<string>; readonly loads: readonly Load[] }
    >();
    for (const value of values) {
      const named = read(value);
      if (named === undefined) continue;
      const { typeName, key, accountId, loads } = named;
      let ofType = byType.get(typeName);
      if (ofType === undefined) byType.set(typeName, (ofType = { keys: new Set(), accountIds: new Set(), loads }));
      ofType.keys.add(key);
      if (accountId !== undefined) ofType.accountIds.add(accountId);
    }
    for (const [typeName, { keys, accountIds, loads }] of byType) {
      const self = this.reckoning.origin.named([...keys]);
      const account = accountIds.size === 0 ? undefined : this.reckoning.origin.named([...accountIds]);
      const objects = { self, account, isOwn: false, moments: self.count };
      for (const load of loads) this.addLoad(field.path, load, args, { parent, objects, moments: 1 });
      this.visit(field.below.get(typeName) ?? [], objects);
    }
  }

  /** What a list omits stands at its end: a page that certainly ends before that needs nothing for it. */
  private endsBehind(
    { facts: { defaultSize } }: PlannedField,
    { page, details = [] }: FieldCosts,
    args: Arguments,
  ): boolean {
    return (
      page !== undefined &&
      details.every(({ per }) => per === 'own' || per === 'document') &&
      args.after == null &&
      args.filter == null &&
      this.reckoning.known.isLonger(page.list, sizeOf(args, defaultSize))
    );
  }

  /** Whether a page certainly ends before its list does, and nothing has to be counted behind it. */
  private isInside(
    { facts: { defaultSize }, countConditions }: PlannedField,
    { page }: FieldCosts,
    args: Arguments,
  ): boolean {
    if (page === undefined || args.filter != null || isIncluded(countConditions, this.reckoning.variables))
      return false;
    const passed = recordsBefore(args.after, this.reckoning.cursors);
    return passed !== undefined && this.reckoning.known.fewestOf(page.list) > passed + sizeOf(args, defaultSize);
  }

  /** Only timelines are read in pieces. */
  private isSearched({ isReadInPieces = false }: PageCosts): boolean {
    const { known, assumedOrder } = this.reckoning;
    return isReadInPieces && (known.timelineOrder() ?? assumedOrder) === 'OLDEST_FIRST';
  }

  private omitsAccounts({ account }: FieldCosts): boolean {
    return account === 'directory' && this.reckoning.known.omitsAccounts;
  }

  private isDetailed({ detailConditions }: PlannedField): boolean {
    return detailConditions === undefined || isIncluded(detailConditions, this.reckoning.variables);
  }

  private addPage(
    { path, facts: { defaultSize } }: PlannedField,
    costs: FieldCosts,
    args: Arguments,
    around: Parameters<Reckoner['addLoad']>[3],
  ): void {
    const { page, filter } = costs;
    if (page === undefined) return;
    const size = sizeOf(args, defaultSize);
    const list = this.reckoning.calling.calledFor(page.list, args, around.objects.isOwn);
    const isByToken = list.paging?.style === 'token';
    // A later page may begin in one upstream page, and end in the next.
    const isLater = args.after != null;
    const isWithinOne = isLater && isByToken && isWithinOnePage(args.after, size, this.reckoning.cursors);
    const isLong = size >= (page.peeksFrom ?? maxPageSize) && !isWithinOne;
    const peeks = isByToken && (isLong || !this.reckoning.known.endsWithRecords(list)) ? 1 : 0;
    const calls = 1 + peeks + (isLater && !isWithinOne ? 1 : 0);
    const isFiltered = args.filter != null && filter !== undefined;
    const readsOn = (isFiltered && filter.readsOn === true) || this.omitsAccounts(costs) || this.isSearched(page);
    const most = readsOn ? maxUpstreamPages : calls;
    const shared = isByToken && page.isReadInPieces !== true ? upstreamPageIn(args, this.reckoning.cursors) : args;
    this.addLoad(path, { operation: page.list, per: 'arguments', calls: most }, shared, around);
    if (args.after == null && costs.ifEmpty !== undefined) {
      this.addInPlace(path, costs.ifEmpty, most - 1, args, around);
    }
    if (!isFiltered) return;
    const { checksOf, checks = [], members = {} } = filter;
    const needed = [
      ...(checksOf === undefined || valuesIn(args.filter, checksOf).length > 0 ? checks : []),
      ...Object.entries(members).flatMap(([name, loads]) => loadsFor(loads, valuesIn(args.filter, name))),
    ];
    for (const one of needed) this.addLoad(path, one, args, around);
  }

  /** Loads that are made in place of so many calls, which are counted already. */
  private addInPlace(
    field: string,
    loads: readonly Load[],
    counted: number,
    args: Arguments,
    around: Parameters<Reckoner['addLoad']>[3],
  ): void {
    let rest = counted;
    for (const load of loads) {
      const { calls = 1 } = load;
      if (this.isSeen(load, around.parent, around.objects)) continue;
      if (calls > rest) this.addLoad(field, load, args, around, calls - rest);
      rest = Math.max(0, rest - calls);
    }
  }

  private addLoad(
    field: string,
    load: Load,
    args: Arguments,
    { parent, objects, moments }: { readonly parent: Objects; readonly objects: Objects; readonly moments: number },
    usualCalls = load.calls ?? 1,
  ): void {
    const { operation, per, untilJudged = 0, orList, isOlder = false, inGroup, about = '' } = load;
    if (load.onlyIf?.(args) === false) return;
    const usually = this.callsOf(load, usualCalls, args);
    if (this.isSeen(load, parent, objects)) return;
    const isOwn = per === 'own' || (per === 'parent' || per === 'page' ? parent.isOwn : objects.isOwn);
    const usual = this.reckoning.calling.calledFor(operation, args, isOwn, inGroup);
    const toJudge = Math.min(untilJudged, this.reckoning.known.callsToJudgeCounts());
    // If the older version is used anyway, the page itself brings what only that version has.
    if (isOlder && per === 'page' && usual === operation && toJudge === 0) return;
    const most = usually + toJudge;
    const called = isOlder ? operation : usual;
    const calls = per === 'arguments' ? most : Math.min(most, pagesOf(called, this.reckoning.known));
    const keys = this.keysOf(per, parent, objects);
    const group = this.tally.add({
      operation: called,
      args:
        per === 'arguments' ? this.scope + textOf(args) + about : per === 'page' ? `${this.scope} page` : this.scope,
      calls,
      keys,
      orList,
      moments,
    });
    const accountId = per === 'document' ? undefined : (objects.accountId ?? parent.accountId);
    this.reckoning.caused?.push({ field, operation: called, accountId, keys, calls, group });
    const lookUp = this.reckoning.calling.lookUps.get(called);
    if (lookUp !== undefined) this.addLookUp(lookUp);
  }

  private callsOf({ callsWith, callsIfShort }: Load, calls: number, args: Arguments): number {
    const { assumedLength, cursors } = this.reckoning;
    if (assumedLength !== undefined && callsIfShort !== undefined) return callsIfShort;
    return callsWith?.(args, positionIn(args.after, cursors)) ?? calls;
  }

  private isSeen({ unlessSeen }: Load, parent: Objects, objects: Objects): boolean {
    if (unlessSeen === undefined) return false;
    return this.keysOf(unlessSeen, parent, objects).named?.every((key) => this.reckoning.known.hasSeen(key)) ?? false;
  }

  private keysOf(per: Load['per'], parent: Objects, objects: Objects): Keys {
    switch (per) {
      case 'document':
        return this.reckoning.origin.once;
      case 'own':
        return this.reckoning.origin.ownKey;
      case 'object':
        return objects.self;
      case 'page':
        return parent.page ?? parent.self;
      case 'parent':
      case 'arguments':
        return parent.self;
    }
  }

  /** Whether these are the objects that the fields of a mutation are selected of. */
  private isRoot(objects: Objects): boolean {
    return this.reckoning.isSerial && objects === this.reckoning.origin.root;
  }

  private addLookUp(lookUp: readonly Operation[]): void {
    const [operation] = lookUp;
    if (operation === undefined) return;
    const calls = Math.min(lookUp.length, pagesOf(operation, this.reckoning.known));
    const load = { operation, args: this.scope, calls, keys: this.reckoning.origin.once, moments: 1 };
    const group = this.tally.add(load);
    this.reckoning.caused?.push({ ...load, field: '', group });
  }
}

const loadsFor = (loads: readonly MemberLoad[], values: readonly unknown[]): readonly Load[] =>
  loads.filter(({ having, except }) =>
    values.some((value) => (having === undefined || value === having) && except?.(value) !== true),
  );

/** How many pages a list has at most, as far as its length is known. */
const pagesOf = (list: Operation, known: KnownSizes): number => {
  const length = known.lengthOf(list);
  if (list.paging === undefined) return 1;
  if (length === undefined) return Infinity;
  return Math.max(1, Math.ceil(length / maxPageSize)) + (known.endsWithRecords(list) ? 0 : 1);
};

const noting = ({ known, unknown, assumedLength = Infinity }: Reckoning): Sizes => {
  const lengthOf = (list: Operation): number | undefined => {
    const length = known.lengthOf(list);
    if (length === undefined) unknown.add(list);
    return length;
  };
  return {
    longest: (list) => (list && lengthOf(list)) ?? assumedLength,
    distinct: (list, depth) => {
      if (list === undefined) return Infinity;
      return (depth === undefined ? undefined : known.lengthAt(list, depth)) ?? lengthOf(list) ?? Infinity;
    },
    listOf: (typeName) => known.listOf(typeName),
    assumed: (size) => Math.min(size, assumedLength),
  };
};
