import { createHash, timingSafeEqual } from 'node:crypto';

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The secrets that a router may send: one, or two while they are changed. */
export class RouterSecrets {
  private readonly digests: readonly Buffer[];

  constructor(secrets: readonly string[]) {
    this.digests = secrets.map(digestOf);
  }

  /** Compares with all of them, in a time that does not depend on what was sent. */
  have(sent: string): boolean {
    const digest = digestOf(sent);
    return this.digests.map((one) => timingSafeEqual(one, digest)).some(Boolean);
  }
}
