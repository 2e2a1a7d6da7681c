import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { brotliOptions, compressFromBytes, compressHereBelowBytes, encodings } from './compression';
import { nothing } from './contentSecurity';

/** What a GraphQL answer depends on besides its request line and body. */
const graphqlVary = 'accept, accept-encoding, accept-language, authorization, origin';

/** The security headers, the same for every answer. Helmet would build them anew for each. */
const createSecurityHeaders = (): Readonly<Record<string, string>> => {
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

/** What every answer has, unless its route decides. */
const headers = { 'cache-control': 'no-store', ...createSecurityHeaders() };

/** What every answer at `/graphql` has. */
export const graphqlHeaders: Readonly<Record<string, string>> = { ...headers, vary: graphqlVary };

/**
 * Gives every answer its security headers, and `Cache-Control: no-store` unless its route decides. Compresses answers.
 *
 * There is no Strict-Transport-Security: it concerns all of a host name, which the proxy that ends TLS serves.
 */
export const secureAnswers = async (app: FastifyInstance): Promise<void> => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.url === '/graphql' ? graphqlHeaders : headers);
    done();
  });
  await app.register(compress, {
    encodings: [...encodings],
    threshold: compressFromBytes,
    syncThreshold: compressHereBelowBytes,
    brotliOptions,
    globalDecompression: false,
  });
};
