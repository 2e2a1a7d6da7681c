import type { Explanation, Language } from './Explanation';
import type { GovernanceErrorCode } from './GovernanceErrorCode';
import type { RpcFailureKind, TooLarge } from './RpcError';
import { RpcError } from './RpcError';
import { UserError } from './UserError';
import { explainCode } from './codeFamilies';
import { adviseRetry, explanations, passingFailures } from './explanations';
import { isTransient } from './transience';

/** What a client may know of a failure: in `errors` of an answer, or in `errors` of a mutation's payload. */
export interface ClientError {
  readonly code: GovernanceErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  /** Path of the argument or input field that is wrong. */
  readonly field?: readonly string[];
  /** The account that could not be read or changed; absent for the gateway's own, and if it is no single one. */
  readonly accountId?: string;
  readonly upstream?: { readonly code?: string; readonly requestId?: string; readonly action: string };
}

const codeOfKind: Readonly<Record<RpcFailureKind, GovernanceErrorCode>> = {
  INVALID_REQUEST: 'BAD_USER_INPUT',
  CREDENTIALS: 'UPSTREAM_AUTH',
  NOT_SENT: 'UPSTREAM_UNAVAILABLE',
  THROTTLING: 'UPSTREAM_THROTTLED',
  CLIENT: 'UPSTREAM_REJECTED',
  AUTH: 'UPSTREAM_AUTH',
  SERVER: 'UPSTREAM_UNAVAILABLE',
  CONNECTION: 'UPSTREAM_UNAVAILABLE',
  TIMEOUT: 'UPSTREAM_TIMEOUT',
  ABORTED: 'UPSTREAM_TIMEOUT',
  BAD_RESPONSE: 'UPSTREAM_BAD_RESPONSE',
};

/**
 * Translates any failure for clients. This is the only translation, and an allow-list: anything that is neither an
 * {@link RpcError} nor a {@link UserError} becomes INTERNAL_SERVER_ERROR without a detail.
 */
export const toClientError = (error: unknown, language: Language): ClientError => {
  if (error instanceof UserError) {
    return {
      code: error.code,
      message: error.in(language),
      retryable: error.retryable,
      retryAfterMs: error.retryAfterMs,
      field: error.field,
      accountId: error.accountId,
    };
  }
  if (error instanceof RpcError) {
    const { code, explanation, retryable } = describe(error);
    return {
      code,
      message: explanation[language],
      retryable,
      retryAfterMs: error.retryAfterMs,
      accountId: error.accountId,
      upstream: { code: error.code, requestId: error.requestId, action: error.action },
    };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: explanations.INTERNAL_SERVER_ERROR[language],
    retryable: false,
  };
};

const describe = (error: RpcError): { code: GovernanceErrorCode; explanation: Explanation; retryable: boolean } => {
  if (error.documented !== undefined) {
    const { code, explanation, retryable = false } = error.documented;
    return { code, explanation, retryable };
  }
  if (error.kind === 'INVALID_REQUEST' && error.detail !== undefined) {
    // The client's own words for it: nothing was sent, so there is no upstream code to explain.
    const explanation = {
      en: `The upstream does not accept this input: ${error.detail}.`,
      zh: `上游服务不接受此输入：${error.detail}。`,
    };
    return { code: 'BAD_USER_INPUT', explanation, retryable: false };
  }
  if (error.tooLarge !== undefined) {
    return { code: 'UPSTREAM_BAD_RESPONSE', explanation: explainSize(error.tooLarge), retryable: false };
  }
  if (error.kind === 'CREDENTIALS') {
    const explanation = {
      en: 'The gateway has no credentials for the upstream. Its operator must provide them.',
      zh: '网关没有可用的上游凭证，需要网关的运维人员提供。',
    };
    return { code: 'UPSTREAM_AUTH', explanation, retryable: false };
  }
  const ofCode = error.kind === 'CLIENT' ? explainCode(error.code, error.family) : undefined;
  if (ofCode !== undefined) return { ...ofCode, retryable: false };
  if (error.reason === 'CERTIFICATE') {
    const explanation = {
      en: 'The certificate of the upstream is not valid, so nothing was sent. The gateway’s operator must correct this.',
      zh: '上游服务的证书无效，因此未发送任何请求，需要网关的运维人员处理。',
    };
    return { code: 'UPSTREAM_UNAVAILABLE', explanation, retryable: false };
  }
  const code = codeOfKind[error.kind];
  const retryable = isTransient(error);
  const passing: Partial<Record<GovernanceErrorCode, Explanation>> = passingFailures;
  const plain = passing[code] ?? explanations[code];
  return { code, explanation: retryable ? adviseRetry(plain) : plain, retryable };
};

/** Lists are read in smaller pages first, so what is left is one record, or a response that is no list. */
const explainSize = ({ bytes, maxBytes }: TooLarge): Explanation =>
  bytes === undefined
    ? {
        en: `The upstream’s response has more than ${maxBytes} bytes, the maximum that the gateway reads. Request less, for example a shorter time range.`,
        zh: `上游服务的响应超过 ${maxBytes} 字节，这是网关读取的上限。请缩小请求范围，例如缩短时间范围。`,
      }
    : {
        en: `The upstream’s response has ${bytes} bytes, but the gateway reads at most ${maxBytes}. Request less, for example a shorter time range.`,
        zh: `上游服务的响应有 ${bytes} 字节，而网关最多读取 ${maxBytes} 字节。请缩小请求范围，例如缩短时间范围。`,
      };
