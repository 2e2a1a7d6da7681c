/**
 * The text, cut to at most so many characters if it is longer, and well-formed Unicode: no character is cut in half.
 *
 * @param mark ends a text that was cut.
 */
export const shorten = (text: string, maxLength: number, mark = '…'): string => {
  if (text.length <= maxLength) return text.toWellFormed();
  const start = text.slice(0, maxLength - mark.length);
  return start.replace(/[\uD800-\uDBFF]$/, '').toWellFormed() + mark;
};
