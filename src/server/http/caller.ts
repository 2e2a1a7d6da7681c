import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../context';
import { principalIn } from './authenticate';

/** The caller of a request: its principal, or its address if there is no authentication. */
export const callerOf = (request: FastifyRequest): Caller => {
  const principal = principalIn(request);
  return principal === undefined || principal.isAnonymous
    ? { kind: 'address', name: addressOf(request) }
    : { kind: 'principal', name: principal.id };
};

/** The client's address. A trusted proxy may send one that is none: then it is the proxy's own. */
const addressOf = ({ ip, socket }: FastifyRequest): string => (isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip);

/** A text that no other caller has. */
export const callerKey = ({ kind, name }: Caller): string => `${kind} ${name}`;
