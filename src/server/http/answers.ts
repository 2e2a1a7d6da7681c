import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { nothing } from './contentSecurity';

/** What a GraphQL answer depends on besides its request line and body. */
const graphqlVary = 'accept, accept-encoding, accept-language, authorization, origin';

/** Answers below this size are not compressed, bytes. */
const compressFromBytes = 1024;

/** The quality of brotli: more costs much time and saves little. */
const brotliQuality = 4;

/** Above this size an answer is compressed by other threads, bytes. */
const compressHereBelowBytes = 16_384;

/** The security headers, the same for every answer. Helmet would build them anew for each. */
const securityHeaders = (): Readonly<Record<string, string>> => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const setHeaders = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    // The Sandbox opens a window to sign in.
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  setHeaders(request, response, (error?: unknown) => {
    if (error !== undefined) throw new TypeError('The security headers cannot be set.', { cause: error });
  });
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
};

/**
 * Gives every answer its security headers, and `Cache-Control: no-store` unless its route decides. Compresses answers.
 *
 * There is no Strict-Transport-Security: it concerns all of a host name, which the proxy that ends TLS serves.
 */
export const secureAnswers = async (app: FastifyInstance): Promise<void> => {
  const headers = { 'cache-control': 'no-store', ...securityHeaders() };
  const graphqlHeaders = { ...headers, vary: graphqlVary };
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.url === '/graphql' ? graphqlHeaders : headers);
    done();
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: compressFromBytes,
    syncThreshold: compressHereBelowBytes,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
    globalDecompression: false,
  });
};
