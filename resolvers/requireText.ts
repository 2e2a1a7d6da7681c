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
