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

/** What a client needs to know of a write that may have been carried out. */
export interface UnknownOutcome {
  /** The query field that shows whether it was carried out. */
  readonly readFirst: string;
  /** What sending it again can do, beyond doing the same twice. */
  readonly risk?: Explanation;
  /** Whether it has an `idempotencyKey`: then sending it again does nothing, and its result says how it ended. */
  readonly hasKey: boolean;
}

/**
 * How a write that may have been carried out is reported to clients. Without a key never advice to send it again. By
 * `retryable` and `retryAfterMs` never.
 */
export const toUnknownOutcome = (
  error: RpcError,
  language: Language,
  { readFirst, risk, hasKey }: UnknownOutcome,
): ClientError => {
  const { retryAfterMs: _, ...told } = toClientError(error, language);
  const what = happened[error.kind] ?? explanations.UPSTREAM_BAD_RESPONSE;
  const withKey = {
    en: `${what.en} The request may have been carried out, and the gateway is finding that out. Send the mutation again with the same idempotencyKey to learn how it ended. Nothing is done twice. You can also read \`${readFirst}\`.`,
    zh: `${what.zh}请求可能已经执行，网关正在确认其结果。请使用相同的 idempotencyKey 再次发送以了解结果，不会重复执行；也可查询 \`${readFirst}\`。`,
  };
  const message = {
    en: `${what.en} The request may have been carried out, so do not simply send it again${risk ? `: ${risk.en}` : ''}. Read \`${readFirst}\` first, and send the mutation again only if nothing was done.`,
    zh: `${what.zh}请求可能已经执行，切勿直接重新发送${risk ? `：${risk.zh}` : ''}。请先查询 \`${readFirst}\`，仅在确认未执行时再次发送。`,
  };
  return { ...told, message: (hasKey ? withKey : message)[language], retryable: false };
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
