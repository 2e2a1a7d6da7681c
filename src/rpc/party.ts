import type { Place } from './quota/FairQueue';

/** A call stands still, and about how long is known. */
export interface Delay {
  /** Somebody else waits for the call, too: it takes their place where its turn comes earlier there. */
  join?(place: Place): void;
  /** How much of it is left, as far as can be told now, milliseconds. */
  leftMs(): number;
}

/** Those that wait for one call which they share, as whatever handles the call sees them. */
export interface Party {
  /** In whose name it is made: that of the first of them. */
  readonly place: Place;
  /** The latest moment at which sending it makes sense for any of them, as far as is known now: others may join. */
  readonly until: number;
  /** Aborted when all of them have gone. */
  readonly signal: AbortSignal;
  /** Is told that the call has to wait: they are, too, where that is longer than they can. */
  waits(delay: Delay): void;
  /** Is told that it waits no longer. */
  goesOn(): void;
}
