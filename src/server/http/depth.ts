import type { FastifyInstance } from 'fastify';

/** The deepest that a body's values, and a document's brackets, may nest: anyone who parses, prints or walks them recurses. */
const maxDepth = 100;

/** A request nests too deep. */
class TooDeep extends Error {
  /** @param code as the table of failures names it. */
  constructor(readonly code: 'BODY_TOO_DEEP' | 'DOCUMENT_TOO_DEEP') {
    super(code);
  }
}

/** Refuses requests whose body or document nests too deep for what comes behind. */
export const refuseDeepRequests = (app: FastifyInstance): void => {
  app.addHook('preValidation', async ({ body, query }) => {
    if (isValueTooDeep(body)) throw new TooDeep('BODY_TOO_DEEP');
    if ([body, query].some((parameters) => isDocumentTooDeep(documentOf(parameters)))) {
      throw new TooDeep('DOCUMENT_TOO_DEEP');
    }
  });
};

const documentOf = (parameters: unknown): string => {
  const { query } = (parameters ?? {}) as { readonly query?: unknown };
  return typeof query === 'string' ? query : '';
};

const isValueTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= maxDepth; depth += 1) {
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
};

/** What a document nests by, and what may hold such characters without meaning them: strings and comments. */
const brackets = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|[{[(]|[)\]}]/g;

const isDocumentTooDeep = (document: string): boolean => {
  let depth = 0;
  for (const [token] of document.matchAll(brackets)) {
    if ('{[('.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
};
