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
    access: { authentication: 'none', scopesClaim: 'scope', accountsClaim: 'accounts' },
    network: {
      connectTimeoutMs: 5000,
      readAttemptTimeoutMs: 3000,
      writeAttemptTimeoutMs: 10_000,
      endpoints: new Map(),
    },
    attribution: { isOn: true, globalRegion: 'cn-hangzhou' },
    memberAccess: 'role',
    mutationLedger: { keptMs: 604_800_000 },
    redisAccess: { keyPrefix: 'governance:', timeoutMs: 50, isCluster: false },
    mutations: true,
    cacheMaxBytes: 16_000_000,
    quota: { sharePercent: 80, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 },
    maxUpstreamCalls: 600,
    limits: defaultLimits,
    persisted: { mode: 'off' },
    callers: {
      trustedProxies: [],
      requestsPerMinute: 6000,
      upstreamCallsPerMinute: 60_000,
      failedLoginsPerMinute: 600,
      maxEventLoopDelayMs: 500,
    },
    relayNodeFields: true,
    auditTarget: 'stdout',
    logLevel: 'info',
    exposure: developmentExposure,
    stopTimes: { drainMs: 5000, stopMs: 25_000 },
    connections: { maxConnections: 2000 },
    telemetry: { protocol: 'http/protobuf', isDisabled: false },
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
      ADMIN_PORT: '9464',
      ADMIN_HOST: '0.0.0.0',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.lotus.example/v1/traces',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_SDK_DISABLED: 'true',
      MEMBER_ACCESS: 'account-group',
      LEDGER: ' file:/var/lib/gateway/ledger.jsonl ',
      IDEMPOTENCY_KEY_DAYS: '1',
      REDIS_URL: 'rediss://user:secret@one.example:26379, rediss://two.example',
      REDIS_KEY_PREFIX: 'audit/',
      REDIS_TIMEOUT_MS: '20',
      REDIS_SENTINEL_MASTER: 'main',
      REDIS_SENTINEL_PASSWORD: 'other',
      CACHE_SECRET: 's'.repeat(32),
      REDIS_CA_FILE: '/etc/redis.pem',
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
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      CALLER_REQUESTS_PER_MINUTE: '600',
      CALLER_UPSTREAM_CALLS_PER_MINUTE: '0',
      FAILED_LOGINS_PER_MINUTE: '30',
      RELAY_NODE_FIELDS: 'off',
      AUDIT_LOG: '/var/log/audit.log',
      LOG_LEVEL: 'debug',
      AUTHENTICATION: 'router, oidc',
      ROUTER_SECRETS: `${'a'.repeat(32)},${'b'.repeat(40)}`,
      OIDC_ISSUER: 'https://issuer.lotus.example/realms/platform',
      OIDC_AUDIENCE: 'governance',
      OIDC_JWKS_URL: 'https://issuer.lotus.example/keys',
      OIDC_SCOPES_CLAIM: 'scp',
      OIDC_ACCOUNTS_CLAIM: 'https://lotus.example/accounts',
      ACCESS_POLICY_FILE: '/etc/governance/policy.json',
    });

    expect(parsed.problems).toEqual([]);
    expect(parsed.settings).toEqual({
      host: '::1',
      port: 0,
      publicPath: '/company/governance',
      admin: { host: '0.0.0.0', port: 9464 },
      telemetry: { endpoint: 'https://collector.lotus.example/v1/traces', protocol: 'http/json', isDisabled: true },
      upstream: 'alibaba-cloud',
      site: 'international',
      cloudConfigVersion: '2019-01-08',
      emulatorUrl: 'http://127.0.0.1:4010',
      emulatorAccessKeyId: 'memberid',
      emulatorAccessKeySecret: 'membersecret',
      roles: defaultRoles,
      access: {
        authentication: 'router,oidc',
        routerSecrets: ['a'.repeat(32), 'b'.repeat(40)],
        issuer: 'https://issuer.lotus.example/realms/platform',
        audience: 'governance',
        jwksUrl: 'https://issuer.lotus.example/keys',
        scopesClaim: 'scp',
        accountsClaim: 'https://lotus.example/accounts',
        policyFile: '/etc/governance/policy.json',
      },
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
      attribution: { isOn: true, globalRegion: 'ap-southeast-1' },
      memberAccess: 'account-group',
      mutationLedger: { place: { kind: 'file', path: '/var/lib/gateway/ledger.jsonl' }, keptMs: 86_400_000 },
      redisAccess: {
        urls: ['rediss://user:secret@one.example:26379', 'rediss://two.example'],
        keyPrefix: 'audit/',
        timeoutMs: 20,
        sentinelMaster: 'main',
        sentinelPassword: 'other',
        secrets: ['s'.repeat(32)],
        isCluster: false,
        caFile: '/etc/redis.pem',
      },
      mutations: true,
      cacheMaxBytes: 0,
      quota: { sharePercent: 50, replicas: 4, unknownReadsPerMinute: 1200, unknownWritesPerMinute: 6 },
      maxUpstreamCalls: 50,
      cursorSecrets: ['c'.repeat(32)],
      callers: {
        trustedProxies: ['10.0.0.0/8', '::1'],
        requestsPerMinute: 600,
        upstreamCallsPerMinute: 0,
        failedLoginsPerMinute: 30,
        maxEventLoopDelayMs: 500,
      },
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

  it('write to recorders by the role that reads them, if no other is named', () => {
    const { settings } = parseSettings({ MEMBER_ROLE_NAME: 'Reader' });

    expect(settings?.roles).toEqual({ ...defaultRoles, memberRole: 'Reader', memberWriteRole: 'Reader' });
  });

  it('narrow sessions for writing as those for reading, if nothing else is named', () => {
    const { settings } = parseSettings({ ROLE_SESSION_POLICY: '{}' });

    expect(settings?.roles).toEqual({ ...defaultRoles, sessionPolicy: '{}', writeSessionPolicy: '{}' });
  });

  it.each([
    ['emulator', undefined, '2020-09-07'],
    ['emulator', '2019-01-08', '2019-01-08'],
    ['alibaba-cloud', undefined, '2020-09-07'],
    ['alibaba-cloud', '2019-01-08', '2019-01-08'],
  ])('speak with %s, if the version of Cloud Config is %s, that of %s', (upstream, version, spoken) => {
    const { settings } = parseSettings({ UPSTREAM: upstream, CLOUD_CONFIG_API_VERSION: version });

    expect(settings?.cloudConfigVersion).toBe(spoken);
  });

  it.each([
    ['emulator', undefined, true],
    ['emulator', 'off', false],
    ['alibaba-cloud', undefined, false],
    ['alibaba-cloud', 'on', true],
  ])('carry out mutations over %s if MUTATIONS is %s: %s', (upstream, mutations, expected) => {
    expect(
      parseSettings({ AUTHENTICATION: 'none', UPSTREAM: upstream, MUTATIONS: mutations }).settings?.mutations,
    ).toBe(expected);
  });
});

describe('a secret', () => {
  it('is marked as one in the table', () => {
    const secrets = table.filter(({ name }) => /SECRET|TOKEN(?!S)|PASSWORD|EXTERNAL_ID|[^O]_PROXY$/.test(name));

    expect(secrets.filter(({ secret }) => !secret).map(({ name }) => name)).toEqual([]);
    expect(secrets.length).toBeGreaterThan(3);
  });
});
