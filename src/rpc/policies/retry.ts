import { RpcError } from '../../errors/RpcError';
import type { Call } from '../Call';
import { latestSendAt } from '../Waiter';
import type { Clock } from '../clock';
import { failureOf } from '../failures';
import type { RetryBudgetsOfCalls } from '../protection/RetryBudgets';
import type { Policy } from './policy';
import type { RetryRule } from './retryRules';
import { retryRuleOf } from './retryRules';

export interface RetryOptions {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** What retries are paid from. Default: they cost nothing. */
  readonly budgets?: RetryBudgetsOfCalls;
  /** Attempts of a call, the first included. Default 3. */
  readonly attempts?: number;
  /** Default 20 s. */
  readonly maxDelayMs?: number;
}

/**
 * Makes another attempt if {@link retryRuleOf} says so, and the budget pays for it. Each has a nonce and a time stamp of
 * its own.
 *
 * Full jitter: uniform in `[0, min(maxDelayMs, base * 2 ** retry)]`. A `retryAfterMs` hint on the failure is a lower
 * bound. If the deadline leaves no room for the pause and an attempt after it, the failure is final at once, its hint
 * included.
 */
export function retry(options: RetryOptions): Policy {
  const { clock, random, budgets, attempts = 3, maxDelayMs = 20_000 } = options;

  /** How long to wait before the next attempt, or undefined if there is to be none. */
  function delayAfter({ retryAfterMs: hint = 0 }: RpcError, rule: RetryRule, call: Call): number | undefined {
    const room = latestSendAt(call.shared ?? call) - clock.now();
    if (room <= 0 || hint > room) return undefined;
    return Math.max(hint, random() * Math.min(maxDelayMs, rule.baseDelayMs * 2 ** (call.attempt - 1), room));
  }

  async function pause(delayMs: number, { shared, signal }: Call, error: RpcError): Promise<void> {
    const endsAt = clock.now() + delayMs;
    // Some of the waiters may have less time than the pause takes.
    if (error.kind === 'THROTTLING') shared?.pause({ leftMs: () => endsAt - clock.now() });
    await clock.sleep(delayMs, signal);
    shared?.resume();
  }

  return {
    execute: async (first, next) => {
      const budget = budgets?.of(first);
      budget?.called(clock.now());
      const used = new Map<RetryRule, number>();
      let paid = 0;
      let wasThrottled = false;
      for (let attempt = 1; ; attempt += 1) {
        const call = { ...first, attempt, wasThrottled };
        try {
          const answer = await next(call);
          budget?.succeeded(paid);
          return answer;
        } catch (error) {
          const rule = error instanceof RpcError ? retryRuleOf(error, call.operation) : undefined;
          if (!(error instanceof RpcError) || rule === undefined || attempt >= attempts) throw error;
          const times = used.get(rule) ?? 0;
          used.set(rule, times + 1);
          const delayMs = times < rule.retries ? delayAfter(error, rule, call) : undefined;
          const isPaid = delayMs !== undefined && (budget?.pay(rule.cost, clock.now()) ?? true);
          if (delayMs === undefined || !isPaid) throw error;
          paid = rule.cost;
          wasThrottled ||= error.kind === 'THROTTLING';
          await pause(delayMs, call, error);
        }
        if (first.signal?.aborted) {
          throw failureOf(first.operation, { kind: 'ABORTED', detail: 'the caller went away' });
        }
      }
    },
  };
}
