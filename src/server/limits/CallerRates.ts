import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Explanation } from '../../errors/Explanation';
import { UserError } from '../../errors/UserError';
import { adviseRetry } from '../../errors/explanations';
import type { CallerSettings } from '../../settings';

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
  checkFailedLogins(address: string): Promise<void> {
    return this.failedLogins.check(address);
  }

  /** Counts a request without valid credentials. */
  countFailedLogin(address: string): Promise<void> {
    return this.failedLogins.giveBack(address, -1);
  }

  /** Counts a request. @throws UserError RATE_LIMITED. */
  takeRequest(caller: string): Promise<void> {
    return this.requests.take(caller, 1);
  }

  /** Counts upstream calls before they are made. @throws UserError RATE_LIMITED. */
  takeCalls(caller: string, calls: number): Promise<void> {
    return this.calls.take(caller, calls);
  }

  /** Gives back calls that were counted and not made. */
  giveBackCalls(caller: string, calls: number): Promise<void> {
    return this.calls.giveBack(caller, calls);
  }
}

const windowSeconds = 60;

/** One rate of every caller. */
class Rate {
  private readonly limiter?: RateLimiterMemory;

  /** @param most in a minute. 0 for any number. */
  constructor(
    private readonly most: number,
    private readonly explanation: Explanation,
  ) {
    if (most > 0) this.limiter = new RateLimiterMemory({ points: most, duration: windowSeconds });
  }

  /** More than the whole rate counts as the whole. */
  async take(caller: string, count: number): Promise<void> {
    try {
      await this.limiter?.consume(caller, Math.min(count, this.most));
    } catch (error) {
      throw error instanceof RateLimiterRes ? this.refusal(error) : error;
    }
  }

  /** Counts nothing. */
  async check(caller: string): Promise<void> {
    const used = await this.limiter?.get(caller);
    if (used != null && used.remainingPoints <= 0) throw this.refusal(used);
  }

  async giveBack(caller: string, count: number): Promise<void> {
    if (count > 0) await this.limiter?.reward(caller, count);
    if (count < 0) await this.limiter?.penalty(caller, -count);
  }

  private refusal({ msBeforeNext }: RateLimiterRes): UserError {
    const advice = adviseRetry(this.explanation);
    return new UserError('RATE_LIMITED', advice, undefined, true, undefined, Math.max(1, msBeforeNext));
  }
}
