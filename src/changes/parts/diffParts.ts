import { isJsonObject } from '../../json/jsonObject';
import { toPointer } from '../../json/jsonPointer';
import { parseJson } from '../../json/parseJson';
import { sizeOfJson } from '../../json/sizeOfJson';
import type { PropertyChangeKind } from '../parseConfigurationDiff';
import { ValueIds } from './ValueIds';
import type { AlignmentBudget } from './alignLists';
import { alignLists } from './alignLists';

/** What happened to one part of the value of a property. */
export interface PartDifference {
  /** From the configuration. Positions in lists are those of the new value; for REMOVED, those of the old one. */
  readonly pointer: string;
  readonly kind: PropertyChangeKind;
  readonly before: unknown;
  readonly after: unknown;
}

/** What changed inside a value. */
export interface Parts {
  readonly parts: readonly PartDifference[];
  /** Whether there are more parts. */
  readonly isTruncated: boolean;
}

/** How much is looked for in one value. */
export interface PartLimits {
  readonly maxParts: number;
  /** Parts whose values are longer together are omitted, in bytes of JSON. */
  readonly maxBytes: number;
}

/** Levels below the property. What lies deeper is shown as one part. */
const maxDepth = 32;

/** Pairs of items that may be compared in all lists of one value: about 10 ms, and 4 MB. */
const maxPairs = 1_000_000;

const noParts: Parts = { parts: [], isTruncated: false };

/**
 * Finds what changed inside the value of a property. Objects are compared by their members, lists as
 * {@link alignLists} describes. JSON in texts counts as the objects and lists that it holds.
 *
 * The work is linear in the size of both values, apart from a fixed number of pairs of items in lists.
 *
 * @returns no parts if the two sides are not both objects or both lists, and if they are nested too deep to be compared.
 */
export const diffParts = (property: string, before: unknown, after: unknown, limits: PartLimits): Parts => {
  const pair = asContainers(before, after);
  if (pair === undefined) return noParts;
  const search = new PartSearch(limits);
  try {
    search.descend(pair, [property]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { parts: [], isTruncated: true };
  }
  const { parts, isTruncated } = search;
  return { parts, isTruncated };
};

type Containers =
  | { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> }
  | { readonly before: readonly unknown[]; readonly after: readonly unknown[] };

/** Both sides as objects or as lists. Undefined if they are neither. */
const asContainers = (one: unknown, other: unknown): Containers | undefined => {
  // A text is parsed only if the other side can be compared with it.
  if (!mayHoldContainer(one) || !mayHoldContainer(other)) return undefined;
  const before = containerIn(one);
  const after = containerIn(other);
  if (Array.isArray(before) && Array.isArray(after)) return { before, after };
  return isJsonObject(before) && isJsonObject(after) ? { before, after } : undefined;
};

const mayHoldContainer = (value: unknown): boolean =>
  typeof value === 'string' ? /^\s*[[{]/.test(value) : typeof value === 'object' && value !== null;

/** The object or list that a value is, or that is JSON in a text. Anything else for what holds none. */
export const containerIn = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return parseJson(value);
  } catch {
    return undefined;
  }
};

/** A class, so that parts and budgets are at hand at each level. */
class PartSearch {
  readonly parts: PartDifference[] = [];
  isTruncated = false;
  private bytes = 0;
  private readonly ids = new ValueIds();
  private readonly budget: AlignmentBudget = { pairs: maxPairs };

  constructor(private readonly limits: PartLimits) {}

  descend(pair: Containers, path: readonly string[]): void {
    const { before, after } = pair;
    if (this.ids.areEqual(before, after)) return;
    if (Array.isArray(before) && Array.isArray(after)) this.compareLists(before, after, path);
    else this.compareObjects(before, after, path);
  }

  private compareObjects(before: object, after: object, path: readonly string[]): void {
    const old = new Map<string, unknown>(Object.entries(before));
    const fresh = new Map<string, unknown>(Object.entries(after));
    for (const [name, value] of old) {
      if (this.isFull) return;
      if (fresh.has(name)) this.compare(value, fresh.get(name), path, name);
      else this.add([...path, name], 'REMOVED', value, null);
    }
    for (const [name, value] of fresh) {
      if (this.isFull) return;
      if (!old.has(name)) this.add([...path, name], 'ADDED', null, value);
    }
  }

  private compareLists(old: readonly unknown[], fresh: readonly unknown[], path: readonly string[]): void {
    for (const { before, after } of alignLists(old, fresh, this.ids, this.budget)) {
      if (this.isFull) return;
      if (after === undefined) this.add([...path, `${before}`], 'REMOVED', old[before ?? 0], null);
      else if (before === undefined) this.add([...path, `${after}`], 'ADDED', null, fresh[after]);
      else this.compare(old[before], fresh[after], path, `${after}`);
    }
  }

  private compare(before: unknown, after: unknown, parent: readonly string[], name: string): void {
    if (this.ids.areEqual(before, after)) return;
    const path = [...parent, name];
    const pair = path.length > maxDepth ? undefined : asContainers(before, after);
    if (pair === undefined) this.add(path, 'REPLACED', before, after);
    else this.descend(pair, path);
  }

  private get isFull(): boolean {
    return this.isTruncated && this.parts.length >= this.limits.maxParts;
  }

  private add(path: readonly string[], kind: PropertyChangeKind, before: unknown, after: unknown): void {
    const bytes = sizeOfJson(before) + sizeOfJson(after);
    if (this.parts.length >= this.limits.maxParts || this.bytes + bytes > this.limits.maxBytes) {
      this.isTruncated = true;
      return;
    }
    this.bytes += bytes;
    this.parts.push({ pointer: toPointer(path), kind, before, after });
  }
}
