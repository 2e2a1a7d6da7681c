/** A count with fixed labels. */
export class Tally {
  value = 0;
}

/** The values of a histogram with fixed labels. */
export class Buckets {
  /** How many values were at most the bound of the same place, and above the one before. Last those above all bounds. */
  private readonly counts: number[];
  sum = 0;

  /** @param bounds in ascending order. */
  constructor(private readonly bounds: readonly number[]) {
    this.counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    const { bounds } = this;
    let place = 0;
    while (place < bounds.length && value > (bounds[place] ?? Infinity)) place += 1;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.sum += value;
  }

  get count(): number {
    return this.counts.reduce((total, count) => total + count, 0);
  }

  /** How many values were at most each bound; last all of them, at `+Inf`. */
  *cumulative(): Generator<readonly [bound: number | '+Inf', count: number]> {
    let total = 0;
    for (const [place, count] of this.counts.entries()) {
      total += count;
      yield [this.bounds[place] ?? '+Inf', total];
    }
  }
}
