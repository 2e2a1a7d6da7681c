import type { Operation } from '../operations/operation';
import type { Clock } from '../rpc/clock';
import { systemClock } from '../rpc/clock';
import { KnownFolders } from './KnownFolders';
import { PageSizes } from './PageSizes';
import { SeenKeys } from './SeenKeys';
import { TimelineCounts } from './TimelineCounts';

/** The lists whose lengths are remembered. */
export type ListName = 'accounts' | 'enrolledAccounts' | 'accountFactoryBaselines' | 'accountGroups';

/** How a list that pages by token ends: with the page that has its last records, or with an empty one after that. */
export type ListEnd = 'RECORDS' | 'EMPTY_PAGE';

/** Which change of a timeline the upstream lists first. */
export type ListedOrder = 'NEWEST_FIRST' | 'OLDEST_FIRST';

/** What was read one by one so long ago says nothing any more: the pages of a list are not remembered longer. */
const recentMs = 60_000;

/** What was learned of a list so long ago says nothing any more: it may have become longer, or shorter. */
const learnedMs = 600_000;

/** Of so many account groups the number of resources is kept. */
const maxGroups = 1_000;

interface Learned<T> {
  readonly at: number;
  readonly value: T;
}

interface Singles {
  readonly since: number;
  readonly count: number;
}

/**
 * What the process knows of the upstream's lists: how long they were when they were last read, and how many of their
 * records were lately read one by one. Estimates that decide what is cheaper, and nothing else.
 */
export class KnownLists {
  /** For lists whose full pages exceed the body limit. */
  readonly pageSizes: PageSizes;
  /** Whether the upstream counts timelines right. */
  readonly timelineCounts: TimelineCounts;
  private order: Learned<ListedOrder> | undefined;
  private lag: Learned<true> | undefined;
  private undated: Learned<true> | undefined;
  private readonly lengths = new Map<ListName, Learned<number>>();
  private readonly ends = new Map<Operation, Learned<ListEnd>>();
  private readonly singles = new Map<ListName, Singles>();

  /** The folders of the directory. */
  readonly folders: KnownFolders;
  /** Accounts by their IDs, and resources by the text of their keys. */
  readonly seen: SeenKeys;
  private own: string | undefined;
  private directoryGroup: Learned<string> | undefined;
  private readonly fewest = new Map<string, Learned<number>>();

  /** @param omitsAccounts whether those who read them may not see all accounts: then pages are read on until they are full. */
  constructor(
    private readonly clock: Clock = systemClock,
    readonly omitsAccounts = false,
  ) {
    this.pageSizes = new PageSizes(clock);
    this.timelineCounts = new TimelineCounts(clock);
    this.folders = new KnownFolders(clock, learnedMs);
    this.seen = new SeenKeys(clock, learnedMs);
  }

  /** Undefined if the list was not lately read to its end. */
  lengthOf(list: ListName): number | undefined {
    return this.valueOf(this.lengths.get(list));
  }

  learnLength(list: ListName, length: number): void {
    this.lengths.set(list, { at: this.clock.now(), value: length });
  }

  /**
   * In which order timelines were lately listed. If it is not the newest change first, a page takes more calls. Undefined
   * if no page showed it.
   */
  get timelineOrder(): ListedOrder | undefined {
    return this.valueOf(this.order);
  }

  /** The oldest first, once seen, may come again. */
  learnTimelineOrder(order: ListedOrder): void {
    if (order === 'NEWEST_FIRST' && this.timelineOrder === 'OLDEST_FIRST') return;
    this.order = { at: this.clock.now(), value: order };
  }

  /** Whether changes were lately seen that were captured later than the last update of their resource, as lists say it. */
  get capturesLag(): boolean {
    return this.valueOf(this.lag) ?? false;
  }

  learnCaptureLag(): void {
    this.lag = { at: this.clock.now(), value: true };
  }

  /** Whether a removal was lately seen that is much later than the last update of its resource, as lists say it. */
  get removalsUndated(): boolean {
    return this.valueOf(this.undated) ?? false;
  }

  learnUndatedRemovals(): void {
    this.undated = { at: this.clock.now(), value: true };
  }

  /** How the lists of an operation end. Undefined if none was lately read to its end. */
  endOf(operation: Operation): ListEnd | undefined {
    return this.valueOf(this.ends.get(operation));
  }

  /** An empty page at the end, once seen, may come again. */
  learnEnd(operation: Operation, end: ListEnd): void {
    if (end === 'RECORDS' && this.endOf(operation) === 'EMPTY_PAGE') return;
    this.ends.set(operation, { at: this.clock.now(), value: end });
  }

  /** How many records were read one by one within the last minute or so, and since the list was last read. */
  recentSingles(list: ListName): number {
    return this.recent(list).count;
  }

  noteSingles(list: ListName, count: number): void {
    const { since, count: before } = this.recent(list);
    this.singles.set(list, { since, count: before + count });
  }

  noteSweep(list: ListName): void {
    this.singles.delete(list);
  }

  /** The account of the gateway's own credentials. Undefined if it was not read yet. */
  get ownAccountId(): string | undefined {
    return this.own;
  }

  learnOwnAccount(accountId: string): void {
    this.own = accountId;
  }

  /** The account group of the whole directory was found. */
  learnDirectoryGroup(accountGroupId: string): void {
    this.directoryGroup = { at: this.clock.now(), value: accountGroupId };
  }

  /** How many resources the members of an account group have at least. */
  learnFewestResources(accountGroupId: string, count: number): void {
    const known = this.valueOf(this.fewest.get(accountGroupId)) ?? 0;
    if (count < known) return;
    if (this.fewest.size >= maxGroups) this.fewest.clear();
    this.fewest.set(accountGroupId, { at: this.clock.now(), value: count });
  }

  /** How many resources the members of the group of the whole directory have at least, as was lately read. */
  fewestResources(): number {
    const group = this.valueOf(this.directoryGroup);
    return (group === undefined ? undefined : this.valueOf(this.fewest.get(group))) ?? 0;
  }

  /** After a write: lists may have become longer or shorter, and what is read next is read for the first time. */
  clear(): void {
    this.lengths.clear();
    this.singles.clear();
  }

  private valueOf<T>(learned: Learned<T> | undefined): T | undefined {
    return learned !== undefined && this.clock.now() - learned.at < learnedMs ? learned.value : undefined;
  }

  private recent(list: ListName): Singles {
    const now = this.clock.now();
    const singles = this.singles.get(list);
    const counts = singles !== undefined && singles.count > 0 && now - singles.since < recentMs;
    return counts ? singles : { since: now, count: 0 };
  }
}
