import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../context';

/** The caller of a request: its address, since requests have no principal yet. */
export const callerOf = ({ ip }: FastifyRequest): Caller => ({ kind: 'address', name: ip });

/** A text that no other caller has. */
export const callerKey = ({ kind, name }: Caller): string => `${kind} ${name}`;
