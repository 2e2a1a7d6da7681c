import type { JsonObject } from '../../json/jsonObject';
import type { ChangeRecord } from '../../operations/cloud-config/2020-09-07/ChangeRecord';
import type { PropertyDifference } from '../parseConfigurationDiff';
import { parseConfigurationDiff } from '../parseConfigurationDiff';
import { ValueIds } from '../parts/ValueIds';
import type { NetChange } from './netChange';
import { netChange } from './netChange';

/** Why a configuration of the past is not certain. */
export type Doubt =
  'MISMATCH' | 'UNPARSABLE_CHANGE' | 'TOO_MANY_CHANGES' | 'RECORDING_GAP' | 'BEFORE_RECORDING' | 'REVISED_CHANGE';

/** What is needed of a change to undo it. Only Cloud Config 2020-09-07 has relationship diffs. */
export type UndoableChange = Pick<
  ChangeRecord,
  'CaptureTime' | 'ResourceEventType' | 'ConfigurationDiff' | 'RelationshipDiff' | 'ResourceCreateTime'
>;

/** A resource as Cloud Config has it now. */
export interface PresentResource {
  /** Undefined if Cloud Config does not know the resource, or not any more. */
  readonly exists: boolean | undefined;
  /** As it is, or as it was before it was removed. Null if it is not known. */
  readonly configuration: JsonObject | null;
}

/** A resource that is recorded within this time after its creation did not exist before, as far as was recorded. */
const discoveryDelayMs = 20 * 60_000;

/** Undoes changes of a resource, from its present state on, the newest change first. Notes what does not fit. */
export class Undoing {
  readonly doubts = new Set<Doubt>();
  /** Undefined if it is not known. */
  exists: boolean | undefined;
  private members: Map<string, unknown>;
  private isKnown: boolean;
  private readonly ids = new ValueIds();

  constructor(present: PresentResource) {
    this.exists = present.exists;
    this.isKnown = present.configuration !== null;
    if (present.exists === true && !this.isKnown) this.doubts.add('UNPARSABLE_CHANGE');
    this.members = new Map(Object.entries(present.configuration ?? {}));
  }

  /** Null if the resource does not exist, or if nothing of it is known. */
  get configuration(): JsonObject | null {
    return this.exists === true && this.isKnown ? Object.fromEntries(this.members) : null;
  }

  /** Whether the state is what a change of this millisecond left behind, as far as the changes show it. */
  fits(changes: readonly UndoableChange[]): boolean {
    const [newest] = changes;
    if (newest === undefined) return true;
    if (changes.some(({ ResourceEventType }) => isRemoval(ResourceEventType))) {
      return changes.length > 1 || this.exists === false;
    }
    const net = this.netOf(changes);
    return this.exists !== false && (net === undefined || net.isAmbiguous || this.isAfter(net));
  }

  /**
   * Undoes the changes of one millisecond.
   *
   * @param changes newest first.
   * @param older the change before them. Undefined if there is none, or if it is not known.
   */
  undo(changes: readonly UndoableChange[], older: UndoableChange | undefined): void {
    const isPlain = changes.every(({ ResourceEventType: type }) => !isRemoval(type) && !isDiscovery(type));
    // The upstream does not keep their order.
    if (!isPlain && changes.length > 1) this.doubts.add('MISMATCH');
    if (isPlain) this.undoModification(changes);
    else for (const [index, change] of changes.entries()) this.undoOne(change, changes[index + 1] ?? older);
    if (changes.some(({ ResourceEventType }) => ResourceEventType?.endsWith('_REVISED') === true)) {
      this.doubts.add('REVISED_CHANGE');
    }
  }

  private undoOne(change: UndoableChange, older: UndoableChange | undefined): void {
    if (isRemoval(change.ResourceEventType)) this.undoRemoval(change);
    else if (isDiscovery(change.ResourceEventType)) this.undoDiscovery(change, older);
    else this.undoModification([change]);
  }

  private undoRemoval(change: UndoableChange): void {
    if (this.exists === true) this.doubts.add('MISMATCH');
    const differences = differencesIn(change) ?? [];
    const isEmpty = change.ConfigurationDiff?.trim() === '{}';
    // Without properties in the diff, what is known of the removed resource is the best there is.
    if (differences.length > 0) {
      this.members = new Map();
      for (const { path, before } of differences) this.set(path, before);
    } else if (this.exists === true || (!this.isKnown && !isEmpty)) {
      this.doubts.add('UNPARSABLE_CHANGE');
    }
    this.exists = true;
    this.isKnown = true;
  }

  private undoDiscovery(change: UndoableChange, older: UndoableChange | undefined): void {
    if (!this.fits([change])) this.doubts.add('MISMATCH');
    const isNew = wasJustCreated(change);
    if (older !== undefined && !isRemoval(older.ResourceEventType)) {
      this.doubts.add('RECORDING_GAP');
      // Something else had this ID before; what its last state was is not known.
      if (isNew) this.forget(undefined);
    } else if (older !== undefined || isNew) {
      this.forget(false);
    } else {
      this.doubts.add('BEFORE_RECORDING');
      this.forget(undefined);
    }
  }

  private forget(exists: boolean | undefined): void {
    this.exists = exists;
    this.members = new Map();
    this.isKnown = false;
  }

  private undoModification(changes: readonly UndoableChange[]): void {
    const net = this.netOf(changes);
    if (net === undefined) this.doubts.add('UNPARSABLE_CHANGE');
    else {
      if (net.isAmbiguous || this.exists === false || !this.isAfter(net)) this.doubts.add('MISMATCH');
      for (const { path, before } of net.differences) this.set(path, before);
      this.isKnown ||= net.differences.length > 0;
    }
    this.exists = true;
  }

  /** What changes of one millisecond came to. Undefined if one of them cannot be parsed. */
  private netOf(changes: readonly UndoableChange[]): NetChange | undefined {
    const all = changes.map(differencesIn);
    const parsed = all.filter((differences) => differences !== null);
    const [only] = parsed;
    if (parsed.length < all.length) return undefined;
    if (only !== undefined && parsed.length === 1) return { differences: only, isAmbiguous: false };
    try {
      return netChange(parsed, this.ids);
    } catch {
      // Nested too deep to be compared.
      return undefined;
    }
  }

  private isAfter({ differences }: NetChange): boolean {
    try {
      return differences.every(({ path, after }) => this.ids.areEqual(this.members.get(path) ?? null, after ?? null));
    } catch {
      return false;
    }
  }

  /** A property that is null is one that is not there: changes do not distinguish the two. */
  private set(path: string, value: unknown): void {
    if (value === null || value === undefined) this.members.delete(path);
    else this.members.set(path, value);
  }
}

const isRemoval = (type: string | undefined): boolean => type === 'REMOVE';

const isDiscovery = (type: string | undefined): boolean => type === 'DISCOVERED' || type === 'DISCOVERED_REVISED';

/** Null if it cannot be parsed, or is missing though the change is not one of relationships. */
const differencesIn = (change: UndoableChange): readonly PropertyDifference[] | null => {
  const { ConfigurationDiff: diff, RelationshipDiff: relationships = '' } = change;
  if (diff === undefined) return relationships === '' ? null : [];
  return parseConfigurationDiff(diff);
};

/** Whether a resource was created so shortly before its discovery that it was recorded from the beginning. */
export const wasJustCreated = ({ CaptureTime, ResourceCreateTime }: UndoableChange): boolean =>
  ResourceCreateTime !== undefined && ResourceCreateTime >= CaptureTime - discoveryDelayMs;
