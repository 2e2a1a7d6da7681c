import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { UserError } from '../../errors/UserError';
import { adviseRetry, passingFailures } from '../../errors/explanations';
import { isHealthCheck } from './health';

/** When requests are refused, besides a slow event loop: at this share of the heap. */
const maxHeapShare = 0.9;

/** How often event loop and heap are measured, milliseconds. */
const sampleEveryMs = 500;

/** Expensive queries are refused from this share of the delay at which everything is. */
const strainedShare = 0.5;

/** The `Retry-After` of a rejected request, in milliseconds. */
const retryAfterMs = 2000;

/** The refusal of a request for which there is no time. */
export const overloaded = new UserError(
  'OVERLOADED',
  adviseRetry(passingFailures.OVERLOADED),
  undefined,
  true,
  undefined,
  retryAfterMs,
);

interface Load {
  /** The mean delay of the event loop above which requests are refused, milliseconds. 0 refuses nothing. */
  readonly maxDelayMs: number;
  /** The mean delay of the event loop, milliseconds. Default: it is measured. */
  readonly delayMs?: (() => number) | undefined;
}

/** How much the process has to do. */
export interface Strain {
  /** Whether expensive queries have to wait. */
  readonly isStrained: () => boolean;
  /** Whether requests are refused. */
  readonly isOverloaded: () => boolean;
}

/**
 * Refuses requests with 503 and `Retry-After` while the process has more to do than it can, before their bodies are read.
 * Health checks are answered.
 */
export const shedLoad = async (app: FastifyInstance, { maxDelayMs, delayMs }: Load): Promise<Strain> => {
  if (maxDelayMs === 0) return { isStrained: () => false, isOverloaded: () => false };
  // The start itself delays the event loop: what was measured before the second sample after it does not count.
  let isMeasured = false;
  app.addHook('onListen', async () => {
    setTimeout(() => {
      isMeasured = true;
    }, 2 * sampleEveryMs).unref();
  });
  await app.register(underPressure, {
    sampleInterval: sampleEveryMs,
    maxEventLoopDelay: maxDelayMs,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * maxHeapShare,
    pressureHandler: async (request) => {
      if (isMeasured && !isHealthCheck(request)) throw overloaded;
    },
  });
  const measured = () => (isMeasured ? app.memoryUsage().eventLoopDelay : 0);
  return {
    isStrained: () => (delayMs ?? measured)() > maxDelayMs * strainedShare,
    isOverloaded: () => isMeasured && app.isUnderPressure(),
  };
};
