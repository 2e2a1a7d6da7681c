import { RpcError } from '../../errors/RpcError';
import type { Metrics } from '../../observability/metrics/Metrics';
import type { Operation } from '../../operations/operation';
import type { RedisClient } from '../../redis/RedisClient';
import { AccountNames } from '../AccountNames';
import type { Call } from '../Call';
import type { Clock } from '../clock';
import { failureOf } from '../failures';
import type { CallWindow } from '../quota/CallWindow';
import { QuotaBucket } from '../quota/QuotaBucket';
import { SharedWindow } from '../quota/SharedWindow';
import type { WindowLimits } from '../quota/SlidingWindow';
import { SlidingWindow } from '../quota/SlidingWindow';
import type { QuotaShare } from '../quota/limitsOf';
import { limitsOf } from '../quota/limitsOf';
import type { Policy } from './policy';

export interface QuotaOptions extends QuotaShare {
  readonly clock: Clock;
  /** Where replicas share the quotas. Default: each takes its part. */
  readonly redis?: RedisClient;
  /** Where it is measured how full the quotas are. Default: nowhere. */
  readonly metrics?: Metrics;
}

export interface QuotaPolicy extends Policy {
  /** How many quotas it keeps count of now. */
  readonly buckets: number;
}

/** How often buckets are dropped that nothing was sent from for a window: a walk over a directory leaves one a member. */
const sweepEveryMs = 10_000;

/**
 * Keeps every attempt within the quota that the upstream counts it against: one for each account, product, version,
 * action and region.
 *
 * An attempt waits for its turn while its deadline leaves time to send it. If its turn would certainly come too late,
 * it fails at once with THROTTLING and `retryAfterMs`, and nothing is sent. Callers take turns; what a write waits for
 * goes first, and writes have quotas of their own. `SlidingWindow` learns from the upstream's own refusals. A call that
 * several waiters share waits once, at the best of their positions. A waiter whose deadline cannot be met is rejected,
 * and the call goes on for the others.
 *
 * @see docs/adr/0006-quota-admission.md
 */
export function quota({ clock, redis, metrics, ...share }: QuotaOptions): QuotaPolicy {
  const buckets = new Map<string, Kept>();
  const limits = new Map<Operation, WindowLimits>();
  /** Those that are shared with other replicas. */
  const windows = new Map<string, SharedWindow>();
  const accounts = new AccountNames();
  let sweepAt = clock.now() + sweepEveryMs;

  /** One object for all buckets of an operation. */
  function limitsFor(operation: Operation): WindowLimits {
    const known = limits.get(operation) ?? limitsOf(operation, share);
    limits.set(operation, known);
    return known;
  }

  const windowOf =
    (operation: Operation, name: string) =>
    (onTurn: () => void): CallWindow => {
      if (redis === undefined) return new SlidingWindow(limitsFor(operation));
      const limitsOfOne = (replicas: number) => limitsOf(operation, { ...share, replicas });
      const window = new SharedWindow({
        clock,
        redis,
        name: encodeURI(name),
        limits: limitsOfOne(1),
        limitsOfOne,
        replicas: share.replicas,
        onTurn,
      });
      windows.set(name, window);
      return window;
    };

  redis?.onState((state) => {
    for (const window of windows.values()) {
      if (state === 'UP') window.report();
      else window.lost();
    }
  });

  function bucketOf(call: Call): QuotaBucket {
    sweep();
    const { operation, parameters, region } = call;
    const { product, action } = operation;
    // Most products have one endpoint; some of them take another region by parameter.
    // All credentials of a gateway that name no account belong to one: each replica has them from a source of its own.
    const account = redis === undefined ? accounts.of(call) : (call.accountId ?? 'own');
    const key = [account, product.code, product.version, action, region ?? parameters.RegionId].join(' ');
    const known = buckets.get(key);
    if (known !== undefined) return known.bucket;
    const bucket = new QuotaBucket(clock, windowOf(operation, key));
    buckets.set(key, { operation, bucket });
    return bucket;
  }

  function sweep(): void {
    const now = clock.now();
    if (now < sweepAt) return;
    sweepAt = now + sweepEveryMs;
    for (const [key, { bucket }] of buckets) {
      if (!bucket.isIdle()) continue;
      buckets.delete(key);
      windows.delete(key);
    }
  }

  if (metrics) measureQuotas(metrics, buckets);

  return {
    get buckets() {
      return buckets.size;
    },
    execute: async (call, next) => {
      const { operation } = call;
      const bucket = bucketOf(call);
      const cameAt = clock.now();
      const admission = await bucket.enter(call);
      if (admission.kind === 'CANCELED') {
        throw failureOf(operation, { kind: 'ABORTED', detail: 'the caller went away before anything was sent' });
      }
      if (admission.kind === 'REFUSED') {
        const { retryAfterMs } = admission;
        throw failureOf(operation, {
          kind: 'THROTTLING',
          retryAfterMs,
          detail: 'its quota is used up; nothing was sent',
        });
      }
      metrics?.observe('quotaWait', { product: operation.product.code }, (admission.sentAt - cameAt) / 1000);
      try {
        return await next(call);
      } catch (error) {
        if (!(error instanceof RpcError) || error.kind !== 'THROTTLING') throw error;
        const { retryAfterMs } = error;
        bucket.throttled({ sentAt: admission.sentAt, retryAfterMs, again: call.wasThrottled });
        throw retryAfterMs === undefined ? error.withHint(bucket.waitMs()) : error;
      } finally {
        bucket.end();
      }
    },
  };
}

/** One quota, and the operation that it is of. */
interface Kept {
  readonly operation: Operation;
  readonly bucket: QuotaBucket;
}

/** Measures the quotas of all accounts together: accounts are many. */
function measureQuotas(metrics: Metrics, buckets: ReadonlyMap<string, Kept>): void {
  metrics.read('quotaWaiting', () => {
    const waiting = new Map<string, number>();
    for (const { operation, bucket } of buckets.values()) {
      const { code } = operation.product;
      waiting.set(code, (waiting.get(code) ?? 0) + bucket.waiting);
    }
    return [...waiting].map(([product, count]) => [{ product }, count] as const);
  });
  metrics.read('quotaUsed', () => {
    const fullest = new Map<Operation, number>();
    for (const { operation, bucket } of buckets.values()) {
      fullest.set(operation, Math.max(fullest.get(operation) ?? 0, bucket.usedRatio()));
    }
    return [...fullest].map(([{ product, action }, ratio]) => [{ product: product.code, action }, ratio] as const);
  });
}
