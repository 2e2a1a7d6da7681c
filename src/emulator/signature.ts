import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signature v1 of the RPC protocol (HMAC-SHA1), as the server checks it.
 *
 * Written apart from the client's on purpose: two witnesses of one algorithm find what a shared helper would hide.
 */

const unreserved = new Set(Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~', 'ascii'));

/** Each byte as it stands in an encoded text: itself, or `%XX`. */
const encodedBytes = Array.from({ length: 256 }, (_, byte) =>
  unreserved.has(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

const plain = /^[A-Za-z0-9\-_.~]*$/;

/** Percent-encodes the UTF-8 bytes of a text, all but `A-Z a-z 0-9 - _ . ~`. */
export function percentEncode(text: string): string {
  if (plain.test(text)) return text;
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) encoded += encodedBytes[byte] ?? '';
  return encoded;
}

/** The text that a request's signature covers: every parameter but `Signature`, by the bytes of its name. */
export function stringToSign(method: string, parameters: ReadonlyMap<string, string>): string {
  const canonical = [...parameters]
    .filter(([name]) => name !== 'Signature')
    .map(([name, value]) => ({
      bytes: Buffer.from(name, 'utf8'),
      pair: `${percentEncode(name)}=${percentEncode(value)}`,
    }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ pair }) => pair)
    .join('&');
  return `${method}&${percentEncode('/')}&${percentEncode(canonical)}`;
}

/** The signature that the holder of a secret gives to a text, in base64. */
export const signatureOf = (text: string, accessKeySecret: string): string =>
  createHmac('sha1', `${accessKeySecret}&`).update(text, 'utf8').digest('base64');

/** Whether two signatures are the same, in a time that does not reveal how far they agree. */
export function isSameSignature(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8')];
  return a.length === b.length && timingSafeEqual(a, b);
}
