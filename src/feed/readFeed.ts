import type { ResourceKey } from '../changes/ResourceKey';
import { resourceKeyText } from '../changes/ResourceKey';
import { longestIntervalMs } from '../changes/attribution/attribute';
import { toClientError } from '../errors/ClientError';
import type { TimelineKind, TimelineRecord } from '../pagination/TimelineKind';
import type { TimelinePosition } from '../pagination/TimelinePosition';
import type { TimelinePage } from '../pagination/readTimelinePage';
import type { Place } from './ChangeOrder';
import { comparePlaces } from './ChangeOrder';
import type { FeedGap } from './FeedGap';
import type { FeedPosition, ReadSoFar } from './FeedPosition';
import type { Due, FeedScope } from './Frontier';
import { Frontier, latenessMs } from './Frontier';
import type { FoundChange } from './OpenTimeline';
import { OpenTimeline } from './OpenTimeline';
import type { FeedSource } from './UpdateIndex';
import { indexStepMs, UpdateIndex } from './UpdateIndex';
import type { UpdatedResource } from './UpdatedResource';
import { hashOf } from './UpdatedResource';
import { isOfSource } from './isOfSource';
import { refuseWidth } from './refuseWidth';
import { undatedRemovals } from './undatedRemovals';

/** So many timelines are read at once: as many as the client has in flight at first. */
const parallelReads = 20;

/** So many resources may have to be read before the first change of a page is known. */
export const maxTied = 200;

/** With more gaps of single resources a page ends early: then it is the upstream that fails. */
const maxFailures = 20;

/** What a cursor can hold. */
const maxOpen = 200;
const maxDone = 1_000;

/** What a page of the feed reads. */
export interface FeedReads<R extends TimelineRecord> {
  readonly kind: TimelineKind<R>;
  /** The lists of what was updated. None if the resources are named. */
  readonly sources: readonly FeedSource[];
  /** One page of a timeline, as long as one call makes it. */
  readonly timeline: (
    resource: ResourceKey,
    window: { readonly from: number; readonly to: number },
    position: TimelinePosition | undefined,
  ) => Promise<TimelinePage<R>>;
}

export interface FeedRequest<R extends TimelineRecord> extends FeedScope {
  /** The window of captures: its first millisecond, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** The last moment that is listed, not in the future. */
  readonly until: number;
  readonly first: number;
  readonly position?: FeedPosition;
  /** The resources to look into, in place of lists. */
  readonly named?: readonly ResourceKey[];
  readonly matches?: (record: R, resource: ResourceKey) => boolean;
  /** Whether changes were lately seen that are newer than the update of their resource. */
  readonly lags: boolean;
  /** Whether a removal was lately seen that is much newer than the update of its resource. */
  readonly removalsUndated: boolean;
  /** How many pages of timelines, and of lists, a page may read. */
  readonly maxTimelines: number;
  readonly maxLists: number;
}

export interface FeedEdge<R> {
  readonly resource: ResourceKey;
  readonly record: R;
  /**
   * When the change before it of the same resource was captured. Null if there is none within
   * {@link longestIntervalMs}, undefined if that is not known.
   */
  readonly previousAt: number | null | undefined;
  readonly position: FeedPosition;
}

export interface FeedPage<R extends TimelineRecord> {
  readonly edges: readonly FeedEdge<R>[];
  readonly end: FeedPosition;
  readonly hasNextPage: boolean;
  readonly gaps: readonly FeedGap[];
  /** The range of captures that the page, and each of its gaps, stands for. */
  readonly range: { readonly from: number; readonly to: number };
  /** How many resources were updated in the listed window. Undefined if that is not known. */
  readonly updatedCount: number | undefined;
  /** What was listed, without what a poll has to read again. */
  readonly settled: readonly UpdatedResource[];
  /** Whether changes were seen that are newer than the update of their resource. */
  readonly lags: boolean;
  /** Whether a removal was seen that is much newer than the update of its resource. */
  readonly removalsUndated: boolean;
}

/**
 * Reads one page of the changes of many resources, newest first.
 *
 * The lists say when each resource was last updated: no change of it is newer. So timelines are read from the newest update
 * on, until as many changes are known as the page holds, and one more, that are newer than the next update. `first` + 1
 * timelines are enough if each update made a change, however many resources there are.
 *
 * What cannot be read becomes a gap: the rest of the page is right. If no further call is allowed, the page ends early, before
 * the first resource that was not read, and the next page goes on there.
 *
 * @throws the first error if nothing can be read.
 * @throws UserError LIMIT_EXCEEDED if more than {@link maxTied} resources have to be read before the first change is known.
 */
export const readFeed = <R extends TimelineRecord>(
  reads: FeedReads<R>,
  request: FeedRequest<R>,
): Promise<FeedPage<R>> => new FeedReader(reads, request).read();

class FeedReader<R extends TimelineRecord> {
  private readonly index: UpdateIndex;
  private readonly start: Place;
  private readonly frontier: Frontier;
  private readonly opened = new Map<string, OpenTimeline<R>>();
  private readonly gaps: FeedGap[] = [];
  private readonly failed = new Set<string>();
  /** How many resources failed for another reason than that their account may not be read. */
  private failures = 0;
  /** The first changes behind the start that match: those of the page, and one more. */
  private found: readonly FoundChange<R>[] = [];
  private maxReads: number;
  private reads = 0;
  private firstError: Error | undefined;
  private removalsUndated: boolean;

  constructor(
    private readonly upstream: FeedReads<R>,
    private readonly request: FeedRequest<R>,
  ) {
    const { position, from, to, until } = request;
    const start = Math.floor((from - latenessMs) / indexStepMs) * indexStepMs;
    this.index = new UpdateIndex(upstream.sources, { start, end: until }, request.maxLists);
    this.start =
      position?.last === undefined
        ? { at: position?.at ?? to - 1, text: '', content: '' }
        : { at: position.at, ...position.last };
    const lags = request.lags || position?.lags === true;
    this.removalsUndated = request.removalsUndated;
    this.frontier = new Frontier(this.start, request, position?.read, { ...request, lags });
    this.maxReads = request.maxTimelines;
  }

  async read(): Promise<FeedPage<R>> {
    this.frontier.list(this.request.named?.map((resource) => ({ resource, updatedAt: undefined })) ?? []);
    for (;;) {
      const due = this.due();
      const [next] = due;
      const older = this.olderUpdates();
      if (older !== undefined && (next === undefined || comparePlaces(older, next.place) <= 0)) {
        if (!(await this.index.readOn())) return this.toPage(older);
        this.frontier.list([...this.index.resources.values()]);
        this.checkWidth();
        continue;
      }
      if (next === undefined) return this.toPage(undefined);
      const room = Math.min(parallelReads, this.maxReads - this.reads);
      if (room <= 0 || this.failures > maxFailures) return this.toPage(next.place);
      const missing = this.request.first + 1 - this.found.length;
      const ready = older === undefined ? due : due.filter(({ place }) => comparePlaces(place, older) < 0);
      const batch = ready.slice(0, missing > 0 ? Math.min(room, missing) : room);
      await Promise.all(batch.map(({ updated }) => this.open(updated)));
    }
  }

  /** What may bring a change that belongs on this page, in order. */
  private due(): readonly Due[] {
    const goOn: Due[] = [];
    for (const { next, text, updated } of this.opened.values()) {
      const isReadable = next !== undefined && !this.isGone(updated.resource, text);
      if (isReadable) goOn.push({ updated, text, place: { at: next.at, text, content: '' } });
    }
    const due = [...this.frontier.due, ...goOn].filter(({ place }) => this.isWanted(place));
    return goOn.length === 0 ? due : due.sort((one, other) => comparePlaces(one.place, other.place));
  }

  /** Where updates stand that are not listed yet. Undefined if none of them matters. */
  private olderUpdates(): Place | undefined {
    if (this.request.named !== undefined || this.index.isComplete) return undefined;
    const at = Math.min(this.start.at, this.index.listedFrom - 1 + this.frontier.lagMs);
    const place = { at, text: '', content: '' };
    return this.isWanted(place) ? place : undefined;
  }

  private isWanted(place: Place): boolean {
    const limit = this.found[this.request.first];
    return limit === undefined || comparePlaces(place, limit) < 0;
  }

  private isGone(resource: ResourceKey, text: string): boolean {
    return this.frontier.isClosed(resource) || this.failed.has(text);
  }

  /** What was updated behind the start has to be read, whatever it brings: otherwise the next page would begin here again. */
  private checkWidth(): void {
    const { tied } = this.frontier;
    const { first, position } = this.request;
    if (tied > maxTied) throw refuseWidth(tied, maxTied, position !== undefined);
    this.maxReads = Math.max(this.maxReads, tied + first + 1);
  }

  private async open(updated: UpdatedResource): Promise<void> {
    const { kind, timeline } = this.upstream;
    const { resource } = updated;
    const text = resourceKeyText(resource);
    const known = this.opened.get(text);
    const opened = known ?? new OpenTimeline(updated, kind, this.request.from);
    this.opened.set(text, opened);
    this.frontier.take(text);
    this.reads += 1;
    try {
      // A little further than the page shows, so that the change before each is known: its events came after that.
      const window = { from: this.request.from - longestIntervalMs, to: this.start.at + 1 };
      const page = await timeline(resource, window, opened.next);
      const added = opened.add(page);
      this.frontier.reopen(resource.accountId);
      if (known === undefined) this.checkUpdate(updated, added[0]?.at);
      this.gather(added);
    } catch (error) {
      this.fail(resource, text, error);
    }
  }

  private fail(resource: ResourceKey, text: string, error: unknown): void {
    if (!isOfSource(error)) throw error;
    this.firstError ??= error;
    this.failed.add(text);
    const { accountId } = resource;
    // What may not be read of one resource of an account may not be read of another.
    if (toClientError(error, 'en').code !== 'FORBIDDEN') {
      this.failures += 1;
      this.gaps.push({ subject: { source: 'RESOURCE', resource }, error });
    } else if (this.frontier.close(accountId)) {
      this.gaps.push({ subject: { source: 'ACCOUNT', accountId }, error });
    }
  }

  /** Notices if the lists say when an update happened, not when it was captured. */
  private checkUpdate({ updatedAt, isDeleted }: UpdatedResource, newest: number | undefined): void {
    if (updatedAt === undefined || newest === undefined) return;
    if (newest <= updatedAt || newest > this.request.until) return;
    if (isDeleted === true && newest > updatedAt + latenessMs) this.removalsUndated = true;
    else this.frontier.learnLag();
  }

  private gather(added: readonly FoundChange<R>[]): void {
    const found = added.filter((change) => this.isBehindStart(change) && this.matches(change));
    if (found.length === 0) return;
    this.found = [...this.found, ...found].sort(comparePlaces).slice(0, this.request.first + 1);
  }

  private matches({ record, resource }: FoundChange<R>): boolean {
    return this.request.matches?.(record, resource) ?? true;
  }

  private isBehindStart(change: FoundChange<R>): boolean {
    const isBegun = this.request.position?.last !== undefined;
    return isBegun ? comparePlaces(this.start, change) < 0 : change.at <= this.start.at;
  }

  /** @param early what comes next if no further call is allowed. */
  private toPage(early: Place | undefined): FeedPage<R> {
    const { named, position, first, from, to } = this.request;
    const hasRead = this.failed.size < this.reads;
    if (named !== undefined && !hasRead && this.firstError !== undefined) throw this.firstError;
    const known = early === undefined ? this.found : this.found.filter(({ at }) => at > early.at);
    const shown = known.slice(0, first);
    const last = shown.at(-1);
    const isFull = known.length > first;
    const hasNextPage = early !== undefined || isFull;
    const end = isFull && last !== undefined ? this.positionOf(last) : this.endBefore(early);
    const { removalsUndated } = this;
    const undated = removalsUndated ? this.upstream.sources.map(({ subject }) => undatedRemovals(subject)) : [];
    const gaps = [...this.index.gaps, ...this.gaps, ...undated];
    const read = named === undefined && hasNextPage && this.index.gaps.length === 0 ? this.readSoFar(end) : undefined;
    return {
      edges: shown.map((change) => this.toEdge(change)),
      end: read === undefined ? end : { ...end, read },
      hasNextPage,
      gaps,
      range: { from: hasNextPage ? end.at : from, to: position === undefined ? to : position.at + 1 },
      updatedCount: named === undefined ? this.index.count : undefined,
      settled: [...this.index.resources.values()].filter((updated) => this.isSettled(updated)),
      lags: this.frontier.lagMs > 0,
      removalsUndated,
    };
  }

  /** Not what failed, and no late update of which the timeline does not show the change yet. */
  private isSettled({ resource, updatedAt = Infinity }: UpdatedResource): boolean {
    const text = resourceKeyText(resource);
    if (this.isGone(resource, text)) return false;
    if (updatedAt <= this.request.until - latenessMs) return true;
    const newest = this.opened.get(text)?.changes[0]?.at;
    return this.request.isSeen?.({ resource, updatedAt }) === true || (newest !== undefined && newest >= updatedAt);
  }

  /** Its position is made when it is needed. */
  private toEdge(change: FoundChange<R>): FeedEdge<R> {
    const positionOf = this.positionOf.bind(this);
    return {
      resource: change.resource,
      record: change.record,
      previousAt: this.opened.get(change.text)?.lastBefore(change.at),
      get position() {
        return positionOf(change);
      },
    };
  }

  private positionOf({ at, text, content }: Place): FeedPosition {
    return { ...this.window(), at, last: { text, content } };
  }

  /** The end of a page that is not full: everything newer was given, and of that millisecond what was given before. */
  private endBefore(early: Place | undefined): FeedPosition {
    const { position, from } = this.request;
    const at = Math.min(early?.at ?? from, this.start.at);
    const last = at === position?.at ? position.last : undefined;
    return { ...this.window(), at, ...(last === undefined ? {} : { last }) };
  }

  private window(): Pick<FeedPosition, 'from' | 'to' | 'lags'> {
    const { from, to } = this.request;
    return { from, to, ...(this.frontier.lagMs > 0 ? { lags: true } : {}) };
  }

  /** What the next page need not read again. Undefined if that is more than a cursor can hold. */
  private readSoFar({ at, last }: FeedPosition): ReadSoFar | undefined {
    const before = this.request.position?.read;
    const until = before?.until ?? this.request.until - latenessMs;
    const end: Place = last === undefined ? { at: at + 1, text: '', content: '' } : { at, ...last };
    const open = this.frontier.stillOpen();
    const done = new Set(before?.done);
    for (const opened of this.opened.values()) {
      const { updated, text } = opened;
      const rest = opened.changes.find((change) => comparePlaces(end, change) < 0 && this.matches(change));
      const openAt = this.failed.has(text) ? this.start.at : (rest?.at ?? opened.next?.at);
      if (this.frontier.isClosed(updated.resource)) continue;
      if (openAt !== undefined) open.set(text, { resource: updated.resource, at: openAt });
      if ((updated.updatedAt ?? 0) > until) done.add(hashOf(updated));
    }
    if (open.size > maxOpen || done.size > maxDone) return undefined;
    const { at: updatedAt, text } = this.frontier.firstUnread() ?? this.behindListed();
    return {
      until,
      above: { updatedAt, text },
      open: [...open.values()].map(({ resource, at: openAt }) => ({
        key: [resource.accountId, resource.region, resource.resourceType, resource.resourceId],
        at: openAt,
      })),
      closed: this.frontier.closed,
      done: [...done],
    };
  }

  private behindListed(): Place {
    return { at: this.index.isComplete ? 0 : this.index.listedFrom - 1, text: '', content: '' };
  }
}
