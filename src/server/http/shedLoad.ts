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

/** The `Retry-After` of a rejected request, in milliseconds. */
const retryAfterMs = 2000;

const overloaded = new UserError(
  'OVERLOADED',
  adviseRetry(passingFailures.OVERLOADED),
  undefined,
  true,
  undefined,
  retryAfterMs,
);

/**
 * Refuses requests with 503 and `Retry-After` while the process has more to do than it can, before their bodies are read.
 * Health checks are answered.
 *
 * @param maxEventLoopDelayMs the mean delay of the event loop above which that is so. 0 refuses nothing.
 */
export const shedLoad = async (app: FastifyInstance, maxEventLoopDelayMs: number): Promise<void> => {
  if (maxEventLoopDelayMs === 0) return;
  // The start itself delays the event loop: what was measured before the second sample after it does not count.
  let isMeasured = false;
  app.addHook('onListen', async () => {
    setTimeout(() => {
      isMeasured = true;
    }, 2 * sampleEveryMs).unref();
  });
  await app.register(underPressure, {
    sampleInterval: sampleEveryMs,
    maxEventLoopDelay: maxEventLoopDelayMs,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * maxHeapShare,
    pressureHandler: async (request) => {
      if (isMeasured && !isHealthCheck(request)) throw overloaded;
    },
  });
};
