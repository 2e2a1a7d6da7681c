import { parseJson } from './parseJson';

/** How often a text is taken to be escaped, quoted or doubled before it is given up. */
const maxRepairs = 3;

/**
 * Parses JSON that the upstream embeds in a string. Integers beyond 2^53 become strings of their digits.
 *
 * Objects and lists are also read if their text is spoiled in a way that published samples show: quotes doubled
 * (`{""team"":["billing"]}`), or the text escaped once too often (`{\"Acl\":[null,"private"]}`, or a JSON string that
 * holds the JSON).
 *
 * @returns null if the text is no JSON.
 */
export const parseJsonText = (text: string): unknown => read(text, maxRepairs) ?? null;

/** Parses embedded JSON that should hold an object. Returns null if it holds anything else, or is no JSON. */
export const parseJsonObject = (text: string): Record<string, unknown> | null => {
  const value = parseJsonText(text);
  return isContainer(value) && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
};

/** Returns undefined for what is no JSON. */
const read = (text: string, repairsLeft: number): unknown => {
  const value = parseStrictly(text);
  if (repairsLeft === 0) return value;
  // A JSON string that holds a whole object or list was quoted once too often.
  if (typeof value === 'string' && /^\s*["[{]/.test(value)) return readContainer(value, repairsLeft - 1) ?? value;
  if (value !== undefined) return value;
  for (const repaired of repairsOf(text)) {
    const container = repaired === text ? undefined : readContainer(repaired, repairsLeft - 1);
    if (container !== undefined) return container;
  }
  return undefined;
};

const readContainer = (text: string, repairsLeft: number): unknown => {
  const value = read(text, repairsLeft);
  return isContainer(value) ? value : undefined;
};

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const parseStrictly = (text: string): unknown => {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
};

/** What the text may have been before it was spoiled, the likeliest first. */
const repairsOf = (text: string): readonly string[] => [
  ...(text.includes('\\"') ? [unescaped(text), text.replaceAll('\\"', '"')] : []),
  ...(text.includes('""') ? [text.replaceAll('""', '"'), withoutDoubledQuotes(text)] : []),
];

/** The text without one level of escapes. Returns the text itself if its quotes are not escaped throughout. */
const unescaped = (text: string): string => {
  const quotable = text.replaceAll(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1));
  const value = parseStrictly(`"${quotable}"`);
  return typeof value === 'string' ? value : text;
};

/** Doubled quotes that begin or end a text, beside quotes that are single and texts that are empty. */
const doubledQuotes = /(?<=[{[,:]\s*)""(?!\s*[,:}\]])|(?<![{[,:]\s*)""(?=\s*[,:}\]])/g;

const withoutDoubledQuotes = (text: string): string => text.replaceAll(doubledQuotes, '"');
