import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../context';
import { addressOf, networkOf } from './addresses';
import { principalIn } from './authenticate';

/** The caller of a request: its principal, or its address if there is no authentication. */
export const callerOf = (request: FastifyRequest): Caller => {
  const principal = principalIn(request);
  if (principal !== undefined && !principal.isAnonymous) return callerNamed('principal', principal.id);
  const address = addressOf(request);
  return callerNamed('address', address, networkOf(address));
};

const callerNamed = (kind: 'principal' | 'address', name: string, of = name): Caller => ({
  name: `${kind} ${name}`,
  key: `${kind} ${of}`,
});
