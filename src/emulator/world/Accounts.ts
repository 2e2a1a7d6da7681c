import type { AccountDefinition } from './WorldDefinition';
import type { Population } from './population/Population';

/** An account of the world. What several products ask about it lives here; what one product keeps, with that product. */
export type Account = Readonly<AccountDefinition>;

/** The accounts of one world; new ones come from the account factory. */
export class Accounts {
  /** The accounts of the definition, new ones, and those of a generated world that were changed. */
  private readonly byId: Map<string, Account>;

  constructor(
    accounts: readonly Account[],
    private readonly generated?: Pick<Population, 'account'>,
  ) {
    this.byId = new Map(accounts.map((account) => [account.accountId, account]));
  }

  get(accountId: string): Account | undefined {
    return this.byId.get(accountId) ?? this.generated?.account(accountId);
  }

  /** The account, unless there is none or it was closed: to every product that is the same. */
  open(accountId: string): Account | undefined {
    const account = this.get(accountId);
    return account?.status === 'closed' ? undefined : account;
  }

  add(account: Account): void {
    this.byId.set(account.accountId, account);
  }

  /** Notes that the account now has the service-linked role of Cloud Config. */
  grantServiceLinkedRole(accountId: string): void {
    const account = this.get(accountId);
    if (account) this.byId.set(accountId, { ...account, serviceLinkedRole: 'present' });
  }
}
