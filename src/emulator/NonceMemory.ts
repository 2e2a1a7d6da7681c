import { createHash } from 'node:crypto';

/**
 * Remembers which nonces each access key has used.
 *
 * A signed request can be replayed until its time stamp leaves the window of 15 minutes, and the stamp may lie
 * 15 minutes ahead: so a nonce is kept for 30 minutes. How long the real gateway keeps them is not published. Past
 * `capacity` the oldest are forgotten first.
 */
export class NonceMemory {
  /** Insertion order is order of arrival, so that the oldest entries are always in front. */
  private readonly usedAt = new Map<string, number>();

  constructor(
    private readonly wallClock: () => number,
    private readonly keptMs = 30 * 60_000,
    private readonly capacity = 250_000,
  ) {}

  /** Notes a nonce. False if the key has used it before. */
  use(accessKeyId: string, nonce: string): boolean {
    const now = this.wallClock();
    this.forgetWhile(([, usedAt]) => usedAt + this.keptMs < now);
    const entry = JSON.stringify([accessKeyId, nonce.length > 128 ? digestOf(nonce) : nonce]);
    if (this.usedAt.has(entry)) return false;
    this.forgetWhile(() => this.usedAt.size >= this.capacity);
    this.usedAt.set(entry, now);
    return true;
  }

  clear(): void {
    this.usedAt.clear();
  }

  private forgetWhile(isDue: (oldest: readonly [string, number]) => boolean): void {
    for (const oldest of this.usedAt) {
      if (!isDue(oldest)) return;
      this.usedAt.delete(oldest[0]);
    }
  }
}

/** Long nonces are kept as a digest, so that no client can fill the memory. */
const digestOf = (nonce: string): string => createHash('sha256').update(nonce).digest('base64');
