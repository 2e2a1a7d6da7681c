import { createHmac, randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/**
 * A client that signs by itself and hides nothing: what the emulator puts on the wire is what a test sees.
 * It can send what a well-behaved client never would.
 */

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends one request on a connection of its own. Rejects if the connection breaks. */
export function send(
  url: string,
  { method = 'GET', path = '/', query = '', body, headers = {} }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const target = `${path}${query === '' ? '' : `?${query}`}`;
    const { hostname, port } = new URL(url);
    const request = httpRequest({ hostname, port, method, path: target, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export type Parameters = Readonly<Record<string, string>>;

export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export const encodeAll = (parameters: Parameters): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');

/** The common parameters of a good request, to be overridden one by one. */
export const common = (now: number): Parameters => ({
  Format: 'JSON',
  AccessKeyId: 'testid',
  SignatureMethod: 'HMAC-SHA1',
  SignatureVersion: '1.0',
  SignatureNonce: randomUUID(),
  Timestamp: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
});

/** Adds the `Signature` of signature v1. */
export function sign(method: string, parameters: Parameters, secret = 'testsecret'): Parameters {
  const names = Object.keys(parameters).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  const canonical = names.map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`).join('&');
  const text = `${method}&%2F&${encode(canonical)}`;
  return { ...parameters, Signature: createHmac('sha1', `${secret}&`).update(text).digest('base64') };
}

export interface SignedCall {
  readonly method?: 'GET' | 'POST';
  /** Time on the client's clock; default: now. */
  readonly now?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes one signed call: a GET with everything in the query, or a POST with everything in the body. */
export function call(url: string, parameters: Parameters, options: SignedCall = {}): Promise<RawAnswer> {
  const { method = 'POST', now = Date.now(), secret, headers = {} } = options;
  const encoded = encodeAll(sign(method, { ...common(now), ...parameters }, secret));
  return method === 'GET'
    ? send(url, { method, query: encoded, headers })
    : send(url, {
        method,
        body: encoded,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
}

/** The parameters of an operation that works in every world, and of others by need. */
export const GetCallerIdentity = { Version: '2015-04-01', Action: 'GetCallerIdentity' };
export const GetResourceDirectory = { Version: '2020-03-31', Action: 'GetResourceDirectory' };
export const InitResourceDirectory = { Version: '2020-03-31', Action: 'InitResourceDirectory' };
export const DescribeConfigurationRecorder = { Version: '2019-01-08', Action: 'DescribeConfigurationRecorder' };
export const StartConfigurationRecorder = { Version: '2019-01-08', Action: 'StartConfigurationRecorder' };
export const GetResourceConfigurationTimeline = { Version: '2019-01-08', Action: 'GetResourceConfigurationTimeline' };
export const EnrollAccount = { Version: '2021-01-20', Action: 'EnrollAccount' };
export const GetEnrolledAccount = { Version: '2021-01-20', Action: 'GetEnrolledAccount' };
