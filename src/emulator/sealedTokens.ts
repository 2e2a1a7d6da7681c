import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Refusal } from './Refusal';
import type { ListPosition, ListTokens } from './tokenPage';

/** Not a secret: it makes a garbled token recognizable, and one of another list. */
const seal = 'emulator list token';
const payloadLength = 12;
const sealLength = 8;

/**
 * The tokens of one list, in 27 characters.
 *
 * @param list what a token is good for: operation, account and filter. Nothing of it is in the token but its seal.
 * @param refusal what a token that cannot be used is answered.
 */
export function sealedTokens(list: string, refusal: () => Refusal): ListTokens {
  const sealOf = (payload: Buffer): Buffer =>
    createHmac('sha256', seal).update(payload).update(list).digest().subarray(0, sealLength);

  return {
    write({ given, expiresAt }: ListPosition) {
      const payload = Buffer.alloc(payloadLength);
      payload.writeUInt32BE(given);
      payload.writeBigInt64BE(BigInt(Math.floor(expiresAt)), 4);
      return Buffer.concat([payload, sealOf(payload)]).toString('base64url');
    },
    read(token) {
      const bytes = Buffer.from(token, 'base64url');
      const payload = bytes.subarray(0, payloadLength);
      if (bytes.length !== payloadLength + sealLength || bytes.toString('base64url') !== token) return undefined;
      if (!timingSafeEqual(bytes.subarray(payloadLength), sealOf(payload))) return undefined;
      return { given: payload.readUInt32BE(), expiresAt: Number(payload.readBigInt64BE(4)) };
    },
    refusal,
  };
}
