import type { DocumentedError } from './DocumentedError';
import type { CodeFamily } from './codeFamilies';
import { familyOf } from './codeFamilies';

/**
 * What kind of failure a call met, in the one distinction that matters: can it have had an effect, and may it be
 * sent again?
 *
 * | kind | meaning | can have had an effect |
 * | --- | --- | --- |
 * | `INVALID_REQUEST` | the request does not fit the catalogue; nothing was sent | no |
 * | `CREDENTIALS` | no credentials could be had; nothing was sent | no |
 * | `NOT_SENT` | DNS, refused, connect timeout, TLS | no |
 * | `THROTTLING` | the upstream refused for flow control | no |
 * | `CLIENT` | the upstream refused: a 4xx with a `Code` | no |
 * | `AUTH` | signature, key, token, clock or nonce refused | no |
 * | `SERVER` | 5xx, with or without a `Code` | yes |
 * | `CONNECTION` | reset or cut off after the request went out | yes |
 * | `TIMEOUT` | no complete answer in time | yes |
 * | `ABORTED` | the caller went away | yes |
 * | `BAD_RESPONSE` | an answer that is none: HTML, empty, redirect, too large, container missing | yes |
 */
export type RpcFailureKind =
  | 'INVALID_REQUEST'
  | 'CREDENTIALS'
  | 'NOT_SENT'
  | 'THROTTLING'
  | 'CLIENT'
  | 'AUTH'
  | 'SERVER'
  | 'CONNECTION'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'BAD_RESPONSE';

/**
 * What is known of a failure beyond its kind, if that decides whether another attempt makes sense.
 *
 * | reason | kind | meaning |
 * | --- | --- | --- |
 * | `CERTIFICATE` | `NOT_SENT` | the certificate of the upstream is not valid: every attempt would end like this |
 * | `NO_CREDENTIALS` | `NOT_SENT` | the credentials came too late: the upstream was not called |
 * | `NO_ENDPOINT` | `NOT_SENT` | the product has no host in the region that was called |
 * | `CIRCUIT_OPEN` | `NOT_SENT` | the upstream has failed so often that calls are refused for a while |
 * | `CROWDED` | `NOT_SENT` | as many calls are in flight as the upstream can bear, and its turn would come too late |
 * | `CUT_OFF` | `BAD_RESPONSE` | the connection broke within the response |
 * | `BROKEN_BODY` | `BAD_RESPONSE` | the body is no JSON object: truncated, empty, or an HTML page |
 * | `UNREADABLE_HINT` | `THROTTLING` | the upstream asks to wait, but not in a number that can be read |
 */
export type RpcFailureReason =
  | 'CERTIFICATE'
  | 'NO_CREDENTIALS'
  | 'NO_ENDPOINT'
  | 'CIRCUIT_OPEN'
  | 'CROWDED'
  | 'CUT_OFF'
  | 'BROKEN_BODY'
  | 'UNREADABLE_HINT';

/**
 * A failed call of an upstream operation, rebuilt from scratch: the upstream's message (it may repeat the signed
 * string), the URL and the original error are never kept.
 */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  /** The product's code as the upstream spells it, `Config`. */
  readonly product: string;
  readonly action: string;
  readonly kind: RpcFailureKind;
  readonly reason?: RpcFailureReason;
  /** The upstream's `Code`, if it gave one. */
  readonly code?: string;
  readonly httpStatus?: number;
  /** The upstream's `RequestId`, if it gave one. */
  readonly requestId?: string;
  /** How long the upstream asks to wait, milliseconds (`x-acs-retry-after`). */
  readonly retryAfterMs?: number;
  /**
   * What kind of refusal `code` is. Of codes that the operation documents only `NoPermission` and `AccountNotExisted` have
   * one: the documents say more than a family.
   */
  readonly family?: CodeFamily;
  /** What the catalogue documents about `code`. Absent if it documents nothing. */
  readonly documented?: DocumentedError;
  /**
   * The parameter that the upstream's message names, as the catalogue spells it: `FolderId`, `BaselineItems.2.Name`. Only
   * if the message fits the documented one.
   */
  readonly parameter?: string;
  /** What was expected and what came, in words of our own. Never upstream text, a URL, a parameter value or a key. */
  readonly detail?: string;
  /** The account that the call acted in or was about; undefined for the gateway's own, and if it names no single one. */
  readonly accountId?: string;
  /** The number of the attempt that failed last, from 1. Undefined if there was none. */
  readonly attempt?: number;
  /** Set if the response was larger than what is read. */
  readonly tooLarge?: TooLarge;

  /** What it was made of, for the same failure with something more. In no log: no spread has it. */
  readonly #failure: RpcFailure;

  constructor(failure: RpcFailure) {
    const { product, action, kind, code, httpStatus, detail } = failure;
    const because = [code, httpStatus === undefined ? undefined : `HTTP ${httpStatus}`, detail]
      .filter(Boolean)
      .join(', ');
    super(`${product} ${action} failed: ${kind}${because && ` (${because})`}.`);
    this.product = product;
    this.action = action;
    this.kind = kind;
    if (failure.reason !== undefined) this.reason = failure.reason;
    this.code = code;
    this.httpStatus = httpStatus;
    this.requestId = failure.requestId;
    this.retryAfterMs = failure.retryAfterMs;
    this.documented = failure.documented;
    this.family = failure.family ?? familyOfFailure(failure);
    this.parameter = failure.parameter;
    this.detail = detail;
    this.tooLarge = failure.tooLarge;
    this.accountId = failure.accountId;
    if (failure.attempt !== undefined) this.attempt = failure.attempt;
    this.#failure = { ...failure, family: this.family };
  }

  /** The same failure, with other words for clients. */
  explained(documented: DocumentedError): RpcError {
    return new RpcError({ ...this.#failure, documented });
  }

  /** The same failure, with the time after which another call may make sense. */
  withHint(retryAfterMs: number): RpcError {
    return new RpcError({ ...this.#failure, retryAfterMs });
  }

  /** The same failure, of this attempt. */
  ofAttempt(attempt: number): RpcError {
    return new RpcError({ ...this.#failure, attempt });
  }

  /** The same failure, of a call that acted in this account or was about it. */
  about(accountId: string): RpcError {
    return new RpcError({ ...this.#failure, accountId });
  }
}

const familiesOfDocumented: ReadonlySet<string | undefined> = new Set(['NoPermission', 'AccountNotExisted']);

const familyOfFailure = ({ kind, code, httpStatus, documented }: RpcFailure): CodeFamily | undefined =>
  kind === 'CLIENT' && (documented === undefined || familiesOfDocumented.has(code))
    ? familyOf(code, httpStatus)
    : undefined;

/** The size of a response that is larger than what is read, and the limit. */
export interface TooLarge {
  /** Omitted if the upstream did not announce it: reading stops at the limit. */
  readonly bytes?: number;
  readonly maxBytes: number;
}

/** What an {@link RpcError} has beside the members of every error. */
export type RpcFailure = Omit<RpcError, keyof Error | 'explained' | 'about' | 'ofAttempt' | 'withHint'>;
