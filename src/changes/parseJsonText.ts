import { parseJson } from '../rpc/parseJson';

/** Parses JSON that the upstream embeds in a string, 64-bit integers kept exact as strings; null where it is none. */
export const parseJsonText = (text: string): unknown => {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
};

/** Parses embedded JSON that should hold an object; null where it holds anything else, or is no JSON. */
export const parseJsonObject = (text: string): Record<string, unknown> | null => {
  const value = parseJsonText(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
};
