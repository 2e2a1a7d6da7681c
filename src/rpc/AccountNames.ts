import type { Call } from './Call';
import type { CredentialsSource } from './credentials/credentials';

/**
 * Names the account that a call is counted for: the one that it names, else that of its credentials. All calls of one
 * source of credentials share an account.
 */
export class AccountNames {
  private readonly sources = new WeakMap<CredentialsSource, string>();
  private seen = 0;

  of({ accountId, credentials }: Pick<Call, 'accountId' | 'credentials'>): string {
    return accountId ?? this.nameOf(credentials.standsFor ?? credentials);
  }

  private nameOf(source: CredentialsSource): string {
    const name = this.sources.get(source) ?? `source ${(this.seen += 1)}`;
    this.sources.set(source, name);
    return name;
  }
}
