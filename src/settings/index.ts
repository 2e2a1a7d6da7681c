import { z } from 'zod';
import type { NetworkSettings } from './network';
import { networkDefinitions, networkOf, networkProblems } from './network';
import type { RoleSettings } from './roles';
import { roleDefinitions, rolesOf } from './roles';
import type { Setting, ValuesOf } from './setting';
import { isOrigin, oneOf, setting, urlWhere, whole } from './setting';

export type { RoleSettings } from './roles';
export { defaultRoles } from './roles';

const nonEmpty = { values: 'a text', parse: z.string().min(1) };

/** Every setting of the gateway. The emulator's own are with the emulator. */
export const settingDefinitions = {
  HOST: setting({
    ...nonEmpty,
    default: '127.0.0.1',
    values: 'an address',
    description: 'Address that the gateway listens on.',
  }),
  PORT: setting({
    ...whole(0, 65_535),
    default: '4000',
    description: 'Port that the gateway listens on. With 0 it takes a free one.',
  }),
  PUBLIC_PATH: setting({
    values: 'a path such as `/governance`, without a slash at the end',
    parse: z.string().regex(/^(\/[\w.~-]+)+$/),
    default: '(none)',
    description: 'Path under which a proxy publishes the gateway. Requests may come with the path or without it.',
  }),
  UPSTREAM: setting({
    ...oneOf('emulator', 'alibaba-cloud'),
    default: 'emulator',
    description: 'Upstream that the gateway calls. Required with `NODE_ENV=production`.',
  }),
  ALIBABA_CLOUD_SITE: setting({
    ...oneOf('china', 'international'),
    default: 'china',
    description: 'Alibaba Cloud site of the account, for `UPSTREAM=alibaba-cloud`. Each site has its own hosts.',
  }),
  CLOUD_CONFIG_API_VERSION: setting({
    ...oneOf('2020-09-07', '2019-01-08'),
    default: '2020-09-07',
    description:
      'Cloud Config version that the gateway calls. Only the older one counts timelines, describes the organization and starts the enterprise edition, so the gateway calls it for these in any case. Only the newer one can stop a recorder.',
  }),
  EMULATOR_URL: setting({
    values: 'an http or https URL without user and path',
    parse: urlWhere(/^https?$/, isOrigin),
    default: '(unset: one is started)',
    description: 'URL of an emulator that already runs. If it is set, the gateway starts none.',
  }),
  EMULATOR_ACCESS_KEY_ID: setting({
    ...nonEmpty,
    default: 'testid',
    description: 'Access key ID for the emulator. Your real credentials are never loaded or sent to it.',
  }),
  EMULATOR_ACCESS_KEY_SECRET: setting({
    ...nonEmpty,
    default: 'testsecret',
    description: 'Access key secret for the emulator.',
  }),
  ...networkDefinitions,
  MUTATIONS: setting({
    ...oneOf('on', 'off'),
    default: '`on` for the emulator, `off` for `alibaba-cloud`',
    description: 'Whether mutations are allowed. If they are off, they return FORBIDDEN.',
  }),
  CACHE_MEGABYTES: setting({
    ...whole(0, 100_000),
    default: '16',
    description:
      'Memory for cached upstream responses, in megabytes. 0 turns the cache off. docs/OPERATIONS.md has the lifetime of each response. A response is reused only with the credentials that read it.',
  }),
  MEMBER_ACCESS: setting({
    ...oneOf('role', 'account-group'),
    default: 'role',
    description:
      'How to read resources in other accounts: assume a role in each account, or use the account group of the whole directory if the gateway cannot assume roles. All calls through the group share one quota. Recorders, lists and counts of a single account need the role in both cases.',
  }),
  ...roleDefinitions,
  QUOTA_SHARE_PERCENT: setting({
    ...whole(1, 100),
    default: '80',
    description:
      'Share of each upstream quota that the gateway uses, in percent. The rest is for other callers in the account.',
  }),
  REPLICAS: setting({
    ...whole(1, 1000),
    default: '1',
    description: 'Number of gateway processes that call with the same accounts. They divide that share equally.',
  }),
  UNKNOWN_QUOTA_READS_PER_MINUTE: setting({
    ...whole(1, 100_000),
    default: '300',
    description: 'Assumed quota, in calls per minute, for reads without a published quota.',
  }),
  UNKNOWN_QUOTA_WRITES_PER_MINUTE: setting({
    ...whole(1, 100_000),
    default: '60',
    description: 'Assumed quota, in calls per minute, for writes without a published quota.',
  }),
  MAX_UPSTREAM_CALLS: setting({
    ...whole(1, 100_000),
    default: '600',
    description:
      'Maximum number of upstream calls per document. The gateway rejects a document with a higher estimate before it makes a call, and stops one that reaches the limit while it runs.',
  }),
  RELAY_NODE_FIELDS: setting({
    ...oneOf('on', 'off'),
    default: 'on',
    description:
      'Whether the graph has `node` and `nodes`. Turn them off if another subgraph of your supergraph has them.',
  }),
  LOG_LEVEL: setting({
    ...oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    default: 'info',
    description: 'Lowest level that is logged. Logs are JSON lines on stdout.',
  }),
  NODE_ENV: setting({
    ...oneOf('production', 'development', 'test'),
    default: 'development',
    description: 'In `production`, `UPSTREAM` is required, and pages of other origins cannot call the gateway (CORS).',
  }),
};

type Values = ValuesOf<typeof settingDefinitions>;

/** How resources of other accounts are read. */
export type MemberAccess = 'role' | 'account-group';

/** The versions of Cloud Config that the gateway speaks. */
export type CloudConfigVersion = '2020-09-07' | '2019-01-08';

/** The settings of one process, validated. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The path under which a proxy publishes the gateway, such as `/governance`. */
  readonly publicPath?: string;
  readonly upstream: 'emulator' | 'alibaba-cloud';
  readonly site: 'china' | 'international';
  readonly cloudConfigVersion: CloudConfigVersion;
  /** An emulator that runs elsewhere; undefined if one is to be started. No slash at the end. */
  readonly emulatorUrl?: string;
  readonly emulatorAccessKeyId: string;
  readonly emulatorAccessKeySecret: string;
  readonly roles: RoleSettings;
  readonly network: NetworkSettings;
  readonly memberAccess: MemberAccess;
  readonly mutations: boolean;
  /** How much of the heap remembered answers may take, bytes. */
  readonly cacheMaxBytes: number;
  /** How much of the upstream's quotas this process takes. */
  readonly quota: {
    /** 1 to 100. */
    readonly sharePercent: number;
    readonly replicas: number;
    readonly unknownReadsPerMinute: number;
    readonly unknownWritesPerMinute: number;
  };
  /** The most upstream calls that one document may cost. */
  readonly maxUpstreamCalls: number;
  readonly relayNodeFields: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly production: boolean;
}

/** The settings, or everything that is wrong with them at once: one sentence each. */
export type ParsedSettings =
  | { readonly settings: Settings; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly string[] };

/** Whether a value may hold a password, so that no message repeats it: by the setting's name, or as part of a URL. */
const mayBeSecret = (name: string, text: string): boolean =>
  /SECRET|KEY|TOKEN|EXTERNAL_ID|PROXY/.test(name) || text.includes('@');

/** Those of the proxy are usually written in lower case, too. */
const textOf = (environment: Readonly<Record<string, string | undefined>>, name: string): string => {
  const text = environment[name]?.trim() ?? '';
  return text === '' && name.endsWith('_PROXY') ? (environment[name.toLowerCase()]?.trim() ?? '') : text;
};

/** Reads the settings. A variable that is set to nothing counts as not set. */
export const parseSettings = (environment: Readonly<Record<string, string | undefined>>): ParsedSettings => {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries<Setting<unknown>>(settingDefinitions)) {
    const text = textOf(environment, name);
    if (text === '') continue;
    const parsed = definition.parse.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${name} must be ${plain(definition.values)}, but got ${mayBeSecret(name, text) ? 'another value (not repeated: it may hold a secret)' : JSON.stringify(text)}.`,
      );
  }
  const given = values as Values;
  const production = given.NODE_ENV === 'production';
  if (production && !environment.UPSTREAM?.trim()) {
    problems.push('UPSTREAM must be named where NODE_ENV is production: emulator (demo data) or alibaba-cloud.');
  }
  problems.push(...networkProblems(given));
  if (problems.length > 0) return { settings: undefined, problems };

  const upstream = given.UPSTREAM ?? 'emulator';
  return {
    problems: [],
    settings: {
      host: given.HOST ?? settingDefinitions.HOST.default,
      port: given.PORT ?? Number(settingDefinitions.PORT.default),
      publicPath: given.PUBLIC_PATH,
      upstream,
      site: given.ALIBABA_CLOUD_SITE ?? 'china',
      cloudConfigVersion: given.CLOUD_CONFIG_API_VERSION ?? '2020-09-07',
      emulatorUrl: given.EMULATOR_URL?.replace(/\/$/, ''),
      emulatorAccessKeyId: given.EMULATOR_ACCESS_KEY_ID ?? settingDefinitions.EMULATOR_ACCESS_KEY_ID.default,
      emulatorAccessKeySecret:
        given.EMULATOR_ACCESS_KEY_SECRET ?? settingDefinitions.EMULATOR_ACCESS_KEY_SECRET.default,
      roles: rolesOf(given),
      network: networkOf(given),
      memberAccess: given.MEMBER_ACCESS ?? 'role',
      mutations: (given.MUTATIONS ?? (upstream === 'emulator' ? 'on' : 'off')) === 'on',
      cacheMaxBytes: (given.CACHE_MEGABYTES ?? Number(settingDefinitions.CACHE_MEGABYTES.default)) * 1_000_000,
      quota: {
        sharePercent: given.QUOTA_SHARE_PERCENT ?? Number(settingDefinitions.QUOTA_SHARE_PERCENT.default),
        replicas: given.REPLICAS ?? Number(settingDefinitions.REPLICAS.default),
        unknownReadsPerMinute:
          given.UNKNOWN_QUOTA_READS_PER_MINUTE ?? Number(settingDefinitions.UNKNOWN_QUOTA_READS_PER_MINUTE.default),
        unknownWritesPerMinute:
          given.UNKNOWN_QUOTA_WRITES_PER_MINUTE ?? Number(settingDefinitions.UNKNOWN_QUOTA_WRITES_PER_MINUTE.default),
      },
      maxUpstreamCalls: given.MAX_UPSTREAM_CALLS ?? Number(settingDefinitions.MAX_UPSTREAM_CALLS.default),
      relayNodeFields: given.RELAY_NODE_FIELDS !== 'off',
      logLevel: given.LOG_LEVEL ?? 'info',
      production,
    },
  };
};

const plain = (markdown: string): string => markdown.replaceAll('`', '');
