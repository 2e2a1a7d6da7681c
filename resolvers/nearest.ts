import { distance } from 'fastest-levenshtein';

/** How many names a message suggests. */
const suggestions = 3;

/** The names that are spelled most like a text, as a message lists them; letter case aside. */
export const nearestOf = (text: string, names: Iterable<string>): string => {
  const steps = (name: string): number => distance(name.toLowerCase(), text.toLowerCase());
  return [...names]
    .sort((one, other) => steps(one) - steps(other))
    .slice(0, suggestions)
    .join(', ');
};
