import type { Walk } from './walk';

/** The most that a large directory may take of a small one's heap, and a late page of an early one's time. */
const maxHeapRatio = 1.3;
const maxPageRatio = 2;

/** A bound, and what was measured: ratios within one run, which any machine can be held to. */
export interface Bound {
  readonly holds: boolean;
  readonly sentence: string;
}

/**
 * What the walks are held to. The time of a page in the large directory alone: there each page does the same work,
 * while a small directory is answered from memory most of the time, in too few milliseconds to compare.
 */
export const boundsOf = (small: Walk, large: Walk): readonly Bound[] => [
  boundOf(
    `the heap in a directory of ${large.accounts} accounts to that of ${small.accounts}`,
    large.heapBytes / small.heapBytes,
    maxHeapRatio,
  ),
  boundOf(
    `the time of a late page to that of an early one, of ${large.accounts} accounts`,
    large.lateMs / large.earlyMs,
    maxPageRatio,
  ),
];

const boundOf = (what: string, ratio: number, most: number): Bound => {
  // What cannot be compared is no success.
  const holds = ratio <= most;
  return { holds, sentence: `${holds ? 'ok' : 'FAIL'}  ${what}: ${ratio.toFixed(2)}×, at most ${most}× is allowed` };
};
