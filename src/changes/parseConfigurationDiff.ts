import { parseJsonObject } from '../json/parseJsonText';

/** What happened to one property. */
export type PropertyChangeKind = 'ADDED' | 'REMOVED' | 'REPLACED';

/** One property of a configuration, before and after a change. */
export interface PropertyDifference {
  readonly path: string;
  readonly kind: PropertyChangeKind;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Reads a ConfigurationDiff: an object keyed by property, each value `[before, after]`. Properties come in the order of
 * its text, but those that are named like list indices come first, ascending: that is how JavaScript keeps an object.
 *
 * A null side means that the property was not there: DISCOVERED changes carry null before, REMOVE changes null
 * after, though a printed sample has a DISCOVERED with two values, which is a REPLACED like any other.
 *
 * @returns null if the text is not of that form as a whole: half a diff would read like a whole one. An empty
 *   text is a diff without a property.
 */
export const parseConfigurationDiff = (text: string): readonly PropertyDifference[] | null => {
  if (text.trim() === '') return [];
  const properties = parseJsonObject(text);
  if (properties === null) return null;
  const differences: PropertyDifference[] = [];
  for (const [path, sides] of Object.entries(properties)) {
    if (!Array.isArray(sides) || sides.length !== 2) return null;
    const [before, after] = sides as readonly unknown[];
    differences.push({ path, kind: kindOf(before, after), before: before ?? null, after: after ?? null });
  }
  return differences;
};

const kindOf = (before: unknown, after: unknown): PropertyChangeKind => {
  const existed = before !== null;
  const exists = after !== null;
  if (existed === exists) return 'REPLACED';
  return exists ? 'ADDED' : 'REMOVED';
};
