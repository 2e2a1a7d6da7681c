import type { CountEvidence } from '../pagination/countTimeline';
import type { Clock } from '../rpc/clock';
import { systemClock } from '../rpc/clock';

/** So long a judgement holds. */
const ttlMs = 3_600_000;

/** An upstream that counted so many changes right is taken to count any number right. */
const enough = 80;

/** How many changes were counted right; 0 if counts are wrong. */
interface Judgement {
  readonly since: number;
  readonly right: number;
}

/** What the process found out about `TotalCount` of timelines. Only Cloud Config 2019-01-08 counts them. */
export class TimelineCounts implements CountEvidence {
  private judgement: Judgement | undefined;
  private inFlight: Promise<void> | undefined;

  constructor(private readonly clock: Clock = systemClock) {}

  /** Whether it is known, for a number of any size, if counts are right. */
  get areJudged(): boolean {
    const right = this.current()?.right;
    return right !== undefined && (right === 0 || right >= enough);
  }

  judge(count: number): 'right' | 'wrong' | 'unknown' {
    const right = this.current()?.right;
    if (right === undefined) return 'unknown';
    if (right === 0) return 'wrong';
    // An upstream that counts up to some number would report that number for all that is longer.
    return right >= enough || count < right ? 'right' : 'unknown';
  }

  learnRight(count: number): void {
    const { right = 1 } = this.current() ?? {};
    if (right > 0 && count > 0) this.judgement = { since: this.clock.now(), right: Math.max(right, count) };
  }

  learnWrong(): void {
    this.judgement = { since: this.clock.now(), right: 0 };
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
