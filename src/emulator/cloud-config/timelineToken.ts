import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a timeline is resumed: the window is pinned by the first page, so that new changes do not move the rest. */
export interface TimelinePosition {
  /** Account, region, type and id of the resource. */
  readonly resource: string;
  readonly start: number;
  readonly end: number;
  /** How many changes of the window were given already. */
  readonly given: number;
  /** When the token ends, in world time. */
  readonly expiresAt: number;
}

/** How long a NextToken is good for. World time. */
export const tokenLifeMs = 15 * 60_000;

/** Not a secret: it makes a garbled token recognizable, and has clients treat tokens as opaque. */
const seal = 'emulator timeline token';
const sealLength = 16;

/** Writes a position as an opaque NextToken. */
export function toToken({ resource, start, end, given, expiresAt }: TimelinePosition): string {
  const payload = Buffer.from(JSON.stringify([resource, start, end, given, expiresAt]));
  return Buffer.concat([sealOf(payload), payload]).toString('hex');
}

/** Reads a NextToken back; undefined if it is none. */
export function parseToken(token: string): TimelinePosition | undefined {
  const bytes = Buffer.from(token, 'hex');
  const payload = bytes.subarray(sealLength);
  if (bytes.length <= sealLength || bytes.toString('hex') !== token) return undefined;
  if (!timingSafeEqual(bytes.subarray(0, sealLength), sealOf(payload))) return undefined;

  const [resource, start, end, given, expiresAt] = JSON.parse(payload.toString()) as [
    string,
    number,
    number,
    number,
    number,
  ];
  return { resource, start, end, given, expiresAt };
}

function sealOf(payload: Buffer): Buffer {
  return createHmac('sha256', seal).update(payload).digest().subarray(0, sealLength);
}
