/**
 * What a document nests by, and what may hold such characters without meaning them: strings and comments. A string that
 * never ends is read once, and not again from each quote in it.
 */
const brackets = /"""(?:\\"""|[^])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|[{[(]|[)\]}]/g;

/** Whether the brackets of a document nest deeper than that. The document may be no GraphQL at all. */
export const isNestedDeeper = (document: string, mostLevels: number): boolean => {
  let depth = 0;
  for (const [token] of document.matchAll(brackets)) {
    if ('{[('.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    if (depth > mostLevels) return true;
  }
  return false;
};
