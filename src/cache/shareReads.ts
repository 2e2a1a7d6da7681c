import { RpcError } from '../errors/RpcError';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Operation } from '../operations/operation';
import type { Call } from '../rpc/Call';
import { SharedCall } from '../rpc/SharedCall';
import { shortestAttemptMs } from '../rpc/Waiter';
import type { Clock } from '../rpc/clock';
import { principalOf } from '../rpc/credentials/credentials';
import { credentialsInTime } from '../rpc/credentials/credentialsFor';
import { failureOf } from '../rpc/failures';
import { defaultReadMs } from '../rpc/policies/deadline';
import type { Next, Policy } from '../rpc/policies/policy';
import type { Answer } from '../rpc/readResponse';
import type { AnswerCache, Outcome } from './AnswerCache';
import { cacheTtlMs } from './cacheTtl';

export interface ShareReadsOptions {
  readonly clock: Clock;
  /** Where answers are kept. Without one, only calls that are in flight are shared. */
  readonly cache?: AnswerCache;
  /** The upstream's present moment, milliseconds since the epoch. */
  readonly now: () => number | Promise<number>;
  /** How long a read may take once its credentials are there. Default 10 s. */
  readonly readMs?: number;
  /** Where it is counted which reads needed no call. Default: nowhere. */
  readonly metrics?: Metrics;
  /** Other processes that write. Default: there are none, or each learns of a write when its answers expire. */
  readonly replicas?: ChangeNews;
}

/** How processes report to each other that the upstream was changed. */
export interface ChangeNews {
  announceChange(): void;
  /** Calls back if another one has changed it. */
  onChange(listener: () => void): void;
}

export interface SharedReads extends Policy {
  /** Forgets every answer: the upstream was changed by something else than a call of this process. */
  readonly forget: () => void;
}

/** How long the upstream's refusal of a read is repeated: long enough for one page's worth of questions. */
const refusalTtlMs = 5000;

/** How long a caller without a deadline waits for credentials. */
const credentialsMs = 10_000;

/**
 * One upstream call for identical reads: those in flight are joined, and answers are given again for as long as the
 * catalogue allows.
 *
 * Identical means: the same principal asks the same operation (product, version, action) in the same account and
 * region with the same parameters. The credentials are settled first, on every hit too, so that nobody is given what they could not
 * have asked for. That may take what the request has left, since a session may have to be opened; the read has its own
 * time from then on. A call that several wait for ends when the last of them has gone, and each of them keeps their time.
 *
 * What others share in their own way, the opening of a session, is none of its business.
 *
 * A write forgets everything, when it begins and when it ends: which answers it made stale is not documented, and
 * writes are few. Other processes get notice of it. Without `replicas`, they keep theirs until they expire.
 */
export const shareReads = ({
  clock,
  cache,
  now,
  readMs = defaultReadMs,
  replicas,
  metrics,
}: ShareReadsOptions): SharedReads => {
  const inFlight = new Map<string, SharedCall<Answer>>();
  metrics?.read('cacheBytes', () => [[{}, cache?.bytes ?? 0]]);
  const count = ({ product, action }: Operation, source: 'cache' | 'shared' | 'upstream'): void => {
    metrics?.count('reads', { product: product.code, action, source });
  };

  const forgetOwn = (): void => {
    cache?.clear();
    // Anyone who waits for them still gets their answers; nobody joins them, and they are not kept.
    inFlight.clear();
  };
  replicas?.onChange(forgetOwn);

  const forget = (): void => {
    forgetOwn();
    replicas?.announceChange();
  };

  const write = async (call: Call, next: Next): Promise<Answer> => {
    call.admit?.(call.operation);
    forget();
    try {
      return await next(call);
    } finally {
      forget();
    }
  };

  const start = (key: string, call: Call, next: Next): SharedCall<Answer> => {
    const askedAt = clock.now();
    const settle = async (outcome: Outcome | undefined): Promise<void> => {
      // If the upstream's time cannot be read, the answer is not cached, but still returned.
      const ttlMs = outcome && cache ? await ttlOf(outcome, call, now).catch(() => 0) : 0;
      if (inFlight.get(key) !== shared) return;
      inFlight.delete(key);
      if (outcome) cache?.remember(key, outcome, askedAt, ttlMs);
    };
    const shared = new SharedCall<Answer>({
      clock,
      operation: call.operation,
      begin: (own) => {
        const answer = next({ ...call, shared: own, signal: own.signal, deadline: undefined });
        void answer.then(
          (value) => settle({ answer: value }),
          (error: unknown) => settle(error instanceof RpcError ? { error } : undefined),
        );
        return answer;
      },
      onAbandoned: () => {
        if (inFlight.get(key) === shared) inFlight.delete(key);
      },
    });
    inFlight.set(key, shared);
    return shared;
  };

  return {
    forget,
    execute: async (call, next) => {
      if (call.operation.kind === 'write') return write(call, next);
      if (call.shared) return next(call);
      const key = await keyOf(call, clock);
      const { maxAgeMs = Infinity } = call;
      const remembered = cache?.get(key);
      if (remembered && remembered.ageMs < maxAgeMs) {
        count(call.operation, 'cache');
        call.onShared?.({ how: 'CACHED', ageMs: remembered.ageMs });
        return valueOf(remembered.outcome);
      }
      const waiter = { ...call, deadline: Math.min(clock.now() + readMs, call.deadline ?? Infinity) };
      const shared = maxAgeMs > 0 ? inFlight.get(key) : undefined;
      if (shared) {
        count(call.operation, 'shared');
        call.onShared?.({ how: 'COALESCED' });
        return shared.join(waiter);
      }
      if (call.sharedOnly) throw failureOf(call.operation, { kind: 'NOT_SENT', detail: 'nothing is remembered of it' });
      // Nobody would take the answer: the policies below say so, and nothing is sent.
      if (waiter.deadline - clock.now() < shortestAttemptMs) return next(call);
      call.admit?.(call.operation);
      count(call.operation, 'upstream');
      return start(key, call, next).join(waiter);
    },
  };
};

/** What makes two reads the same. It begins with who asks. */
const keyOf = async (call: Call, clock: Clock): Promise<string> => {
  const { operation, accountId = '', region = '', parameters, deadline = clock.now() + credentialsMs } = call;
  const credentials = await credentialsInTime({ ...call, deadline }, clock);
  const { code, version } = operation.product;
  // They have the order of the operation's table, whatever the order of the request.
  return JSON.stringify([principalOf(credentials), accountId, region, code, version, operation.action, parameters]);
};

/** Refusals are remembered briefly; what may be otherwise at the next attempt is not. */
const ttlOf = async (outcome: Outcome, call: Call, now: () => number | Promise<number>): Promise<number> => {
  const ttlMs = await cacheTtlMs(call.operation, call.parameters, now);
  if ('answer' in outcome) return ttlMs;
  const { kind, documented } = outcome.error;
  return kind === 'CLIENT' && documented !== undefined ? Math.min(ttlMs, refusalTtlMs) : 0;
};

const valueOf = (outcome: Outcome): Answer => {
  if ('error' in outcome) throw outcome.error;
  return outcome.answer;
};
