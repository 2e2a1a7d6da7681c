import { randomUUID } from 'node:crypto';
import type { RpcError } from '../errors/RpcError';
import type { Operation, Product } from '../operations/operation';
import type { Signal } from './Cancellation';
import type { ClockSkew } from './ClockSkew';
import { AttemptTimeout } from './abort';
import { noteBytes } from './answerBytes';
import { isCertificateCode } from './certificates';
import type { Credentials } from './credentials/credentials';
import { openEnvelope } from './envelope';
import type { HttpAnswer } from './exchange';
import { exchange, ExchangeError } from './exchange';
import { failureOf, tooLargeFailure } from './failures';
import type { HttpPools } from './http';
import { toOrigin } from './http';
import { popCoreClient } from './popCore';
import type { Answer } from './readResponse';
import { readResponse } from './readResponse';
import { signParameters } from './sign';

/** 5 MiB, decompressed. The longest documented answers are far below. */
export const defaultMaxBodyBytes = 5 * 1024 * 1024;

export interface TransportConfig {
  readonly product: Product;
  /** Scheme and host, a port perhaps: `https://config.cn-shanghai.aliyuncs.com`. */
  readonly endpoint: string;
  /** The host that requests name, if it is not that of the endpoint. */
  readonly host?: string;
  /** Whether the endpoint is that of one region: if its name does not exist, the product is not in that region. */
  readonly isRegional?: boolean;
  readonly pools: HttpPools;
  /** A text that is unique to each attempt. Default: a random UUID. */
  readonly nonce?: () => string;
  /** Wall time, milliseconds since the epoch: the time stamp that is signed. */
  readonly wallTime?: () => number;
  /** Corrects the time stamp. Default: it is never corrected. */
  readonly skew?: ClockSkew;
  readonly maxBodyBytes?: number;
  readonly onAnswer?: AnswerObserver;
}

/**
 * Receives every HTTP answer as it came, refusals included, before it is read: for `npm run doctor`. It may hold data
 * of the account and session keys, so nothing of it may be kept as it is.
 */
export type AnswerObserver = (operation: Operation, answer: HttpAnswer) => void;

/** What goes with one attempt besides its parameters. */
export interface AttemptOptions {
  readonly operation: Operation;
  readonly credentials: Credentials;
  /** Ends the attempt, down to the socket. */
  readonly signal?: Signal;
  /** Called when there is a connection and the request goes out. */
  readonly onSent?: () => void;
  /** A text that is unique to each attempt. Default: that of the transport. */
  readonly nonce?: () => string;
}

interface Signable {
  readonly parameters: Readonly<Record<string, string>>;
  readonly timestamp: number;
  readonly nonce: string;
}

/** One product's API over signed HTTP: one attempt for each call of {@link send}, no policy. */
export class RpcTransport {
  /** Values of `Code` that mean success. */
  private readonly codes: ReadonlySet<unknown>;
  private readonly pools: HttpPools;
  private readonly origin: string;
  private readonly product: Product;
  private readonly host?: string;
  private readonly isRegional: boolean;
  private readonly nonce: () => string;
  private readonly wallTime: () => number;
  private readonly skew?: ClockSkew;
  private readonly maxBodyBytes: number;
  private readonly onAnswer?: AnswerObserver;
  private readonly headers = new Map<Operation, Readonly<Record<string, string>>>();

  constructor(config: TransportConfig) {
    this.origin = toOrigin(config.endpoint);
    this.codes = popCoreClient(this.origin, config.product.version).codes;
    this.pools = config.pools;
    this.product = config.product;
    this.host = config.host;
    this.isRegional = config.isRegional ?? false;
    this.nonce = config.nonce ?? randomUUID;
    this.wallTime = config.wallTime ?? Date.now;
    this.skew = config.skew;
    this.maxBodyBytes = config.maxBodyBytes ?? defaultMaxBodyBytes;
    this.onAnswer = config.onAnswer;
  }

  /**
   * Signs and sends one attempt, and reads its answer by the operation's table.
   *
   * @param parameters flat, as `encodeParameters` makes them. The protocol's own parameters always win over them.
   * @returns an {@link Answer}.
   * @throws RpcError, and nothing else. It holds no text of the upstream's, no URL, no value and no key.
   */
  async send(
    parameters: Readonly<Record<string, string>>,
    { operation, credentials, signal, onSent, nonce = this.nonce }: AttemptOptions,
  ): Promise<Answer> {
    // In a form body nothing that was signed gets into the access logs of whatever stands in between.
    const method = operation.methods.includes('POST') ? 'POST' : 'GET';
    const sentAt = this.wallTime();
    const { skew } = this;
    const timestamp = sentAt + (skew?.correctionMs ?? 0);
    const signed = this.sign(method, { parameters, timestamp, nonce: nonce() }, operation, credentials);
    const answer = await this.exchange(method, signed, operation, { signal, onSent });
    skew?.measure(answer.headers.date, { sentAt, receivedAt: this.wallTime() });
    this.onAnswer?.(operation, answer);
    const { body, requestId } = await openEnvelope(operation, answer, this.codes, this.maxBodyBytes, parameters);
    const read = readResponse(operation, body, requestId);
    noteBytes(read, answer.body.length);
    return read;
  }

  private sign(
    method: 'GET' | 'POST',
    { parameters, timestamp, nonce }: Signable,
    operation: Operation,
    { accessKeyId, accessKeySecret, securityToken }: Credentials,
  ): string {
    const own: Record<string, string> = {
      Action: operation.action,
      Version: this.product.version,
      Format: 'JSON',
      AccessKeyId: accessKeyId,
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      SignatureNonce: nonce,
      Timestamp: `${new Date(timestamp).toISOString().slice(0, 19)}Z`,
    };
    if (securityToken) own.SecurityToken = securityToken;
    try {
      return signParameters(method, Object.assign({}, parameters, own), accessKeySecret);
    } catch {
      throw failureOf(operation, { kind: 'INVALID_REQUEST', detail: 'a parameter holds half a surrogate pair' });
    }
  }

  private async exchange(
    method: 'GET' | 'POST',
    signed: string,
    operation: Operation,
    { signal, onSent }: Pick<AttemptOptions, 'signal' | 'onSent'>,
  ): Promise<HttpAnswer> {
    const { origin, pools, maxBodyBytes } = this;
    const isPost = method === 'POST';
    const request = {
      method,
      path: isPost ? '/' : `/?${signed}`,
      headers: this.headersOf(operation, isPost),
      body: isPost ? signed : undefined,
      maxBodyBytes,
      signal,
      onSent,
    };
    try {
      return operation.kind === 'read'
        ? await exchange(pools.poolOf(origin), request)
        : await pools.withFreshConnection(origin, (connection) => exchange(connection, request));
    } catch (error) {
      throw this.withoutAnswer(operation, error, signal);
    }
  }

  /** The same for each call of an operation. */
  private headersOf(operation: Operation, isPost: boolean): Readonly<Record<string, string>> {
    let headers = this.headers.get(operation);
    if (headers === undefined) {
      headers = {
        accept: 'application/json',
        // The size cap is then a cap on what is in memory, and nothing has to be unpacked.
        'accept-encoding': 'identity',
        'user-agent': 'alicloud-governance-gateway',
        ...(this.host !== undefined && { host: this.host }),
        'x-acs-action': operation.action,
        'x-acs-version': this.product.version,
        ...(isPost && { 'content-type': 'application/x-www-form-urlencoded' }),
      };
      this.headers.set(operation, headers);
    }
    return headers;
  }

  /** The failure of an exchange that brought no answer. */
  private withoutAnswer(operation: Operation, error: unknown, signal: Signal | undefined): RpcError {
    const { end, sent, systemCode, bytes } =
      error instanceof ExchangeError ? error : { end: 'BROKEN', sent: true, systemCode: undefined, bytes: undefined };
    switch (end) {
      case 'ABORTED': {
        const reason: unknown = signal?.reason;
        if (!(reason instanceof AttemptTimeout)) {
          return failureOf(operation, { kind: 'ABORTED', detail: 'the caller went away' });
        }
        // Without a socket nothing has left, so the doubt that a timeout leaves would be a false one.
        return sent
          ? failureOf(operation, { kind: 'TIMEOUT', detail: reason.message })
          : failureOf(operation, { kind: 'NOT_SENT', detail: 'no connection in time' });
      }
      case 'TOO_LARGE':
        return tooLargeFailure(operation, { bytes, maxBytes: this.maxBodyBytes });
      case 'NOT_HTTP':
        return failureOf(operation, {
          kind: 'BAD_RESPONSE',
          detail: 'expected an HTTP answer, but got something else',
        });
      case 'CUT_OFF':
        return failureOf(operation, { kind: 'BAD_RESPONSE', reason: 'CUT_OFF', detail: systemCode });
      default:
        if (sent) return failureOf(operation, { kind: 'CONNECTION', detail: systemCode });
        return failureOf(operation, {
          kind: 'NOT_SENT',
          detail: systemCode,
          ...(isCertificateCode(systemCode) && { reason: 'CERTIFICATE' }),
          ...(systemCode === 'ENOTFOUND' && this.isRegional && { reason: 'NO_ENDPOINT' }),
        });
    }
  }
}
