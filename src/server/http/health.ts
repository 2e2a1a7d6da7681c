import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RedisStatus } from '../../redis/RedisClient';

/** Whether new requests should go elsewhere. */
interface Readiness {
  readonly isStopping: boolean;
}

/** How the Redis is that replicas share. */
export interface RedisHealth {
  readonly status: RedisStatus;
}

/** The answer to a probe. */
export interface Health {
  readonly status: 200 | 503;
  readonly body: object;
}

/** The answers to probes, by their paths. */
export type HealthChecks = Readonly<Record<'/livez' | '/readyz', () => Health>>;

const live = '/livez';
const ready = '/readyz';

/**
 * `/livez`: the event loop turns. `/readyz`: the process takes requests; 503 as soon as it is about to stop. Without the Redis of
 * its settings, it is degraded: it takes reads.
 *
 * @param redis undefined if no setting names one.
 */
export const createHealthChecks = (
  readiness: Readiness,
  upstream: string,
  redis: RedisHealth | undefined,
): HealthChecks => ({
  [live]: () => ({ status: 200, body: { status: 'ok' } }),
  [ready]: () => {
    const state = redis?.status.state;
    const about = { upstream, ...(state !== undefined && { redis: state.toLowerCase() }) };
    if (readiness.isStopping) return { status: 503, body: { status: 'stopping', ...about } };
    return { status: 200, body: { status: state === undefined || state === 'UP' ? 'ok' : 'degraded', ...about } };
  },
});

/** Answers probes on the main port. */
export const serveHealth = (app: FastifyInstance, checks: HealthChecks): void => {
  for (const [path, check] of Object.entries(checks)) {
    app.get(path, async (_request, reply) => {
      const { status, body } = check();
      return reply.status(status).send(body);
    });
  }
};

/** Whether a probe asks. */
export const isHealthCheck = ({ routeOptions: { url } }: FastifyRequest): boolean => url === live || url === ready;
