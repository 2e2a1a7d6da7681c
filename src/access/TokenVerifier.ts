import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Explanation } from '../errors/Explanation';
import { NotAuthenticated } from './NotAuthenticated';

/** Signatures that only the issuer can make. A shared secret is none, and neither is `none`. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far the clocks of the issuer and of this machine may differ, seconds. */
const clockTolerance = 30;

/** So long the last keys serve if the issuer cannot be reached, milliseconds. */
const lastKeysMs = 3_600_000;

/** How long one request to the issuer may take, milliseconds. */
const issuerTimeoutMs = 5000;

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Finds the key of a token: {@link remoteKeys}, or those of the development issuer. */
  readonly keys: JWTVerifyGetKey;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** The claims of a token that proved right. */
export type Claims = JWTPayload & { readonly sub: string };

/** Checks tokens of one issuer for one audience. */
export class TokenVerifier {
  constructor(private readonly options: TokenVerifierOptions) {}

  /** @throws NotAuthenticated if the token is not valid, or cannot be checked. */
  async verify(token: string): Promise<Claims> {
    const { issuer, audience, keys, now = Date.now } = this.options;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        clockTolerance,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(now()),
      });
      if (typeof payload.sub !== 'string' || payload.sub === '') throw new NotAuthenticated(wrongClaim('sub'));
      return { ...payload, sub: payload.sub };
    } catch (error) {
      throw error instanceof NotAuthenticated ? error : new NotAuthenticated(explain(error), isOfIssuer(error));
    }
  }
}

/** Failures that are not the token's fault. */
const isOfIssuer = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

const explain = (error: unknown): Explanation => {
  if (isOfIssuer(error)) return unreachable;
  if (error instanceof errors.JWTExpired) return { en: 'The token has expired.', zh: '令牌已过期。' };
  if (error instanceof errors.JWTClaimValidationFailed) return wrongClaim(error.claim);
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return {
      en: 'The token must be signed with an asymmetric algorithm, such as RS256 or ES256.',
      zh: '令牌应以非对称算法（如 RS256 或 ES256）签名。',
    };
  }
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed) {
    return {
      en: 'The token is not signed by the issuer that this gateway trusts.',
      zh: '令牌不是由网关信任的签发方签名的。',
    };
  }
  return { en: 'The token is not a valid JSON Web Token.', zh: '令牌不是有效的 JSON Web Token。' };
};

const unreachable: Explanation = {
  en: 'The keys of the token issuer cannot be read now, so the token cannot be checked. Try again later.',
  zh: '暂时无法读取令牌签发方的公钥，无法校验令牌，请稍后重试。',
};

const wrongClaim = (claim: string): Explanation => ({
  en: `The claim ${claim} of the token is missing, or is not what this gateway expects.`,
  zh: `令牌的声明 ${claim} 缺失，或与网关的要求不符。`,
});

const discovery = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });

export interface RemoteKeysOptions {
  readonly issuer: string;
  /** Default: what the issuer’s `/.well-known/openid-configuration` names. */
  readonly jwksUrl?: string;
  readonly now?: () => number;
  /** How long keys count as fresh, milliseconds. Default ten minutes. */
  readonly maxAgeMs?: number;
  /** Keys are read again for an unknown key ID, but not more often than this, milliseconds. Default 30 seconds. */
  readonly cooldownMs?: number;
}

/**
 * The keys of an issuer, read when they are first needed, again after ten minutes, and again for a key that they lack. If
 * they cannot be read, the last ones serve for an hour.
 */
export const remoteKeys = ({
  issuer,
  jwksUrl,
  now = Date.now,
  cooldownMs,
  maxAgeMs,
}: RemoteKeysOptions): JWTVerifyGetKey => {
  let last: { readonly text: string; readonly at: number } | undefined;
  const fetchKeys = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      const response = await fetch(url, init);
      const text = await response.text();
      if (!response.ok) throw new TypeError(`The issuer answered with HTTP ${response.status}.`);
      last = { text, at: now() };
      return new Response(text, { status: 200 });
    } catch (error) {
      if (last === undefined || now() - last.at > lastKeysMs) throw error;
      return new Response(last.text, { status: 200 });
    }
  };

  let keys: JWTVerifyGetKey | undefined;
  const find = async (): Promise<JWTVerifyGetKey> =>
    (keys ??= createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer))), {
      timeoutDuration: issuerTimeoutMs,
      cooldownDuration: cooldownMs,
      cacheMaxAge: maxAgeMs,
      [customFetch]: fetchKeys,
    }));
  return async (header, token) => (await find())(header, token);
};

const discover = async (issuer: string): Promise<string> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(issuerTimeoutMs), redirect: 'error' });
  if (!response.ok) throw new TypeError(`${url} answered with HTTP ${response.status}.`);
  return discovery.parse(await response.json()).jwks_uri;
};
