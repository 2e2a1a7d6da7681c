import type { ResourceKey } from '../changes/ResourceKey';
import { resourceKeyText } from '../changes/ResourceKey';
import type { TimelineKind, TimelineRecord } from '../pagination/TimelineKind';
import type { TimelinePosition } from '../pagination/TimelinePosition';
import type { TimelinePage } from '../pagination/readTimelinePage';
import type { Place } from './ChangeOrder';
import type { UpdatedResource } from './UpdatedResource';

/** A change of one of many resources. */
export class FoundChange<R extends TimelineRecord> implements Place {
  readonly at: number;
  private known: string | undefined;

  /** @param text the resource, as text. */
  constructor(
    readonly resource: ResourceKey,
    readonly text: string,
    readonly record: R,
    private readonly kind: TimelineKind<R>,
  ) {
    this.at = record.CaptureTime;
  }

  /** Made when it is needed: most changes are alone in their millisecond. */
  get content(): string {
    return (this.known ??= this.kind.contentOf(this.record));
  }
}

/** The timeline of a resource, as far as it was needed. */
export class OpenTimeline<R extends TimelineRecord> {
  readonly text: string;
  /** Newest first. */
  readonly changes: FoundChange<R>[] = [];
  /** Where it goes on. Undefined if it was read to its end, or not at all. */
  next: TimelinePosition | undefined;

  constructor(
    readonly updated: UpdatedResource,
    private readonly kind: TimelineKind<R>,
  ) {
    this.text = resourceKeyText(updated.resource);
  }

  /** When the change before a moment was captured. Undefined if that is not known. */
  lastBefore(moment: number): number | undefined {
    return this.changes.find(({ at }) => at < moment)?.at;
  }

  /** Takes a page in. @returns its changes. */
  add({ edges, end, hasNextPage }: TimelinePage<R>): readonly FoundChange<R>[] {
    const { resource } = this.updated;
    const added = edges.map(({ record }) => new FoundChange(resource, this.text, record, this.kind));
    this.changes.push(...added);
    this.next = hasNextPage ? end : undefined;
    return added;
  }
}
