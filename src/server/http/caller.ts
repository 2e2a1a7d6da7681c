import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../context';
import { principalIn } from './authenticate';

/** The caller of a request: its principal, or its address if there is no authentication. */
export const callerOf = (request: FastifyRequest): Caller => {
  const principal = principalIn(request);
  return principal === undefined || principal.isAnonymous
    ? { kind: 'address', name: request.ip }
    : { kind: 'principal', name: principal.id };
};

/** A text that no other caller has. */
export const callerKey = ({ kind, name }: Caller): string => `${kind} ${name}`;
