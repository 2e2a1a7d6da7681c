import { createHash } from 'node:crypto';

/** How many of the records that were passed a position names, to find the place again if some of them are gone. */
export const maxLandmarks = 5;

/** What stands for a record in a cursor: 48 bits of a hash of its key. */
export const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 8);

/** What was passed of a list: which records came already, and which were the last of them. */
export class Landmarks {
  private readonly passed: Set<string>;
  private recent: readonly string[];

  /** @param last fingerprints of the records passed last, the newest at the end. */
  constructor(last: readonly string[] = []) {
    this.recent = last;
    this.passed = new Set(last);
  }

  /** Fingerprints of the records passed last, the newest at the end. */
  get last(): readonly string[] {
    return this.recent;
  }

  has(fingerprint: string): boolean {
    return this.passed.has(fingerprint);
  }

  /** Notes a record as passed. False if it was passed before: the upstream repeats it. */
  pass(fingerprint: string): boolean {
    if (this.passed.has(fingerprint)) return false;
    this.passed.add(fingerprint);
    this.recent = [...this.recent, fingerprint].slice(-maxLandmarks);
    return true;
  }

  /** Where `fingerprints` go on behind the newest record that was passed; undefined if none of the last is there. */
  endIn(fingerprints: readonly string[]): number | undefined {
    for (const landmark of [...this.recent].reverse()) {
      const index = fingerprints.lastIndexOf(landmark);
      if (index >= 0) return index + 1;
    }
    return undefined;
  }

  /**
   * Where to go on if none of the last records is left, and `count` records were before: those that are named are gone,
   * and what followed them has moved up.
   */
  endWithout(count: number): number {
    return Math.max(0, count - this.recent.length);
  }
}
