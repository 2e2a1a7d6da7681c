/** Whether every generated case is tried: `npm run test:soak`. */
export const isSoak = process.env.SOAK === '1';

/** The seed of generated cases: `SEED` plays the cases of an earlier run again. fast-check prints it with a failure. */
export const seed = process.env.SEED === undefined ? undefined : Number(process.env.SEED);

/** The share of generated cases that `npm test` tries. */
const share = 1 / 8;

/** How many of so many generated cases are tried in this run. */
export const shareOf = (all: number): number => (isSoak ? all : Math.max(1, Math.round(all * share)));

/**
 * How fast-check tries so many cases. `npm test` reports the first failure as it is, with its seed: to look for a
 * smaller one takes minutes if a case takes a second, and `npm run test:soak` does it.
 */
export const runs = (all: number) => ({ numRuns: shareOf(all), endOnFailure: !isSoak, seed });
