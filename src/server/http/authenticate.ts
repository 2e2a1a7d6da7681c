import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import Negotiator from 'negotiator';
import type { Credentials, Door } from '../../access/Door';
import { NotAuthenticated } from '../../access/NotAuthenticated';
import type { Principal } from '../../access/Principal';
import type { CallerRates } from '../limits/CallerRates';
import type { Incoming } from './Incoming';
import { incomingOf } from './Incoming';
import { networkOf } from './addresses';

/**
 * Finds out who sent a request, before its body is read. Pages for browsers hold no data.
 *
 * An address with too many failures is refused, too, unless what it sends was accepted before.
 *
 * @throws NotAuthenticated if the door does not know the sender. UserError RATE_LIMITED.
 */
export const authenticate = async (door: Door, rates: CallerRates, request: FastifyRequest): Promise<void> => {
  if (!door.isOpen && asksForPage(request)) return;
  const incoming = incomingOf(request.raw);
  const credentials = credentialsOf(incoming);
  const network = networkOf(incoming.address);
  if (!door.hasAccepted(credentials)) rates.checkFailedLogins(network);
  try {
    incoming.principal = await door.enter(credentials);
  } catch (error) {
    if (error instanceof NotAuthenticated && !error.retryable) rates.countFailedLogin(network);
    throw error;
  }
};

/** What a request shows of its sender. */
export const credentialsOf = ({ headers }: Incoming): Credentials => {
  const { authorization, 'router-authorization': router } = headers;
  return { authorization, router: typeof router === 'string' ? router : undefined };
};

/** Who sent a request. @throws GraphQLError for one that only asked for a page, and would be executed all the same. */
export const senderOf = ({ principal }: Incoming): Principal => {
  if (principal !== undefined) return principal;
  throw new GraphQLError('The request has no valid identity.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
};

/** What Apollo Server answers with its landing page, and never executes, as long as it has one. */
const asksForPage = ({ method, headers: { accept } }: FastifyRequest): boolean =>
  method === 'GET' &&
  accept !== undefined &&
  new Negotiator({ headers: { accept } }).mediaType([
    'application/json; charset=utf-8',
    'application/graphql-response+json; charset=utf-8',
    'multipart/mixed',
    'text/html',
  ]) === 'text/html';
