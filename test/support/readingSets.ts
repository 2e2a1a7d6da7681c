import type { Readings } from '../../src/emulator';
import { readingValues } from '../../src/emulator';
import { isSoak } from './soak';

/** So many readings are tried at once by `npm test`. `npm run test:soak` tries each alone. */
const atOnce = isSoak ? 1 : 4;

/** Readings that are tried together, with a title. */
export type ReadingSet = readonly [title: string, readings: Partial<Readings>];

type Choice = readonly [reading: keyof Readings, value: string];

/** Every value of a reading that is no default. */
export const otherReadings: readonly Choice[] = (Object.keys(readingValues) as (keyof Readings)[]).flatMap((reading) =>
  readingValues[reading].slice(1).map((value) => [reading, value] as const),
);

/**
 * Puts choices together, each in one set. Readings of one operation are neighbors in `readingValues`, and two of them
 * could hide each other. So neighbors are put into different sets.
 */
export const readingSets = (choices: readonly Choice[]): ReadingSet[] => {
  const count = Math.ceil(choices.length / atOnce);
  return Array.from({ length: count }, (_, set) => {
    const chosen = choices.filter((__, index) => index % count === set);
    return [chosen.map((choice) => choice.join(': ')).join(', '), Object.fromEntries(chosen)];
  });
};

/** Every reading in one set or another, and some that come together. */
export const readingsOfAll: readonly ReadingSet[] = [
  ['the likeliest readings', {}],
  ...readingSets(otherReadings),
  [
    'the least helpful timeline',
    { lastPageToken: 'present', totalCount: 'absent', windowBounds: 'exclusive', tieOrder: 'shuffled' },
  ],
  ['the oldest samples', { eventTypeKey: 'resourceEventType', accountIds: 'string', inapplicableFields: 'zero' }],
];
