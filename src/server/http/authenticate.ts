import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import Negotiator from 'negotiator';
import type { Door } from '../../access/Door';
import { NotAuthenticated } from '../../access/NotAuthenticated';
import type { Principal } from '../../access/Principal';
import type { CallerRates } from '../limits/CallerRates';
import { addressOf, networkOf } from './addresses';

const principals = new WeakMap<FastifyRequest, Principal>();

/**
 * Finds out who sent a request, before its body is read. Pages for browsers hold no data.
 *
 * An address with too many failures is refused, too, unless what it sends was accepted before.
 *
 * @throws NotAuthenticated if the door does not know the sender. UserError RATE_LIMITED.
 */
export const authenticate = async (door: Door, rates: CallerRates, request: FastifyRequest): Promise<void> => {
  if (!door.isOpen && asksForPage(request)) return;
  const { authorization, 'router-authorization': router } = request.headers;
  const credentials = { authorization, router: typeof router === 'string' ? router : undefined };
  const network = networkOf(addressOf(request));
  if (!door.hasAccepted(credentials)) await rates.checkFailedLogins(network);
  try {
    principals.set(request, await door.enter(credentials));
  } catch (error) {
    if (error instanceof NotAuthenticated && !error.retryable) await rates.countFailedLogin(network);
    throw error;
  }
};

/** Who sent a request, as far as that is known. */
export const principalIn = (request: FastifyRequest): Principal | undefined => principals.get(request);

/** Who sent a request. @throws GraphQLError for one that only asked for a page, and would be executed all the same. */
export const senderOf = (request: FastifyRequest): Principal => {
  const principal = principals.get(request);
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
