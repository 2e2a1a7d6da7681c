/** One row of the fault matrix in docs/RELIABILITY.md. */
export interface PageRow {
  readonly row: number;
  readonly fault: string;
  /** How a read ends, with the calls that the upstream sees. Undefined: no read meets it. */
  readonly read?: string;
  /** How a mutation ends, with the sends that the upstream sees. Undefined: no mutation meets it. */
  readonly write?: string;
  /** Tests besides the tables of rows, as paths below `test/`. */
  readonly tests?: readonly string[];
}

const unavailable = '`UPSTREAM_UNAVAILABLE`, retryable';
const badResponse = '`UPSTREAM_BAD_RESPONSE`';
const foundOut = 'found out; 1 send';
const notSent = '`REJECTED`, `UPSTREAM_UNAVAILABLE`, retryable; 0 sends';

/** The matrix. "found out" stands for an outcome that is read after the send, as docs/RELIABILITY.md says. */
export const pageRows: readonly PageRow[] = [
  { row: 1, fault: 'a latency of 2 s', read: 'data; 1 call', write: 'done; 1 send' },
  {
    row: 2,
    fault: 'no response, a half-open connection',
    read: '`UPSTREAM_TIMEOUT`, retryable, within 10.1 s; 2 or 3 calls, connections closed',
    write: foundOut,
  },
  {
    row: 3,
    fault: 'a response that never ends',
    read: 'as row 2; memory stays within 20 MiB',
    write: foundOut,
    tests: ['graphql/errors/matrix/memory.test.ts'],
  },
  { row: 4, fault: '500, 502, 503 or 504 with a code', read: `${unavailable}; 3 calls`, write: foundOut },
  { row: 5, fault: '5xx with `{}`, without a code, or empty', read: `${unavailable}; 3 calls`, write: foundOut },
  {
    row: 6,
    fault: 'throttling without a hint',
    read: '`UPSTREAM_THROTTLED`, retryable, `retryAfterMs`; 3 calls, 1 if the hint cannot be read',
    write: '`REJECTED`, `UPSTREAM_THROTTLED`, retryable; 3 sends, and the key is free again',
  },
  { row: 7, fault: 'throttling, with a hint within the deadline', read: 'data; 2 calls', write: 'done; 2 sends' },
  {
    row: 8,
    fault: 'throttling, with a hint beyond the deadline',
    read: '`UPSTREAM_THROTTLED` at once, `retryAfterMs` is the hint; 1 call',
    write: '`REJECTED`, `UPSTREAM_THROTTLED`, `retryAfterMs` is the hint; 1 send',
  },
  { row: 9, fault: '`ConcurrentCallNotSupported`', write: '`REJECTED`, retryable; 3 sends' },
  {
    row: 10,
    fault: 'no such host, refused, nobody accepts',
    read: `${unavailable}, within 10.1 s; 0 calls, 2 or 3 attempts`,
    write: `${notSent}, within 25.1 s`,
    tests: ['graphql/errors/matrix/connect.test.ts'],
  },
  {
    row: 11,
    fault: 'TLS: expired, of another host, self-signed',
    read: '`UPSTREAM_UNAVAILABLE`, not retryable, alarm `CERTIFICATE`; 0 calls, 1 attempt',
    write: '`REJECTED`, `UPSTREAM_UNAVAILABLE`, not retryable, alarm; 0 sends',
  },
  { row: 12, fault: 'a reset within the TLS handshake', read: `${unavailable}; 0 calls, 3 attempts`, write: notSent },
  {
    row: 13,
    fault: 'a reset before the response, a stale connection',
    read: `${unavailable}; 3 calls. Data if it happens once`,
    write: foundOut,
  },
  {
    row: 14,
    fault: 'a reset within the body, plain or compressed',
    read: `${badResponse}, retryable; 3 calls, 2 if it is compressed`,
    write: foundOut,
  },
  { row: 15, fault: '200 with half of the JSON', read: `${badResponse}, retryable; 2 calls`, write: foundOut },
  { row: 16, fault: 'an HTML page, 200 or 502', read: `${badResponse}, retryable; 2 calls`, write: foundOut },
  { row: 17, fault: 'JSON of another content type', read: 'data; 1 call', write: 'done; 1 send' },
  { row: 18, fault: 'an empty body, `null`, a list', read: `${badResponse}, retryable; 2 calls`, write: foundOut },
  { row: 19, fault: 'a redirect', read: `${badResponse}, not retryable, not followed; 1 call`, write: foundOut },
  {
    row: 20,
    fault: 'more than 5 MiB, also if only after decompression',
    read: `${badResponse}, not retryable; 1 call, memory stays within 20 MiB`,
    write: foundOut,
    tests: ['graphql/errors/matrix/memory.test.ts'],
  },
  { row: 21, fault: 'a clock that is off by 20 minutes', read: 'data; 2 calls, alarm `CLOCK`', write: 'done; 2 sends' },
  {
    row: 22,
    fault: '`SignatureNonceUsed`',
    read: 'signed anew, data; 2 calls',
    write: 'found out, alarm `NONCE_USED`; 1 send',
  },
  {
    row: 23,
    fault: '`SignatureDoesNotMatch`, `IncompleteSignature`',
    read: '`UPSTREAM_AUTH`, alarm `SIGNATURE`; 1 call',
    write: '`REJECTED`, `UPSTREAM_AUTH`, alarm; 1 send',
  },
  { row: 24, fault: 'a session that has expired', read: 'renewed, data; 2 calls', write: 'done; 2 sends' },
  {
    row: 25,
    fault: 'a session that has expired, and so has the next',
    read: '`UPSTREAM_AUTH`; 2 calls',
    write: '`REJECTED`, `UPSTREAM_AUTH`; 2 sends',
  },
  { row: 26, fault: 'STS is down, with a session at hand', read: 'data; 1 call', write: 'done; 1 send' },
  { row: 27, fault: 'STS is down, without a session', read: `${unavailable}; 0 calls`, write: notSent },
  {
    row: 28,
    fault: '`NoPermission`, `Forbidden.*`, `AccessDenied`',
    read: '`FORBIDDEN`; 1 call',
    write: '`REJECTED`, `FORBIDDEN`; 1 send',
  },
  { row: 29, fault: '404 `EntityNotExists.*`', read: '`NOT_FOUND`; 1 call', write: '`REJECTED`, `NOT_FOUND`; 1 send' },
  { row: 30, fault: 'IDs of 64 bits as numbers or text', read: 'data, exact digits; 1 call', write: 'done; 1 send' },
  {
    row: 31,
    fault: 'an unknown value of an enum',
    read: '`UNKNOWN` and the raw value; 1 call',
    write: 'done; 1 send',
  },
  {
    row: 32,
    fault: 'another letter case, what is optional is missing',
    read: 'data; 1 call',
    write: 'done; 1 send',
  },
  {
    row: 33,
    fault: 'what is required is missing',
    read: `${badResponse}, not retryable; 1 call`,
    write: foundOut,
  },
  { row: 34, fault: 'invalid JSON within a text', read: 'the parsed field is null, no error; 1 call' },
  { row: 35, fault: 'keys `__proto__` and `constructor`', read: 'data without them; 1 call', write: 'done; 1 send' },
  { row: 36, fault: 'a token that leads to itself', read: 'the whole list; at most 10 calls' },
  { row: 37, fault: 'empty pages with tokens', read: 'the whole list; at most 10 calls' },
  { row: 38, fault: 'records that come twice', read: 'each once, in order; at most 10 calls' },
  { row: 39, fault: 'a token that is refused', read: 'the whole list; at most 10 calls' },
  {
    row: 40,
    fault: 'the ledger cannot be written, or is full',
    write: '`REJECTED`, `OVERLOADED`, retryable; 0 sends',
    tests: ['graphql/errors/matrix/ledgerRows.test.ts'],
  },
  {
    row: 41,
    fault: 'the ledger has lost the claim',
    write: '`ALREADY_DONE`, with the account; 1 send in all',
    tests: ['graphql/errors/matrix/ledgerRows.test.ts'],
  },
  {
    row: 42,
    fault: 'SIGKILL between the send and the response',
    write: 'the next process finds it out; 1 send in all',
    tests: ['ledger/kill.test.ts'],
  },
  {
    row: 43,
    fault: 'the same key twice at the same time',
    write: 'one is done, the other `IDEMPOTENCY_IN_PROGRESS`; 1 send in all',
    tests: ['graphql/errors/matrix/ledgerRows.test.ts'],
  },
  {
    row: 44,
    fault: 'the same key with another input',
    write: '`REJECTED`, `IDEMPOTENCY_KEY_REUSED`; 1 send in all',
    tests: ['graphql/errors/matrix/ledgerRows.test.ts'],
  },
  {
    row: 45,
    fault: 'the client leaves',
    read: 'the call ends within 100 ms, connection closed',
    write: 'goes on, is kept and audited; 1 send',
    tests: ['graphql/errors/matrix/reads.test.ts', 'graphql/errors/matrix/ledgerRows.test.ts'],
  },
  {
    row: 46,
    fault: '`EntityAlreadyExists.ResourceDirectory`',
    write: '`ALREADY_DONE`; `SUCCEEDED` if its own lost call made the directory; 1 send',
  },
  {
    row: 47,
    fault: 'an enrollment that fails later',
    write: '`IN_PROGRESS`, the same again with the same key, and `enrollment` says why; 1 send',
    tests: ['graphql/errors/matrix/ledgerRows.test.ts'],
  },
  {
    row: 48,
    fault: 'the circuit is open',
    read: `${unavailable}, \`retryAfterMs\`, at once; 0 calls`,
    write: notSent,
    tests: ['graphql/errors/matrix/reads.test.ts'],
  },
  {
    row: 49,
    fault: 'the event loop is behind',
    read: 'HTTP 503 with `Retry-After`; 0 calls',
    write: 'the same, nothing is claimed; 0 sends',
    tests: ['graphql/errors/matrix/reads.test.ts', 'graphql/errors/matrix/ledgerRows.test.ts'],
  },
];

/** The cells of the table of the page, by line. */
export const matrixTable: readonly (readonly string[])[] = [
  ['row', 'fault', 'a read', 'a mutation', 'tests besides the tables'],
  ...pageRows.map(({ row, fault, read = '-', write = '-', tests = [] }) => [
    String(row),
    fault,
    read,
    write,
    tests.map((test) => `\`${test.split('/').at(-1) ?? ''}\``).join(', '),
  ]),
];
