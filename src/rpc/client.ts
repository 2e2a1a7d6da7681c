import { setMaxListeners } from 'node:events';
import { RpcError } from '../errors/RpcError';
import type { AlarmObserver } from '../observability/Alarm';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Operation, Product, RequestOf, ResponseOf, ServiceName } from '../operations/operation';
import type { RedisClient } from '../redis/RedisClient';
import type { Call } from './Call';
import type { Signal } from './Cancellation';
import { anyOf } from './Cancellation';
import { ClockSkew } from './ClockSkew';
import type { SharedCall } from './SharedCall';
import { alarmOf, createAlarms } from './alarms';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { CredentialsSource } from './credentials/credentials';
import { credentialsFor, credentialsInTime } from './credentials/credentialsFor';
import { parseRoleArn } from './credentials/roleFailures';
import { encodeParameters } from './encodeParameters';
import type { EndpointOf } from './endpoints';
import { failureOf } from './failures';
import type { HttpOptions } from './http';
import { HttpPools, toOrigin } from './http';
import { countAttempt, countFailure } from './measure';
import type { Attempt, AttemptObserver, SharingObserver } from './observer';
import type { AttemptTimeouts } from './policies/attemptTimeout';
import { attemptTimeout } from './policies/attemptTimeout';
import type { CircuitBreakerPolicyOptions } from './policies/circuitBreaker';
import { circuitBreaker } from './policies/circuitBreaker';
import { concurrency } from './policies/concurrency';
import { deadline } from './policies/deadline';
import type { Policy } from './policies/policy';
import { compose } from './policies/policy';
import { quota } from './policies/quota';
import { readyCredentials } from './policies/readyCredentials';
import { retry } from './policies/retry';
import { RetryBudgets } from './protection/RetryBudgets';
import type { QuotaShare } from './quota/limitsOf';
import type { Answer } from './readResponse';
import type { AnswerObserver } from './transport';
import { RpcTransport } from './transport';

export interface CallOptions {
  /** The account that the call is to act in. Default: the one that the credentials belong to. */
  readonly accountId?: string;
  /** The region whose host is called, for a product with regional hosts. Default: the host of the site. */
  readonly region?: string;
  /** Goes before other calls that wait for the same quota: a write waits for it. Default: as the request is. */
  readonly urgent?: boolean;
  /** Ends a read at once, and a write that has not been sent yet. */
  readonly signal?: Signal;
  /** Takes an answer that is remembered or in flight, and fails with NOT_SENT if there is none. Where reads are shared. */
  readonly sharedOnly?: boolean;
  /** Asks the upstream, even if an answer is cached or in flight. If reads are shared. */
  readonly fresh?: boolean;
  /** A text that is unique to each attempt. Default: as the client makes them. */
  readonly nonce?: () => string;
  /** The waiters, if the caller shares the response among them: the call has their deadlines and signal. */
  readonly shared?: SharedCall;
}

/** Calls upstream operations. Loaders and mutations need nothing more, and caches are clients too. */
export interface RpcClient {
  /**
   * @param request by the operation's parameter table.
   * @returns the answer by the operation's response table.
   * @throws RpcError; besides it only what `admit` of the request's context throws.
   */
  call<O extends Operation>(operation: O, request: RequestOf<O>, options?: CallOptions): Promise<ResponseOf<O>>;

  /**
   * Does everything that `call` does before it sends.
   *
   * @throws RpcError of kind INVALID_REQUEST if the request does not fit the operation's parameter table.
   */
  check<O extends Operation>(operation: O, request: RequestOf<O>): void;

  /**
   * The same, and gets the credentials: a role that cannot be assumed fails here.
   *
   * @returns the account whose role makes the call; undefined if the credentials are the client's own.
   * @throws RpcError.
   */
  rehearse<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
    options?: CallOptions,
  ): Promise<string | undefined>;
}

/** What the calls of one GraphQL request have in common. */
export interface RequestContext {
  /** Who makes the request: callers take turns if calls have to wait for a quota. */
  readonly caller?: string;
  /** A name that no other request of the caller has: requests of one caller take turns, too. */
  readonly request?: string;
  /** Whether it writes, as far as is known when a call is made: what it reads then goes before other calls that wait. */
  readonly isUrgent?: () => boolean;
  /** Aborted when the client of the gateway has gone. */
  readonly signal?: Signal;
  /** Aborted when the process ends: then a write that is on the wire ends, too, and its outcome is not known. */
  readonly end?: Signal;
  /** How long that client still waits, from now, milliseconds. Shortens the calls' own deadlines, never lengthens. */
  readonly deadlineMs?: number;
  /** Runs before each of these calls, except those whose answers are shared. The call fails with what this throws. */
  readonly admit?: (operation: Operation) => void;
  /** Receives every attempt of these calls. */
  readonly onAttempt?: AttemptObserver;
  /** Receives every answer that came without a call of its own. */
  readonly onShared?: SharingObserver;
  /** How old an answer may be, milliseconds; 0 asks the upstream. Default: as old as its operation allows. */
  readonly maxAgeMs?: number;
  /** Whom these calls are made as. Default: the client's own. */
  readonly credentials?: CredentialsSource;
}

/** The client of the whole process, which owns the connections. */
export interface SharedRpcClient extends RpcClient {
  /** The same client, bound to one GraphQL request. */
  withContext(context: RequestContext): RpcClient;
  /** Wall time, milliseconds since the epoch, corrected by the clock of the upstream if that differs much. */
  wallTime(): number;
  /** Waits for calls on the wire, then closes every connection. */
  close(): Promise<void>;
}

export interface RpcClientOptions {
  /** Scheme and host for each product, and region of it. */
  readonly endpoints: Readonly<Record<ServiceName, string>> | EndpointOf;
  /** The host that requests name, if it is not the one that they are sent to. Default: it is. */
  readonly namedHost?: (product: Product, region?: string) => string | undefined;
  readonly credentials: CredentialsSource;
  /** The first is the outermost. Default: {@link defaultPolicies}. */
  readonly policies?: readonly Policy[];
  /** For the default policies: how much of the upstream's quotas to take. Default: nothing is kept back. */
  readonly quota?: QuotaShare;
  readonly clock?: Clock;
  /** A text that is unique to each attempt. Default: a random UUID. */
  readonly nonce?: () => string;
  /** Wall time, milliseconds since the epoch: the time stamp that is signed. */
  readonly wallTime?: () => number;
  readonly http?: HttpOptions;
  /** Receives every answer as it came. */
  readonly onAnswer?: AnswerObserver;
  /** Receives what an operator has to look at. */
  readonly onAlarm?: AlarmObserver;
  /** Receives every attempt that belongs to no request: of a call that no context observes. */
  readonly onAttempt?: AttemptObserver;
  /** Where all calls are counted. Default: nowhere. */
  readonly metrics?: Metrics;
}

export interface PolicyOptions extends Pick<CircuitBreakerPolicyOptions, 'hostOf' | 'onAlarm'> {
  /** Default: the clock of the machine. */
  readonly clock?: Clock;
  /** How much of the upstream's quotas to take. Default: nothing is kept back. */
  readonly quota?: QuotaShare;
  readonly timeouts?: AttemptTimeouts;
  /** Where replicas share quotas. Default: each takes its part. */
  readonly redis?: RedisClient;
  /** Default: `Math.random`. */
  readonly random?: () => number;
  /**
   * Whether an upstream that fails is spared: by a budget for retries, a limit for calls in flight, and a circuit breaker.
   * Default true.
   */
  readonly sparing?: boolean;
  /** Where quotas, circuits and calls in flight are measured. Default: nowhere. */
  readonly metrics?: Metrics;
}

/**
 * Deadline around credentials around retry around the wait for the quota around the limit for calls in flight around the time
 * of one attempt. A circuit breaker stands before these waits, and after them.
 */
export function defaultPolicies({
  clock = systemClock,
  quota: share,
  redis,
  timeouts,
  random = Math.random,
  sparing = true,
  hostOf,
  onAlarm,
  metrics,
}: PolicyOptions = {}): readonly Policy[] {
  const circuit = sparing ? circuitBreaker({ clock, random, hostOf, onAlarm, metrics }) : undefined;
  return [
    deadline({ clock }),
    readyCredentials({ clock }),
    retry({ clock, random, budgets: sparing ? new RetryBudgets() : undefined }),
    circuit?.gate,
    share && quota({ clock, redis, metrics, ...share }),
    sparing ? concurrency({ clock, hostOf, metrics }) : undefined,
    circuit?.breaker,
    attemptTimeout({ clock, ...timeouts }),
  ].filter((policy) => policy !== undefined);
}

/** Builds the client of the process: policies around one transport for each product. */
export function createRpcClient(options: RpcClientOptions): SharedRpcClient {
  const { endpoints, namedHost, nonce, wallTime = Date.now, onAnswer, onAlarm, clock = systemClock, metrics } = options;
  const raise = createAlarms(clock, onAlarm);
  const pools = new HttpPools(options.http);
  /** By product, and region of it. */
  const transports = new Map<Product, Map<string | undefined, RpcTransport>>();
  /** By scheme and host. */
  const skews = new Map<string, ClockSkew>();

  // What is wrong with the settings shows at the start, not with the first call.
  if (typeof endpoints !== 'function') Object.values(endpoints).forEach(toOrigin);

  function createTransport(product: Product, region: string | undefined): RpcTransport {
    const endpoint = typeof endpoints === 'function' ? endpoints(product, region) : endpoints[product.service];
    const skew = skews.get(endpoint) ?? new ClockSkew(endpoint, raise);
    skews.set(endpoint, skew);
    const host = namedHost?.(product, region);
    const isRegional = region !== undefined && product.regionalHost !== undefined;
    return new RpcTransport({ product, endpoint, host, isRegional, pools, nonce, wallTime, skew, onAnswer });
  }

  function transportOf({ operation, region }: Call): RpcTransport {
    const { product } = operation;
    try {
      const ofRegions = transports.get(product) ?? new Map<string | undefined, RpcTransport>();
      transports.set(product, ofRegions);
      const transport = ofRegions.get(region) ?? createTransport(product, region);
      ofRegions.set(region, transport);
      return transport;
    } catch {
      const reason = region === undefined ? undefined : 'NO_ENDPOINT';
      throw failureOf(operation, { kind: 'NOT_SENT', reason, detail: 'the product has no usable endpoint' });
    }
  }

  function report(
    call: Call,
    startedAt: number,
    outcome: Pick<Attempt, 'outcome' | 'code' | 'httpStatus' | 'requestId'>,
  ) {
    const { operation, accountId, region, attempt, onAttempt = options.onAttempt } = call;
    const { product, action } = operation;
    const durationMs = clock.now() - startedAt;
    const made: Attempt = { product: product.code, action, accountId, region, attempt, durationMs, ...outcome };
    if (metrics) countAttempt(metrics, made);
    try {
      onAttempt?.(made);
    } catch {
      // An observer's own trouble must not turn a write that was done into a failure.
    }
  }

  async function attempt(call: Call): Promise<Answer> {
    const { operation, parameters, signal, attemptSignal, onSent, nonce: ownNonce } = call;
    const transport = transportOf(call);
    const keys = await credentialsFor(call, attemptSignal);
    if (signal?.aborted) {
      throw failureOf(operation, { kind: 'ABORTED', detail: 'the caller went away before anything was sent' });
    }
    const startedAt = clock.now();
    if (operation.kind === 'write' && startedAt >= (call.deadline ?? Infinity)) {
      // The process stood still. By now others may have concluded that it was not carried out.
      throw failureOf(operation, { kind: 'NOT_SENT', detail: 'no time left to send it' });
    }
    try {
      const answer = await transport.send(parameters, {
        operation,
        credentials: keys,
        signal: attemptSignal ?? (operation.kind === 'read' ? signal : undefined),
        onSent,
        nonce: ownNonce,
      });
      report(call, startedAt, { outcome: 'DONE', httpStatus: 200, requestId: answer.RequestId });
      return answer;
    } catch (error) {
      if (error instanceof RpcError) {
        const { kind, code, httpStatus, requestId } = error;
        report(call, startedAt, { outcome: kind, code, httpStatus, requestId });
        const alarm = alarmOf(error, operation);
        if (alarm !== undefined) raise(alarm);
        throw error.ofAttempt(call.attempt);
      }
      throw error;
    }
  }

  const execute = compose(
    options.policies ??
      defaultPolicies({
        clock,
        quota: options.quota,
        timeouts: { connectMs: options.http?.connectTimeoutMs },
        onAlarm,
        metrics,
      }),
    attempt,
  );

  function bind(context: RequestContext): RpcClient {
    const { credentials = options.credentials } = context;
    const until = context.deadlineMs === undefined ? undefined : clock.now() + context.deadlineMs;

    function prepare(
      operation: Operation,
      request: object,
      { accountId, region, urgent, signal, sharedOnly, fresh, nonce: ownNonce, shared }: CallOptions,
    ): Call {
      const signals = [context.signal, signal, shared?.signal].filter((each) => each !== undefined);
      // However many calls wait on one signal, none stays longer than it takes: that is no leak to warn of.
      for (const each of signals) if (each instanceof AbortSignal) setMaxListeners(0, each);
      return {
        operation,
        parameters: encodeParameters(operation, request),
        accountId,
        region,
        credentials,
        caller: context.caller,
        request: context.request,
        urgent: urgent ?? context.isUrgent?.(),
        signal: signals.length > 1 ? anyOf(signals) : signals[0],
        end: context.end,
        deadline: until,
        shared,
        nonce: ownNonce,
        // Policies set these later. If they were not there, each would make V8 make a map (ADR 24).
        attemptSignal: undefined,
        onSent: undefined,
        attempt: 1,
        wasThrottled: false,
        admit: context.admit,
        onAttempt: context.onAttempt,
        onShared: context.onShared,
        maxAgeMs: fresh === true ? 0 : context.maxAgeMs,
        sharedOnly,
      };
    }

    return {
      async call<O extends Operation>(operation: O, request: RequestOf<O>, callOptions: CallOptions = {}) {
        const answering = execute(prepare(operation, request, callOptions));
        const answer = await (metrics ? countFailure(metrics, operation, answering) : answering);
        // The reader has gone through the very table that this type is derived from.
        return answer as unknown as ResponseOf<O>;
      },
      check: (operation, request) => void encodeParameters(operation, request),
      rehearse: async (operation, request, callOptions = {}) => {
        const { principal } = await credentialsInTime(prepare(operation, request, callOptions), clock);
        return principal === undefined ? undefined : parseRoleArn(principal).accountId;
      },
    };
  }

  return {
    ...bind({}),
    withContext: bind,
    wallTime: () => {
      const corrections = [...skews.values()].map(({ correctionMs }) => correctionMs);
      return wallTime() + (corrections.find((correctionMs) => correctionMs !== 0) ?? 0);
    },
    close: () => pools.close(),
  };
}
