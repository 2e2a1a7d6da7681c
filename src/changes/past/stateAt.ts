import type { JsonObject } from '../../json/jsonObject';
import type { Doubt, PresentResource, UndoableChange } from './Undoing';
import { Undoing } from './Undoing';

/** The changes of a resource as far as they were read. */
export interface ReadChanges<C extends UndoableChange = UndoableChange> {
  /** Newest first. They reach down to the first one that is not later than the time, unless there are too many. */
  readonly changes: readonly C[];
  /** Whether there are no older ones. */
  readonly areAll: boolean;
  /** Later changes may have been captured after the present state was read. */
  readonly settledAt: number;
}

/** A resource as it was at a time. */
export interface PastState {
  readonly doubts: readonly Doubt[];
  /** Undefined if it is not known. */
  readonly existed: boolean | undefined;
  /** Null if the resource did not exist, or if nothing of it is known. */
  readonly configuration: JsonObject | null;
  /** When this state was captured, and when the next one was. Undefined if that is not known, or was not yet. */
  readonly heldFrom: number | undefined;
  readonly heldUntil: number | undefined;
  readonly undoneChanges: number;
}

/**
 * Whether the present state is what the newest changes left behind. If not, the two were not read at the same time.
 *
 * One change is not enough: it can have set a property to what it was long before.
 */
export const fitsTogether = (present: PresentResource, { changes, settledAt }: ReadChanges): boolean => {
  if (isLost(present, changes)) return false;
  const undoing = new Undoing(normalized(present, changes));
  let next = 0;
  for (let together = millisecondAt(changes, 0); together.length > 0; together = millisecondAt(changes, next)) {
    if (!undoing.fits(together)) return false;
    const [newest] = together;
    next += together.length;
    if (newest === undefined || newest.CaptureTime <= settledAt || undoing.exists === undefined) return true;
    undoing.undo(together, changes[next]);
    // Behind these, nothing can be compared.
    if (undoing.doubts.has('RECORDING_GAP') || undoing.doubts.has('UNPARSABLE_CHANGE')) return true;
  }
  return true;
};

/** Works out the state at a time: the present state, with all later changes undone, the newest first. */
export const stateAt = (time: number, present: PresentResource, read: ReadChanges): PastState => {
  const { changes, areAll } = read;
  const undoing = new Undoing(normalized(present, changes));
  if (isLost(present, changes)) undoing.doubts.add('RECORDING_GAP');
  else if (!fitsTogether(present, read)) undoing.doubts.add('MISMATCH');

  let next = 0;
  let heldUntil: number | undefined;
  let crossed: UndoableChange | undefined;
  const isLater = (change: UndoableChange | undefined): change is UndoableChange =>
    change !== undefined && change.CaptureTime > time;
  for (let change = changes[0]; isLater(change); change = changes[next]) {
    const together = millisecondAt(changes, next);
    next += together.length;
    undoing.undo(together, changes[next]);
    heldUntil = change.CaptureTime;
    crossed = together.at(-1);
  }

  const base = millisecondAt(changes, next);
  const [first] = base;
  const isInGap = first !== undefined && undoing.doubts.has('RECORDING_GAP') && isGapAt(crossed, first);
  // A millisecond that was not read to its end says nothing.
  const isWholeBase = areAll || next + base.length < changes.length;
  if (!isInGap && isWholeBase && undoing.exists !== undefined && !undoing.fits(base)) undoing.doubts.add('MISMATCH');
  if (first === undefined) {
    if (!areAll) undoing.doubts.add('TOO_MANY_CHANGES');
    else if (undoing.exists !== false) undoing.doubts.add('BEFORE_RECORDING');
  }
  return {
    doubts: [...undoing.doubts],
    existed: undoing.exists ?? (wasCreatedBy(time, crossed) ? true : undefined),
    configuration: undoing.configuration,
    heldFrom: isInGap ? undefined : first?.CaptureTime,
    heldUntil,
    undoneChanges: next,
  };
};

/** A resource that Cloud Config no longer knows does not exist if its last change is its removal. */
const normalized = (present: PresentResource, changes: readonly UndoableChange[]): PresentResource =>
  present.exists === undefined && endsRemoved(changes) ? { ...present, exists: false } : present;

/** Whether Cloud Config no longer knows the resource, though it recorded no removal. */
const isLost = ({ exists }: PresentResource, changes: readonly UndoableChange[]): boolean =>
  exists === undefined && changes.length > 0 && !endsRemoved(changes);

const endsRemoved = ([newest]: readonly UndoableChange[]): boolean => newest?.ResourceEventType === 'REMOVE';

/** The changes of one millisecond, from a position on. */
const millisecondAt = (changes: readonly UndoableChange[], start: number): readonly UndoableChange[] => {
  const time = changes[start]?.CaptureTime;
  let end = start;
  while (end < changes.length && changes[end]?.CaptureTime === time) end += 1;
  return changes.slice(start, end);
};

/** Whether nothing was recorded between two changes that follow each other: the later one discovers what was there. */
const isGapAt = (later: UndoableChange | undefined, earlier: UndoableChange): boolean =>
  later?.ResourceEventType?.startsWith('DISCOVERED') === true && earlier.ResourceEventType !== 'REMOVE';

const wasCreatedBy = (time: number, { ResourceCreateTime }: Partial<UndoableChange> = {}): boolean =>
  ResourceCreateTime !== undefined && ResourceCreateTime <= time;
