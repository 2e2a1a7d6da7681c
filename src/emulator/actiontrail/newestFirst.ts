import type { TrailEvent } from './TrailEvent';

/** One sequence of events out of several, each newest first. Reads no further than is taken. */
export function* newestFirst(sequences: readonly Iterator<TrailEvent>[]): Generator<TrailEvent> {
  const heads = sequences.map((sequence) => ({ sequence, event: next(sequence) }));
  for (;;) {
    const newest = heads.reduce<(typeof heads)[number] | undefined>(
      (best, head) => (head.event && (!best?.event || head.event.at > best.event.at) ? head : best),
      undefined,
    );
    if (!newest?.event) return;
    yield newest.event;
    newest.event = next(newest.sequence);
  }
}

function next(sequence: Iterator<TrailEvent>): TrailEvent | undefined {
  const { value, done } = sequence.next() as IteratorResult<TrailEvent, undefined>;
  return done === true ? undefined : value;
}
