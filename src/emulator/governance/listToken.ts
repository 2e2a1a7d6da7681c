import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a list of Governance is resumed. */
export interface ListPosition {
  /** The operation, and the account whose list it is. */
  readonly list: string;
  /** How many items were given already. */
  readonly given: number;
  /** When the token ends, in world time. */
  readonly expiresAt: number;
}

/** How long a NextToken is good for. World time. */
export const listTokenLifeMs = 15 * 60_000;

/** As the published sample begins: every token has characters that a client must percent-encode. */
const start = 'AAAAAGx9/Qk2+mT0';

/** Not a secret: it makes a garbled token recognisable. */
const seal = 'emulator list token';
const sealLength = 12;

/** Writes a position as an opaque NextToken. */
export function toListToken({ list, given, expiresAt }: ListPosition): string {
  const payload = Buffer.from(JSON.stringify([list, given, expiresAt]));
  return start + Buffer.concat([sealOf(payload), payload]).toString('base64');
}

/** Reads a NextToken back; undefined where it is none. */
export function parseListToken(token: string): ListPosition | undefined {
  const encoded = token.slice(start.length);
  const bytes = Buffer.from(encoded, 'base64');
  const payload = bytes.subarray(sealLength);
  if (!token.startsWith(start) || bytes.toString('base64') !== encoded || payload.length === 0) return undefined;
  if (!timingSafeEqual(bytes.subarray(0, sealLength), sealOf(payload))) return undefined;
  const [list, given, expiresAt] = JSON.parse(payload.toString()) as [string, number, number];
  return { list, given, expiresAt };
}

const sealOf = (payload: Buffer): Buffer => createHmac('sha256', seal).update(payload).digest().subarray(0, sealLength);
