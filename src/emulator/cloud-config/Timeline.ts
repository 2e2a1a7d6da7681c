import type { ChangeDefinition, ResourceDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';

/** One recorded change of a resource. */
export interface Change {
  readonly capturedAt: number;
  readonly type: string;
  readonly diff?: string;
  readonly tags?: string;
  readonly resourceName: string;
}

/** The part of a timeline that a window selects: positions in {@link Timeline.changes}, the second not included. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/**
 * The history of one resource, oldest change first, sorted once when the world is made: a query is two binary searches
 * and a slice, however long the history.
 */
export class Timeline {
  private sorted: readonly Change[];

  constructor(
    readonly resource: Omit<ResourceDefinition, 'changes'>,
    changes: readonly ChangeDefinition[],
  ) {
    this.sorted = inOrder(resource, changes);
  }

  get changes(): readonly Change[] {
    return this.sorted;
  }

  /** Has the first scan of the account, at a time, find the resource: its history begins there (2019-01-08). */
  discover(at: number): void {
    const { foundAs } = this.resource;
    if (!foundAs || this.sorted.length > 0) return;
    const diff = Object.fromEntries(Object.entries(foundAs).map(([name, value]) => [name, [null, value]]));
    this.sorted = inOrder(this.resource, [{ at: new Date(at).toISOString(), type: 'DISCOVERED', diff }]);
  }

  /** The changes captured from `start` to `end`, both included. */
  between(start: number, end: number): Slice {
    const from = this.firstAtOrAfter(start);
    return { from, to: Math.max(from, this.firstAtOrAfter(end + 1)) };
  }

  /** The first position, not before `floor`, of the changes that share a millisecond with the one at `position`. */
  startOfTie(position: number, floor: number): number {
    const time = this.changes[position]?.capturedAt;
    return time === undefined ? position : Math.max(floor, this.firstAtOrAfter(time));
  }

  /** The position after the last, not beyond `ceiling`, that shares a millisecond with the one before `position`. */
  endOfTie(position: number, ceiling: number): number {
    const time = this.changes[position - 1]?.capturedAt;
    return time === undefined ? position : Math.min(ceiling, this.firstAtOrAfter(time + 1));
  }

  private firstAtOrAfter(time: number): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.changes[middle]?.capturedAt ?? Infinity) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Carries tags and name along: a change tells the resource as it was from then on. */
function inOrder(resource: Omit<ResourceDefinition, 'changes'>, definitions: readonly ChangeDefinition[]): Change[] {
  let tags = textOf(resource.tags);
  let { resourceName } = resource;

  return definitions
    .map((definition) => ({ definition, capturedAt: toEpochMs(definition.at) }))
    .sort((a, b) => a.capturedAt - b.capturedAt)
    .map(({ definition, capturedAt }) => {
      tags = textOf(definition.tags) ?? tags;
      resourceName = definition.resourceName ?? resourceName;
      return { capturedAt, type: definition.type, diff: textOf(definition.diff), tags, resourceName };
    });
}

/** Embedded JSON as it stands in an answer; raw text is kept, so that a world can be as malformed as the samples. */
function textOf(value: string | object | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
