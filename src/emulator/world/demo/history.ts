import type { WorldDefinition } from '../WorldDefinition';
import type { ResourceKind } from './kinds';

type Change = NonNullable<NonNullable<WorldDefinition['resources']>[number]['changes']>[number];
type Diff = Record<string, readonly [before: unknown, after: unknown]>;

/** A history to be made up. */
export interface HistoryPlan {
  readonly kind: ResourceKind;
  /** When each change was captured, oldest first; the first is the discovery. Milliseconds since the epoch. */
  readonly times: readonly number[];
  /** Whether the last change is the removal. */
  readonly removed?: boolean;
  readonly random: () => number;
}

/**
 * Makes up a history that hangs together: every `before` is what the change before it left behind, a discovery has
 * null before, a removal null after.
 */
export function makeHistory({ kind, times, removed = false, random }: HistoryPlan): Change[] {
  const current = new Map(Object.entries(kind.properties).map(([name, [first]]) => [name, first]));
  const names = [...current.keys()];

  return times.map((time, index) => {
    const at = new Date(time).toISOString();
    if (index === 0) {
      return {
        at,
        type: 'DISCOVERED',
        diff: Object.fromEntries([...current].map(([name, value]) => [name, [null, value]])),
      };
    }
    if (removed && index === times.length - 1) {
      return {
        at,
        type: 'REMOVE',
        diff: Object.fromEntries([...current].map(([name, value]) => [name, [value, null]])),
      };
    }
    const diff: Diff = {};
    const size = 1 + Math.floor(random() * 3);
    for (let picked = 0; picked < size; picked++) {
      const name = names[Math.floor(random() * names.length)] ?? '';
      if (name in diff) continue;
      const before = current.get(name);
      const others = (kind.properties[name] ?? []).filter((value) => value !== before);
      const after = others[Math.floor(random() * others.length)];
      diff[name] = [before, after];
      current.set(name, after);
    }
    return { at, type: 'MODIFY', diff };
  });
}

/**
 * Times of a history, oldest first: spread unevenly over a span, on the service's snapshots, which it takes about
 * every ten minutes.
 */
export function spread(count: number, from: number, to: number, random: () => number): number[] {
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, index) => {
    const time = from + step * (index + 0.1 + 0.8 * random());
    return time - (time % 600_000) + Math.floor(random() * 60_000);
  });
}
