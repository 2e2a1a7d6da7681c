import type { DocumentedError } from '../errors/DocumentedError';
import type { JsonObject } from '../json/jsonObject';
import { isJsonObject } from '../json/jsonObject';
import { parseJson } from '../json/parseJson';
import type { Operation } from '../operations/operation';
import { optional, text } from '../operations/shapes';
import { Spellings } from './Spellings';
import { decompress } from './decompress';
import type { HttpAnswer } from './exchange';
import { classify, failureOf, tooLargeFailure } from './failures';
import { namedParameter } from './namedParameter';
import { readRetryHint } from './retryAfter';

/** Longer or stranger codes and ids are not passed on: they go into logs and to clients. */
const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const requestIdPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

/** The body of a successful answer, its `RequestId` checked. */
export interface Envelope {
  readonly body: JsonObject;
  readonly requestId: string;
}

/** What an answer's body turned out to be, in words that quote nothing of it. */
type Body =
  | { readonly object: JsonObject }
  | {
      readonly object?: undefined;
      readonly looksLike: string;
      readonly isTooLarge?: boolean;
      /** Whether another attempt may bring what this one should have: something on the way broke it. */
      readonly isBroken: boolean;
      /** Whether it is a page for people, as a load balancer or a proxy writes it. */
      readonly isPage?: boolean;
    };

function looksLike(text: string): string {
  if (text.trim() === '') return 'an empty body';
  return text.trimStart().startsWith('<') ? 'HTML or XML' : 'no valid JSON';
}

/** XML may be an error of the upstream's own. */
const isPage = (text: string, type: string | undefined): boolean =>
  /^\s*<(!doctype html|html)\b/i.test(text) || (/\bhtml\b/i.test(type ?? '') && text.trimStart().startsWith('<'));

async function readBody({ headers, body }: HttpAnswer, maxBytes: number): Promise<Body> {
  let text: string;
  try {
    text = (await decompress(body, headers['content-encoding'], maxBytes)).toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    // What decompresses to more than the limit is not decompressed further: its size stays unknown.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    const isTooLarge = code === 'ERR_BUFFER_TOO_LARGE';
    const looks = 'a compressed body that is broken or of an unknown kind';
    return { looksLike: looks, isTooLarge, isBroken: code !== undefined && !isTooLarge };
  }
  try {
    const value = parseJson(text);
    if (isJsonObject(value)) return { object: value };
    return { looksLike: Array.isArray(value) ? 'a JSON array' : 'a bare JSON value', isBroken: true };
  } catch {
    return { looksLike: looksLike(text), isBroken: true, isPage: isPage(text, headers['content-type']) };
  }
}

/** What every answer may have. */
const envelope = new Spellings({ RequestId: optional(text()), Code: optional(text()), Message: optional(text()) });

/** A text (or number) that fits the pattern; anything else is as good as missing. */
function readToken(value: unknown, pattern: RegExp): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && pattern.test(text) ? text : undefined;
}

/** How a code that the operation documents is reported to clients, without the upstream's wording. */
function documentedOf(operation: Operation, code: string | undefined): DocumentedError | undefined {
  if (code === undefined || !Object.hasOwn(operation.errors, code)) return undefined;
  const entry = operation.errors[code];
  return entry && { code: entry.code, explanation: entry.explanation, retryable: entry.retryable };
}

/**
 * The envelope check: a success has status 200, a JSON object for a body, a `RequestId`, and no error `Code`.
 *
 * Content type is not looked at: JSON that calls itself text is still the answer.
 *
 * @param successCodes values of `Code` that mean success.
 * @param sent the parameters of the request, flat: a refusal may name one of them.
 * @throws RpcError built from status, `Code`, `RequestId`, retry hint and the name of a parameter alone; the upstream's
 *   texts are left behind.
 */
export async function openEnvelope(
  operation: Operation,
  answer: HttpAnswer,
  successCodes: ReadonlySet<unknown>,
  maxBytes: number,
  sent: Readonly<Record<string, string>> = {},
): Promise<Envelope> {
  const { status, headers } = answer;
  const body = await readBody(answer, maxBytes);
  const [id, rawCode, message] = envelope.valuesIn(body.object ?? {});
  const requestId = readToken(id, requestIdPattern);
  const seen = {
    httpStatus: status,
    requestId: requestId ?? readToken(headers['x-acs-request-id'], requestIdPattern),
  };

  if (status >= 300 && status < 400) {
    throw failureOf(operation, { kind: 'BAD_RESPONSE', ...seen, detail: 'a redirect, which is never followed' });
  }

  // A page of a load balancer says nothing of the upstream, whether it calls itself a success or a 502.
  if (status >= 500 && body.object === undefined && body.isPage === true) {
    throw failureOf(operation, { kind: 'BAD_RESPONSE', reason: 'BROKEN_BODY', ...seen, detail: body.looksLike });
  }

  const hasErrorCode = Boolean(rawCode) && !successCodes.has(rawCode);
  if (status !== 200 || hasErrorCode) {
    const code = hasErrorCode ? readToken(rawCode, codePattern) : undefined;
    const hint = readRetryHint(headers);
    throw failureOf(operation, {
      kind: classify(status, code, operation.errors),
      code,
      ...seen,
      ...(hint === 'UNREADABLE' ? { reason: 'UNREADABLE_HINT' } : hint),
      documented: documentedOf(operation, code),
      parameter: namedParameter(operation, code, message, sent),
      detail: body.object === undefined ? body.looksLike : code === undefined ? 'no error code' : undefined,
    });
  }

  if (body.object === undefined) {
    if (body.isTooLarge === true) throw tooLargeFailure(operation, { maxBytes }, seen);
    const detail = `expected a JSON object, but got ${body.looksLike}`;
    const reason = body.isBroken ? 'BROKEN_BODY' : undefined;
    throw failureOf(operation, { kind: 'BAD_RESPONSE', reason, ...seen, detail });
  }
  if (requestId === undefined) {
    throw failureOf(operation, { kind: 'BAD_RESPONSE', ...seen, detail: 'expected a RequestId, but got none' });
  }
  return { body: body.object, requestId };
}
