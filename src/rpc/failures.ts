import type { RpcFailure, RpcFailureKind, TooLarge } from '../errors/RpcError';
import { RpcError } from '../errors/RpcError';
import { explainCode, familyOfCode, isAuthCode, isServerCode, isThrottlingCode } from '../errors/codeFamilies';
import type { Operation } from '../operations/operation';

/** Refused for flow control. The status is 400 as often as 429 or 503, so the code decides. */
const throttling = [
  'Throttling',
  'Throttling.User',
  'Throttling.User.Flow',
  'Throttling.Api',
  'Throttling.Api.Concurrency',
  'Rejected.Throttling',
  // 429, Resource Management writes: another call of the same kind is running. Nothing was done.
  'ConcurrentCallNotSupported',
];

/** Signature, key, token, clock or nonce refused: the gateway is at fault, not the caller. */
const auth = [
  'IncompleteSignature',
  'SignatureDoesNotMatch',
  'InvalidSignatureMethod',
  'MissingSignature',
  'SignatureNonceUsed',
  'MissingSignatureNonce',
  'InvalidTimeStamp.Format',
  'InvalidTimeStamp.Expired',
  'IllegalTimestamp',
  'MissingTimestamp',
  'MissingAccessKeyId',
  'InvalidAccessKeyId',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'Forbidden.AccessKeyDisabled',
  'MissingSecurityToken',
  'InvalidSecurityToken.Expired',
  'InvalidSecurityToken.Malformed',
  'InvalidSecurityToken.MismatchWithAccessKey',
];

/** The upstream's own trouble, whatever status it comes with. */
const server = [
  'ServiceUnavailable',
  // Sic, in a page of Key Management Service.
  'SerivceUnavailableTemporary',
  'ServiceUnavailableTemporary',
  'InternalError',
  'InternalFailure',
];

const kinds: ReadonlyMap<string, RpcFailureKind> = new Map([
  ...throttling.map((code) => [code, 'THROTTLING'] as const),
  ...auth.map((code) => [code, 'AUTH'] as const),
  ...server.map((code) => [code, 'SERVER'] as const),
]);

/**
 * What kind of failure an HTTP answer is that is no success.
 *
 * @param code the upstream's `Code`, if it gave one that can be read.
 * @param documented the operation's own error codes.
 * @returns `BAD_RESPONSE` for what no server of this protocol says: a 4xx without a `Code`, or a 200 with an unknown
 *   one. Whether such a call had an effect is anybody's guess.
 */
export function classify(
  status: number,
  code: string | undefined,
  documented: Operation['errors'],
): Extract<RpcFailureKind, 'THROTTLING' | 'AUTH' | 'CLIENT' | 'SERVER' | 'BAD_RESPONSE'> {
  if (code !== undefined) {
    const kind = kinds.get(code);
    if (kind === 'THROTTLING' || kind === 'AUTH' || kind === 'SERVER') return kind;
    // A code that the operation documents says more than its status, except that a 5xx always leaves a doubt.
    const entry = Object.hasOwn(documented, code) ? documented[code] : undefined;
    if (entry) return Math.max(status, entry.status) >= 500 ? 'SERVER' : 'CLIENT';
    if (isThrottlingCode(code)) return 'THROTTLING';
    if (isAuthCode(code)) return 'AUTH';
    if (isServerCode(code)) return 'SERVER';
    // A refusal that calls itself a success is one all the same.
    if (status < 400 && explainCode(code, familyOfCode(code)) !== undefined) return 'CLIENT';
  }
  if (status === 429) return 'THROTTLING';
  if (status >= 500) return 'SERVER';
  return status >= 400 && code !== undefined ? 'CLIENT' : 'BAD_RESPONSE';
}

/** A failure of one operation. */
export function failureOf(operation: Operation, failure: Omit<RpcFailure, 'product' | 'action'>): RpcError {
  return new RpcError({ product: operation.product.code, action: operation.action, ...failure });
}

/** The failure of a call whose response is larger than what is read. */
export function tooLargeFailure(
  operation: Operation,
  tooLarge: TooLarge,
  seen: Pick<RpcFailure, 'httpStatus' | 'requestId'> = {},
): RpcError {
  const detail = `expected at most ${tooLarge.maxBytes} bytes, but got ${tooLarge.bytes ?? 'more'}`;
  return failureOf(operation, { kind: 'BAD_RESPONSE', ...seen, detail, tooLarge });
}
