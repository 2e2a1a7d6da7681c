import { LRUCache } from 'lru-cache';
import { AccountNames } from '../AccountNames';
import type { Call } from '../Call';
import { RetryBudget } from './RetryBudget';

/** Whose retries are paid from one budget. */
export interface RetryBudgetsOfCalls {
  of(call: Call): RetryBudget;
}

/** The budgets of this process: one for each account, product and region of it. */
export class RetryBudgets implements RetryBudgetsOfCalls {
  private readonly accounts = new AccountNames();
  /** One that was dropped starts anew, and full. */
  private readonly budgets = new LRUCache<string, RetryBudget>({ max: 10_000 });

  of(call: Call): RetryBudget {
    const key = [this.accounts.of(call), call.operation.product.code, call.region].join(' ');
    const budget = this.budgets.get(key) ?? new RetryBudget();
    this.budgets.set(key, budget);
    return budget;
  }
}
