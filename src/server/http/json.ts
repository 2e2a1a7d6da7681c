import { isUtf8 } from 'node:buffer';
import { errorCodes } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { incomingOf } from './Incoming';
import { findInexactNumbers } from './inexactNumbers';

/**
 * Lets bodies be JSON in UTF-8 and nothing else: a text/plain body would slip past the browser's preflight, and of
 * other charsets only the header would be believed. Compressed bodies are refused before they are read.
 */
export const takeJsonOnly = (app: FastifyInstance): void => {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-type': type = '' } = request.headers;
    const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1] ?? 'utf-8';
    if (!/^utf-?8$/i.test(charset)) {
      done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
    } else if (!isUtf8(body)) {
      done(new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY());
    } else {
      const text = body.toString();
      // Once it is parsed, they are lost.
      incomingOf(request.raw).inexactNumbers = findInexactNumbers(text);
      void parseJson(request, text, done);
    }
  });
};
