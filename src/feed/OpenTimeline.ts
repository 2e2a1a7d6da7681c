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
  /** Those of the range, newest first. */
  readonly changes: FoundChange<R>[] = [];
  /** Where it goes on. Undefined if it was read to the start of the range, or not at all. */
  next: TimelinePosition | undefined;
  /** When the last change before the range was captured. Null if there is none in what was read. */
  private before: number | null = null;

  /** @param from the start of the range, milliseconds since the epoch. */
  constructor(
    readonly updated: UpdatedResource,
    private readonly kind: TimelineKind<R>,
    private readonly from: number,
  ) {
    this.text = resourceKeyText(updated.resource);
  }

  /** When the change before a moment was captured. Null if there is none in what was read, undefined if it was not read. */
  lastBefore(moment: number): number | null | undefined {
    const known = this.changes.find(({ at }) => at < moment)?.at;
    return known ?? (this.next === undefined ? this.before : undefined);
  }

  /** Takes a page in, which may reach behind the range. @returns its changes in the range. */
  add({ edges, end, hasNextPage }: TimelinePage<R>): readonly FoundChange<R>[] {
    const { resource } = this.updated;
    const within = edges.filter(({ record }) => record.CaptureTime >= this.from);
    const added = within.map(({ record }) => new FoundChange(resource, this.text, record, this.kind));
    this.changes.push(...added);
    this.before = edges[within.length]?.record.CaptureTime ?? null;
    this.next = hasNextPage && this.before === null ? end : undefined;
    return added;
  }
}
