import { isJsonObject } from '../json/jsonObject';
import { parseJsonText } from '../json/parseJsonText';

/** One tag of a resource. A key that holds several values is returned as several tags. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/**
 * Reads the tags of a resource or a recorded change: an object of key to list of values, or to one value. A list of
 * `Key` and `Value`, as other products print tags, is read as well, with or without the wrapper `Tag`.
 *
 * @returns null if the text is of no such form: half of the tags would read like all of them. An empty text is no tags.
 */
export const parseTags = (text: string): readonly Tag[] | null => {
  if (text.trim() === '') return [];
  const value = parseJsonText(text);
  if (Array.isArray(value)) return tagsOfPairs(value);
  if (!isJsonObject(value)) return null;
  return tagsOfWrapper(value) ?? tagsOfKeys(value);
};

const tagsOfKeys = (values: Readonly<Record<string, unknown>>): readonly Tag[] | null => {
  const tags: Tag[] = [];
  for (const [key, entry] of Object.entries(values)) {
    const list: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    for (const item of list) {
      const value = readValue(item);
      if (value === null) return null;
      tags.push({ key, value });
    }
  }
  return tags;
};

/** `{"Tag":[{"Key":"team","Value":"billing"}]}`. A tag of that name has texts for values. */
const tagsOfWrapper = (values: Readonly<Record<string, unknown>>): readonly Tag[] | null => {
  const [[name, list] = [], ...others] = Object.entries(values);
  const isWrapper = name === 'Tag' && others.length === 0 && Array.isArray(list) && list.some(isJsonObject);
  return isWrapper ? tagsOfPairs(list) : null;
};

const tagsOfPairs = (pairs: readonly unknown[]): readonly Tag[] | null => {
  const tags: Tag[] = [];
  for (const pair of pairs) {
    const members = isJsonObject(pair)
      ? new Map(Object.entries(pair).map(([name, item]) => [nameOf(name), item]))
      : undefined;
    const key = readValue(members?.get('key'));
    const value = readValue(members?.get('value') ?? '');
    if (key === null || key === '' || value === null) return null;
    tags.push({ key, value });
  }
  return tags;
};

/** `Key`, `key` and `TagKey` are one name. */
const nameOf = (name: string): string => name.toLowerCase().replace(/^tag/, '');

/** A value as text, null if it can be none. A tag without a value has an empty one. */
const readValue = (value: unknown): string | null => {
  if (value === null) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};
