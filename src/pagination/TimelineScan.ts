import type { TimelineKind, TimelineRecord } from './TimelineKind';
import type { TimelinePosition } from './TimelinePosition';

/** One change, known by its content. */
export class Change<R extends TimelineRecord> {
  readonly capturedAt: number;
  private known: string | undefined;

  constructor(
    readonly record: R,
    private readonly kind: TimelineKind<R>,
  ) {
    this.capturedAt = record.CaptureTime;
  }

  /** Made when it is needed: most changes are alone in their millisecond. */
  get fingerprint(): string {
    return (this.known ??= this.kind.contentOf(this.record));
  }
}

/** A window of a timeline: its first millisecond, and the one after its last. */
export interface TimelineWindow {
  readonly from: number;
  readonly to: number;
}

export const isWithin = ({ from, to }: TimelineWindow, { CaptureTime }: TimelineRecord): boolean =>
  CaptureTime >= from && CaptureTime < to;

/** Where reading goes on: nothing later than `at` is wanted, and of `at` itself what was not given. */
type Resume = Pick<TimelinePosition, 'at' | 'given'>;

/**
 * The changes that one read of a timeline has found, each once, whatever the upstream repeats.
 *
 * Down to {@link floor} every change is known. Below it some may be: they count once the floor is below them, so that no
 * page skips a change which the upstream lists out of order.
 */
export class TimelineScan<R extends TimelineRecord> {
  private readonly start: Resume;
  private readonly given: ReadonlySet<string>;
  private readonly known: Change<R>[] = [];
  private readonly byTime = new Map<number, Change<R>[]>();
  private lowest: number;
  private sorted: readonly Change<R>[] | undefined;

  constructor(
    private readonly kind: TimelineKind<R>,
    private readonly window: TimelineWindow,
    position: Resume | undefined,
  ) {
    this.start = position ?? { at: window.to, given: [] };
    this.given = new Set(this.start.given);
    this.lowest = this.start.at;
  }

  /** Every change captured later than this is known. */
  get floor(): number {
    return this.lowest;
  }

  get isComplete(): boolean {
    return this.lowest < this.window.from;
  }

  /** How many changes were found, those below the floor included. */
  get size(): number {
    return this.known.length;
  }

  /** Whether something was found that does not count yet. */
  get hasPending(): boolean {
    return this.changes().length < this.known.length;
  }

  /** Takes in one upstream page. @returns the changes of it that are new. */
  add(records: readonly R[]): readonly Change<R>[] {
    const added: Change<R>[] = [];
    for (const record of records) {
      const change = new Change(record, this.kind);
      if (this.isWanted(change) && this.isNew(change)) added.push(change);
    }
    if (added.length === 0) return added;
    this.known.push(...added);
    this.sorted = undefined;
    return added;
  }

  /** Notes that every change later than `time` is known. */
  lower(time: number): void {
    if (time >= this.lowest) return;
    this.lowest = time;
    this.sorted = undefined;
  }

  /** Takes back what was noted: the upstream does not list in the order that it was taken for. */
  raise(): void {
    this.lowest = this.start.at;
    this.sorted = undefined;
  }

  /** What is known down to the floor, newest first. */
  changes(): readonly Change<R>[] {
    this.sorted ??= this.known
      .filter(({ capturedAt }) => capturedAt >= this.lowest)
      .sort((a, b) => b.capturedAt - a.capturedAt);
    return this.sorted;
  }

  /** How many changes of one millisecond a query would bring again. */
  countAt(time: number): number {
    const before = time === this.start.at ? this.given.size : 0;
    return before + this.changes().filter(({ capturedAt }) => capturedAt === time).length;
  }

  /** Where to go on behind the change at `index` of {@link changes}; -1: behind none of them. */
  resumeAfter(index: number): Resume {
    const changes = this.changes();
    const at = changes[index + 1]?.capturedAt ?? (this.isComplete ? changes[index]?.capturedAt : this.lowest);
    if (at === undefined) return this.start;
    const before = at === this.start.at ? this.start.given : [];
    const given = changes.slice(0, index + 1).filter(({ capturedAt }) => capturedAt === at);
    return { at, given: [...before, ...given.map(({ fingerprint }) => fingerprint)] };
  }

  private isWanted(change: Change<R>): boolean {
    const { record, capturedAt } = change;
    if (!isWithin(this.window, record) || capturedAt > this.start.at) return false;
    if (capturedAt < this.start.at || this.given.size === 0) return true;
    const former = this.kind.formerContentOf?.(record);
    return !this.given.has(change.fingerprint) && (former === undefined || !this.given.has(former));
  }

  /** Notes a change, unless it is known. */
  private isNew(change: Change<R>): boolean {
    const beside = this.byTime.get(change.capturedAt);
    if (beside === undefined) {
      this.byTime.set(change.capturedAt, [change]);
      return true;
    }
    if (beside.some(({ fingerprint }) => fingerprint === change.fingerprint)) return false;
    beside.push(change);
    return true;
  }
}
