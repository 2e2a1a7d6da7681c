import type { Metrics } from '../../observability/metrics/Metrics';
import type { RedisHealth } from '../http/health';

const states = ['UP', 'SLOW', 'DOWN'] as const;

/** Shows how the Redis is that replicas share. */
export const measureRedis = (metrics: Metrics, redis: RedisHealth): void => {
  metrics.read('redisState', () => states.map((state) => [{ state }, redis.status.state === state ? 1 : 0] as const));
  metrics.read('redisReplicas', () => [[{}, redis.status.replicas]]);
  metrics.readTotal('redisFailures', () => redis.status.failures);
};
