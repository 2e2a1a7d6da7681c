import { parseSettings } from '../../../src/settings';

const values =
  'redis:// or, with TLS, rediss:// URLs such as rediss://user:password@host:6379/0, with a comma in the password as %2C, comma-separated';
const refused = `REDIS_URL must be ${values}, but got another value (not repeated: it may hold a secret).`;

it.each([
  [{ REDIS_URL: 'http://:secret@localhost' }, refused],
  [{ REDIS_URL: 'localhost:6379' }, refused],
  [{ REDIS_URL: 'redis://:secret@localhost/zero' }, refused],
  [{ REDIS_URL: 'redis://localhost?db=1' }, refused],
  [
    { REDIS_URL: 'redis://one,redis://two' },
    'REDIS_URL must be one URL unless REDIS_CLUSTER is on or REDIS_SENTINEL_MASTER is set.',
  ],
  [
    { REDIS_URL: 'redis://one,rediss://two', REDIS_CLUSTER: 'on' },
    'All URLs of REDIS_URL must begin with redis:// or all with rediss://.',
  ],
  [{ REDIS_URL: 'redis://one/1', REDIS_CLUSTER: 'on' }, 'REDIS_URL must not name a database if REDIS_CLUSTER is on.'],
  [
    { REDIS_URL: 'redis://one', REDIS_CLUSTER: 'on', REDIS_SENTINEL_MASTER: 'main' },
    'REDIS_CLUSTER must be off if REDIS_SENTINEL_MASTER is set.',
  ],
  [{ LEDGER: 'redis' }, 'REDIS_URL must be set if LEDGER is redis.'],
  [{ REDIS_CLUSTER: 'on' }, 'REDIS_URL must be set if REDIS_CLUSTER is.'],
  [{ REDIS_SENTINEL_MASTER: 'main' }, 'REDIS_URL must be set if REDIS_SENTINEL_MASTER is.'],
  [{ REDIS_KEY_PREFIX: 'a{b}' }, 'REDIS_KEY_PREFIX must be 1 to 64 letters, digits and _.:/-, but got "a{b}".'],
])('refuses %j', (environment, problem) => {
  expect(parseSettings(environment as Record<string, string>).problems).toEqual([problem]);
});
