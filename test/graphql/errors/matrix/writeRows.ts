import { gzipSync } from 'node:zlib';
import type { FaultRuleInput } from '../../../../src/emulator';
import { memberId, smallWorld } from '../../../emulator/world/worlds';
import type { LineFault } from '../../../support/faultProxy';
import type { Rig, RigOptions } from './rig';
import { changed, nowhere, response } from './rig';

/** A mutation that a row of the matrix is about. */
export interface Written {
  readonly document: string;
  /** Whose calls are its sends. */
  readonly action: string;
}

const payload = 'outcome requestId errors { code retryable retryAfterMs }';
const key = 'idempotencyKey: "a-key-of-16-chars"';

/** Cannot be undone, and the upstream takes a second one for another mutation. */
export const createAccount: Written = {
  document: `mutation {
    createAccount(input: { accountNamePrefix: "new", displayName: "Shop", ${key} }) { ${payload} account { accountId } }
  }`,
  action: 'EnrollAccount',
};

/** Runs in another account, by a role. */
export const startRecorder: Written = {
  document: `mutation { startConfigurationRecorder(input: { accountId: "${memberId}", ${key} }) { ${payload} } }`,
  action: 'StartConfigurationRecorder',
};

export const initDirectory: Written = {
  document: `mutation { initResourceDirectory(input: { ${key} }) { ${payload} } }`,
  action: 'InitResourceDirectory',
};

export interface WriteRow {
  readonly row: number;
  readonly fault: string;
  /** Default: {@link createAccount}. */
  readonly written?: Written;
  /** Default: a gateway that all rows share. */
  readonly rig?: RigOptions;
  readonly rules?: readonly FaultRuleInput[];
  /** Strikes the connection that the mutation is sent on. */
  readonly line?: LineFault;
  /** Whatever else has to be so before. */
  arrange?(rig: Rig): Promise<void> | void;
  readonly outcome: 'SUCCEEDED' | 'ALREADY_DONE' | 'IN_PROGRESS' | 'REJECTED' | 'UNKNOWN';
  readonly code?: string;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number | 'SOME';
  /** How often the upstream sees the mutation. */
  readonly sends: number;
  readonly effects: number;
  /** What operators see in the log. Default: no alarm. */
  readonly alarm?: string;
}

const { action } = createAccount;
const found = { outcome: 'IN_PROGRESS', sends: 1, effects: 1 } as const;
const notFound = { outcome: 'UNKNOWN', retryable: false, sends: 1, effects: 0 } as const;
const refused = { outcome: 'REJECTED', sends: 1, effects: 0 } as const;
const notSent = { ...refused, code: 'UPSTREAM_UNAVAILABLE', sends: 0 } as const;

const status = (httpStatus: number, code?: string, more: object = {}): FaultRuleInput => ({
  kind: 'status',
  status: httpStatus,
  code,
  action,
  ...more,
});

/** What leaves it open whether the mutation was carried out: it is found out by reading. */
const ambiguous = (row: number, fault: string, rule: (when: 'before' | 'after') => FaultRuleInput): WriteRow[] => [
  { row, fault: `${fault}, after the work`, rules: [rule('after')], ...found },
  { row, fault: `${fault}, before the work`, rules: [rule('before')], ...notFound },
];

/** The same, if the fault is one of the line: the upstream has done the work. */
const lineFault = (row: number, fault: string, line: LineFault): WriteRow => ({ row, fault, line, ...found });

const ofMember = { written: startRecorder, rig: {} } as const;
const sessions = { action: 'AssumeRole' } as const;
const started = { outcome: 'IN_PROGRESS', effects: 1 } as const;

const tls = (certificate: 'expired' | 'otherHost', trusts?: 'expired' | 'otherHost'): RigOptions => ({
  tls: { certificate, trusts },
});
const badCertificate = { ...notSent, retryable: false, alarm: 'CERTIFICATE' } as const;

export const writeRows: readonly WriteRow[] = [
  { row: 1, fault: 'a latency of 2 s', rules: [{ kind: 'latency', ms: 2000, action }], ...found },
  ...ambiguous(2, 'no response', (when) => ({ kind: 'hang', when, action })),
  lineFault(2, 'a connection that is open on one side only', { kind: 'halfOpen' }),
  lineFault(3, 'a response of one byte in a hundredth of a second', { kind: 'bandwidth', bytes: 1 }),
  ...[500, 502, 503, 504].flatMap((code) =>
    ambiguous(4, `a ${code} with a code`, (when) => status(code, 'Busy', { when })),
  ),
  ...ambiguous(5, 'a 500 without a code', (when) => status(500, undefined, { when })),
  lineFault(5, 'a 500 with {}', response(500, '{}')),
  lineFault(5, 'a 503 with nothing', response(503, '')),
  {
    row: 6,
    fault: 'throttling',
    rules: [{ kind: 'throttle', action }],
    ...refused,
    code: 'UPSTREAM_THROTTLED',
    retryable: true,
    sends: 3,
  },
  {
    row: 7,
    fault: 'throttling for 2 s',
    rules: [{ kind: 'throttle', action, retryAfterMs: 2000, times: 1 }],
    ...found,
    sends: 2,
  },
  {
    row: 8,
    fault: 'throttling for a minute',
    rules: [{ kind: 'throttle', action, retryAfterMs: 60_000 }],
    ...refused,
    code: 'UPSTREAM_THROTTLED',
    retryable: true,
    retryAfterMs: 60_000,
  },
  {
    row: 9,
    fault: 'another call at the same time',
    rules: [status(409, 'ConcurrentCallNotSupported')],
    ...refused,
    retryable: true,
    sends: 3,
  },
  {
    row: 10,
    fault: 'a host name that nobody knows',
    rig: { upstreamUrl: nowhere },
    ...notSent,
    retryable: true,
  },
  {
    row: 10,
    fault: 'connections that are refused once it is to be sent',
    rig: {},
    arrange: ({ line }) => {
      line.refuse();
    },
    ...notSent,
    retryable: true,
  },
  { row: 11, fault: 'a certificate that has expired', rig: tls('expired', 'expired'), ...badCertificate },
  { row: 11, fault: 'a certificate of another host', rig: tls('otherHost', 'otherHost'), ...badCertificate },
  { row: 11, fault: 'a certificate that nobody vouches for', rig: tls('expired'), ...badCertificate },
  {
    row: 12,
    fault: 'a reset within the TLS handshake',
    rig: { tls: { certificate: 'server', trusts: 'authority' } },
    arrange: ({ line }) => {
      line.strike({ kind: 'resetAtOnce' }, { isForNew: true });
    },
    ...notSent,
    retryable: true,
  },
  ...ambiguous(13, 'a reset', (when) => ({ kind: 'reset', when, action })),
  lineFault(13, 'a reset of the line', { kind: 'resetBeforeResponse' }),
  { row: 14, fault: 'a reset within the body', rules: [{ kind: 'resetInBody', action }], ...found },
  lineFault(14, 'a reset after 400 bytes', { kind: 'cutAfter', bytes: 400 }),
  lineFault(
    14,
    'half of a compressed body',
    response(200, gzipSync('{"RequestId":"R-1"}').subarray(0, 20), { 'content-encoding': 'gzip' }),
  ),
  { row: 15, fault: 'half of the JSON', rules: [{ kind: 'truncated', action }], ...found },
  ...[200, 502].flatMap((code) =>
    ambiguous(16, `an HTML page with status ${code}`, (when) => ({ kind: 'html', when, action, status: code })),
  ),
  lineFault(
    17,
    'JSON that calls itself text',
    changed((_, head) => ({ head: head.replace(/content-type: [^\r]*/i, 'content-type: text/plain') })),
  ),
  ...ambiguous(18, 'an empty body', (when) => ({ kind: 'empty', when, action })),
  lineFault(18, 'the body null', response(200, 'null')),
  lineFault(18, 'the body []', response(200, '[]')),
  lineFault(19, 'a redirect', response(302, '{}', { location: 'http://127.0.0.1:1/' })),
  lineFault(20, 'more than 5 MiB', response(200, `{"RequestId":"${'x'.repeat(5 * 1024 * 1024)}"}`)),
  lineFault(
    20,
    'more than 5 MiB when it is decompressed',
    response(200, gzipSync(`{"RequestId":"${'x'.repeat(6 * 1024 * 1024)}"}`), { 'content-encoding': 'gzip' }),
  ),
  {
    row: 21,
    fault: 'a time stamp that is refused once',
    rules: [status(400, 'InvalidTimeStamp.Expired', { times: 1 })],
    ...found,
    sends: 2,
  },
  {
    row: 22,
    fault: 'a nonce that was used',
    rules: [status(400, 'SignatureNonceUsed')],
    ...notFound,
    alarm: 'NONCE_USED',
  },
  ...['SignatureDoesNotMatch', 'IncompleteSignature'].map((code): WriteRow => ({
    row: 23,
    fault: code,
    rig: {},
    rules: [status(400, code)],
    ...refused,
    code: 'UPSTREAM_AUTH',
    retryable: false,
    alarm: 'SIGNATURE',
  })),
  {
    row: 24,
    fault: 'a session that has expired',
    ...ofMember,
    rules: [status(400, 'InvalidSecurityToken.Expired', { action: startRecorder.action, times: 1 })],
    ...started,
    sends: 2,
  },
  {
    row: 25,
    fault: 'a session that has expired, and so has the next',
    ...ofMember,
    rules: [status(400, 'InvalidSecurityToken.Expired', { action: startRecorder.action })],
    ...refused,
    code: 'UPSTREAM_AUTH',
    retryable: false,
    sends: 2,
  },
  {
    row: 26,
    fault: 'STS is down, with a session at hand',
    ...ofMember,
    arrange: ({ gateway }) => {
      gateway.emulator.faults.add(status(503, undefined, sessions));
    },
    ...started,
    sends: 1,
  },
  {
    row: 27,
    fault: 'STS is down, without a session',
    ...ofMember,
    rules: [status(503, undefined, sessions)],
    ...notSent,
    retryable: true,
  },
  ...(
    [
      [400, 'NoPermission'],
      [403, 'Forbidden.RAM'],
      [403, 'AccessDenied'],
    ] as const
  ).map(([httpStatus, code]): WriteRow => ({
    row: 28,
    fault: `${httpStatus} ${code}`,
    rules: [status(httpStatus, code)],
    ...refused,
    code: 'FORBIDDEN',
    retryable: false,
  })),
  {
    row: 29,
    fault: '404 EntityNotExists.Thing',
    rules: [status(404, 'EntityNotExists.Thing')],
    ...refused,
    code: 'NOT_FOUND',
    retryable: false,
  },
  ...(['number', 'string'] as const).map((as): WriteRow => ({
    row: 30,
    fault: `account IDs as ${as}`,
    rules: [{ kind: 'idsAs', as, action }],
    ...found,
  })),
  {
    row: 31,
    fault: 'an unknown value of an enum',
    ...ofMember,
    rules: [{ kind: 'unknownEnum', action: startRecorder.action }],
    ...started,
    sends: 1,
  },
  { row: 32, fault: 'keys in another letter case', rules: [{ kind: 'oddCasing', action }], ...found },
  {
    ...lineFault(33, 'JSON without what is required', response(200, '{"RequestId":"R-1"}')),
    written: initDirectory,
    rig: { world: 'fresh' },
    outcome: 'SUCCEEDED',
  },
  lineFault(
    35,
    'keys that objects inherit',
    changed((body) => ({ body: body.replace('{', '{"__proto__":{"polluted":1},"constructor":1,') })),
  ),
  {
    row: 46,
    fault: 'a directory that exists already',
    written: initDirectory,
    rig: { world: 'fresh' },
    rules: [status(409, 'EntityAlreadyExists.ResourceDirectory', { action: initDirectory.action })],
    outcome: 'ALREADY_DONE',
    sends: 1,
    effects: 0,
  },
  {
    row: 46,
    fault: 'a directory that its own lost call made',
    written: initDirectory,
    rig: { world: 'fresh' },
    rules: [{ kind: 'reset', when: 'after', action: initDirectory.action }],
    outcome: 'SUCCEEDED',
    sends: 1,
    effects: 1,
  },
  {
    row: 48,
    fault: 'an open circuit',
    rig: { sparing: true },
    arrange: async (rig) => {
      const { emulator } = rig.gateway;
      emulator.faults.add(status(503, undefined, { action: 'ListEnrolledAccounts' }));
      for (let read = 0; read < 2; read += 1)
        await rig.ask('{ accountEnrollments(first: 1) { nodes { __typename } } }');
      emulator.faults.clear();
    },
    ...notSent,
    retryable: true,
    retryAfterMs: 'SOME',
    alarm: 'CIRCUIT_OPENED',
  },
];

/** Defaults of the gateway of a row. */
export const writeRig: RigOptions = {
  simulated: true,
  quotas: false,
  longestStepMs: 1000,
  world: smallWorld(),
  reconcilePausesMs: [500, 1000, 2000, 4000],
};
