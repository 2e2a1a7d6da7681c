import type { ListedOrder } from '../loaders/KnownLists';
import type { Operation } from '../operations/operation';

/** What is known of the lengths of lists before a document runs. */
export interface KnownSizes {
  /** How many records the list of this operation has at most. Undefined if that is not known. */
  lengthOf(list: Operation): number | undefined;
  /** How many records of the list are so many levels below the root of their tree at most. */
  lengthAt(list: Operation, depth: number): number | undefined;
  /** Whether the list certainly has more records than `length`. */
  isLonger(list: Operation, length: number): boolean;
  /** Whether lists of the operation end with their last records, without an empty page after these. */
  endsWithRecords(list: Operation): boolean;
  /** Whether lists of accounts, and of what accounts have, omit some: their pages are read on until they are full. */
  readonly omitsAccounts: boolean;
  /** Which change of a timeline the upstream lists first. If it is the oldest, a page is searched for. Undefined if not known. */
  timelineOrder(): ListedOrder | undefined;
  /** How many calls may follow the one that counts a timeline, before its count is known to be right or wrong. */
  callsToJudgeCounts(): number;
  /** The list that has every object of a type, by its name. Undefined if no list does. */
  listOf(typeName: string): Operation | undefined;
  /** The operations from whose answers that becomes known. */
  lengthFrom(list: Operation): readonly Operation[];
  /** Whether the upstream lately returned the object with this key: an account, or a resource. */
  hasSeen(key: string): boolean;
  /** How many records the list has at least. */
  fewestOf(list: Operation): number;
  /** How many records of the list were lately read one by one, if these make a batch of `keys` read the list. */
  singlesBefore(list: Operation, keys: number): number;
}
