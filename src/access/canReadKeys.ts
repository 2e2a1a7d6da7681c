import { errors } from 'jose';
import type { RemoteKeysOptions } from './TokenVerifier';
import { remoteKeys } from './TokenVerifier';

/** A key ID that no issuer has. */
const noKey = { alg: 'RS256', kid: 'doctor' };

/**
 * Reads the keys of an issuer as the gateway does, for `npm run doctor`.
 *
 * @returns why they cannot be read, in a few words; undefined if they can.
 */
export const canReadKeys = async (options: RemoteKeysOptions): Promise<string | undefined> => {
  try {
    await remoteKeys(options)(noKey, { payload: '', signature: '' });
    return undefined;
  } catch (error) {
    // The keys were read, and this one is not among them.
    if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return undefined;
    const { code } = ((error as Error).cause ?? {}) as { readonly code?: unknown };
    return typeof code === 'string' ? code : (error as Error).message.replace(/\.$/, '');
  }
};
