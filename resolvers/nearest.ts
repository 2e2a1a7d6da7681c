import { distance } from 'fastest-levenshtein';

/** How many names a message suggests. */
const suggestions = 3;

/** So much of a text is compared: no name is as long, and the time grows with the length. */
const maxCompared = 100;

/** In how many letters two names differ, letter case aside. */
export const stepsBetween = (one: string, other: string): number =>
  distance(one.slice(0, maxCompared).toLowerCase(), other.slice(0, maxCompared).toLowerCase());

/** The names that are spelled most like a text, as a message lists them; letter case aside. */
export const nearestOf = (text: string, names: Iterable<string>): string =>
  [...names]
    .map((name) => ({ name, steps: stepsBetween(name, text) }))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, suggestions)
    .map(({ name }) => name)
    .join(', ');
