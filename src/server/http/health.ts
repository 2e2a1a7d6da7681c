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

const live = '/livez';
const ready = '/readyz';

/**
 * `/livez`: the event loop turns. `/readyz`: the process takes requests; 503 as soon as it is about to stop. Without the Redis of
 * its settings, it is degraded: it takes reads.
 *
 * @param redis undefined if no setting names one.
 */
export const serveHealth = (
  app: FastifyInstance,
  readiness: Readiness,
  upstream: string,
  redis: RedisHealth | undefined,
): void => {
  app.get(live, async () => ({ status: 'ok' }));
  app.get(ready, async (_request, reply) => {
    const state = redis?.status.state;
    const about = { upstream, ...(state !== undefined && { redis: state.toLowerCase() }) };
    if (readiness.isStopping) return reply.status(503).send({ status: 'stopping', ...about });
    return { status: state === undefined || state === 'UP' ? 'ok' : 'degraded', ...about };
  });
};

/** Whether a probe asks. */
export const isHealthCheck = ({ routeOptions: { url } }: FastifyRequest): boolean => url === live || url === ready;
