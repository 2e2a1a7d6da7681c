import { isJsonObject } from '../../json/jsonObject';
import { tryParseJson } from '../../json/tryParseJson';
import type { ResourceDefinition } from '../world/WorldDefinition';

/** One recorded change of a resource. */
export interface Change {
  readonly capturedAt: number;
  readonly type: string;
  readonly diff?: string;
  readonly tags?: string;
  readonly resourceName: string;
  /** To other resources: JSON text, as what changed in it. */
  readonly relationship?: string;
  readonly relationshipDiff?: string;
  /** The event that caused it, if that is written down: see `Trail`. */
  readonly causeId?: string;
}

/** A part of a history: positions in it, the second not included. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Properties of a resource, and their values. */
export type Configuration = ReadonlyMap<string, unknown>;

/** Something that was captured in one millisecond. */
export interface Captured {
  readonly capturedAt: number;
}

/** What was recorded of one resource, oldest first, by position. */
export interface Records<C extends Captured> {
  readonly resource: Omit<ResourceDefinition, 'changes'>;
  readonly length: number;
  /** Those at positions `from` to `to`, the second not included. */
  slice(from: number, to: number): readonly C[];
  /** Those captured from `start` to `end`, both included. */
  between(start: number, end: number): Slice;
}

/** The changes of one resource, oldest first, by position: held in memory, computed when they are read, or a view. */
export interface History extends Records<Change> {
  /** What the first so many changes leave behind. */
  configurationAfter(count: number): Configuration;
}

/** The first position, not before `floor`, of the changes that share a millisecond with the one at `position`. */
export function startOfTie(history: Records<Captured>, position: number, floor: number): number {
  const [change] = history.slice(position, position + 1);
  return change ? Math.max(floor, history.between(change.capturedAt, change.capturedAt).from) : position;
}

/** The position after the last, not beyond `ceiling`, that shares a millisecond with the one before `position`. */
export function endOfTie(history: Records<Captured>, position: number, ceiling: number): number {
  const [change] = position > 0 ? history.slice(position - 1, position) : [];
  return change ? Math.min(ceiling, history.between(change.capturedAt, change.capturedAt).to) : position;
}

/** The first of `length` positions whose time is not before `time`. */
export function firstAtOrAfter(length: number, timeAt: (position: number) => number, time: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeAt(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Applies a diff to a configuration. Ignores whatever is not a pair of values, or not JSON. */
export function applyDiff(configuration: Map<string, unknown>, diff: string | undefined): void {
  for (const [name, pair] of Object.entries(parseObject(diff))) {
    if (!Array.isArray(pair) || pair.length !== 2) continue;
    const after: unknown = pair[1];
    if (after === null) configuration.delete(name);
    else configuration.set(name, after);
  }
}

function parseObject(text = ''): object {
  const value = tryParseJson(text);
  return isJsonObject(value) ? value : {};
}
