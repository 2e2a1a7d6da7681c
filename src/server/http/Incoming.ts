import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Principal } from '../../access/Principal';
import type { Caller, Context } from '../../context';
import type { InexactNumber } from '../../errors/InexactNumber';
import type { RequestSpan } from '../../observability/tracing/Tracing';
import { traceIdIn } from '../../observability/tracing/Tracing';
import { callerOf } from './caller';

/** One request, and what was found out about it so far. {@link StraightWay} answers it, or a route of Fastify does. */
export class Incoming {
  /** Who sent it. Undefined until that is known, and for pages and health checks. */
  principal: Principal | undefined;
  /** As the log names it. Undefined until its route is known, and if there is none. */
  path: string | undefined;
  /** Its body, if that was read before Fastify got the request. */
  body: Buffer | undefined;
  /** Whether it was counted in the rate of its caller. */
  isCounted = false;
  /** Numbers of its body and its address that were rounded when they were parsed. */
  inexactNumbers: readonly InexactNumber[] = [];
  /** What its resolvers reach, once an operation begins. */
  context: Context | undefined;
  /** Its span, if there is tracing. */
  span: RequestSpan | undefined;
  readonly startedAt = performance.now();
  private knownCaller: Caller | undefined;
  private callerIsFor: Principal | undefined;

  constructor(
    readonly raw: IncomingMessage,
    readonly response: ServerResponse,
    /** Its own or a new one: in the answer and in every line of the log. */
    readonly id: string,
    /** The client's, if every proxy in between is trusted. */
    readonly address: string,
  ) {}

  /** The ID of its trace: that of its span, or the one that its sender names. */
  get traceId(): string | undefined {
    return this.span?.traceId ?? traceIdIn(this.raw.headers);
  }

  get headers(): IncomingHttpHeaders {
    return this.raw.headers;
  }

  /** Its principal, or its address if there is no authentication. */
  get caller(): Caller {
    if (this.knownCaller === undefined || this.callerIsFor !== this.principal) {
      this.knownCaller = callerOf(this.principal, this.address);
      this.callerIsFor = this.principal;
    }
    return this.knownCaller;
  }
}

/** A property, and no WeakMap: thousands of short-lived keys of one would take the garbage collector longer than all the rest. */
const noted = Symbol('what is known of a request');

type Noted = IncomingMessage & { [noted]?: Incoming };

/** Notes a request when it arrives. */
export const note = (incoming: Incoming): void => {
  (incoming.raw as Noted)[noted] = incoming;
};

/** What is known of a request. */
export const incomingOf = (raw: IncomingMessage): Incoming => {
  const { [noted]: incoming } = raw as Noted;
  if (incoming === undefined) throw new TypeError('Expected a request that the listener has noted.');
  return incoming;
};
