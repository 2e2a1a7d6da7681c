import { toClientError } from '../../../src/errors/ClientError';
import type { GovernanceErrorCode } from '../../../src/errors/GovernanceErrorCode';
import { governanceErrorCodes } from '../../../src/errors/GovernanceErrorCode';
import type { RpcFailure, RpcFailureKind } from '../../../src/errors/RpcError';
import { RpcError } from '../../../src/errors/RpcError';
import { badInput, UserError } from '../../../src/errors/UserError';
import { explanations, passingFailures } from '../../../src/errors/explanations';

const failure = (more: Partial<RpcFailure> & { readonly kind: RpcFailureKind }): RpcError =>
  new RpcError({ product: 'Config', action: 'DescribeConfigurationRecorder', ...more });

it.each<[RpcFailureKind, GovernanceErrorCode, boolean]>([
  ['INVALID_REQUEST', 'BAD_USER_INPUT', false],
  ['NOT_SENT', 'UPSTREAM_UNAVAILABLE', true],
  ['THROTTLING', 'UPSTREAM_THROTTLED', true],
  ['CLIENT', 'UPSTREAM_REJECTED', false],
  ['AUTH', 'UPSTREAM_AUTH', false],
  ['SERVER', 'UPSTREAM_UNAVAILABLE', true],
  ['CONNECTION', 'UPSTREAM_UNAVAILABLE', true],
  ['TIMEOUT', 'UPSTREAM_TIMEOUT', true],
  ['ABORTED', 'UPSTREAM_TIMEOUT', false],
  ['BAD_RESPONSE', 'UPSTREAM_BAD_RESPONSE', false],
])('a failure of kind %s is %s to a client', (kind, code, retryable) => {
  const upstream = { code: 'Some.Code', requestId: 'R-1', action: 'DescribeConfigurationRecorder' };

  const told = toClientError(failure({ kind, code: 'Some.Code', requestId: 'R-1', retryAfterMs: 7 }), 'zh');

  const { zh } = kind === 'ABORTED' ? passingFailures.UPSTREAM_TIMEOUT : explanations[code];
  expect(told).toEqual({ code, message: zh, retryable, retryAfterMs: 7, upstream });
});

it.each<[RpcFailureKind, RpcFailure['reason'], GovernanceErrorCode, boolean]>([
  ['NOT_SENT', 'CERTIFICATE', 'UPSTREAM_UNAVAILABLE', false],
  ['NOT_SENT', 'CIRCUIT_OPEN', 'UPSTREAM_UNAVAILABLE', true],
  ['NOT_SENT', 'CROWDED', 'UPSTREAM_UNAVAILABLE', true],
  ['BAD_RESPONSE', 'CUT_OFF', 'UPSTREAM_BAD_RESPONSE', true],
  ['BAD_RESPONSE', 'BROKEN_BODY', 'UPSTREAM_BAD_RESPONSE', true],
  ['THROTTLING', 'UNREADABLE_HINT', 'UPSTREAM_THROTTLED', true],
])('a failure of kind %s because of %s is %s to a client', (kind, reason, code, retryable) => {
  expect(toClientError(failure({ kind, reason }), 'en')).toMatchObject({ code, retryable });
});

it('says that the certificate is not valid, and who has to correct it', () => {
  const told = toClientError(failure({ kind: 'NOT_SENT', reason: 'CERTIFICATE', detail: 'CERT_HAS_EXPIRED' }), 'en');

  expect(told.message).toBe(
    'The certificate of the upstream is not valid, so nothing was sent. The gateway’s operator must correct this.',
  );
});

it('says that credentials are missing, and not why', () => {
  const told = toClientError(failure({ kind: 'CREDENTIALS', detail: 'no keys in /root/.aliyun' }), 'en');

  expect(told).toMatchObject({
    code: 'UPSTREAM_AUTH',
    message: 'The gateway has no credentials for the upstream. Its operator must provide them.',
    retryable: false,
  });
});

it('says what a parameter must be where the request does not fit', () => {
  const told = toClientError(failure({ kind: 'INVALID_REQUEST', detail: 'Limit must be 1 to 100, but got 0' }), 'en');

  expect(told).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'The upstream does not accept this input: Limit must be 1 to 100, but got 0.',
  });
});

it('prefers what the catalogue documents of a code', () => {
  const documented = { code: 'CONFLICT', explanation: { en: 'Wait.', zh: '请等待。' }, retryable: true } as const;

  const told = toClientError(failure({ kind: 'CLIENT', code: 'ProcessIsRunning', documented }), 'zh');

  expect(told).toMatchObject({ code: 'CONFLICT', message: '请等待。', retryable: true });
});

it.each(['NoPermission', 'Forbidden.RAM'])('knows %s, which any operation may answer', (code) => {
  expect(toClientError(failure({ kind: 'CLIENT', code }), 'en')).toMatchObject({
    code: 'FORBIDDEN',
    message: explanations.FORBIDDEN.en,
  });
});

it('passes a refusal of our own on, in either language', () => {
  const refusal = new UserError('FORBIDDEN', { en: 'No.', zh: '不。' }, ['input', 'a']);

  const expected = { code: 'FORBIDDEN', retryable: false, field: ['input', 'a'] };
  expect(toClientError(refusal, 'en')).toEqual({ ...expected, message: 'No.' });
  expect(toClientError(refusal, 'zh')).toEqual({ ...expected, message: '不。' });
});

it.each([new TypeError('secret of the house'), 'secret', undefined, { code: 'FORBIDDEN', message: 'forged' }])(
  'reveals nothing of anything else',
  (error) => {
    expect(toClientError(error, 'en')).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'The gateway failed. The error was logged.',
      retryable: false,
    });
  },
);

it.each(governanceErrorCodes)('%s is explained in both languages', (code) => {
  expect(explanations[code].en).toMatch(/^[A-Z][\x20-\x7e’]+\.$/);
  expect(explanations[code].zh).toMatch(/\p{Script=Han}.*。$/u);
});

describe('badInput', () => {
  const expected = { en: 'a colour', zh: '颜色' };

  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [3, '3'],
    ['red', '"red"'],
    [['a'], '["a"]'],
    ['a\n"b', '"a\\n\\"b"'],
    ['x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['x'.repeat(59), `"${'x'.repeat(57)}…"`],
    [`${'x'.repeat(56)}😀😀`, `"${'x'.repeat(56)}…"`],
  ])('quotes %j as %s', (got, quoted) => {
    const refusal = badInput(['a', 'b'], expected, got);

    expect(refusal.in('en')).toBe(`a.b must be a colour, but got ${quoted}.`);
    expect(refusal.in('zh')).toBe(`a.b 应为颜色，但收到 ${quoted}。`);
  });
});

describe('RpcError', () => {
  it.each([
    [{ kind: 'SERVER', code: 'InternalError', httpStatus: 500 }, 'SERVER (InternalError, HTTP 500)'],
    [{ kind: 'BAD_RESPONSE', detail: 'no container' }, 'BAD_RESPONSE (no container)'],
    [{ kind: 'CONNECTION' }, 'CONNECTION'],
  ] as const)('says what failed and how: %j', (more, words) => {
    expect(failure(more).message).toBe(`Config DescribeConfigurationRecorder failed: ${words}.`);
  });
});
