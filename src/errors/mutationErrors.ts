import type { ClientError } from './ClientError';
import { toClientError } from './ClientError';
import type { Explanation, Language } from './Explanation';
import type { GovernanceErrorCode } from './GovernanceErrorCode';
import type { RpcError, RpcFailureKind } from './RpcError';
import { explanations, passingFailures } from './explanations';

/** What happened to a write that may have been carried out, by the kind of its failure. */
const happened: Partial<Record<RpcFailureKind, Explanation>> = {
  SERVER: { en: 'The upstream failed while it handled the request.', zh: '上游服务在处理请求时出错。' },
  CONNECTION: {
    en: 'The connection to the upstream broke before the answer was complete.',
    zh: '与上游服务的连接在收到完整响应之前中断。',
  },
  TIMEOUT: passingFailures.UPSTREAM_TIMEOUT,
  ABORTED: passingFailures.UPSTREAM_TIMEOUT,
  AUTH: {
    en: 'A copy of this request reached the upstream before.',
    zh: '上游服务此前已收到此请求的副本。',
  },
};

/**
 * How a write that may have been carried out is reported to clients. Never advice to send it again: neither in the
 * message, nor by `retryable`, nor by `retryAfterMs`.
 *
 * @param readFirst the query field that shows whether it was carried out.
 * @param risk what sending it again can do, beyond doing the same twice.
 */
export const toUnknownOutcome = (
  error: RpcError,
  language: Language,
  readFirst: string,
  risk?: Explanation,
): ClientError => {
  const { retryAfterMs: _, ...told } = toClientError(error, language);
  const what = happened[error.kind] ?? explanations.UPSTREAM_BAD_RESPONSE;
  const message = {
    en: `${what.en} The request may have been carried out, so do not simply send it again${risk ? `: ${risk.en}` : ''}. Read \`${readFirst}\` first, and send the mutation again only if nothing was done.`,
    zh: `${what.zh}请求可能已经执行，切勿直接重新发送${risk ? `：${risk.zh}` : ''}。请先查询 \`${readFirst}\`，仅在确认未执行时再次发送。`,
  };
  return { ...told, message: message[language], retryable: false };
};

/**
 * How a part of a mutation's payload that could not be read is reported to clients. The outcome does not depend on it,
 * so there is no advice to try again: the reader would send the mutation again.
 *
 * @param what could not be read, as a path below the payload.
 */
export const toReadBackError = (error: unknown, language: Language, what: string): ClientError => {
  const { retryAfterMs: _, field: __, ...told } = toClientError(error, language);
  const passing: Partial<Record<GovernanceErrorCode, Explanation>> = passingFailures;
  const why = passing[told.code]?.[language] ?? told.message;
  const message = {
    en: `\`${what}\` could not be read. This does not change the outcome; read it with a query. ${why}`,
    zh: `无法读取 \`${what}\`，但这不影响变更的结果，请通过查询读取。${why}`,
  };
  return { ...told, message: message[language], retryable: false };
};
