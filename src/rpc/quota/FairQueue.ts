import type { Waiter } from '../Waiter';

/** Lines of callers who take turns: the caller whose line is first has the next turn, and goes behind the others. */
class RoundRobin<T extends Waiter> {
  private readonly lines = new Map<string, Set<T>>();
  size = 0;

  add(item: T): void {
    const line = this.lines.get(callerOf(item)) ?? new Set();
    this.lines.set(callerOf(item), line.add(item));
    this.size += 1;
  }

  remove(item: T): boolean {
    const line = this.lines.get(callerOf(item));
    if (!line?.delete(item)) return false;
    if (line.size === 0) this.lines.delete(callerOf(item));
    this.size -= 1;
    return true;
  }

  take(): T | undefined {
    for (const [caller, line] of this.lines) {
      for (const item of line) {
        this.remove(item);
        if (this.lines.delete(caller)) this.lines.set(caller, line);
        return item;
      }
    }
    return undefined;
  }

  /** How many go before it; before one that is not in its line (yet): were it added now. */
  ahead(item: Waiter): number {
    let own = 0;
    for (const each of this.lines.get(callerOf(item)) ?? []) {
      if (each === item) break;
      own += 1;
    }
    let ahead = own;
    let turns = own + 1;
    for (const [caller, line] of this.lines) {
      // Those behind its own line have one turn less before its own.
      if (caller === callerOf(item)) turns = own;
      else ahead += Math.min(line.size, turns);
    }
    return ahead;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const line of this.lines.values()) yield* line;
  }
}

/**
 * A queue in which callers take turns, so that a caller with six hundred calls does not hold up a caller with one. First in,
 * first out for one caller; the urgent go before all others, and take turns among themselves.
 */
export class FairQueue<T extends Waiter> {
  private readonly urgent = new RoundRobin<T>();
  private readonly others = new RoundRobin<T>();

  get size(): number {
    return this.urgent.size + this.others.size;
  }

  add(item: T): void {
    this.roundOf(item).add(item);
  }

  /** @returns false where it does not wait (any more). */
  remove(item: T): boolean {
    return this.roundOf(item).remove(item);
  }

  /** Takes whose turn it is. */
  take(): T | undefined {
    return this.urgent.take() ?? this.others.take();
  }

  /** How many go before it, if nothing is added after it; where it does not wait (yet): were it added now. */
  ahead(item: Waiter): number {
    return item.urgent ? this.urgent.ahead(item) : this.urgent.size + this.others.ahead(item);
  }

  /** All that wait, in no order of turns. */
  *[Symbol.iterator](): Generator<T> {
    yield* this.urgent;
    yield* this.others;
  }

  private roundOf({ urgent = false }: Waiter): RoundRobin<T> {
    return urgent ? this.urgent : this.others;
  }
}

const callerOf = ({ caller = '' }: Waiter): string => caller;
