import { badInput } from '../src/errors/UserError';

/**
 * The text as it is.
 *
 * @throws UserError BAD_USER_INPUT for an empty one: the upstream takes it for a parameter that was left out, and answers
 *   for whatever it takes in its place.
 */
export const requireText = (text: string, field: readonly string[]): string => {
  if (text.trim() === '') throw badInput(field, { en: 'a text that is not empty', zh: '非空文本' }, text);
  return text;
};

/** The text as it is; undefined where none is given. @throws UserError BAD_USER_INPUT for an empty one. */
export const textIfGiven = (text: string | null | undefined, field: readonly string[]): string | undefined =>
  text == null ? undefined : requireText(text, field);

/** The region of a resource as it is. Cloud Config lists resources with an empty one. @throws UserError for a blank one. */
export const parseRegion = (region: string, field: readonly string[]): string =>
  region === '' ? region : requireText(region, field);
