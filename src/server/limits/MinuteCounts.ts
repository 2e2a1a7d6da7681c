import { performance } from 'node:perf_hooks';

const minuteMs = 60_000;

interface Minute {
  taken: number;
  readonly endsAt: number;
}

/** What each caller has taken in its present minute, which begins with the first that it takes. */
export class MinuteCounts {
  /** In the order of their ends. */
  private readonly minutes = new Map<string, Minute>();

  /** @param now milliseconds, from any moment on. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** How much a caller has taken in its present minute. */
  of(caller: string): number {
    return this.present(caller)?.taken ?? 0;
  }

  /** How long the present minute of a caller still lasts, milliseconds. */
  leftMs(caller: string): number {
    return Math.ceil((this.present(caller)?.endsAt ?? 0) - this.now());
  }

  /** @returns how much it has taken then. */
  add(caller: string, count: number): number {
    const present = this.present(caller) ?? this.begin(caller);
    present.taken += count;
    return present.taken;
  }

  /** Gives back what was taken in the present minute. What was taken in an earlier one counts no more anyway. */
  giveBack(caller: string, count: number): void {
    const present = this.present(caller);
    if (present !== undefined) present.taken = Math.max(0, present.taken - count);
  }

  private present(caller: string): Minute | undefined {
    const minute = this.minutes.get(caller);
    return minute !== undefined && minute.endsAt > this.now() ? minute : undefined;
  }

  private begin(caller: string): Minute {
    const now = this.now();
    for (const [name, { endsAt }] of this.minutes) {
      if (endsAt > now) break;
      this.minutes.delete(name);
    }
    const minute = { taken: 0, endsAt: now + minuteMs };
    this.minutes.set(caller, minute);
    return minute;
  }
}
