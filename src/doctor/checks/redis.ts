import { pino } from 'pino';
import type { RedisClient } from '../../redis/RedisClient';
import { openRedis } from '../../redis/openRedis';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, warning } from '../Finding';

const noPersistence = warning(
  'Redis keeps nothing on a disk (appendonly is off). If it restarts, it has forgotten which mutations were sent.',
  'Set appendonly yes.',
);

/** The Redis that replicas share: whether it answers in time, keeps what it is given, and has room. */
export const redisCheck: Check = {
  name: 'redis',
  about: 'the Redis that replicas share: connection, memory, persistence',
  run: async ({ settings }) => {
    let redis: RedisClient | undefined;
    try {
      redis = await openRedis(settings, pino({ level: 'silent' }));
    } catch (error) {
      return [problem((error as Error).message, 'Correct REDIS_URL, or the settings of Redis.')];
    }
    // No setting names one.
    if (redis === undefined) return [];
    try {
      const { state, reason = '', replicas } = redis.status;
      if (state === 'SLOW') {
        return [
          problem(
            `Redis takes longer than REDIS_TIMEOUT_MS, ${settings.redisAccess.timeoutMs} ms.`,
            'Run Redis nearer to the gateway, or raise REDIS_TIMEOUT_MS.',
          ),
        ];
      }
      if (state === 'DOWN') {
        return [problem(`Redis does not answer (${reason}).`, 'Start Redis, or correct REDIS_URL.')];
      }
      // The doctor itself is one.
      const findings: Finding[] = [ok(`Redis answers in time. Gateways that use it now: ${replicas - 1}.`)];
      const [memory, persistence] = [await redis.info('memory'), await redis.info('persistence')];
      const policy = memory.get('maxmemory_policy');
      if (policy !== undefined && policy !== 'noeviction') {
        findings.push(
          problem(
            `Redis evicts keys if its memory is full (maxmemory-policy ${policy}). It could forget which mutations were sent.`,
            'Set maxmemory-policy noeviction.',
          ),
        );
      }
      if (persistence.get('aof_enabled') === '0') findings.push(noPersistence);
      return findings;
    } catch (error) {
      return [warning((error as Error).message, 'Allow INFO to the user of REDIS_URL, or try again.')];
    } finally {
      await redis.close();
    }
  },
};
