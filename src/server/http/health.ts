import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Whether new requests should go elsewhere. */
interface Readiness {
  readonly isStopping: boolean;
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

/** `/livez`: the event loop turns. `/readyz`: the process takes requests; 503 as soon as it is about to stop. */
export const createHealthChecks = (readiness: Readiness, upstream: string): HealthChecks => ({
  [live]: () => ({ status: 200, body: { status: 'ok' } }),
  [ready]: () =>
    readiness.isStopping
      ? { status: 503, body: { status: 'stopping', upstream } }
      : { status: 200, body: { status: 'ok', upstream } },
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
