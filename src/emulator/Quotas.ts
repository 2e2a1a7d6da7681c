import type { Operation } from '../operations/operation';
import { Refusal } from './Refusal';
import { gatewayErrors } from './gatewayErrors';

/**
 * The documented quotas: so many calls of an operation by an account in a sliding window. RAM users and roles of an
 * account share its quota. An operation without a published quota has none here. A refused call does not count.
 */
export class Quotas {
  /** Times of the accepted calls that are still in the window, oldest first, by account and operation. */
  private readonly accepted = new Map<string, number[]>();

  constructor(private readonly clock: () => number) {}

  /**
   * Counts a call.
   *
   * @param region for a product that has a quota in each region.
   * @throws Refusal `Throttling.User`, with the wait in ms in `x-acs-retry-after`.
   */
  count(accountId: string, { product, action, quota }: Operation, region?: string): void {
    if (quota === 'unknown') return;
    const now = this.clock();
    const windowMs = quota.windowSeconds * 1000;
    const bucket = [accountId, product.code, product.version, action, region].join(' ');
    const times = (this.accepted.get(bucket) ?? []).filter((time) => time > now - windowMs);
    this.accepted.set(bucket, times);
    const oldest = times[0];
    if (times.length >= quota.calls && oldest !== undefined) throw throttled(oldest + windowMs - now);
    times.push(now);
  }

  clear(): void {
    this.accepted.clear();
  }
}

/** The refusal of flow control, with the wait if it is known. */
export function throttled(retryAfterMs?: number): Refusal {
  const { status, message } = gatewayErrors['Throttling.User'];
  const headers: Record<string, string> = {};
  if (retryAfterMs !== undefined) headers['x-acs-retry-after'] = String(Math.ceil(retryAfterMs));
  return new Refusal('Throttling.User', status, message, headers);
}
