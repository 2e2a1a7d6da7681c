import { settingsIn } from '../../../src/environment/Setting';
import {
  defaultLimits,
  defaultRoles,
  developmentExposure,
  productionExposure,
  parseSettings,
  settingsTable,
} from '../../../src/settings';

const table = settingsIn(settingsTable);

describe('settings that nobody named', () => {
  const defaults = {
    host: '127.0.0.1',
    port: 4000,
    publicPath: undefined,
    upstream: 'emulator',
    site: 'china',
    cloudConfigVersion: '2020-09-07',
    emulatorUrl: undefined,
    emulatorAccessKeyId: 'testid',
    emulatorAccessKeySecret: 'testsecret',
    roles: {
      memberRole: 'ResourceDirectoryAccountAccessRole',
      memberWriteRole: 'ResourceDirectoryAccountAccessRole',
      memberRoleOverrides: new Map(),
      memberWriteRoleOverrides: new Map(),
      sessionName: 'governance-gateway',
      sessionSeconds: 3600,
      sessionSecondsOverrides: new Map(),
      externalIdOverrides: new Map(),
    },
    network: {
      connectTimeoutMs: 5000,
      readAttemptTimeoutMs: 3000,
      writeAttemptTimeoutMs: 10_000,
      endpoints: new Map(),
    },
    memberAccess: 'role',
    mutations: true,
    cacheMaxBytes: 16_000_000,
    quota: { sharePercent: 80, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 },
    maxUpstreamCalls: 600,
    limits: defaultLimits,
    persisted: { mode: 'off' },
    callers: { requestsPerMinute: 6000, upstreamCallsPerMinute: 60_000, maxEventLoopDelayMs: 500 },
    relayNodeFields: true,
    auditTarget: 'stdout',
    logLevel: 'info',
    exposure: developmentExposure,
    stopTimes: { drainMs: 5000, stopMs: 25_000 },
    connections: { maxConnections: 2000 },
  };

  it('serve the demo on this machine', () => {
    expect(parseSettings({})).toEqual({ problems: [], settings: defaults });
  });

  it('are those that are empty or blank, too', () => {
    const blank = Object.fromEntries(table.map(({ name }) => [name, ' ']));

    expect(parseSettings(blank)).toEqual({ problems: [], settings: defaults });
  });

  it('are the defaults that the table prints', () => {
    const printed = table.filter(({ unsetText }) => !/[`(]/.test(unsetText));

    expect(printed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['PORT', 'CACHE_MEGABYTES', 'RELAY_NODE_FIELDS']),
    );
    expect(parseSettings(Object.fromEntries(printed.map(({ name, unsetText }) => [name, unsetText]))).settings).toEqual(
      defaults,
    );
  });
});

describe('settings that were named', () => {
  it('are all taken, without the blanks around them', () => {
    const parsed = parseSettings({
      HOST: ' ::1 ',
      PORT: '0',
      PUBLIC_PATH: '/company/governance',
      MEMBER_ACCESS: 'account-group',
      UPSTREAM: 'alibaba-cloud',
      ALIBABA_CLOUD_SITE: 'international',
      CLOUD_CONFIG_API_VERSION: '2019-01-08',
      EMULATOR_URL: 'http://127.0.0.1:4010/',
      EMULATOR_ACCESS_KEY_ID: 'memberid',
      EMULATOR_ACCESS_KEY_SECRET: 'membersecret',
      HTTPS_PROXY: 'http://proxy.lotus.example:3128',
      NO_PROXY: '.lotus.example',
      CA_FILE: '/etc/ssl/lotus.pem',
      CONNECT_TIMEOUT_MS: '1500',
      READ_ATTEMPT_TIMEOUT_MS: '2500',
      WRITE_ATTEMPT_TIMEOUT_MS: '15000',
      ENDPOINT_TYPE: 'vpc',
      REGION: 'cn-shanghai',
      ENDPOINTS: 'governance=https://governance.eu-central-1.aliyuncs.com, sts = https://sts.cn-beijing.aliyuncs.com/',
      MUTATIONS: 'on',
      CACHE_MEGABYTES: '0',
      QUOTA_SHARE_PERCENT: '50',
      REPLICAS: '4',
      UNKNOWN_QUOTA_READS_PER_MINUTE: '1200',
      UNKNOWN_QUOTA_WRITES_PER_MINUTE: '6',
      MAX_UPSTREAM_CALLS: '50',
      MAX_DOCUMENT_TOKENS: '8000',
      MAX_ANSWER_BYTES: '20000000',
      PERSISTED_OPERATIONS: 'only',
      PERSISTED_OPERATIONS_MANIFEST: '/etc/manifest.json',
      CURSOR_SECRET: 'c'.repeat(32),
      CALLER_REQUESTS_PER_MINUTE: '600',
      CALLER_UPSTREAM_CALLS_PER_MINUTE: '0',
      RELAY_NODE_FIELDS: 'off',
      AUDIT_LOG: '/var/log/audit.log',
      LOG_LEVEL: 'debug',
    });

    expect(parsed.problems).toEqual([]);
    expect(parsed.settings).toEqual({
      host: '::1',
      port: 0,
      publicPath: '/company/governance',
      upstream: 'alibaba-cloud',
      site: 'international',
      cloudConfigVersion: '2019-01-08',
      emulatorUrl: 'http://127.0.0.1:4010',
      emulatorAccessKeyId: 'memberid',
      emulatorAccessKeySecret: 'membersecret',
      roles: defaultRoles,
      network: {
        proxyUrl: 'http://proxy.lotus.example:3128',
        noProxy: '.lotus.example',
        connectTimeoutMs: 1500,
        readAttemptTimeoutMs: 2500,
        writeAttemptTimeoutMs: 15_000,
        caFile: '/etc/ssl/lotus.pem',
        vpcRegion: 'cn-shanghai',
        endpoints: new Map([
          ['governance', 'https://governance.eu-central-1.aliyuncs.com'],
          ['sts', 'https://sts.cn-beijing.aliyuncs.com/'],
        ]),
      },
      memberAccess: 'account-group',
      mutations: true,
      cacheMaxBytes: 0,
      quota: { sharePercent: 50, replicas: 4, unknownReadsPerMinute: 1200, unknownWritesPerMinute: 6 },
      maxUpstreamCalls: 50,
      cursorSecret: 'c'.repeat(32),
      callers: { requestsPerMinute: 600, upstreamCallsPerMinute: 0, maxEventLoopDelayMs: 500 },
      persisted: { mode: 'only', manifest: '/etc/manifest.json' },
      limits: { ...defaultLimits, tokens: 8000, answerBytes: 20_000_000 },
      relayNodeFields: false,
      auditTarget: '/var/log/audit.log',
      logLevel: 'debug',
      exposure: productionExposure,
      stopTimes: { drainMs: 5000, stopMs: 25_000 },
      connections: { maxConnections: 2000 },
    });
  });

  it('say which role is assumed for what', () => {
    const { settings } = parseSettings({
      MEMBER_ROLE_NAME: 'GovernanceReader',
      MEMBER_ROLE_OVERRIDES: '1734905562810937=AuditReader, 1092846637450128=Reader.2',
      MEMBER_WRITE_ROLE_NAME: 'GovernanceRecorder',
      MEMBER_WRITE_ROLE_OVERRIDES: '1734905562810937=AuditRecorder',
      RECORDER_ROLE_ARN: 'acs:ram::1587203946182045:role/recorder',
      DIRECTORY_ROLE_ARN: 'acs:ram::1587203946182045:role/directory',
      DIRECTORY_WRITE_ROLE_ARN: 'acs:ram::1587203946182045:role/founder',
      ENROLLMENT_ROLE_ARN: 'acs:ram::1587203946182045:role/enroller',
      ROLE_SESSION_NAME: 'gw@prod',
      ROLE_SESSION_DURATION_SECONDS: '900',
      ROLE_SESSION_DURATION_OVERRIDES: '1734905562810937=3600,1092846637450128=43200',
      ROLE_EXTERNAL_ID: 'lotus,valley',
      ROLE_EXTERNAL_ID_OVERRIDES: '1734905562810937=a+b=c.d@e:f/g-h_=, 1092846637450128==x',
      ROLE_SESSION_POLICY: '{"Version":"1"}',
      ROLE_WRITE_SESSION_POLICY: '{"Version":"1","Statement":[]}',
    });

    expect(settings?.roles).toEqual({
      memberRole: 'GovernanceReader',
      memberWriteRole: 'GovernanceRecorder',
      memberRoleOverrides: new Map([
        ['1734905562810937', 'AuditReader'],
        ['1092846637450128', 'Reader.2'],
      ]),
      memberWriteRoleOverrides: new Map([['1734905562810937', 'AuditRecorder']]),
      recorderRoleArn: 'acs:ram::1587203946182045:role/recorder',
      directoryRoleArn: 'acs:ram::1587203946182045:role/directory',
      directoryWriteRoleArn: 'acs:ram::1587203946182045:role/founder',
      enrollmentRoleArn: 'acs:ram::1587203946182045:role/enroller',
      sessionName: 'gw@prod',
      sessionSeconds: 900,
      sessionSecondsOverrides: new Map([
        ['1734905562810937', 3600],
        ['1092846637450128', 43_200],
      ]),
      externalId: 'lotus,valley',
      externalIdOverrides: new Map([
        ['1734905562810937', 'a+b=c.d@e:f/g-h_='],
        ['1092846637450128', '=x'],
      ]),
      sessionPolicy: '{"Version":"1"}',
      writeSessionPolicy: '{"Version":"1","Statement":[]}',
    });
  });

  it('write to recorders by the role that reads them, where no other is named', () => {
    const { settings } = parseSettings({ MEMBER_ROLE_NAME: 'Reader' });

    expect(settings?.roles).toEqual({ ...defaultRoles, memberRole: 'Reader', memberWriteRole: 'Reader' });
  });

  it('narrow sessions for writing as those for reading, where nothing else is named', () => {
    const { settings } = parseSettings({ ROLE_SESSION_POLICY: '{}' });

    expect(settings?.roles).toEqual({ ...defaultRoles, sessionPolicy: '{}', writeSessionPolicy: '{}' });
  });

  it.each([
    ['emulator', undefined, '2020-09-07'],
    ['emulator', '2019-01-08', '2019-01-08'],
    ['alibaba-cloud', undefined, '2020-09-07'],
    ['alibaba-cloud', '2019-01-08', '2019-01-08'],
  ])('speak with %s, where the version of Cloud Config is %s, that of %s', (upstream, version, spoken) => {
    const { settings } = parseSettings({ UPSTREAM: upstream, CLOUD_CONFIG_API_VERSION: version });

    expect(settings?.cloudConfigVersion).toBe(spoken);
  });

  it.each([
    ['emulator', undefined, true],
    ['emulator', 'off', false],
    ['alibaba-cloud', undefined, false],
    ['alibaba-cloud', 'on', true],
  ])('carry out mutations over %s where MUTATIONS is %s: %s', (upstream, mutations, expected) => {
    expect(parseSettings({ UPSTREAM: upstream, MUTATIONS: mutations }).settings?.mutations).toBe(expected);
  });
});

describe('a secret', () => {
  it('is marked as one in the table', () => {
    const secrets = table.filter(({ name }) => /SECRET|TOKEN(?!S)|PASSWORD|EXTERNAL_ID|[^O]_PROXY$/.test(name));

    expect(secrets.filter(({ secret }) => !secret).map(({ name }) => name)).toEqual([]);
    expect(secrets.length).toBeGreaterThan(3);
  });
});

describe('a setting that cannot be', () => {
  it.each([
    ['PORT', '65536', 'PORT must be 0 to 65535, but got "65536".'],
    ['PORT', '-1', 'PORT must be 0 to 65535, but got "-1".'],
    ['PORT', '4e3', 'PORT must be 0 to 65535, but got "4e3".'],
    ['PORT', 'http', 'PORT must be 0 to 65535, but got "http".'],
    ...['governance', '/', '/governance/', '/a b', 'https://a.example/b'].map((value) => [
      'PUBLIC_PATH',
      value,
      `PUBLIC_PATH must be a path such as /governance, without a slash at the end, but got ${JSON.stringify(value)}.`,
    ]),
    ['UPSTREAM', 'aliyun', 'UPSTREAM must be emulator or alibaba-cloud, but got "aliyun".'],
    ['UPSTREAM', 'Emulator', 'UPSTREAM must be emulator or alibaba-cloud, but got "Emulator".'],
    ['ALIBABA_CLOUD_SITE', 'cn', 'ALIBABA_CLOUD_SITE must be china or international, but got "cn".'],
    ['EMULATOR_URL', 'localhost:4010', urlProblem('localhost:4010')],
    ['EMULATOR_URL', 'emulator', urlProblem('emulator')],
    ['EMULATOR_URL', 'http://[::1', urlProblem('http://[::1')],
    ['EMULATOR_URL', 'ftp://localhost', urlProblem('ftp://localhost')],
    ['EMULATOR_URL', 'http://localhost/config', urlProblem('http://localhost/config')],
    ['EMULATOR_URL', 'http://localhost/?a=1', urlProblem('http://localhost/?a=1')],
    ['EMULATOR_URL', 'http://localhost#a', urlProblem('http://localhost#a')],
    ['ENDPOINT_TYPE', 'private', 'ENDPOINT_TYPE must be public or vpc, but got "private".'],
    ['REGION', 'Shanghai', 'REGION must be a region ID such as cn-shanghai, but got "Shanghai".'],
    ['ENDPOINTS', 'config=https://config.example', endpointsProblem('config=https://config.example')],
    ['ENDPOINTS', 'sts=sts.example', endpointsProblem('sts=sts.example')],
    ['ENDPOINTS', 'sts=http://sts.example', endpointsProblem('sts=http://sts.example')],
    ['ENDPOINTS', 'sts=https://sts.example/path', endpointsProblem('sts=https://sts.example/path')],
    ['ENDPOINTS', 'https://sts.example', endpointsProblem('https://sts.example')],
    ['MUTATIONS', 'true', 'MUTATIONS must be on or off, but got "true".'],
    ['QUOTA_SHARE_PERCENT', '0', 'QUOTA_SHARE_PERCENT must be 1 to 100, but got "0".'],
    ['QUOTA_SHARE_PERCENT', '80%', 'QUOTA_SHARE_PERCENT must be 1 to 100, but got "80%".'],
    ['REPLICAS', '1001', 'REPLICAS must be 1 to 1000, but got "1001".'],
    ['UNKNOWN_QUOTA_READS_PER_MINUTE', '0', 'UNKNOWN_QUOTA_READS_PER_MINUTE must be 1 to 100000, but got "0".'],
    ['UNKNOWN_QUOTA_WRITES_PER_MINUTE', '-1', 'UNKNOWN_QUOTA_WRITES_PER_MINUTE must be 1 to 100000, but got "-1".'],
    ['MAX_UPSTREAM_CALLS', '0', 'MAX_UPSTREAM_CALLS must be 1 to 100000, but got "0".'],
    ['MAX_UPSTREAM_CALLS', '100001', 'MAX_UPSTREAM_CALLS must be 1 to 100000, but got "100001".'],
    ['RELAY_NODE_FIELDS', 'no', 'RELAY_NODE_FIELDS must be on or off, but got "no".'],
    ['MEMBER_ROLE_NAME', 'acs:ram::1:role/a', 'MEMBER_ROLE_NAME must be a role’s name, but got "acs:ram::1:role/a".'],
    [
      'MEMBER_ROLE_OVERRIDES',
      '1734905562810937',
      'MEMBER_ROLE_OVERRIDES must be <account ID>=<role’s name>, comma-separated, but got "1734905562810937".',
    ],
    [
      'MEMBER_WRITE_ROLE_OVERRIDES',
      '1734905562810937=Reader=Writer',
      'MEMBER_WRITE_ROLE_OVERRIDES must be <account ID>=<role’s name>, comma-separated, but got "1734905562810937=Reader=Writer".',
    ],
    [
      'ROLE_SESSION_DURATION_OVERRIDES',
      '1734905562810937=899',
      'ROLE_SESSION_DURATION_OVERRIDES must be <account ID>=<900 to 43200>, comma-separated, but got "1734905562810937=899".',
    ],
    ...['lotus', '=lotus', '1734905562810937=', '1734905562810937=lotus,valley', '1734905562810937=a word?'].map(
      (value) => [
        'ROLE_EXTERNAL_ID_OVERRIDES',
        value,
        'ROLE_EXTERNAL_ID_OVERRIDES must be <account ID>=<external ID>, comma-separated; external IDs without commas, but got another value (not repeated: it may hold a secret).',
      ],
    ),
    [
      'ROLE_WRITE_SESSION_POLICY',
      'config:*',
      'ROLE_WRITE_SESSION_POLICY must be a RAM policy in JSON, at most 2048 characters, but got "config:*".',
    ],
    [
      'DIRECTORY_ROLE_ARN',
      'reader',
      'DIRECTORY_ROLE_ARN must be a role’s ARN, acs:ram::<account ID>:role/<name>, but got "reader".',
    ],
    ['ROLE_SESSION_DURATION_SECONDS', '899', 'ROLE_SESSION_DURATION_SECONDS must be 900 to 43200, but got "899".'],
    [
      'ROLE_EXTERNAL_ID',
      'a word?',
      'ROLE_EXTERNAL_ID must be 2 to 1224 of letters, digits and _+=,.@:/-, but got another value (not repeated: it may hold a secret).',
    ],
    [
      'ROLE_SESSION_POLICY',
      '{',
      'ROLE_SESSION_POLICY must be a RAM policy in JSON, at most 2048 characters, but got "{".',
    ],
    ['LOG_LEVEL', 'trace', 'LOG_LEVEL must be fatal or error or warn or info or debug or silent, but got "trace".'],
  ])('is told in one sentence with what was expected and what came: %s=%s', (name, value, problem) => {
    expect(parseSettings({ [name]: value })).toEqual({ settings: undefined, problems: [problem] });
  });

  it('is told together with all the others', () => {
    const { problems } = parseSettings({
      HOST: '0.0.0.0',
      PORT: 'x',
      EMULATOR_URL: 'emulator',
      HTTPS_PROXY: 'proxy',
      MUTATIONS: 'yes',
      LOG_LEVEL: 'loud',
    });

    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'EMULATOR_URL',
      'HTTPS_PROXY',
      'MUTATIONS',
      'LOG_LEVEL',
      'UPSTREAM',
    ]);
  });

  it('lacks a region where hosts of a VPC are to be called', () => {
    expect(parseSettings({ ENDPOINT_TYPE: 'vpc' }).problems).toEqual([
      'REGION must be set where ENDPOINT_TYPE is vpc: the region of the VPC that the gateway runs in.',
    ]);
    expect(
      parseSettings({ ENDPOINT_TYPE: 'public', REGION: 'cn-beijing' }).settings?.network.vpcRegion,
    ).toBeUndefined();
  });

  it.each([
    'proxy',
    'proxy:3128',
    '//user:hunter2@proxy:3128',
    'socks5://user:hunter2@proxy',
    'http://user:hunter2@proxy/path',
  ])('is no proxy, and not repeated: %s', (value) => {
    expect(parseSettings({ HTTPS_PROXY: value }).problems).toEqual([
      'HTTPS_PROXY must be an http or https URL without a path, its port at most 65535, but got another value (not repeated: it may hold a secret).',
    ]);
  });

  it('of a proxy is read in lower case, too, and in upper case first', () => {
    const proxyOf = (environment: Record<string, string>) => parseSettings(environment).settings?.network.proxyUrl;

    expect(proxyOf({ https_proxy: 'http://lower' })).toBe('http://lower');
    expect(proxyOf({ https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper' })).toBe('http://upper');
  });

  it('is not repeated where it may hold a password', () => {
    const { problems } = parseSettings({ EMULATOR_URL: 'http://user:hunter2@localhost/x' });

    expect(problems).toEqual([
      'EMULATOR_URL must be an http or https URL without user and path, but got another value (not repeated: it may hold a secret).',
    ]);
  });
});

function endpointsProblem(came: string): string {
  const services = 'cloud-config, resource-manager, governance, sts';
  return `ENDPOINTS must be <service>=<https URL of a host below aliyuncs.com, without user and path>, comma-separated; services are ${services}, but got ${JSON.stringify(came)}.`;
}

function urlProblem(came: string): string {
  return `EMULATOR_URL must be an http or https URL without user and path, but got ${JSON.stringify(came)}.`;
}
