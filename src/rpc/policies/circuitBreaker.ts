import { RpcError } from '../../errors/RpcError';
import type { AlarmObserver } from '../../observability/Alarm';
import type { Metrics } from '../../observability/metrics/Metrics';
import type { Operation, Product } from '../../operations/operation';
import type { Call } from '../Call';
import type { Clock } from '../clock';
import { hostIn } from '../endpoints';
import { failureOf } from '../failures';
import type { Health, Refused } from '../protection/CircuitBreaker';
import { CircuitBreaker } from '../protection/CircuitBreaker';
import { healthOf } from '../protection/healthOf';
import type { Policy } from './policy';

export interface CircuitBreakerPolicyOptions {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** The host that a product is called at, in a region. Default: a different host for each product and region. */
  readonly hostOf?: (product: Product, region?: string) => string;
  readonly onAlarm?: AlarmObserver;
  /** Where it is measured which circuits are open. Default: nowhere. */
  readonly metrics?: Metrics;
}

/** Two places in the order of policies, and one state. */
export interface CircuitBreakerPolicies {
  /** Refuses calls before they wait for anything. */
  readonly gate: Policy;
  /** Refuses calls that had to wait in the meantime, and learns how attempts end. */
  readonly breaker: Policy;
}

/**
 * Does not call a product that has failed again and again: calls fail at once, with the time after which they make sense.
 *
 * Failures are those to connect, those after the request went out, and 5xx. Throttling and 4xx are answers.
 */
export function circuitBreaker({
  clock,
  random,
  hostOf = () => '',
  onAlarm,
  metrics,
}: CircuitBreakerPolicyOptions): CircuitBreakerPolicies {
  const breakers = new Map<string, CircuitBreaker>();
  /** By product, for the metrics: its hosts are one for each region. */
  const byProduct = new Map<string, CircuitBreaker[]>();
  metrics?.read('circuitsOpen', () =>
    [...byProduct].map(([product, all]) => [{ product }, all.filter(({ isOpen }) => isOpen).length] as const),
  );

  function breakerOf({ operation: { product }, region }: Call): CircuitBreaker {
    const { code } = product;
    const host = hostIn(hostOf, product, region);
    const key = [host, code, region].join(' ');
    const known = breakers.get(key);
    if (known !== undefined) return known;
    const breaker = new CircuitBreaker({
      random,
      onChange: ({ openMs }) => {
        const kind = openMs === undefined ? 'CIRCUIT_CLOSED' : 'CIRCUIT_OPENED';
        onAlarm?.({
          kind,
          product: code,
          ...(host !== '' && { host }),
          ...(region !== undefined && { region }),
          ...(openMs !== undefined && { openMs }),
        });
      },
    });
    breakers.set(key, breaker);
    byProduct.set(code, [...(byProduct.get(code) ?? []), breaker]);
    return breaker;
  }

  const refuse = (operation: Operation, { retryAfterMs }: Refused): RpcError =>
    failureOf(operation, {
      kind: 'NOT_SENT',
      reason: 'CIRCUIT_OPEN',
      retryAfterMs,
      detail: 'the upstream failed repeatedly; nothing was sent',
    });

  return {
    gate: {
      execute: async (call, next) => {
        const { operation } = call;
        const refused = breakerOf(call).refusal(clock.now(), operation.kind === 'read');
        if (refused !== undefined) throw refuse(operation, refused);
        return next(call);
      },
    },
    breaker: {
      execute: async (call, next) => {
        const { operation } = call;
        const breaker = breakerOf(call);
        const pass = breaker.enter(clock.now(), operation.kind === 'read');
        if (!('era' in pass)) throw refuse(operation, pass);
        let health: Health = 'NONE';
        try {
          const answer = await next(call);
          health = 'ALIVE';
          return answer;
        } catch (error) {
          if (error instanceof RpcError) health = healthOf(error, operation);
          throw error;
        } finally {
          breaker.leave(pass, health, clock.now());
        }
      },
    },
  };
}
