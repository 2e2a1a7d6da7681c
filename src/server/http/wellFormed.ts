import type { FastifyInstance } from 'fastify';

/**
 * An escape sequence of JSON. JSON.stringify escapes half of a surrogate pair, `\ud83d`, and no whole one; a sequence is
 * matched whole, so that the text `\\ud83d` is left alone.
 */
const escape = /\\(?:u(?<half>d[89a-f][0-9a-f]{2})|.)/gs;

/** What a strict parser of JSON accepts in place of half a surrogate pair. */
const replacement = '\uFFFD';

/**
 * An answer as well-formed Unicode, in data, errors, extensions and keys: half a surrogate pair, from the upstream
 * or from the client's own request, becomes U+FFFD.
 */
export const wellFormed = (json: string): string =>
  json.includes('\\ud')
    ? json.replace(escape, (whole: string, half: string | undefined) => (half === undefined ? whole : replacement))
    : json;

/** Keeps every answer of a route {@link wellFormed}. */
export const keepAnswersWellFormed = (app: FastifyInstance): void => {
  app.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' ? wellFormed(payload) : payload);
  });
};
