import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, exportJWK, exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import type { AccessPolicy } from '../../src/access/AccessPolicy';
import { Door } from '../../src/access/Door';
import type { RouterSecrets } from '../../src/access/RouterSecrets';
import { TokenVerifier } from '../../src/access/TokenVerifier';

export const issuer = 'https://issuer.example/realms/platform';
export const audience = 'governance-gateway';

const makeKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const own = makeKeys();
const foreign = makeKeys();
const kid = 'key-1';

/** What a test says of a token; the rest is right. */
export interface TokenOptions {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  /** Whether another key signs, under the same ID. */
  readonly isForeign?: boolean;
}

/** A token as the issuer signs it. */
export const token = ({
  claims = {},
  expiresIn = 600,
  isForeign = false,
  ...given
}: TokenOptions = {}): Promise<string> =>
  new SignJWT({ sub: 'alice', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(given.issuer ?? issuer)
    .setAudience(given.audience ?? audience)
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
    .sign(isForeign ? foreign.privateKey : own.privateKey);

/** A token that nobody signed. */
export const unsecuredToken = (claims: Readonly<Record<string, unknown>>): string =>
  new UnsecuredJWT({ sub: 'alice', ...claims })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('10 m')
    .encode();

/** A token that is signed with the issuer's public key as if that were a shared secret. */
export const confusedToken = async (claims: Readonly<Record<string, unknown>>): Promise<string> => {
  const exp = Math.floor(Date.now() / 1000) + 600;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', kid })}.${part({ sub: 'alice', iss: issuer, aud: audience, exp, ...claims })}`;
  const signature = createHmac('sha256', await exportSPKI(own.publicKey))
    .update(text)
    .digest('base64url');
  return `${text}.${signature}`;
};

/** The public keys, as the issuer publishes them. */
export const jwks = async () => ({ keys: [{ ...(await exportJWK(own.publicKey)), kid, alg: 'RS256' }] });

/** A door for tokens of this issuer. */
export const tokenDoor = async (
  more: { policy?: AccessPolicy; router?: RouterSecrets; now?: () => number } = {},
): Promise<Door> =>
  new Door({
    router: more.router,
    tokens: {
      verifier: new TokenVerifier({ issuer, audience, keys: createLocalJWKSet(await jwks()), now: more.now }),
      claims: { scopes: 'scope', accounts: 'accounts' },
      policy: more.policy,
    },
  });

export const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
