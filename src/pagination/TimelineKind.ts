import type { Operation } from '../operations/operation';

/** One record of a timeline: something that was captured in one millisecond. */
export interface TimelineRecord {
  readonly CaptureTime: number;
}

/** A kind of timeline: the operation that lists it, and what distinguishes its records. */
export interface TimelineKind<R extends TimelineRecord> {
  /** Named in errors. Another version, or an account group, may list the same. */
  readonly operation: Operation;
  /** Returns a short text that two records of one resource and one millisecond share only if they are the same. */
  contentOf(record: R): string;
  /** Returns what earlier releases wrote into cursors in place of {@link contentOf}. Defaults to nothing. */
  formerContentOf?(record: R): string;
}
