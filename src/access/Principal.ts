/** What a principal may do; the names that tokens, the policy file and the SDL have for it. */
export const scopes = [
  'governance:read',
  'governance:actors',
  'governance:recorder',
  'governance:directory',
  'governance:enroll',
] as const;

export type Scope = (typeof scopes)[number];

export const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text);

/** The accounts with these IDs, or every account. */
export type Accounts = ReadonlySet<string> | 'all';

/** The right to do each of these things in each of these accounts. */
export interface Grant {
  readonly scopes: ReadonlySet<Scope>;
  readonly accounts: Accounts;
}

/** The sender of a request, and what they may do. Whatever no grant allows is forbidden. */
export class Principal {
  /** Whether nothing at all is forbidden: rights need not be looked at. */
  readonly isUnrestricted: boolean;
  /** Whether every account may be seen. */
  readonly seesAll: boolean;
  private knownSight: string | undefined;

  /** @param id as logs name it: the subject of a token, `router`, or `anonymous` without authentication. */
  constructor(
    readonly id: string,
    private readonly grants: readonly Grant[],
    /** Whether it stands for everyone who reaches the gateway. */
    readonly isAnonymous = false,
  ) {
    this.isUnrestricted = scopes.every((scope) => this.mayEverywhere(scope));
    this.seesAll = this.mayEverywhere('governance:read');
  }

  /** Whether some account exists, or could, in which this is allowed. */
  has(scope: Scope): boolean {
    return this.grants.some((grant) => grant.scopes.has(scope) && hasAny(grant.accounts));
  }

  /** Whether it would be allowed if there were an account in which it is. */
  lacksAccounts(scope: Scope): boolean {
    return !this.has(scope) && this.grants.some((grant) => grant.scopes.has(scope));
  }

  may(scope: Scope, accountId: string): boolean {
    return this.grants.some(
      ({ scopes: allowed, accounts }) => allowed.has(scope) && (accounts === 'all' || accounts.has(accountId)),
    );
  }

  maySee(accountId: string): boolean {
    return this.seesAll || this.may('governance:read', accountId);
  }

  /** Which accounts may be seen, as text: the same for principals who see the same. */
  get sight(): string {
    return (this.knownSight ??= this.describeSight());
  }

  private describeSight(): string {
    if (this.seesAll) return 'all';
    const seen = this.grants
      .filter((grant) => grant.scopes.has('governance:read'))
      .flatMap(({ accounts }) => (accounts === 'all' ? [] : [...accounts]));
    return [...new Set(seen)].sort().join(' ');
  }

  private mayEverywhere(scope: Scope): boolean {
    return this.grants.some(({ scopes: allowed, accounts }) => allowed.has(scope) && accounts === 'all');
  }
}

/** Everyone who reaches a gateway without authentication: they may do everything. */
export const makeAnyone = (): Principal => new Principal('anonymous', [everything], true);

/** Whether there is an account among them, or could be. */
export const hasAny = (accounts: Accounts): boolean => accounts === 'all' || accounts.size > 0;

/** Everything, in every account. */
export const everything: Grant = { scopes: new Set(scopes), accounts: 'all' };
