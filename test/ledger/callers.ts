import { createLocalJWKSet } from 'jose';
import { Door } from '../../src/access/Door';
import type { Claims } from '../../src/access/TokenVerifier';
import { TokenVerifier } from '../../src/access/TokenVerifier';
import { audience, issuer, jwks, token } from '../access/tokens';
import { managementId } from '../emulator/world/worlds';

/** Verifies each token once: a signature takes real time, in which simulated time would pass. */
class PatientVerifier extends TokenVerifier {
  private readonly verified = new Map<string, Claims>();

  override async verify(text: string): Promise<Claims> {
    const known = this.verified.get(text) ?? (await super.verify(text));
    this.verified.set(text, known);
    return known;
  }
}

/** Two callers: one may do and see everything. The other may do the same, but see one account only. */
export const callers = ['OWNER', 'GUEST'] as const;
export type CallerName = (typeof callers)[number];

/** The account that the guest may see. */
export const shownToGuest = managementId;

export interface Callers {
  readonly door: Door;
  readonly authorization: Readonly<Record<CallerName, string>>;
}

/** @param guestSees the accounts in the token of the guest. */
export const admitCallers = async (guestSees: string): Promise<Callers> => {
  const verifier = new PatientVerifier({ issuer, audience, keys: createLocalJWKSet(await jwks()) });
  const scope = 'governance:read governance:enroll';
  const expiresIn = 24 * 3600;
  const tokens = {
    OWNER: await token({ claims: { sub: 'owner', scope, accounts: '*' }, expiresIn }),
    GUEST: await token({ claims: { sub: 'guest', scope, accounts: guestSees }, expiresIn }),
  };
  for (const each of Object.values(tokens)) await verifier.verify(each);
  return {
    door: new Door({ tokens: { verifier, claims: { scopes: 'scope', accounts: 'accounts' } } }),
    authorization: { OWNER: `Bearer ${tokens.OWNER}`, GUEST: `Bearer ${tokens.GUEST}` },
  };
};
