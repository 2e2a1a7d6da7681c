/** Parses JSON as `JSON.parse` does. Returns undefined if the text is not JSON. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the text is JSON. */
export const isJson = (text: string): boolean => tryParseJson(text) !== undefined;
