import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { days } from '../environment/formats';

/** How long a ledger remembers a mutation if no setting says so. Milliseconds. */
export const defaultKeptMs = 7 * 86_400_000;

/** Where mutations are remembered. */
export type LedgerPlace =
  { readonly kind: 'memory' } | { readonly kind: 'redis' } | { readonly kind: 'file'; readonly path: string };

/** Settings of the memory for mutations. */
export const ledgerTable = {
  place: setting('LEDGER', {
    values: '`memory`, `redis`, or `file:` and a path',
    parse: z
      .string()
      .regex(/^(memory|redis|file:.+)$/)
      .transform((text): LedgerPlace =>
        text === 'memory' || text === 'redis' ? { kind: text } : { kind: 'file', path: text.slice('file:'.length) },
      ),
    unset: '`redis` if `REDIS_URL` is set, else `memory`',
    description:
      'The place in which the gateway remembers mutations, so that none has its effect twice. What memory holds is lost if the process ends. A file survives that. Redis keeps it for all replicas, and without it no mutation is sent. Each process needs a file of its own, on a disk of its machine: a second one with the same file does not start.',
  }),
  keptMs: setting('IDEMPOTENCY_KEY_DAYS', {
    ...days(1, 365),
    default: defaultKeptMs,
    description: 'How long the gateway remembers the `idempotencyKey` of a mutation, in days.',
  }),
};

export type LedgerSettings = SettingsOf<typeof ledgerTable>;
