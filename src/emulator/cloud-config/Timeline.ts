import type { ChangeDefinition, ResourceDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { Change, Configuration, History, Slice } from './History';
import { applyDiff, firstAtOrAfter } from './History';

/**
 * The history of one resource, oldest change first, sorted once when the world is made: a query is two binary searches
 * and a slice, however long the history.
 */
export class Timeline implements History {
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

  get length(): number {
    return this.sorted.length;
  }

  slice(from: number, to: number): readonly Change[] {
    return this.sorted.slice(from, to);
  }

  /** Has the first scan of the account, at a time, find the resource: its history begins there (2019-01-08). */
  discover(at: number): void {
    const { foundAs } = this.resource;
    if (!foundAs || this.sorted.length > 0) return;
    const diff = Object.fromEntries(Object.entries(foundAs).map(([name, value]) => [name, [null, value]]));
    this.sorted = inOrder(this.resource, [{ at: new Date(at).toISOString(), type: 'DISCOVERED', diff }]);
  }

  /** Adds a change, with whatever it leaves as it was. */
  add(change: Pick<Change, 'capturedAt' | 'type' | 'diff' | 'causeId'>): void {
    const { tags, resourceName = this.resource.resourceName } = this.sorted.findLast(
      ({ capturedAt }) => capturedAt <= change.capturedAt,
    ) ?? { tags: textOf(this.resource.tags) };
    this.sorted = [...this.sorted, { tags, resourceName, ...change }].sort((a, b) => a.capturedAt - b.capturedAt);
  }

  between(start: number, end: number): Slice {
    const from = this.firstAtOrAfter(start);
    return { from, to: Math.max(from, this.firstAtOrAfter(end + 1)) };
  }

  configurationAfter(count: number): Configuration {
    const configuration = new Map(Object.entries(this.resource.configuration ?? {}));
    for (const { diff } of this.sorted.slice(0, count)) applyDiff(configuration, diff);
    return configuration;
  }

  private firstAtOrAfter(time: number): number {
    return firstAtOrAfter(this.length, (position) => this.sorted[position]?.capturedAt ?? Infinity, time);
  }
}

/** Carries tags and name along: a change shows the resource as it was from then on. */
function inOrder(resource: Omit<ResourceDefinition, 'changes'>, definitions: readonly ChangeDefinition[]): Change[] {
  let tags = textOf(resource.tags);
  let { resourceName } = resource;

  return definitions
    .map((definition) => ({ definition, capturedAt: toEpochMs(definition.at) }))
    .sort((a, b) => a.capturedAt - b.capturedAt)
    .map(({ definition, capturedAt }) => {
      tags = textOf(definition.tags) ?? tags;
      resourceName = definition.resourceName ?? resourceName;
      return {
        capturedAt,
        type: definition.type,
        diff: textOf(definition.diff),
        tags,
        resourceName,
        relationship: textOf(definition.relationship),
        relationshipDiff: textOf(definition.relationshipDiff),
      };
    });
}

/** Embedded JSON as it stands in an answer; raw text is kept, so that a world can be as malformed as the samples. */
export function textOf(value: string | object | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
