import { developmentExposure, parseSettings, productionExposure } from '../../../src/settings';

it('names hosts and origins in one form, and switches', () => {
  const { settings } = parseSettings({
    UPSTREAM: 'alibaba-cloud',
    ALLOWED_HOSTS: 'Governance.example, [2001:db8::1]',
    ALLOWED_ORIGINS: 'https://app.example/,http://localhost:*',
    INTROSPECTION: 'on',
    SANDBOX: 'on',
    GRAPHIQL: 'on',
    SUGGESTIONS: 'on',
    MAX_CONNECTIONS: '50',
  });

  expect(settings?.exposure).toEqual({
    allowedHosts: ['governance.example', '2001:db8::1'],
    allowedOrigins: ['https://app.example', 'http://localhost:*'],
    introspection: true,
    sandbox: true,
    graphiql: true,
    suggestions: true,
  });
  expect(settings?.connections).toEqual({ maxConnections: 50 });
});

it('takes a stop that is longer than its draining only', () => {
  expect(parseSettings({ DRAIN_SECONDS: '2', STOP_SECONDS: '10' }).settings?.stopTimes).toEqual({
    drainMs: 2000,
    stopMs: 10_000,
  });
  expect(parseSettings({ DRAIN_SECONDS: '10', STOP_SECONDS: '10' }).problems).toEqual([
    'STOP_SECONDS must be more than DRAIN_SECONDS.',
  ]);
});

describe('defaults', () => {
  it('must name the upstream if others reach the gateway: demo data must not be taken for a company', () => {
    expect(parseSettings({ HOST: '0.0.0.0', AUTHENTICATION: 'none' }).problems).toEqual([
      'UPSTREAM must be named if HOST is not a loopback address: emulator (demo data) or alibaba-cloud.',
    ]);
    expect(parseSettings({ HOST: '0.0.0.0', UPSTREAM: 'emulator', AUTHENTICATION: 'none' }).problems).toEqual([]);
  });

  it.each([
    [{}, developmentExposure],
    [{ HOST: 'localhost' }, developmentExposure],
    [{ HOST: '::1', EMULATOR_URL: 'http://127.0.0.1:4010' }, developmentExposure],
    [{ NODE_ENV: 'production' }, developmentExposure],
    [{ UPSTREAM: 'alibaba-cloud' }, productionExposure],
    [{ HOST: '0.0.0.0', UPSTREAM: 'emulator' }, productionExposure],
    [{ HOST: '0.0.0.0', UPSTREAM: 'alibaba-cloud' }, productionExposure],
    [
      { UPSTREAM: 'alibaba-cloud', GRAPHIQL: 'on' },
      { ...productionExposure, graphiql: true },
    ],
    [{ SUGGESTIONS: 'off' }, { ...developmentExposure, suggestions: false }],
  ])('show only on the machine of a developer what a stranger must not see: %j', (environment, exposure) => {
    expect(parseSettings({ AUTHENTICATION: 'none', ...environment }).settings?.exposure).toEqual(exposure);
  });
});

/** URLs that are meant to send signed requests to somebody else. */
const hostileEndpoints = [
  'https://evil.example',
  'https://aliyuncs.com.evil.example',
  'https://sts.aliyuncs.com.evil.example',
  'https://sts-aliyuncs.com',
  'https://xaliyuncs.com',
  'https://aliyuncs.com',
  'https://sts.aliyuncs.com#.evil.example',
  'https://evil.example#.aliyuncs.com',
  'https://evil.example?.aliyuncs.com',
  'https://evil.example/.aliyuncs.com',
  'https://evil.example\\.aliyuncs.com',
  'https://sts.aliyuncs。com.evil.example',
  'https://sts.aliyuncs.com.',
  'https://sts.aliyuncs.com/x',
  'https://100.100.100.200',
  'https://169.254.169.254',
  'https://10.0.0.1',
  'https://192.168.1.1',
  'https://[::ffff:10.0.0.1]',
  'https://127.0.0.1.evil.example',
  'https://localhost.evil.example',
  'http://sts.aliyuncs.com',
  'ftp://sts.aliyuncs.com',
];

it.each(hostileEndpoints)('ENDPOINTS sends nothing to %s', (url) => {
  expect(parseSettings({ ENDPOINTS: `sts=${url}` }).problems).toEqual([
    expect.stringMatching(/^ENDPOINTS must be <service>=<https URL of a host below aliyuncs\.com/) as string,
  ]);
});

it.each([
  ...['a b', 'https://a.example', 'a.example:443', '*.example', 'a..b', '-a', '[::1'].map((value) => [
    'ALLOWED_HOSTS',
    value,
    `ALLOWED_HOSTS must be host names or IP addresses without a port, comma-separated, but got ${JSON.stringify(value)}.`,
  ]),
  ...[
    '*',
    'null',
    'app.example',
    'https://app.example/path',
    'ftp://app.example',
    'https://*.example',
    'http://a:x',
  ].map((value) => [
    'ALLOWED_ORIGINS',
    value,
    `ALLOWED_ORIGINS must be origins such as https://app.example or http://localhost:*, comma-separated, but got ${JSON.stringify(value)}.`,
  ]),
  ['INTROSPECTION', 'yes', 'INTROSPECTION must be on or off, but got "yes".'],
  ['MAX_CONNECTIONS', '0', 'MAX_CONNECTIONS must be 1 to 100000, but got "0".'],
])('is reported in one sentence with what was expected and what came: %s=%s', (name, value, problem) => {
  expect(parseSettings({ [name]: value }).problems).toEqual([problem]);
});
