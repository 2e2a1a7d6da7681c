import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Whether new requests should go elsewhere. */
interface Readiness {
  readonly isStopping: boolean;
}

const live = '/livez';
const ready = '/readyz';

/** `/livez`: the event loop turns. `/readyz`: the process takes requests; 503 as soon as it is about to stop. */
export const serveHealth = (app: FastifyInstance, readiness: Readiness, upstream: string): void => {
  app.get(live, async () => ({ status: 'ok' }));
  app.get(ready, async (_request, reply) =>
    readiness.isStopping ? reply.status(503).send({ status: 'stopping', upstream }) : { status: 'ok', upstream },
  );
};

/** Whether a probe asks. */
export const isHealthCheck = ({ routeOptions: { url } }: FastifyRequest): boolean => url === live || url === ready;
