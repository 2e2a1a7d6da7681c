import { RpcError } from '../../errors/RpcError';
import type { Metrics } from '../../observability/metrics/Metrics';
import type { Product } from '../../operations/operation';
import type { Call } from '../Call';
import { Cancellation } from '../Cancellation';
import { latestSendAt } from '../Waiter';
import type { Clock } from '../clock';
import { hostIn } from '../endpoints';
import { failureOf } from '../failures';
import { ConcurrencyLimit } from '../protection/ConcurrencyLimit';
import { healthOf } from '../protection/healthOf';
import type { Policy } from './policy';

/** A read waits for so long at most, milliseconds: as long as for a connection. */
const longestWaitMs = 5000;

export interface ConcurrencyOptions {
  readonly clock: Clock;
  /** The host that a product is called at, in a region. Default: a different host for each product and region. */
  readonly hostOf?: (product: Product, region?: string) => string;
  /** Where calls in flight are measured. Default: nowhere. */
  readonly metrics?: Metrics;
}

/**
 * Keeps as many calls of a product in flight as its host can bear. Reads beyond that wait for their turn, callers in turn; one that would
 * wait for longer than its deadline allows, or than five seconds, fails at once and was not sent. Writes never wait: they
 * are few, and have a connection each.
 */
export function concurrency({ clock, hostOf = () => '', metrics }: ConcurrencyOptions): Policy {
  const limits = new Map<string, ConcurrencyLimit>();
  /** By product, for the metrics: its hosts are one for each region. */
  const byProduct = new Map<string, ConcurrencyLimit[]>();
  const sum = (of: (limit: ConcurrencyLimit) => number) =>
    [...byProduct].map(([product, all]) => [{ product }, all.reduce((total, one) => total + of(one), 0)] as const);
  metrics?.read('callsInFlight', () => sum(({ calls }) => calls));
  metrics?.read('callsInFlightLimit', () => sum(({ allowed }) => allowed));

  function limitOf({ operation, region }: Call): ConcurrencyLimit {
    const { product } = operation;
    // Each product has its own, even at one host: a call may wait for a session that another product opens.
    const key = [hostIn(hostOf, product, region), product.code, region].join(' ');
    const known = limits.get(key);
    if (known !== undefined) return known;
    const limit = new ConcurrencyLimit();
    limits.set(key, limit);
    byProduct.set(product.code, [...(byProduct.get(product.code) ?? []), limit]);
    return limit;
  }

  /** Resolves when a read may begin. */
  async function enter(call: Call, limit: ConcurrencyLimit): Promise<void> {
    const leaving = () =>
      failureOf(call.operation, { kind: 'ABORTED', detail: 'the caller went away before anything was sent' });
    if (call.signal?.aborted) throw leaving();
    if (limit.tryBegin()) return;
    const waiter = call.shared ?? call;
    const leftMs = Math.min(longestWaitMs, latestSendAt(waiter) - clock.now());
    const waitMs = limit.waitMs(waiter);
    const crowded = () =>
      failureOf(call.operation, {
        kind: 'NOT_SENT',
        reason: 'CROWDED',
        retryAfterMs: Math.max(1, Math.ceil(waitMs)),
        detail: 'too many calls are in flight; nothing was sent',
      });
    if (waitMs > leftMs) throw crowded();
    const over = new Cancellation();
    const gone = () => {
      over.abort('gone');
    };
    call.signal?.addEventListener('abort', gone);
    const turn = { hasCome: false };
    const leave = limit.wait(waiter, () => {
      turn.hasCome = true;
      over.abort('begun');
    });
    await clock.sleep(leftMs, over);
    call.signal?.removeEventListener('abort', gone);
    if (turn.hasCome) return;
    leave();
    throw call.signal?.aborted === true ? leaving() : crowded();
  }

  return {
    execute: async (call, next) => {
      const limit = limitOf(call);
      if (call.operation.kind === 'read') await enter(call, limit);
      else limit.begin();
      const startedAt = clock.now();
      let isFailure: boolean | undefined;
      try {
        const answer = await next(call);
        isFailure = false;
        return answer;
      } catch (error) {
        const health = error instanceof RpcError ? healthOf(error, call.operation) : 'NONE';
        if (health !== 'NONE') isFailure = health === 'FAILED';
        throw error;
      } finally {
        limit.end(clock.now() - startedAt, isFailure);
      }
    },
  };
}
