import { readFileSync } from 'node:fs';

/**
 * The text of a file that a setting names.
 *
 * @param expected the begin of a sentence for operators: what the setting must be, and what it is.
 * @throws Error with the rest of that sentence, if the file cannot be read.
 */
export const readText = (path: string, expected: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${expected} cannot be read (${String((error as { code?: unknown }).code)}).`);
  }
};
