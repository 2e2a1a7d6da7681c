/** Whether a newer change is listed behind an older one. */
export const rises = (times: readonly number[]): boolean =>
  times.some((time, index) => time > (times[index - 1] ?? Infinity));

/** Whether an older change is listed behind a newer one. */
export const falls = (times: readonly number[]): boolean =>
  times.some((time, index) => time < (times[index - 1] ?? -Infinity));

/**
 * The order in which an upstream lists the changes of one query, as far as its pages show it. Changes of one millisecond
 * say nothing.
 */
export class TimelineOrder {
  private oldest = Infinity;
  private newest = -Infinity;
  private falls = false;
  private rises = false;

  /** The oldest capture time so far; Infinity at first. */
  get oldestSeen(): number {
    return this.oldest;
  }

  /** The capture time of all changes so far; undefined if there are none or several. */
  get onlyTime(): number | undefined {
    return this.oldest === this.newest ? this.oldest : undefined;
  }

  /** The newest capture time so far if the oldest change comes first; -Infinity if not. */
  get newestIfRising(): number {
    return this.rises && !this.falls ? this.newest : -Infinity;
  }

  /** Undefined if the pages so far fit either order. */
  get isNewestFirst(): boolean | undefined {
    if (this.rises) return false;
    return this.falls ? true : undefined;
  }

  /**
   * Takes in one page.
   *
   * @param times of all its changes, as listed.
   * @param newest of those that no earlier page had: an upstream that counts by offset repeats changes after an insertion.
   */
  observe(times: readonly number[], newest: number | undefined): void {
    for (const [index, time] of times.entries()) {
      const before = times[index - 1];
      if (before !== undefined && time > before) this.rises = true;
      if (before !== undefined && time < before) this.falls = true;
    }
    if (newest !== undefined && newest > this.oldest) this.rises = true;
    if (newest !== undefined && newest < this.oldest && this.oldest !== Infinity) this.falls = true;
    this.oldest = Math.min(this.oldest, ...times);
    this.newest = Math.max(this.newest, ...times);
  }
}
