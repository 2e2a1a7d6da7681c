import type { Waiter } from '../Waiter';

/** What waits, in an order of turns. */
interface Line<T> extends Iterable<T> {
  readonly size: number;
  add(item: T): void;
  /** @returns false if it does not wait (any more). */
  remove(item: T): boolean;
  take(): T | undefined;
  /** How many go before it. Before one that does not wait (yet): were it added now. */
  ahead(item: Waiter): number;
}

/** First in, first out. */
class Fifo<T extends Waiter> implements Line<T> {
  private readonly items = new Set<T>();

  get size(): number {
    return this.items.size;
  }

  add(item: T): void {
    this.items.add(item);
  }

  remove(item: T): boolean {
    return this.items.delete(item);
  }

  take(): T | undefined {
    for (const item of this.items) {
      this.items.delete(item);
      return item;
    }
    return undefined;
  }

  ahead(item: Waiter): number {
    let ahead = 0;
    for (const each of this.items) {
      if (each === item) break;
      ahead += 1;
    }
    return ahead;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.items.values();
  }
}

/** Lines that take turns: the first line has the next turn, and goes behind the others. */
class RoundRobin<T extends Waiter> implements Line<T> {
  private readonly lines = new Map<string, Line<T>>();
  size = 0;

  constructor(
    private readonly keyOf: (item: Waiter) => string,
    private readonly createLine: () => Line<T>,
  ) {}

  add(item: T): void {
    const key = this.keyOf(item);
    const line = this.lines.get(key) ?? this.createLine();
    this.lines.set(key, line);
    line.add(item);
    this.size += 1;
  }

  remove(item: T): boolean {
    const key = this.keyOf(item);
    const line = this.lines.get(key);
    if (!line?.remove(item)) return false;
    if (line.size === 0) this.lines.delete(key);
    this.size -= 1;
    return true;
  }

  take(): T | undefined {
    for (const [key, line] of this.lines) {
      const item = line.take();
      this.size -= 1;
      this.lines.delete(key);
      if (line.size > 0) this.lines.set(key, line);
      return item;
    }
    return undefined;
  }

  ahead(item: Waiter): number {
    const key = this.keyOf(item);
    const own = this.lines.get(key)?.ahead(item) ?? 0;
    let ahead = own;
    let turns = own + 1;
    for (const [other, line] of this.lines) {
      // Those behind its own line have one turn less before its own.
      if (other === key) turns = own;
      else ahead += Math.min(line.size, turns);
    }
    return ahead;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const line of this.lines.values()) yield* line;
  }
}

/** Callers take turns, and so do the requests of each. */
const createRounds = <T extends Waiter>(): RoundRobin<T> =>
  new RoundRobin(
    ({ caller = '' }) => caller,
    () =>
      new RoundRobin(
        ({ request = '' }) => request,
        () => new Fifo(),
      ),
  );

/**
 * A queue in which callers take turns, so that a caller with sixty requests does not hold up a caller with one. The requests
 * of one caller take turns, too, so that a request with six hundred calls does not hold up one with a single call. First in,
 * first out for one request; the urgent go before all others, and take turns among themselves.
 */
export class FairQueue<T extends Waiter> {
  private readonly urgent = createRounds<T>();
  private readonly others = createRounds<T>();

  get size(): number {
    return this.urgent.size + this.others.size;
  }

  add(item: T): void {
    this.roundOf(item).add(item);
  }

  /** @returns false if it does not wait (any more). */
  remove(item: T): boolean {
    return this.roundOf(item).remove(item);
  }

  /** Takes whose turn it is. */
  take(): T | undefined {
    return this.urgent.take() ?? this.others.take();
  }

  /** How many go before it if nothing is added after it. If it is not in the queue (yet): as if it were added now. */
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
