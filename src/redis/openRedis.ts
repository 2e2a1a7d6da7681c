import type { Logger } from 'pino';
import { systemClock } from '../rpc/clock';
import type { Settings } from '../settings';
import { RedisClient } from './RedisClient';

/** How long a start waits for the first answer. Milliseconds. */
const startMs = 3000;

/** What does not pass by itself: the settings, or those of Redis, have to be changed. */
const lasting: Readonly<Record<string, string>> = {
  WRONGPASS: 'refuses the user or password',
  NOAUTH: 'requires a password',
  NOPERM: 'refuses commands that the gateway needs to this user: docs/RELIABILITY.md lists them',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that is not trusted: set REDIS_CA_FILE',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that is not trusted: set REDIS_CA_FILE',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that is not trusted: set REDIS_CA_FILE',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate of another host',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not speak TLS: begin the URL with redis://',
  ENOTFOUND: 'has a host name that is not known',
};

/**
 * Connects to the Redis of the settings. If it does not answer, the gateway starts without it, and takes it as soon as it does.
 *
 * @returns undefined if no setting names one: then nothing of the client library is loaded.
 * @throws Error in a sentence for operators, if trying again does not help.
 */
export const openRedis = async (
  { redisAccess: settings, upstream, site }: Pick<Settings, 'redisAccess' | 'upstream' | 'site'>,
  logger: Logger,
): Promise<RedisClient | undefined> => {
  if (settings.urls === undefined) return undefined;
  const { openRedisLink } = await import('./RedisLink.js');
  const { timeoutMs } = settings;
  // What was done in one world says nothing of another.
  const keyPrefix = `${settings.keyPrefix}${upstream === 'emulator' ? upstream : site}:`;
  const client = new RedisClient(openRedisLink(settings), { clock: systemClock, logger, keyPrefix, timeoutMs });
  const reason = await client.whenUp(startMs, (code) => Object.hasOwn(lasting, code));
  const problem = reason === undefined ? undefined : lasting[reason];
  if (problem === undefined) {
    if (reason !== undefined)
      logger.error({ redis: 'DOWN', reason }, 'Redis does not answer: the gateway starts without it');
    return client;
  }
  await client.close();
  throw new Error(`The Redis of REDIS_URL ${problem} (${reason}).`);
};
