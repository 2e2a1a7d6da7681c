import { GetCallerIdentity } from '../operations';
import type { CallOptions, RpcClient } from '../rpc/client';

/** How long the answer of GetCallerIdentity is kept. Credentials may rotate, but rarely into another account. */
const keptMs = 5 * 60_000;

/** Which account the gateway's credentials belong to, read from STS and kept for five minutes. A failure is not kept. */
export class CurrentAccount {
  private known?: { readonly accountId: string; readonly until: number };

  constructor(private readonly now: () => number) {}

  /** @param rpc the client of the caller, with its deadline. Concurrent callers share the call. */
  async accountId(rpc: RpcClient): Promise<string> {
    const askedAt = this.now();
    if (this.known !== undefined && askedAt < this.known.until) return this.known.accountId;
    const { AccountId } = await rpc.call(GetCallerIdentity, {});
    this.known = { accountId: AccountId, until: askedAt + keptMs };
    return AccountId;
  }

  /** What a call that acts in an account needs: its id, unless the credentials belong to it. */
  async callOptions(accountId: string, rpc: RpcClient): Promise<Pick<CallOptions, 'accountId'>> {
    return accountId === (await this.accountId(rpc)) ? {} : { accountId };
  }
}
