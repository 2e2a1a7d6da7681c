import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

/**
 * Encrypts what is kept in Redis, so that nobody who reads it there can use it, and nobody can put something else in its place.
 *
 * A value belongs to its key: under another one it is not opened.
 */
export class Seal {
  private readonly keys: readonly Buffer[];

  /** @param secrets the first encrypts, and all of them decrypt. */
  constructor(secrets: readonly string[]) {
    if (secrets.length === 0) throw new TypeError('Expected a secret.');
    this.keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'values in Redis', 32)));
  }

  /** @returns base64. */
  seal(key: string, text: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.keys[0] ?? '', nonce).setAAD(Buffer.from(key));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64');
  }

  /** Undefined for a value that none of the secrets has sealed for this key. */
  open(key: string, value: string): string | undefined {
    const bytes = Buffer.from(value, 'base64');
    if (bytes.length < nonceLength + tagLength) return undefined;
    for (const secret of this.keys) {
      const options = { authTagLength: tagLength };
      const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceLength), options)
        .setAAD(Buffer.from(key))
        .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      try {
        return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        // Another secret may have sealed it.
      }
    }
    return undefined;
  }
}
