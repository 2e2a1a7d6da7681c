import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { nothing } from './contentSecurity';

/** What a GraphQL answer depends on besides its request line and body. */
const graphqlVary = 'accept, accept-encoding, accept-language, authorization, origin';

/** Answers below this size are not compressed, bytes. */
const compressFromBytes = 1024;

/** The quality of brotli: more costs much time and saves little. */
const brotliQuality = 4;

/** Above this size an answer is compressed by other threads, bytes. */
const compressHereBelowBytes = 16_384;

/**
 * Gives every answer its security headers, and `Cache-Control: no-store` unless its route decides. Compresses answers.
 *
 * There is no Strict-Transport-Security: it concerns all of a host name, which the proxy that ends TLS serves.
 */
export const secureAnswers = async (app: FastifyInstance): Promise<void> => {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url === '/graphql') reply.header('vary', graphqlVary);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    // The Sandbox opens a window to sign in.
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: compressFromBytes,
    syncThreshold: compressHereBelowBytes,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
    globalDecompression: false,
  });
};
