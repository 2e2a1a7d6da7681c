import type { TimelinePage } from '../pagination/readTimelinePage';
import type { TimelineKind, TimelineRecord } from '../pagination/TimelineKind';
import type { TimelinePosition } from '../pagination/TimelinePosition';
import type { Place } from './ChangeOrder';
import type { UpdatedResource } from './FeedResource';
import { textOf } from './FeedResource';

/** A change of one of many resources. */
export class FoundChange<R extends TimelineRecord> implements Place {
  readonly at: number;
  readonly text: string;
  private known: string | undefined;

  constructor(
    readonly of: Opened<R>,
    readonly record: R,
    private readonly kind: TimelineKind<R>,
  ) {
    this.at = record.CaptureTime;
    this.text = of.text;
  }

  /** Made when it is needed: most changes are alone in their millisecond. */
  get content(): string {
    return (this.known ??= this.kind.contentOf(this.record));
  }
}

/** A resource whose timeline is read, as far as it was needed. */
export class Opened<R extends TimelineRecord> {
  readonly text: string;
  /** Newest first, across all pages read so far. */
  readonly changes: FoundChange<R>[] = [];
  /** Where its timeline goes on. Undefined if it was read to its end. */
  next: TimelinePosition | undefined;

  constructor(
    readonly updated: UpdatedResource,
    private readonly kind: TimelineKind<R>,
  ) {
    this.text = textOf(updated.resource);
  }

  /** Takes a page in. @returns its changes. */
  add({ edges, end, hasNextPage }: TimelinePage<R>): readonly FoundChange<R>[] {
    const added = edges.map(({ record }) => new FoundChange(this, record, this.kind));
    this.changes.push(...added);
    this.next = hasNextPage ? end : undefined;
    return added;
  }
}
