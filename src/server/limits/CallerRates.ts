import type { Explanation } from '../../errors/Explanation';
import { UserError } from '../../errors/UserError';
import { adviseRetry } from '../../errors/explanations';
import type { CallerSettings } from '../../settings';
import { MinuteCounts } from './MinuteCounts';

/** How much each caller may ask for in a minute. Callers are named by a text of their own. */
export class CallerRates {
  private readonly requests: Rate;
  private readonly calls: Rate;
  private readonly failedLogins: Rate;

  constructor({
    requestsPerMinute = 0,
    upstreamCallsPerMinute = 0,
    failedLoginsPerMinute = 0,
  }: Partial<Omit<CallerSettings, 'maxEventLoopDelayMs' | 'trustedProxies'>>) {
    this.requests = new Rate(requestsPerMinute, {
      en: `A caller may send at most ${requestsPerMinute} requests a minute. CALLER_REQUESTS_PER_MINUTE raises the limit.`,
      zh: `每个调用方每分钟最多可发送 ${requestsPerMinute} 个请求。运维人员可通过 CALLER_REQUESTS_PER_MINUTE 提高上限。`,
    });
    this.calls = new Rate(upstreamCallsPerMinute, {
      en: `The documents of a caller may cost at most ${upstreamCallsPerMinute} upstream calls a minute. CALLER_UPSTREAM_CALLS_PER_MINUTE raises the limit.`,
      zh: `每个调用方的请求每分钟最多可产生 ${upstreamCallsPerMinute} 次上游调用。运维人员可通过 CALLER_UPSTREAM_CALLS_PER_MINUTE 提高上限。`,
    });
    this.failedLogins = new Rate(failedLoginsPerMinute, {
      en: `An address may send at most ${failedLoginsPerMinute} requests a minute without valid credentials. FAILED_LOGINS_PER_MINUTE raises the limit.`,
      zh: `每个地址每分钟最多可发送 ${failedLoginsPerMinute} 个凭证无效的请求。运维人员可通过 FAILED_LOGINS_PER_MINUTE 提高上限。`,
    });
  }

  /** @throws UserError RATE_LIMITED for an address with too many failures. */
  checkFailedLogins(address: string): void {
    this.failedLogins.check(address);
  }

  /** Counts a request without valid credentials. */
  countFailedLogin(address: string): void {
    this.failedLogins.count(address, 1);
  }

  /** Whether the caller may send a request now. Counts nothing. */
  hasRequests(caller: string): boolean {
    return this.requests.has(caller);
  }

  /** Counts a request. @throws UserError RATE_LIMITED. */
  takeRequest(caller: string): void {
    this.requests.take(caller, 1);
  }

  /** Counts upstream calls before they are made. @throws UserError RATE_LIMITED. */
  takeCalls(caller: string, calls: number): void {
    this.calls.take(caller, calls);
  }

  /** Gives back calls that were counted and not made. If more were made than counted, they are negative, and count. */
  giveBackCalls(caller: string, calls: number): void {
    this.calls.count(caller, -calls);
  }
}

/** One rate of every caller. */
class Rate {
  private readonly counts = new MinuteCounts();

  /** @param most in a minute. 0 for any number. */
  constructor(
    private readonly most: number,
    private readonly explanation: Explanation,
  ) {}

  /** More than the whole rate counts as the whole. A request that is refused counts, too. */
  take(caller: string, count: number): void {
    if (this.most === 0) return;
    if (this.counts.add(caller, Math.min(count, this.most)) > this.most) throw this.refusal(caller);
  }

  has(caller: string): boolean {
    return this.most === 0 || this.counts.of(caller) < this.most;
  }

  check(caller: string): void {
    if (!this.has(caller)) throw this.refusal(caller);
  }

  /** Counts, and refuses nothing. What is negative is given back. */
  count(caller: string, count: number): void {
    if (this.most === 0) return;
    if (count > 0) this.counts.add(caller, count);
    else this.counts.giveBack(caller, -count);
  }

  private refusal(caller: string): UserError {
    const advice = adviseRetry(this.explanation);
    return new UserError('RATE_LIMITED', advice, undefined, true, undefined, Math.max(1, this.counts.leftMs(caller)));
  }
}
