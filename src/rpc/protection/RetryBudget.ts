import { RecentCounts } from './RecentCounts';

/** As many tokens as the AWS SDKs have in their standard retry mode. */
const capacity = 500;

/** What a retry costs: their figures of 2026. After throttling the upstream has done no work, so it costs less. */
export const retryCost = { failure: 14, throttling: 5 } as const;

/** Retries are at most this part of the calls of the last ten seconds: "Handling Overload" in Google's SRE book. */
const share = 0.1;
/** So many retries may be made in ten seconds, however few calls there are: three a second. */
const floor = 30;

/**
 * What the retries of one account and product may cost, so that an outage is not made worse by them.
 *
 * A retry has to find its tokens in the bucket, and must be within the share of recent calls. A success without a retry
 * brings one token back; a retry that succeeds brings back what it cost. So in a total outage 35 retries are made, and
 * then none until calls succeed again.
 */
export class RetryBudget {
  private tokens = capacity;
  private readonly calls = new RecentCounts();
  private readonly retries = new RecentCounts();

  /** A call is made for the first time. */
  called(now: number): void {
    this.calls.add(now);
  }

  /** Pays for a retry. @returns false if there is to be none. */
  pay(cost: number, now: number): boolean {
    const most = Math.max(floor, share * this.calls.total(now));
    if (this.tokens < cost || this.retries.total(now) + 1 > most) return false;
    this.tokens -= cost;
    this.retries.add(now);
    return true;
  }

  /** A call has succeeded. @param paid what its last retry cost; 0 if it had none. */
  succeeded(paid: number): void {
    this.tokens = Math.min(capacity, this.tokens + (paid === 0 ? 1 : paid));
  }
}
