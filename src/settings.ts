import { z } from 'zod';

/** One setting: an environment variable, as docs/SETTINGS.md prints it and as the process reads it at its start. */
interface Setting<T> {
  /** What it means, in one sentence for operators. */
  readonly description: string;
  /** What it is where the variable is not set, in words where it depends on others. */
  readonly default: string;
  /** What values it takes, as messages and the table print it. */
  readonly values: string;
  readonly parse: z.ZodType<T, string>;
}

const setting = <T>(definition: Setting<T>): Setting<T> => definition;

const oneOf = <const V extends string>(...values: V[]) => ({
  values: values.map((value) => `\`${value}\``).join(' or '),
  parse: z.enum(values) as z.ZodType<V, string>,
});

const port = {
  values: '0 to 65535',
  parse: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= 65_535),
};

const nonEmpty = { values: 'a text', parse: z.string().min(1) };

/** Every setting of the gateway. The emulator's own are with the emulator. */
export const settingDefinitions = {
  HOST: setting({
    ...nonEmpty,
    default: '127.0.0.1',
    values: 'an address',
    description: 'Address that the gateway listens on.',
  }),
  PORT: setting({ ...port, default: '4000', description: 'Port that the gateway listens on; 0 takes a free one.' }),
  UPSTREAM: setting({
    ...oneOf('emulator', 'alibaba-cloud'),
    default: 'emulator',
    description: 'What the gateway calls. With `NODE_ENV=production` it must be named.',
  }),
  ALIBABA_CLOUD_SITE: setting({
    ...oneOf('china', 'international'),
    default: 'china',
    description: 'The site that the account belongs to, for `UPSTREAM=alibaba-cloud`: each has hosts of its own.',
  }),
  EMULATOR_URL: setting({
    values: 'an http or https URL without a path',
    // Whoever writes anything behind host and port, or a password before them, means something that is not done.
    parse: z.url({ protocol: /^https?$/ }).refine((value) => new URL(value).href === `${new URL(value).origin}/`),
    default: '(unset: one is started)',
    description: 'An emulator that runs elsewhere; none is started then.',
  }),
  EMULATOR_ACCESS_KEY_ID: setting({
    ...nonEmpty,
    default: 'testid',
    description: 'The key for the emulator. Real keys never meet it: no other source is asked.',
  }),
  EMULATOR_ACCESS_KEY_SECRET: setting({
    ...nonEmpty,
    default: 'testsecret',
    description: 'The secret for the emulator.',
  }),
  MUTATIONS: setting({
    ...oneOf('on', 'off'),
    default: '`on` for the emulator, `off` for `alibaba-cloud`',
    description: 'Whether mutations are carried out; where they are off, they answer FORBIDDEN.',
  }),
  MAX_UPSTREAM_CALLS: setting({
    values: '1 to 100000',
    parse: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .refine((value) => value >= 1 && value <= 100_000),
    default: '600',
    description:
      'The most upstream calls that one document may cost. A dearer one is refused before its first call, with its price; one that needs more than its price is cut off there.',
  }),
  RELAY_NODE_FIELDS: setting({
    ...oneOf('on', 'off'),
    default: 'on',
    description: 'Whether the graph has `node` and `nodes`: off for supergraphs whose other subgraphs have them.',
  }),
  LOG_LEVEL: setting({
    ...oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    default: 'info',
    description: 'What is logged, as JSON lines to stdout.',
  }),
  NODE_ENV: setting({
    ...oneOf('production', 'development', 'test'),
    default: 'development',
    description: 'In production `UPSTREAM` must be named, and no other origin may call the gateway (CORS).',
  }),
};

type Definitions = typeof settingDefinitions;
type Values = { readonly [K in keyof Definitions]?: Definitions[K] extends Setting<infer T> ? T : never };

/** The settings of one process, validated. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly upstream: 'emulator' | 'alibaba-cloud';
  readonly site: 'china' | 'international';
  /** An emulator that runs elsewhere; undefined where one is to be started. No slash at the end. */
  readonly emulatorUrl?: string;
  readonly emulatorAccessKeyId: string;
  readonly emulatorAccessKeySecret: string;
  readonly mutations: boolean;
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
const mayBeSecret = (name: string, text: string): boolean => /SECRET|KEY|TOKEN/.test(name) || text.includes('@');

/** Reads the settings. A variable that is set to nothing counts as not set. */
export const parseSettings = (environment: Readonly<Record<string, string | undefined>>): ParsedSettings => {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries<Setting<unknown>>(settingDefinitions)) {
    const text = environment[name]?.trim() ?? '';
    if (text === '') continue;
    const parsed = definition.parse.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${name} must be ${plain(definition.values)}, but got ${mayBeSecret(name, text) ? 'something else' : JSON.stringify(text)}.`,
      );
  }
  const given = values as Values;
  const production = given.NODE_ENV === 'production';
  if (production && !environment.UPSTREAM?.trim()) {
    problems.push('UPSTREAM must be named where NODE_ENV is production: emulator (demo data) or alibaba-cloud.');
  }
  if (problems.length > 0) return { settings: undefined, problems };

  const upstream = given.UPSTREAM ?? 'emulator';
  return {
    problems: [],
    settings: {
      host: given.HOST ?? settingDefinitions.HOST.default,
      port: given.PORT ?? Number(settingDefinitions.PORT.default),
      upstream,
      site: given.ALIBABA_CLOUD_SITE ?? 'china',
      emulatorUrl: given.EMULATOR_URL?.replace(/\/$/, ''),
      emulatorAccessKeyId: given.EMULATOR_ACCESS_KEY_ID ?? settingDefinitions.EMULATOR_ACCESS_KEY_ID.default,
      emulatorAccessKeySecret:
        given.EMULATOR_ACCESS_KEY_SECRET ?? settingDefinitions.EMULATOR_ACCESS_KEY_SECRET.default,
      mutations: (given.MUTATIONS ?? (upstream === 'emulator' ? 'on' : 'off')) === 'on',
      maxUpstreamCalls: given.MAX_UPSTREAM_CALLS ?? Number(settingDefinitions.MAX_UPSTREAM_CALLS.default),
      relayNodeFields: given.RELAY_NODE_FIELDS !== 'off',
      logLevel: given.LOG_LEVEL ?? 'info',
      production,
    },
  };
};

const plain = (markdown: string): string => markdown.replaceAll('`', '');
