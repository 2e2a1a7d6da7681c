import { gzipSync } from 'node:zlib';
import { demoAccounts } from '../../../../src/emulator';
import { actionNow } from '../../../support/cloudConfigVersion';
import { demoResources } from '../../../support/timelines';
import type { Row } from './Row';
import { changed, response } from './rig';

export const recorder = '{ __typename configurationRecorder { status } }';
export const action = actionNow('DescribeConfigurationRecorder');

const member = demoAccounts.sandbox;
const ofMember = { document: `{ configurationRecorder(accountId: "${member}") { status } }` };
const timeline = {
  document: `{
    configurationTimeline(
      resource: ${JSON.stringify(demoResources.busy).replaceAll(/"(\w+)":/g, '$1:')}
      between: { from: "2024-01-01T00:00:00Z", to: "2026-06-30T08:00:00Z" }
      first: 100
    ) { nodes { capturedAt eventType } pageInfo { hasNextPage } }
  }`,
  action: actionNow('GetResourceConfigurationTimeline'),
};

const unavailable = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const;
const badResponse = { code: 'UPSTREAM_BAD_RESPONSE' } as const;
const asEver = { data: 'AS EVER' } as const;

const status = (httpStatus: number, code?: string, more: { times?: number; action?: string } = {}) =>
  ({ kind: 'status', status: httpStatus, code, action, ...more }) as const;

const tlsFails = { ...unavailable, retryable: false, calls: 0, connections: 1, alarm: 'CERTIFICATE' } as const;

/** The rows 1 to 39 of the fault matrix, as a read meets them. Row 9 is about writes alone. */
export const rows: readonly Row[] = [
  {
    row: 1,
    fault: 'a latency of 2 s',
    rig: 'simulated',
    rules: [{ kind: 'latency', ms: 2000, action }],
    read: { ...asEver, calls: 1, tookMs: [2000, 2500] },
  },
  {
    row: 2,
    fault: 'no response',
    rig: 'simulated',
    rules: [{ kind: 'hang', action }],
    read: { code: 'UPSTREAM_TIMEOUT', retryable: true, calls: [2, 3], tookMs: [8000, 10_100], closes: true },
  },
  {
    row: 2,
    fault: 'a connection that is open on one side only',
    rig: 'simulated',
    line: { kind: 'halfOpen' },
    read: { code: 'UPSTREAM_TIMEOUT', retryable: true, calls: [2, 3], tookMs: [8000, 10_100], closes: true },
  },
  {
    row: 3,
    fault: 'a response of one byte in a hundredth of a second',
    rig: 'simulated',
    line: { kind: 'bandwidth', bytes: 1 },
    read: { code: 'UPSTREAM_TIMEOUT', retryable: true, calls: [2, 3], tookMs: [8000, 10_100], closes: true },
  },
  ...[500, 502, 503, 504].map((code): Row => ({
    row: 4,
    fault: `a ${code} with a code`,
    rules: [status(code, 'InternalError')],
    read: { ...unavailable, calls: 3 },
  })),
  { row: 5, fault: 'a 500 without a code', rules: [status(500)], read: { ...unavailable, calls: 3 } },
  { row: 5, fault: 'a 500 with {}', line: response(500, '{}'), read: { ...unavailable, calls: 3 } },
  { row: 5, fault: 'a 503 with nothing', line: response(503, ''), read: { ...unavailable, calls: 3 } },
  {
    row: 6,
    fault: 'throttling without a hint',
    rig: 'simulated',
    rules: [{ kind: 'throttle', action }],
    read: { code: 'UPSTREAM_THROTTLED', retryable: true, retryAfterMs: [200, 2000], calls: 3 },
  },
  {
    row: 6,
    fault: 'throttling with a hint that cannot be read',
    line: response(429, '{"RequestId":"R-1","Code":"Throttling.User"}', { 'x-acs-retry-after': '-1' }),
    read: { code: 'UPSTREAM_THROTTLED', retryable: true, calls: 1 },
  },
  {
    row: 7,
    fault: 'throttling for 2 s',
    rig: 'simulated',
    rules: [{ kind: 'throttle', action, retryAfterMs: 2000, times: 1 }],
    read: { ...asEver, calls: 2, tookMs: [2000, 3500] },
  },
  {
    row: 8,
    fault: 'throttling for a minute',
    rig: { simulated: true },
    rules: [{ kind: 'throttle', action, retryAfterMs: 60_000 }],
    read: {
      code: 'UPSTREAM_THROTTLED',
      retryable: true,
      retryAfterMs: [60_000, 60_000],
      calls: 1,
      tookMs: [0, 200],
    },
  },
  {
    row: 10,
    fault: 'connections that are refused',
    rig: {},
    arrange: ({ line }) => line.down(),
    read: { ...unavailable, calls: 0 },
  },
  {
    row: 11,
    fault: 'a certificate that has expired',
    rig: { tls: { certificate: 'expired', trusts: 'expired' } },
    read: tlsFails,
  },
  {
    row: 11,
    fault: 'a certificate of another host',
    rig: { tls: { certificate: 'otherHost', trusts: 'otherHost' } },
    read: tlsFails,
  },
  { row: 11, fault: 'a certificate that signs itself', rig: { tls: { certificate: 'otherHost' } }, read: tlsFails },
  { row: 11, fault: 'a certificate of an unknown authority', rig: { tls: { certificate: 'server' } }, read: tlsFails },
  {
    row: 12,
    fault: 'a reset within the handshake',
    rig: { tls: { certificate: 'server', trusts: 'authority' } },
    line: { kind: 'resetAtOnce' },
    read: { ...unavailable, calls: 0, connections: 3 },
  },
  {
    row: 13,
    fault: 'a reset before the response',
    line: { kind: 'resetBeforeResponse' },
    read: { ...unavailable, calls: 3, connections: 3 },
  },
  {
    row: 13,
    fault: 'a connection that the upstream closed while it was kept',
    line: { kind: 'resetBeforeResponse' },
    times: 1,
    read: { ...asEver, calls: 2, connections: 2 },
  },
  {
    row: 14,
    fault: 'a reset within the body',
    rules: [{ kind: 'resetInBody', action }],
    read: { ...badResponse, retryable: true, calls: 3 },
  },
  {
    row: 14,
    fault: 'a reset after 400 bytes',
    line: { kind: 'cutAfter', bytes: 400 },
    read: { ...badResponse, retryable: true, calls: 3 },
  },
  {
    row: 14,
    fault: 'half of a compressed body',
    line: response(200, gzipSync('{"RequestId":"R-1"}').subarray(0, 20), { 'content-encoding': 'gzip' }),
    read: { ...badResponse, retryable: true, calls: 2 },
  },
  {
    row: 15,
    fault: 'half of the JSON',
    rules: [{ kind: 'truncated', action }],
    read: { ...badResponse, retryable: true, calls: 2 },
  },
  ...[200, 502].map((code): Row => ({
    row: 16,
    fault: `an HTML page with status ${code}`,
    rules: [{ kind: 'html', action, status: code }],
    read: { ...badResponse, retryable: true, calls: 2 },
  })),
  {
    row: 17,
    fault: 'JSON that calls itself text',
    line: changed((_, head) => ({ head: head.replace(/content-type: [^\r]*/i, 'content-type: text/plain') })),
    read: { ...asEver, calls: 1 },
  },
  ...['', 'null', '[]'].map((body): Row => ({
    row: 18,
    fault: `the body ${JSON.stringify(body)}`,
    line: response(200, body),
    read: { ...badResponse, retryable: true, calls: 2 },
  })),
  {
    row: 19,
    fault: 'a redirect',
    line: response(302, '{}', { location: 'http://127.0.0.1:1/' }),
    read: { ...badResponse, retryable: false, calls: 1 },
  },
  {
    row: 20,
    fault: 'more than 5 MiB',
    line: response(200, `{"RequestId":"${'x'.repeat(5 * 1024 * 1024)}"}`),
    read: { ...badResponse, retryable: false, calls: 1 },
  },
  {
    row: 20,
    fault: 'more than 5 MiB when it is decompressed',
    line: response(200, gzipSync(`{"RequestId":"${'x'.repeat(6 * 1024 * 1024)}"}`), { 'content-encoding': 'gzip' }),
    read: { ...badResponse, retryable: false, calls: 1 },
  },
  ...[20, -20].map((minutes): Row => ({
    row: 21,
    fault: `a clock that is off by ${minutes} minutes`,
    rig: { clockAheadMs: minutes * 60_000 },
    document: '{ currentAccount { accountId } }',
    action: 'GetCallerIdentity',
    read: { ...asEver, calls: 2, alarm: 'CLOCK' },
  })),
  {
    row: 22,
    fault: 'a nonce that was used',
    rules: [status(400, 'SignatureNonceUsed', { times: 1 })],
    read: { ...asEver, calls: 2 },
  },
  ...['SignatureDoesNotMatch', 'IncompleteSignature'].map((code): Row => ({
    row: 23,
    fault: code,
    rig: {},
    rules: [status(400, code)],
    read: { code: 'UPSTREAM_AUTH', retryable: false, calls: 1, alarm: 'SIGNATURE' },
  })),
  {
    row: 24,
    fault: 'a session that has expired',
    ...ofMember,
    rules: [status(400, 'InvalidSecurityToken.Expired', { times: 1 })],
    read: { ...asEver, calls: 2 },
  },
  {
    row: 25,
    fault: 'a session that has expired, and so has the next',
    ...ofMember,
    rules: [status(400, 'InvalidSecurityToken.Expired')],
    read: { code: 'UPSTREAM_AUTH', retryable: false, calls: 2 },
  },
  {
    row: 26,
    fault: 'STS is down, with a session at hand',
    ...ofMember,
    rules: [status(503, undefined, { action: 'AssumeRole' })],
    read: { ...asEver, calls: 1 },
  },
  {
    row: 27,
    fault: 'STS is down, without a session',
    ...ofMember,
    rig: {},
    rules: [status(503, undefined, { action: 'AssumeRole' })],
    read: { ...unavailable, calls: 0 },
  },
  ...(
    [
      [400, 'NoPermission'],
      [403, 'Forbidden.RAM'],
      [403, 'AccessDenied'],
    ] as const
  ).map(([httpStatus, code]): Row => ({
    row: 28,
    fault: `${httpStatus} ${code}`,
    rules: [status(httpStatus, code)],
    read: { code: 'FORBIDDEN', retryable: false, calls: 1 },
  })),
  {
    row: 29,
    fault: '404 EntityNotExists.Thing',
    rules: [status(404, 'EntityNotExists.Thing')],
    read: { code: 'NOT_FOUND', retryable: false, calls: 1 },
  },
  {
    row: 30,
    fault: 'account IDs as numbers',
    document: '{ accounts(first: 20) { nodes { accountId } } }',
    action: 'ListAccounts',
    rules: [{ kind: 'idsAs', as: 'number', action: 'ListAccounts' }],
    read: { ...asEver, calls: 1 },
  },
  {
    row: 31,
    fault: 'an unknown value of an enum',
    document: '{ configurationRecorder { status rawStatus } }',
    rules: [{ kind: 'unknownEnum', action }],
    read: { data: { configurationRecorder: { status: 'UNKNOWN', rawStatus: 'UNDOCUMENTED' } }, calls: 1 },
  },
  {
    row: 32,
    fault: 'keys in another letter case',
    rules: [{ kind: 'oddCasing', action }],
    read: { ...asEver, calls: 1 },
  },
  {
    row: 33,
    fault: 'JSON without what is required',
    line: changed(() => ({ body: '{"RequestId":"R-1"}' })),
    read: { ...badResponse, retryable: false, calls: 1 },
  },
  {
    row: 34,
    fault: 'tags that are no JSON',
    document: `{ configurationTimeline(resource: ${JSON.stringify(demoResources.busy).replaceAll(/"(\w+)":/g, '$1:')}, first: 1) { nodes { tags { key } } } }`,
    action: timeline.action,
    line: changed((body) => ({ body: body.replaceAll(/"Tags":\s*"(?:[^"\\]|\\.)*"/g, '"Tags":"{\\"a\\":"') })),
    read: { data: { configurationTimeline: { nodes: [{ tags: null }] } }, calls: 1 },
  },
  {
    row: 35,
    fault: 'keys that objects inherit',
    line: changed((body) => ({ body: body.replace('{', '{"__proto__":{"polluted":1},"constructor":1,') })),
    read: { ...asEver, calls: 1 },
  },
  {
    row: 36,
    fault: 'a token that leads to itself',
    ...timeline,
    rules: [{ kind: 'repeatedToken', action: timeline.action }],
    // More than the matrix asks for: the gateway finds the rest of the history by its times.
    read: { ...asEver, calls: [1, 10] },
  },
  {
    row: 37,
    fault: 'empty pages with tokens',
    ...timeline,
    rules: [{ kind: 'emptyPages', action: timeline.action, pages: 3 }],
    read: { ...asEver, calls: [1, 10] },
  },
  {
    row: 38,
    fault: 'a change that comes twice',
    ...timeline,
    rules: [{ kind: 'repeatedRecord', action: timeline.action }],
    read: { ...asEver, calls: [1, 10] },
  },
  {
    row: 39,
    fault: 'a token that is refused',
    ...timeline,
    rules: [{ kind: 'refusedToken', action: timeline.action }],
    read: { ...asEver, calls: [1, 10] },
  },
];
