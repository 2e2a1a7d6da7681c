import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Door } from '../../access/Door';
import type { Principal } from '../../access/Principal';
import type { Context } from '../../context';
import { tryParseJson } from '../../json/tryParseJson';
import type { RequestLimits } from '../../settings';
import type { Incoming } from '../http/Incoming';
import { graphqlHeaders } from '../http/answers';
import { credentialsOf } from '../http/authenticate';
import { compressed, compressFromBytes, encodingOf } from '../http/compression';
import { findInexactNumbers } from '../http/inexactNumbers';
import { idHeader } from '../http/requestLog';
import { wellFormed } from '../http/wellFormed';
import { withoutPublicPath } from '../http/withoutPublicPath';
import type { CallerRates } from '../limits/CallerRates';
import { checkVariables } from '../limits/checkVariables';
import { maxBodyBytes } from '../limits/fixedLimits';
import type { KnownAnswer, KnownQueries, KnownQuery } from './KnownQueries';

export interface StraightOptions {
  readonly queries: KnownQueries;
  readonly contextOf: (incoming: Incoming) => Context;
  readonly door: Door;
  readonly rates: CallerRates;
  readonly limits: RequestLimits;
  /** The path under which a proxy publishes the gateway. */
  readonly publicPath?: string | undefined;
  readonly isOurHost: (raw: IncomingMessage) => boolean;
  readonly isOverloaded: () => boolean;
  readonly isStopping: () => boolean;
  readonly upstreamName: string;
}

/** Lets Fastify answer. */
type HandOver = () => void;

/**
 * The straight way of a known query, from its arrival to its answer. Fastify's way calls a hook for each guard, which takes
 * longer than all guards do.
 *
 * Only what most requests are goes this way. Whatever else shows, the request is handed over: Fastify's way begins from the
 * start, with the body that was read here, and says what is wrong. So nothing here decides how a refusal looks.
 */
export class StraightWay {
  private readonly headers: readonly string[];

  constructor(private readonly options: StraightOptions) {
    this.headers = Object.entries({ ...graphqlHeaders, 'x-upstream': options.upstreamName }).flat();
  }

  take(incoming: Incoming, handOver: HandOver): void {
    const { door, isOurHost, isOverloaded, publicPath } = this.options;
    const { raw } = incoming;
    const credentials = credentialsOf(incoming);
    if (!isPlain(raw, publicPath) || !isOurHost(raw) || isOverloaded() || !door.hasAccepted(credentials)) {
      handOver();
      return;
    }
    const known = door.enterAtOnce(credentials);
    const entering = known === undefined ? door.enter(credentials) : undefined;
    // It is looked at when the body has come.
    entering?.catch(() => undefined);
    const goOn = (query: KnownQuery, principal: Principal): void => {
      this.answer(query, principal, incoming).then((isAnswered) => {
        if (!isAnswered) handOver();
      }, handOver);
    };
    readBody(raw, (body) => {
      incoming.body = body;
      const query = this.read(body, incoming);
      if (query === undefined) handOver();
      else if (known !== undefined) goOn(query, known);
      else
        entering?.then((principal) => {
          goOn(query, principal);
        }, handOver);
    });
  }

  /** What a body asks for. Undefined if it is not a known query within the limits. */
  private read(body: Buffer, incoming: Incoming): KnownQuery | undefined {
    if (!isUtf8(body)) return undefined;
    const text = body.toString();
    const parsed = mayHaveForbiddenKeys.test(text) ? undefined : tryParseJson(text);
    const query = this.options.queries.find(parsed, incoming.headers);
    if (query === undefined) return undefined;
    try {
      checkVariables(query.body.variables, this.options.limits);
    } catch {
      return undefined;
    }
    incoming.inexactNumbers = findInexactNumbers(text);
    return query;
  }

  /** @returns whether it was answered. If not, nothing was sent. */
  private async answer(query: KnownQuery, principal: Principal, incoming: Incoming): Promise<boolean> {
    const { rates, contextOf, queries } = this.options;
    incoming.principal = principal;
    const { key } = incoming.caller;
    if (!rates.hasRequests(key)) return false;
    rates.takeRequest(key);
    incoming.isCounted = true;
    incoming.path = '/graphql';
    incoming.context = contextOf(incoming);
    const answer = await queries.answer(query, incoming.context);
    if (answer === undefined) return false;
    await this.send(answer, incoming);
    return true;
  }

  private send({ status, headers, type, text: json }: KnownAnswer, incoming: Incoming): Promise<void> | void {
    const head = this.headers.concat(idHeader, incoming.id, 'content-type', type);
    for (const [name, value] of headers) head.push(name, value);
    // The client's next request then goes to another replica.
    if (this.options.isStopping()) head.push('connection', 'close');
    const text = wellFormed(json);
    const length = Buffer.byteLength(text);
    const { response } = incoming;
    const encoding = length < compressFromBytes ? undefined : encodingFor(incoming);
    const end = (body: string | Buffer, bytes: number, charset: BufferEncoding = 'utf8'): void => {
      head.push('content-length', String(bytes));
      response.writeHead(status, head).end(body, charset);
    };
    if (encoding === undefined) {
      // If each character is a byte, nothing has to be encoded.
      end(text, length, length === text.length ? 'latin1' : 'utf8');
      return;
    }
    head.push('content-encoding', encoding);
    const packed = compressed(Buffer.from(text), encoding);
    if (packed instanceof Uint8Array) end(packed, packed.length);
    else
      return packed.then((late) => {
        end(late, late.length);
      });
  }
}

/** What a strict parser may refuse: the keys `__proto__` and `constructor.prototype`, perhaps escaped. */
const mayHaveForbiddenKeys = /proto|\\u/;

const jsonInUtf8 = /^application\/json(?:\s*;\s*charset\s*=\s*"?utf-?8"?)?$/i;

/** Whether a request is one by a program, to `/graphql`, with a whole and small body of JSON. */
const isPlain = ({ method, url = '', headers }: IncomingMessage, publicPath: string | undefined): boolean =>
  method === 'POST' &&
  withoutPublicPath(url, publicPath) === '/graphql' &&
  headers.origin === undefined &&
  headers['content-encoding'] === undefined &&
  // Undefined if it comes in chunks.
  Number(headers['content-length']) <= maxBodyBytes &&
  jsonInUtf8.test(headers['content-type'] ?? '');

/** Reads a body whose length is known. If its client goes away before its end, nothing comes of it. */
const readBody = (raw: IncomingMessage, onBody: (body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  raw.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
  });
  raw.once('end', () => {
    const [first] = chunks;
    onBody(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
  });
};

const encodingFor = ({ headers }: Incoming) => {
  const accept = headers['accept-encoding'];
  if (accept === undefined || headers['x-no-compression'] !== undefined) return undefined;
  return encodingOf(Array.isArray(accept) ? accept.join(', ') : accept);
};
