import cors from '@fastify/cors';
import { errorCodes } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shorten } from '../../json/shorten';
import type { Exposure } from '../../settings';
import { isHealthCheck } from './health';
import { createHostCheck } from './hosts';
import { createOriginList, isSameOrigin } from './origins';

/** How long a browser may reuse the answer to a preflight, seconds. */
const preflightSeconds = 600;

/** Headers of an answer that a page of another origin may read. */
const readableHeaders = ['retry-after', 'x-request-id', 'x-upstream'];

interface Refusal {
  readonly status: 403 | 421;
  readonly code: 'FORBIDDEN' | 'BAD_REQUEST';
  readonly message: string;
}

/** How long a name in a message may be. */
const maxNameLength = 100;

/**
 * Refuses requests before anything of them is read but their headers: for a host that is not ours, from a page of an origin
 * that is not allowed, and with a compressed body. Health checks answer for any host, because probes use IP addresses.
 *
 * Pages of allowed origins can read the answers (CORS).
 */
export const screenRequests = async (
  app: FastifyInstance,
  { host, exposure }: { readonly host: string; readonly exposure: Exposure },
): Promise<void> => {
  const isOurHost = createHostCheck(host, exposure.allowedHosts);
  const isAllowedOrigin = createOriginList(exposure.allowedOrigins);

  const refusalOf = ({ raw, headers }: FastifyRequest): Refusal | undefined => {
    if (!isOurHost(raw)) return unknownHost(headers.host);
    const { origin } = headers;
    const isOurs = origin === undefined || isAllowedOrigin(origin) || isSameOrigin(origin, headers);
    return isOurs ? undefined : foreign(origin);
  };

  app.addHook('onRequest', (request, reply, done) => {
    if (isHealthCheck(request)) {
      done();
      return;
    }
    const refusal = refusalOf(request);
    if (refusal !== undefined) refuse(reply, refusal);
    else if (isCompressed(request)) done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
    else done();
  });

  if (exposure.allowedOrigins.length === 0) return;
  await app.register(cors, {
    origin: (origin, decide) => {
      decide(null, origin !== undefined && isAllowedOrigin(origin));
    },
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: readableHeaders,
    maxAge: preflightSeconds,
    strictPreflight: false,
  });
};

const isCompressed = ({ headers: { 'content-encoding': encoding = 'identity' } }: FastifyRequest): boolean =>
  encoding !== 'identity';

/** The rest of the request is not read, so the connection ends. */
const refuse = (reply: FastifyReply, { status, code, message }: Refusal): void => {
  void reply
    .status(status)
    .header('connection', 'close')
    .send({ errors: [{ message, extensions: { code } }] });
};

const named = (text: string): string => JSON.stringify(shorten(text, maxNameLength));

const unknownHost = (host = ''): Refusal => ({
  status: 421,
  code: 'BAD_REQUEST',
  message: `The host must be one that this gateway serves, but got ${named(host)}. Its operator can add names to ALLOWED_HOSTS.`,
});

const foreign = (origin: string): Refusal => ({
  status: 403,
  code: 'FORBIDDEN',
  message: `Pages of the origin ${named(origin)} may not use this gateway. Its operator can add origins to ALLOWED_ORIGINS.`,
});
