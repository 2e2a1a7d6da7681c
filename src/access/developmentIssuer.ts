import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { JWK, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { tryParseJson } from '../json/tryParseJson';

/*
 * The issuer that stands in for a real one on a developer's machine: it has a key pair in a file, and signs for those who can
 * read that file. The gateway takes its tokens with the emulator alone.
 */

/** Where its key pair is: the gateway and `npm run token` are started in the same folder. */
export const developmentKeyFile = '.development-issuer.json';

export const developmentIssuer = 'urn:alicloud-governance-gateway:development';
export const developmentAudience = 'alicloud-governance-gateway';

const algorithm = 'ES256';

/** The public key, as the gateway checks tokens by it. */
export const developmentKeys = async (path = developmentKeyFile): Promise<JWTVerifyGetKey> => {
  const { d: _, ...publicKey } = await readOrMake(path);
  return createLocalJWKSet({ keys: [publicKey] });
};

/** What a token for trying says. */
export interface DevelopmentClaims {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** How long it is valid, seconds. */
  readonly lifetime: number;
}

/** Signs a token for trying. */
export const signDevelopmentToken = async (
  { subject, claims, lifetime }: DevelopmentClaims,
  path = developmentKeyFile,
): Promise<string> => {
  const key = await importJWK(await readOrMake(path), algorithm);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid: 'development' })
    .setIssuer(developmentIssuer)
    .setAudience(developmentAudience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${lifetime} s`)
    .sign(key);
};

const readOrMake = async (path: string): Promise<JWK> => read(path) ?? make(path);

/** Undefined if there is no file yet. */
const read = (path: string): JWK | undefined => {
  if (!existsSync(path)) return undefined;
  const kept = tryParseJson(readFileSync(path, 'utf8'));
  if (typeof kept !== 'object' || kept === null || !('d' in kept)) {
    throw new Error(
      `${path} must hold the key pair of the development issuer, but does not. Delete it to get a new one.`,
    );
  }
  return kept as JWK;
};

const make = async (path: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const made = { ...(await exportJWK(privateKey)), kid: 'development', alg: algorithm };
  try {
    writeFileSync(path, JSON.stringify(made), { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    // Another process may have made one meanwhile.
    const kept = read(path);
    if (kept === undefined) throw error;
    return kept;
  }
};
