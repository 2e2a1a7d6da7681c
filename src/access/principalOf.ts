import type { AccessPolicy } from './AccessPolicy';
import { grantsOf } from './AccessPolicy';
import type { Grant, Scope } from './Principal';
import { isScope, Principal } from './Principal';
import { readAccounts } from './accountIds';

/** Where a token says what its subject may do. */
export interface ClaimNames {
  /** Scopes: a text with spaces between them, or a list. */
  readonly scopes: string;
  /** Account IDs, or `*`. */
  readonly accounts: string;
}

const readScopes = (claim: unknown): ReadonlySet<Scope> =>
  new Set(
    [claim]
      .flat()
      .flatMap((value: unknown) => (typeof value === 'string' ? value.split(/\s+/) : []))
      .filter(isScope),
  );

/** Who a token is of, and what it allows: by its own claims, and by the policy for one of these. */
export const principalOf = (
  claims: Readonly<Record<string, unknown>> & { readonly sub: string },
  names: ClaimNames,
  policy?: AccessPolicy,
): Principal => {
  const own: Grant = { scopes: readScopes(claims[names.scopes]), accounts: readAccounts(claims[names.accounts]) };
  return new Principal(claims.sub, [own, ...(policy === undefined ? [] : grantsOf(policy, claims, own))]);
};
