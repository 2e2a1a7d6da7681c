import type { CountEvidence } from '../pagination/countTimeline';
import type { Clock } from '../rpc/clock';
import { systemClock } from '../rpc/clock';

/** So long a judgement holds. */
const ttlMs = 3_600_000;

/** How far counts are known to be right; null if they are wrong. */
interface Judgement {
  readonly since: number;
  /** The highest count that was right; 0 if only short lists were counted. */
  readonly right: number | null;
}

/** What the process found out about `TotalCount` of timelines. Only Cloud Config 2019-01-08 counts them. */
export class TimelineCounts implements CountEvidence {
  private judgement: Judgement | undefined;
  private inFlight: Promise<void> | undefined;

  constructor(private readonly clock: Clock = systemClock) {}

  /** How many calls may follow the one that reads a count, before it is known to be right or wrong. */
  get callsToJudge(): number {
    const judgement = this.current();
    if (judgement === undefined) return 2;
    return judgement.right === null ? 0 : 1;
  }

  judge(count: number): 'right' | 'wrong' | 'unknown' {
    const judgement = this.current();
    if (judgement === undefined) return 'unknown';
    if (judgement.right === null) return 'wrong';
    // An upstream that counts up to some number reports that number for all that is longer.
    return count <= judgement.right ? 'right' : 'unknown';
  }

  get isExact(): boolean {
    return typeof this.current()?.right === 'number';
  }

  learnExact(): void {
    // Short lists come often; they must not keep an old judgement alive.
    if (!this.isExact) this.learnRight(0);
  }

  learnRight(count: number): void {
    const { right = 0 } = this.current() ?? {};
    if (right !== null) this.judgement = { since: this.clock.now(), right: Math.max(right, count) };
  }

  learnWrong(): void {
    this.judgement = { since: this.clock.now(), right: null };
  }

  get probeInFlight(): Promise<void> | undefined {
    return this.inFlight;
  }

  async probing<T>(probe: Promise<T>): Promise<T> {
    const settled = probe.then(
      () => undefined,
      () => undefined,
    );
    this.inFlight = settled;
    try {
      return await probe;
    } finally {
      if (this.inFlight === settled) this.inFlight = undefined;
    }
  }

  private current(): Judgement | undefined {
    const { judgement } = this;
    return judgement !== undefined && this.clock.now() - judgement.since < ttlMs ? judgement : undefined;
  }
}
