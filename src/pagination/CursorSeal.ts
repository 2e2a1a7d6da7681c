import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `cursor ${purpose}`, 32));

/**
 * Encrypts texts with a secret, so that nobody else can read or make them. The same text is encrypted the same each time, as
 * clients expect of cursors: the nonce is derived from the text.
 */
export class CursorSeal {
  private readonly key: Buffer;
  private readonly nonceKey: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'encryption');
    this.nonceKey = deriveKey(secret, 'nonce');
  }

  seal(text: string): Buffer {
    const nonce = createHmac('sha256', this.nonceKey).update(text).digest().subarray(0, nonceLength);
    const cipher = createCipheriv(algorithm, this.key, nonce);
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
  }

  /** Undefined for bytes that this secret did not seal. */
  open(bytes: Buffer): string | undefined {
    if (bytes.length < nonceLength + tagLength) return undefined;
    const decipher = createDecipheriv(algorithm, this.key, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    try {
      return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }
}
