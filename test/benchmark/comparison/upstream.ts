import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { parse } from 'node:querystring';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmulator } from '../../../src/emulator';
import { benchmarkPath } from './upstreamPath';
import { benchmarkWorld } from './world';

/**
 * The upstream of the comparison, in a process of its own. The emulator answers each question once; from then on its answer
 * is given from memory, so that the upstream takes little of the machine. Every signature is verified, and every call counted.
 * Arguments: its ports, one for each server that calls it, whose calls it counts.
 */

/** What it saw on one port since it started. */
export interface UpstreamCounts {
  calls: number;
  /** Calls with another signature than the right one, with a nonce a second time, or with an old time stamp. */
  badSignatures: number;
  /** Calls that were answered with an error. */
  refused: number;
}

/** How it behaves from now on. */
export interface UpstreamBehavior {
  /** How long it waits before each answer, milliseconds. */
  readonly delayMs?: number;
}

interface Recorded {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const maxAgeMs = 15 * 60_000;
const maxNonces = 500_000;
const maxRecorded = 50_000;

const secrets = new Map([['testid', 'testsecret']]);
const recorded = new Map<string, Recorded>();
let nonces = new Set<string>();
let formerNonces = new Set<string>();
let delayMs = 0;

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** What differs between two calls that ask the same. */
const volatile: ReadonlySet<string> = new Set(['Signature', 'SignatureNonce', 'Timestamp']);

interface Question {
  readonly isSigned: boolean;
  /** Equal for calls that ask the same. */
  readonly key: string;
}

const read = (method: string, text: string): Question => {
  const parameters = parse(text) as Record<string, string>;
  const pairs: string[] = [];
  const stable: string[] = [];
  for (const name of Object.keys(parameters).sort()) {
    const pair = `${encode(name)}=${encode(parameters[name] ?? '')}`;
    if (name !== 'Signature') pairs.push(pair);
    if (!volatile.has(name)) stable.push(pair);
  }
  const { AccessKeyId = '', Signature, SignatureNonce = '', Timestamp = '' } = parameters;
  const secret = secrets.get(AccessKeyId);
  const signature = createHmac('sha1', `${secret ?? ''}&`)
    .update(`${method}&%2F&${encode(pairs.join('&'))}`)
    .digest('base64');
  const isFresh = Math.abs(Date.now() - Date.parse(Timestamp)) < maxAgeMs;
  const isSigned = secret !== undefined && signature === Signature && isFresh && isNew(SignatureNonce);
  return { isSigned, key: stable.join('&') };
};

const isNew = (nonce: string): boolean => {
  if (nonce === '' || nonces.has(nonce) || formerNonces.has(nonce)) return false;
  if (nonces.size >= maxNonces) [formerNonces, nonces] = [nonces, new Set()];
  nonces.add(nonce);
  return true;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const main = async (ports: readonly number[]): Promise<void> => {
  const emulator = await startEmulator({ world: benchmarkWorld(), quotas: false });

  /** Lets the emulator answer; it verifies the signature as well. */
  const ask = async ({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): Promise<Recorded> => {
    const type = headers['content-type'] ?? 'application/x-www-form-urlencoded';
    const init = method === 'POST' ? { method, body, headers: { 'content-type': type } } : { method };
    const answer = await fetch(`${emulator.url}${url}`, init);
    const text = await answer.text();
    const [, id] = /"AccessKeyId":"([^"]+)"/.exec(text) ?? [];
    const [, secret] = /"AccessKeySecret":"([^"]+)"/.exec(text) ?? [];
    // A session that was opened signs, too.
    if (id !== undefined && secret !== undefined) secrets.set(id, secret);
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: Buffer.from(text) };
  };

  const answerCall = async (request: IncomingMessage, counts: UpstreamCounts): Promise<Recorded> => {
    const { method = 'GET', url = '/' } = request;
    const body = method === 'POST' ? await bodyOf(request) : '';
    const query = url.slice(2);
    counts.calls += 1;
    const { isSigned, key } = read(method, query !== '' && body !== '' ? `${query}&${body}` : query + body);
    if (!isSigned) counts.badSignatures += 1;
    const known = isSigned ? recorded.get(key) : undefined;
    const answer = known ?? (await ask(request, body));
    if (!known && isSigned && recorded.size < maxRecorded) recorded.set(key, answer);
    if (answer.status >= 400) counts.refused += 1;
    if (delayMs > 0) await sleep(delayMs);
    return answer;
  };

  const answerControl = async (request: IncomingMessage, counts: UpstreamCounts): Promise<Recorded> => {
    if (request.method === 'POST') ({ delayMs = 0 } = JSON.parse(await bodyOf(request)) as UpstreamBehavior);
    return { status: 200, type: 'application/json', body: Buffer.from(JSON.stringify(counts)) };
  };

  const answer = (request: IncomingMessage, counts: UpstreamCounts): Promise<Recorded> => {
    if (request.url === benchmarkPath) return answerControl(request, counts);
    // Not a call: its clock.
    return request.url?.startsWith('/_emulator') === true ? ask(request, '') : answerCall(request, counts);
  };

  const send = ({ status, type, body }: Recorded, response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body);
  };

  for (const port of ports) {
    const counts: UpstreamCounts = { calls: 0, badSignatures: 0, refused: 0 };
    createServer((request, response) => {
      answer(request, counts).then(
        (recording) => {
          send(recording, response);
        },
        () => response.destroy(),
      );
    }).listen(port, '127.0.0.1');
  }
};

void main(process.argv.slice(2).map(Number));
