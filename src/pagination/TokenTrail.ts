import { z } from 'zod';
import type { Landmarks } from './Landmarks';
import { fingerprintOf } from './Landmarks';

/** What the pages of a list were so far, in a cursor: enough to notice that a token leads back. */
export const TokenTrail = z.object({
  /** How many pages lie before. */
  pages: z.int().min(0),
  /** What stands for the page whose number was the last power of two: a walk in a circle meets one of these again. */
  mark: z.string().optional(),
  /** Fingerprints of the first records of the list: a token that is read as none leads to them. */
  head: z.array(z.string()).readonly().optional(),
});
export type TokenTrail = z.infer<typeof TokenTrail>;

/** How many records of the list's beginning are noted: some of them are still there if others went away. */
const headLength = 3;

/** What stands for one page: its records, or its token if it has none. */
export const markOf = (token: string | undefined, fingerprints: readonly string[]): string =>
  fingerprintOf(fingerprints.length > 0 ? fingerprints.join() : `token ${token ?? ''}`);

/** Whether a page behind `trail` is one that was read before. */
export const leadsBack = (
  { mark, head = [] }: TokenTrail,
  page: { readonly token: string | undefined; readonly mark: string; readonly fingerprints: readonly string[] },
  { last }: Landmarks,
): boolean =>
  page.token !== undefined &&
  (page.mark === mark || head.some((first) => page.fingerprints.includes(first) && !last.includes(first)));

/** The trail behind one more page. */
export const passPage = (
  { pages, mark, head }: TokenTrail,
  page: { readonly mark: string; readonly fingerprints: readonly string[] },
): TokenTrail => {
  const passed = pages + 1;
  const isPowerOfTwo = (passed & pages) === 0;
  const { fingerprints } = page;
  return {
    pages: passed,
    mark: isPowerOfTwo ? page.mark : mark,
    head: head ?? (fingerprints.length > 0 ? fingerprints.slice(0, headLength) : undefined),
  };
};
