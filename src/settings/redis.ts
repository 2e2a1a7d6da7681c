import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { list, milliseconds, onOff, text, urlWhere } from '../environment/formats';

/** Host, and perhaps port, user, password and the number of a database: anything more would be ignored. */
const isRedisUrl = ({ hostname, pathname, search, hash }: URL): boolean =>
  hostname !== '' && /^(\/\d{0,4})?$/.test(pathname) && search + hash === '';

const redisUrl = {
  values:
    '`redis://` or, with TLS, `rediss://` URLs such as `rediss://user:password@host:6379/0`, with a comma in the password as `%2C`',
  parse: urlWhere(/^rediss?$/, isRedisUrl),
};

/** Settings of the Redis through which several replicas act as one. */
export const redisTable = {
  urls: setting('REDIS_URL', {
    ...list(redisUrl),
    secret: true,
    orFile: true,
    unset: '(unset: each process has its own state)',
    description:
      'Redis 6.2 or newer, through which replicas share quotas and the mutation ledger, and report changes of the upstream to each other: see docs/RELIABILITY.md. All gateways that use one prefix there must have credentials of the same account. Name several for a cluster, or the sentinels.',
  }),
  keyPrefix: setting('REDIS_KEY_PREFIX', {
    values: '1 to 64 letters, digits and `_.:/-`',
    parse: z.string().regex(/^[\w.:/-]{1,64}$/),
    default: 'governance:',
    description: 'First part of every key and channel in Redis.',
  }),
  timeoutMs: setting('REDIS_TIMEOUT_MS', {
    ...milliseconds(5, 5000),
    default: 50,
    description:
      'How long Redis may take for a command, in milliseconds. If it takes longer, each replica goes on alone with its part of the quotas and rejects mutations, until Redis answers in time again.',
  }),
  sentinelMaster: setting('REDIS_SENTINEL_MASTER', {
    ...text,
    values: 'a name such as `mymaster`',
    unset: '(unset: `REDIS_URL` is Redis itself)',
    description:
      'Name of the primary that the sentinels of `REDIS_URL` watch. User and password of the first URL are those of Redis.',
  }),
  sentinelPassword: setting('REDIS_SENTINEL_PASSWORD', {
    ...text,
    secret: true,
    orFile: true,
    unset: '(unset)',
    description: 'Password of the sentinels themselves.',
  }),
  isCluster: setting('REDIS_CLUSTER', {
    ...onOff,
    default: false,
    description: 'Whether `REDIS_URL` names nodes of a Redis Cluster.',
  }),
  secrets: setting('CACHE_SECRET', {
    ...list({ values: 'a text of at least 32 characters', parse: z.string().min(32) }, 2),
    secret: true,
    orFile: true,
    unset: '(unset: each replica opens its own sessions)',
    description:
      'Secret that encrypts the role sessions which replicas share in Redis, the same in all of them. Two are for the time in which it is changed: the first encrypts, and both decrypt.',
  }),
  caFile: setting('REDIS_CA_FILE', {
    ...text,
    values: 'a path',
    unset: '(unset)',
    description: 'File with additional trusted certificates in PEM, for `rediss://`.',
  }),
};

export type RedisSettings = SettingsOf<typeof redisTable>;

/** What is wrong with these settings together. */
export const redisRules = ({ urls, ...read }: RedisSettings): readonly string[] => {
  const { isCluster, sentinelMaster, sentinelPassword, secrets, caFile } = read;
  if (urls === undefined) {
    const needless = Object.entries({
      REDIS_CLUSTER: isCluster || undefined,
      REDIS_SENTINEL_MASTER: sentinelMaster,
      REDIS_SENTINEL_PASSWORD: sentinelPassword,
      CACHE_SECRET: secrets,
      REDIS_CA_FILE: caFile,
    }).filter(([, value]) => value !== undefined);
    return needless.map(([name]) => `REDIS_URL must be set if ${name} is.`);
  }
  const problems: string[] = [];
  if (isCluster && sentinelMaster !== undefined) {
    problems.push('REDIS_CLUSTER must be off if REDIS_SENTINEL_MASTER is set.');
  }
  if (urls.length > 1 && !isCluster && sentinelMaster === undefined) {
    problems.push('REDIS_URL must be one URL unless REDIS_CLUSTER is on or REDIS_SENTINEL_MASTER is set.');
  }
  if (new Set(urls.map((url) => new URL(url).protocol)).size > 1) {
    problems.push('All URLs of REDIS_URL must begin with redis:// or all with rediss://.');
  }
  if (isCluster && urls.some((url) => /^\/[1-9]/.test(new URL(url).pathname))) {
    problems.push('REDIS_URL must not name a database if REDIS_CLUSTER is on.');
  }
  return problems;
};
