import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/**
 * Remembers which nonces each access key has used.
 *
 * A signed request can be replayed until its time stamp leaves the window of 15 minutes, and the stamp may lie
 * 15 minutes ahead: so a nonce is kept for 30 minutes. How long the real gateway keeps them is not published. Past
 * `capacity` the oldest are forgotten first.
 */
export class NonceMemory {
  private readonly used: LRUCache<string, true>;

  constructor(wallClock: () => number, keptMs = 30 * 60_000, capacity = 250_000) {
    this.used = new LRUCache({
      // Unlike `max`, it reserves no memory: an emulator of a test sees few nonces.
      maxSize: capacity,
      sizeCalculation: () => 1,
      ttl: keptMs,
      ttlResolution: 0,
      // A start of 0 means none to the cache, and the clock of a test may say 0.
      perf: { now: () => wallClock() + 1 },
    });
  }

  /** Notes a nonce. False if the key has used it before. */
  use(accessKeyId: string, nonce: string): boolean {
    const entry = JSON.stringify([accessKeyId, nonce.length > 128 ? digestOf(nonce) : nonce]);
    if (this.used.has(entry)) return false;
    this.used.set(entry, true);
    return true;
  }

  clear(): void {
    this.used.clear();
  }
}

/** Long nonces are kept as a digest, so that no client can fill the memory. */
const digestOf = (nonce: string): string => createHash('sha256').update(nonce).digest('base64');
