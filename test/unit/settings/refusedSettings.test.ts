import { parseSettings } from '../../../src/settings';

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
    ...['10.0.0.0/0', '10.0.0.0/33', 'loopback', '10.0.0', '10.0.0.1/8/8', '2001:db8::/129'].map((value) => [
      'TRUSTED_PROXIES',
      value,
      `TRUSTED_PROXIES must be IP addresses or networks such as 10.0.0.0/8, comma-separated, but got "${value}".`,
    ]),
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
  ])('is reported in one sentence with what was expected and what came: %s=%s', (name, value, problem) => {
    expect(parseSettings({ [name]: value })).toEqual({ settings: undefined, problems: [problem] });
  });

  it('is reported together with all the others', () => {
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
      'AUTHENTICATION',
    ]);
  });

  it('lacks a region if hosts of a VPC are to be called', () => {
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

  it('is not repeated if it may hold a password', () => {
    const { problems } = parseSettings({ EMULATOR_URL: 'http://user:hunter2@localhost/x' });

    expect(problems).toEqual([
      'EMULATOR_URL must be an http or https URL without user and path, but got another value (not repeated: it may hold a secret).',
    ]);
  });
});

function endpointsProblem(came: string): string {
  const services = 'cloud-config, resource-manager, governance, sts, actiontrail';
  return `ENDPOINTS must be <service>=<https URL of a host below aliyuncs.com, without user and path>, comma-separated; services are ${services}, but got ${JSON.stringify(came)}.`;
}

function urlProblem(came: string): string {
  return `EMULATOR_URL must be an http or https URL without user and path, but got ${JSON.stringify(came)}.`;
}

describe('a gateway without authentication', () => {
  const problemsOf = (environment: Record<string, string>) => parseSettings(environment).problems;

  it.each<Record<string, string>>([
    {},
    { HOST: '::1' },
    { HOST: 'localhost', MUTATIONS: 'on' },
    { UPSTREAM: 'alibaba-cloud' },
  ])('starts by itself if only this machine reaches it, and it changes no real account: %j', (environment) => {
    expect(problemsOf(environment)).toEqual([]);
  });

  it.each([
    [{ HOST: '0.0.0.0', UPSTREAM: 'emulator' }, 'HOST is 0.0.0.0, so that other machines reach the port'],
    [
      { UPSTREAM: 'alibaba-cloud', MUTATIONS: 'on' },
      'MUTATIONS is on and UPSTREAM is alibaba-cloud, so that whoever reaches the port can change real accounts',
    ],
  ])('has to be requested: %j', (environment, why) => {
    expect(problemsOf(environment)).toEqual([
      `AUTHENTICATION must be set because ${why}: router, oidc, router,oidc, or none to let anyone in.`,
    ]);
    expect(problemsOf({ ...environment, AUTHENTICATION: 'none' })).toEqual([]);
  });
});

describe('authentication', () => {
  it.each([
    ['router', {}, ['ROUTER_SECRETS']],
    ['oidc', { UPSTREAM: 'alibaba-cloud' }, ['OIDC_ISSUER', 'OIDC_AUDIENCE']],
    ['oidc', { OIDC_ISSUER: 'https://issuer.example' }, ['OIDC_AUDIENCE']],
    ['oidc', {}, []],
  ])('by %s needs what it is checked with: %j', (way, environment, missing) => {
    const { problems } = parseSettings({ AUTHENTICATION: way, ...environment });

    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual(missing);
  });

  it.each([
    ['AUTHENTICATION', 'oidc,none'],
    ['ROUTER_SECRETS', 'x'.repeat(31)],
    ['ROUTER_SECRETS', Array(3).fill('x'.repeat(32)).join(',')],
    ['OIDC_ISSUER', 'http://issuer.example'],
    ['OIDC_JWKS_URL', 'issuer.example/keys'],
  ])('refuses %s=%s', (name, value) => {
    const problem = parseSettings({ AUTHENTICATION: 'none', [name]: value }).problems[0];

    expect(problem).toMatch(new RegExp(`^${name} must be `));
    if (name === 'ROUTER_SECRETS') expect(problem).not.toContain('xxx');
  });
});
