import { GetCallerIdentity } from '../operations';
import type { CallOptions, RpcClient } from '../rpc/client';

/** How long the answer of GetCallerIdentity is kept. Credentials may rotate, but rarely into another account. */
const keptMs = 5 * 60_000;

/**
 * Which account the gateway's credentials belong to: one STS call for all requests that wait for it, kept for five
 * minutes. A failure is not kept.
 */
export class CurrentAccount {
  private answer?: { readonly accountId: Promise<string>; readonly until: number };

  /** @param rpc a client of the server's own: one request that goes away must not fail the others that wait. */
  constructor(
    private readonly rpc: RpcClient,
    private readonly now: () => number,
  ) {}

  accountId(): Promise<string> {
    if (this.answer !== undefined && this.now() < this.answer.until) return this.answer.accountId;
    const accountId = this.rpc.call(GetCallerIdentity, {}).then((identity) => identity.AccountId);
    const answer = { accountId, until: this.now() + keptMs };
    this.answer = answer;
    accountId.catch(() => {
      if (this.answer === answer) this.answer = undefined;
    });
    return accountId;
  }

  /** What a call that acts in an account needs: its id, unless the credentials belong to it. */
  async callOptions(accountId: string): Promise<Pick<CallOptions, 'accountId'>> {
    return accountId === (await this.accountId()) ? {} : { accountId };
  }
}
