import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ListPosition } from '../tokenPage';

/** Where a list of Governance is resumed. */
interface GovernancePosition extends ListPosition {
  /** The operation, and the account whose list it is. */
  readonly list: string;
}

/** As the published sample begins: every token has characters that a client must percent-encode. */
const start = 'AAAAAGx9/Qk2+mT0';

/** Not a secret: it makes a garbled token recognizable. */
const seal = 'emulator list token';
const sealLength = 12;

/** Writes a position as an opaque NextToken. */
export function toListToken({ list, given, expiresAt }: GovernancePosition): string {
  const payload = Buffer.from(JSON.stringify([list, given, expiresAt]));
  return start + Buffer.concat([sealOf(payload), payload]).toString('base64');
}

/** Reads a NextToken back; undefined if it is none. */
export function parseListToken(token: string): GovernancePosition | undefined {
  const encoded = token.slice(start.length);
  const bytes = Buffer.from(encoded, 'base64');
  const payload = bytes.subarray(sealLength);
  if (!token.startsWith(start) || bytes.toString('base64') !== encoded || payload.length === 0) return undefined;
  if (!timingSafeEqual(bytes.subarray(0, sealLength), sealOf(payload))) return undefined;
  const [list, given, expiresAt] = JSON.parse(payload.toString()) as [string, number, number];
  return { list, given, expiresAt };
}

const sealOf = (payload: Buffer): Buffer => createHmac('sha256', seal).update(payload).digest().subarray(0, sealLength);
