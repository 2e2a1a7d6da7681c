import { stringify } from 'lossless-json';
import type { Product } from '../operations/operation';
import type { Refusal } from './Refusal';
import { withOddCasing, type WireObject } from './answer';
import { gatewayError } from './gatewayErrors';
import { contentTypeOf, toXml, type Format } from './print';

/** An answer as it goes to the socket. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How it is delivered: as it should be, not at all, or with the connection reset before or within the body. */
  readonly delivery: 'whole' | 'never' | 'reset' | 'resetInBody';
}

/** What every answer to one RPC request has in common. */
export interface ReplyContext {
  readonly requestId: string;
  /** The host that was called. */
  readonly host: string;
  readonly format: Format;
  readonly product: Product | undefined;
}

/** A printed answer. */
export function printed(status: number, root: string, body: WireObject, { format, requestId }: ReplyContext): Reply {
  return {
    status,
    headers: { 'content-type': contentTypeOf(format), 'x-acs-request-id': requestId },
    body: format === 'JSON' ? (stringify(body) ?? '') : toXml(root, body),
    delivery: 'whole',
  };
}

/** An error answer with the documented keys. */
export function errorReply(refusal: Refusal, context: ReplyContext, oddCasing = false): Reply {
  const { requestId, host } = context;
  const body = {
    RequestId: requestId,
    HostId: host,
    Code: refusal.code,
    Message: refusal.message,
    Recommend: recommendation(refusal.code, context),
  };
  const reply = printed(refusal.status, 'Error', oddCasing ? withOddCasing(body) : body, context);
  return { ...reply, headers: { ...reply.headers, ...refusal.headers } };
}

/** The troubleshooting link: the newer form if a product answers, the older one if the gateway in front of it does. */
function recommendation(code: string, { product, requestId }: ReplyContext): string {
  const word = encodeURIComponent(code);
  return product === undefined || gatewayError(code)?.beforeProduct === true
    ? `https://error-center.aliyun.com/status/search?Keyword=${word}&source=PopGw`
    : `https://api.aliyun.com/troubleshoot?q=${word}&product=${product.code}&requestId=${requestId}`;
}
