import type { UserError } from '../src/errors/UserError';
import { badInput } from '../src/errors/UserError';

/**
 * The text as it is.
 *
 * @throws UserError BAD_USER_INPUT for an empty one: the upstream takes it for a parameter that was omitted, and answers
 *   for whatever it takes in its place.
 */
export const requireText = (text: string, field: readonly string[]): string => {
  if (text.trim() === '') throw notBlank(field, text);
  return text;
};

/** The message for a text that is empty or blank. */
export const notBlank = (field: readonly string[], text: string): UserError =>
  badInput(field, { en: 'a non-empty string', zh: '非空字符串' }, text);

/** The text as it is; undefined if none is given. @throws UserError BAD_USER_INPUT for an empty one. */
export const textIfGiven = (text: string | null | undefined, field: readonly string[]): string | undefined =>
  text == null ? undefined : requireText(text, field);

/** The text as it is. @throws UserError BAD_USER_INPUT for one of no characters; one of blanks may be a name upstream. */
export const requireCharacters = (text: string, field: readonly string[]): string =>
  text === '' ? requireText(text, field) : text;
