import { parseJsonObject } from './parseJsonText';

/** One tag of a resource. A key that holds several values is given as several tags. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/**
 * Reads the Tags of a recorded change: an object of key to array of values.
 *
 * @returns null where the text is not of that form (printed samples double their quotes); an empty text is no tags.
 */
export const parseTags = (text: string): readonly Tag[] | null => {
  if (text.trim() === '') return [];
  const values = parseJsonObject(text);
  if (values === null) return null;
  const tags: Tag[] = [];
  for (const [key, entry] of Object.entries(values)) {
    const list: unknown[] = Array.isArray(entry) ? entry : [entry];
    for (const value of list) {
      if (typeof value !== 'string') return null;
      tags.push({ key, value });
    }
  }
  return tags;
};
