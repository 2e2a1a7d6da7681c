import type { Change, Configuration, History, Slice } from '../../cloud-config/History';
import { firstAtOrAfter } from '../../cloud-config/History';
import type { ResourceKind } from '../demo/kinds';
import type { Mix } from './mixing';

/** What a history follows from. */
export interface HistoryPlan {
  readonly resource: History['resource'];
  readonly kind: ResourceKind;
  readonly length: number;
  /** When the first change was captured; the others follow it. Milliseconds since the epoch. */
  readonly start: number;
  /** Time from one change to the next, usually. */
  readonly stepMs: number;
  /** When the last change was captured, if it does not follow from the step. Later than the one before it. */
  readonly lastAt?: number;
  /** Whether the last change is the removal. */
  readonly removed: boolean;
  readonly tags: string;
  readonly mix: Mix;
}

/** Every so many changes, two are captured in one millisecond. */
const tieEvery = 97;

/**
 * A history of any length of which nothing is held: the properties change in turn, each through its values in turn, so
 * that what a change finds and what all before it leave behind follow from its position.
 */
export class GeneratedHistory implements History {
  private readonly properties: readonly (readonly [name: string, values: readonly unknown[]])[];

  constructor(private readonly plan: HistoryPlan) {
    this.properties = Object.entries(plan.kind.properties);
  }

  get resource(): History['resource'] {
    return this.plan.resource;
  }

  get length(): number {
    return this.plan.length;
  }

  slice(from: number, to: number): readonly Change[] {
    const changes: Change[] = [];
    for (let position = Math.max(0, from); position < Math.min(to, this.length); position++) {
      changes.push(this.change(position));
    }
    return changes;
  }

  between(start: number, end: number): Slice {
    const timeAt = (position: number): number => this.timeAt(position);
    const from = firstAtOrAfter(this.length, timeAt, start);
    return { from, to: Math.max(from, firstAtOrAfter(this.length, timeAt, end + 1)) };
  }

  configurationAfter(count: number): Configuration {
    const configuration = new Map<string, unknown>();
    if (count < 1 || this.isRemoval(count - 1)) return configuration;
    this.properties.forEach(([name], property) => {
      const value = this.valueAfter(property, count - 1);
      if (value !== null) configuration.set(name, value);
    });
    return configuration;
  }

  private change(position: number): Change {
    const { resource, tags } = this.plan;
    const diff = JSON.stringify(Object.fromEntries(this.diff(position)));
    const type = position === 0 ? 'DISCOVERED' : this.isRemoval(position) ? 'REMOVE' : 'MODIFY';
    return { capturedAt: this.timeAt(position), type, diff, tags, resourceName: resource.resourceName };
  }

  private diff(position: number): readonly (readonly [name: string, sides: readonly [unknown, unknown]])[] {
    if (position === 0) return this.properties.map(([name], property) => [name, [null, this.valueAfter(property, 0)]]);
    if (this.isRemoval(position)) {
      return this.properties.map(([name], property) => [name, [this.valueAfter(property, position - 1), null]]);
    }
    const property = this.propertyAt(position);
    const name = this.properties[property]?.[0] ?? '';
    return [[name, [this.valueAfter(property, position - 1), this.valueAfter(property, position)]]];
  }

  private isRemoval(position: number): boolean {
    return this.plan.removed && position > 0 && position === this.length - 1;
  }

  /** Which property changes at a position; the first position discovers them all. */
  private propertyAt(position: number): number {
    return (position - 1) % this.properties.length;
  }

  /** What a property is after the discovery and so many changes. */
  private valueAfter(property: number, changes: number): unknown {
    const values = this.properties[property]?.[1] ?? [];
    const turns = changes <= property ? 0 : Math.floor((changes - 1 - property) / this.properties.length) + 1;
    return values[turns % values.length];
  }

  private timeAt(position: number): number {
    const { lastAt, length } = this.plan;
    return lastAt !== undefined && position === length - 1 ? lastAt : momentOf(this.plan, position);
  }
}

/** When the change at a position of a history was captured. */
export function momentOf(
  { start, stepMs, mix }: Pick<HistoryPlan, 'start' | 'stepMs' | 'mix'>,
  position: number,
): number {
  const moment = position % tieEvery === 2 ? position - 1 : position;
  return start + moment * stepMs + (mix(moment) % Math.max(1, Math.floor(stepMs * 0.8)));
}
