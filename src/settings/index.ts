import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { isOrigin, list, megabytes, onOff, oneOf, seconds, text, urlWhere, whole } from '../environment/formats';
import type { Environment, ReadSettings, Rules } from '../environment/readSettings';
import { readSettings } from '../environment/readSettings';
import { isLoopbackName } from '../process/loopback';
import { accessRules, accessTable } from './access';
import { callersTable } from './callers';
import { exposureTable, toExposure } from './exposure';
import { ledgerTable } from './ledger';
import { limitsTable } from './limits';
import { networkRules, networkTable, toNetwork } from './network';
import { adminTable, toAdmin, telemetryTable } from './observability';
import { persistedRules, persistedTable } from './persisted';
import { redisRules, redisTable } from './redis';
import { roleTable, toRoles } from './roles';

export type { AccessSettings } from './access';
export type { Exposure } from './exposure';
export { developmentExposure, productionExposure } from './exposure';
export type { LedgerSettings } from './ledger';
export type { RequestLimits } from './limits';
export { defaultLimits, settingOfLimit } from './limits';
export type { NetworkSettings } from './network';
export type { PersistedSettings } from './persisted';
export type { RedisSettings } from './redis';
export type { RoleSettings } from './roles';
export { defaultRoles } from './roles';

/**
 * Every setting of the gateway. A new one is an entry here; {@link Settings} and docs/SETTINGS.md follow. The emulator
 * has its own table.
 */
export const settingsTable = {
  host: setting('HOST', {
    ...text,
    values: 'an address',
    default: '127.0.0.1',
    description: 'Address that the gateway listens on.',
  }),
  port: setting('PORT', {
    ...whole(0, 65_535),
    default: 4000,
    description: 'Port that the gateway listens on. With 0 it takes a free one.',
  }),
  publicPath: setting('PUBLIC_PATH', {
    values: 'a path such as `/governance`, without a slash at the end',
    parse: z.string().regex(/^(\/[\w.~-]+)+$/),
    unset: '(none)',
    description: 'Path under which a proxy publishes the gateway. Requests may come with the path or without it.',
  }),
  exposure: exposureTable,
  stopTimes: {
    drainMs: setting('DRAIN_SECONDS', {
      ...seconds(0, 300),
      default: 5000,
      description:
        'After SIGTERM, how long the gateway still accepts new requests, in seconds, while `/readyz` returns 503. Set it to the time in which your load balancer notices that.',
    }),
    stopMs: setting('STOP_SECONDS', {
      ...seconds(1, 600),
      default: 25_000,
      description:
        'Maximum time from the signal to the end of the process, in seconds, `DRAIN_SECONDS` included. Give the process some seconds more before you kill it.',
    }),
  },
  connections: {
    maxConnections: setting('MAX_CONNECTIONS', {
      ...whole(1, 100_000),
      default: 2000,
      description: 'Maximum number of open connections from clients. The gateway closes any further one.',
    }),
    maxPerAddress: setting('MAX_CONNECTIONS_PER_ADDRESS', {
      ...whole(0, 100_000),
      unset: 'half of `MAX_CONNECTIONS`',
      description:
        'Maximum number of open connections from one address, or from one /64 network of IPv6. Those of `TRUSTED_PROXIES` are not limited. With 0 there is no such maximum.',
    }),
  },
  admin: adminTable,
  telemetry: telemetryTable,
  upstream: setting('UPSTREAM', {
    ...oneOf('emulator', 'alibaba-cloud'),
    default: 'emulator',
    description: 'Upstream that the gateway calls. Required if `HOST` is not an address of this machine alone.',
  }),
  site: setting('ALIBABA_CLOUD_SITE', {
    ...oneOf('china', 'international'),
    default: 'china',
    description: 'Alibaba Cloud site of the account, for `UPSTREAM=alibaba-cloud`. Each site has its own hosts.',
  }),
  cloudConfigVersion: setting('CLOUD_CONFIG_API_VERSION', {
    ...oneOf('2020-09-07', '2019-01-08'),
    default: '2020-09-07',
    description:
      'Cloud Config version that the gateway calls. Only the older one counts timelines, describes the organization and starts the enterprise edition, so the gateway calls it for these in any case. Only the newer one can stop a recorder.',
  }),
  emulatorUrl: setting('EMULATOR_URL', {
    values: 'an http or https URL without user and path',
    parse: urlWhere(/^https?$/, isOrigin).transform((url) => url.replace(/\/$/, '')),
    unset: '(unset: one is started)',
    description: 'URL of an emulator that already runs. If it is set, the gateway starts none.',
  }),
  emulatorAccessKeyId: setting('EMULATOR_ACCESS_KEY_ID', {
    ...text,
    default: 'testid',
    description: 'Access key ID for the emulator. Your real credentials are never loaded or sent to it.',
  }),
  emulatorAccessKeySecret: setting('EMULATOR_ACCESS_KEY_SECRET', {
    ...text,
    secret: true,
    orFile: true,
    default: 'testsecret',
    description: 'Access key secret for the emulator.',
  }),
  access: accessTable,
  network: networkTable,
  mutations: setting('MUTATIONS', {
    ...onOff,
    unset: '`on` for the emulator, `off` for `alibaba-cloud`',
    description: 'Whether mutations are allowed. If they are off, they return FORBIDDEN.',
  }),
  cacheMaxBytes: setting('CACHE_MEGABYTES', {
    ...megabytes(0, 100_000),
    default: 16_000_000,
    description:
      'Memory for cached upstream responses, in megabytes. 0 turns the cache off. docs/OPERATIONS.md has the lifetime of each response. A response is reused only with the credentials that read it.',
  }),
  memberAccess: setting('MEMBER_ACCESS', {
    ...oneOf('role', 'account-group'),
    default: 'role',
    description:
      'How to read resources in other accounts: assume a role in each account, or use the account group of the whole directory if the gateway cannot assume roles. All calls through the group share one quota. Recorders, lists and counts of a single account need the role in both cases.',
  }),
  attribution: {
    isOn: setting('ATTRIBUTION', {
      ...onOff,
      unset: '`on`, but `off` for `alibaba-cloud` without authentication',
      description:
        'Whether the gateway looks up in ActionTrail who made a change. If it is off, `attribution` has the reason SWITCHED_OFF.',
    }),
    globalRegion: setting('ACTIONTRAIL_GLOBAL_REGION', {
      ...oneOf('cn-hangzhou', 'ap-southeast-1'),
      unset: '`cn-hangzhou` for the China site, else `ap-southeast-1`',
      description: 'Region that keeps the events of products without regions, such as RAM.',
    }),
  },
  roles: roleTable,
  mutationLedger: ledgerTable,
  redisAccess: redisTable,
  quota: {
    sharePercent: setting('QUOTA_SHARE_PERCENT', {
      ...whole(1, 100),
      default: 80,
      description:
        'Share of each upstream quota that the gateway uses, in percent. The rest is for other callers in the account.',
    }),
    replicas: setting('REPLICAS', {
      ...whole(1, 1000),
      default: 1,
      description:
        'Number of gateway processes that call with the same accounts. They divide that share equally. With `REDIS_URL`, they share it by need, and divide it only while Redis is gone.',
    }),
    unknownReadsPerMinute: setting('UNKNOWN_QUOTA_READS_PER_MINUTE', {
      ...whole(1, 100_000),
      default: 300,
      description: 'Assumed quota, in calls per minute, for reads without a published quota.',
    }),
    unknownWritesPerMinute: setting('UNKNOWN_QUOTA_WRITES_PER_MINUTE', {
      ...whole(1, 100_000),
      default: 60,
      description: 'Assumed quota, in calls per minute, for writes without a published quota.',
    }),
  },
  maxUpstreamCalls: setting('MAX_UPSTREAM_CALLS', {
    ...whole(1, 100_000),
    default: 600,
    description:
      'Maximum number of upstream calls per document. The gateway rejects a document with a higher estimate before it makes a call, and stops one that reaches the limit while it runs.',
  }),
  limits: limitsTable,
  persisted: persistedTable,
  cursorSecrets: setting('CURSOR_SECRET', {
    ...list({ values: 'a text of at least 32 characters', parse: z.string().min(32) }, 2),
    secret: true,
    orFile: true,
    unset: '(unset: cursors are not encrypted)',
    description:
      'Secret that encrypts cursors, the same in all replicas. A cursor that it did not encrypt is refused. Two are for the time in which it is changed: the first encrypts cursors, and both decrypt them. Without one, a caller who decodes a cursor learns how many records the list has, those that the caller may not see included.',
  }),
  callers: callersTable,
  relayNodeFields: setting('RELAY_NODE_FIELDS', {
    ...onOff,
    default: true,
    description:
      'Whether the graph has `node` and `nodes`. Turn them off if another subgraph of your supergraph has them.',
  }),
  auditTarget: setting('AUDIT_LOG', {
    values: '`stdout` or a path',
    parse: z.string().min(1),
    default: 'stdout',
    description:
      'Target of the audit log of mutations: a JSON line before each is sent, and one after, chained by hashes. If a line cannot be written, the mutation is not sent.',
  }),
  logLevel: setting('LOG_LEVEL', {
    ...oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    default: 'info',
    description: 'Lowest level that is logged. Logs are JSON lines on stdout.',
  }),
};

type Read = SettingsOf<typeof settingsTable>;

/** How much one caller may ask for. */
export type CallerSettings = Read['callers'];

/** Whether only this machine reaches the gateway, and it serves demo data. */
const isDevelopment = ({ host, upstream }: Pick<Read, 'host' | 'upstream'>): boolean =>
  isLoopbackName(host) && upstream === 'emulator';

const areMutationsOn = ({ mutations, upstream }: Pick<Read, 'mutations' | 'upstream'>): boolean =>
  mutations ?? upstream === 'emulator';

/** What depends on several settings. */
const toSettings = ({ exposure, roles, network, mutations, attribution, admin, ...read }: Read) => ({
  ...read,
  admin: toAdmin(admin),
  exposure: toExposure(exposure, isDevelopment(read)),
  roles: toRoles(roles),
  network: toNetwork(network),
  mutations: areMutationsOn({ ...read, mutations }),
  attribution: {
    // Names of people are not for everyone who reaches the gateway.
    isOn: attribution.isOn ?? (read.upstream === 'emulator' || read.access.authentication !== 'none'),
    globalRegion: attribution.globalRegion ?? (read.site === 'china' ? 'cn-hangzhou' : 'ap-southeast-1'),
  },
});

/** The settings of one process, validated. */
export type Settings = ReturnType<typeof toSettings>;

/** How resources of other accounts are read. */
export type MemberAccess = Settings['memberAccess'];

/** The versions of Cloud Config that the gateway speaks. */
export type CloudConfigVersion = Settings['cloudConfigVersion'];

const rules: Rules<Read> = ({ access, network, persisted, redisAccess, ...read }, given) => [
  ...(read.mutationLedger.place?.kind === 'redis' && redisAccess.urls === undefined
    ? ['REDIS_URL must be set if LEDGER is redis.']
    : []),
  // Nobody else may take demo data for a company.
  ...(!isLoopbackName(read.host) && !given.has('UPSTREAM')
    ? [`UPSTREAM must be named if HOST is not a loopback address: emulator (demo data) or alibaba-cloud.`]
    : []),
  ...(read.stopTimes.drainMs < read.stopTimes.stopMs ? [] : ['STOP_SECONDS must be more than DRAIN_SECONDS.']),
  ...accessRules({ ...read, mutations: areMutationsOn(read) })(access, given),
  ...networkRules(network, given),
  ...persistedRules(persisted),
  ...redisRules(redisAccess),
];

/** Reads the settings of the gateway. */
export const parseSettings = (environment: Environment): ReadSettings<Settings> => {
  const { settings, problems } = readSettings(settingsTable, environment, rules);
  return settings ? { settings: toSettings(settings), problems: [] } : { settings: undefined, problems };
};
