import type { TimelinePage } from '../pagination/readTimelinePage';
import type { TimelineKind, TimelineRecord } from '../pagination/TimelineKind';
import type { TimelinePosition } from '../pagination/TimelinePosition';
import { toClientError } from '../errors/ClientError';
import type { Place } from './ChangeOrder';
import { comparePlaces } from './ChangeOrder';
import type { FeedGap } from './FeedGap';
import type { FeedPosition, ReadSoFar } from './FeedPosition';
import type { FeedResource, UpdatedResource } from './FeedResource';
import { hashOf, textOf } from './FeedResource';
import type { FoundChange } from './Opened';
import { Opened } from './Opened';
import type { FeedSource } from './UpdateIndex';
import { indexStepMs, UpdateIndex } from './UpdateIndex';
import { isOfSource } from './isOfSource';
import { refuseWidth } from './refuseWidth';

/**
 * How late a capture can be listed, and how much later than the update that it shows a capture can be. Captures come every ten
 * minutes.
 */
export const latenessMs = 20 * 60_000;

/** So many timelines are read at once. */
const parallelReads = 10;

/** So many resources may have to be read before the first change of a page is known. */
export const maxTied = 200;

/** A page with more gaps of single resources ends early: then it is the upstream that fails. */
const maxGaps = 20;

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
    resource: FeedResource,
    window: { readonly from: number; readonly to: number },
    position: TimelinePosition | undefined,
  ) => Promise<TimelinePage<R>>;
}

export interface FeedRequest<R extends TimelineRecord> {
  /** The window of captures: its first millisecond, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** The last moment that the lists are asked for, not in the future. */
  readonly until: number;
  readonly first: number;
  readonly position?: FeedPosition;
  /** The resources to look into, in place of lists. */
  readonly named?: readonly FeedResource[];
  /** Whether a listed resource is in scope. Defaults to all. */
  readonly isInScope?: (resource: FeedResource) => boolean;
  /** What a poll has seen already. */
  readonly isSeen?: (updated: UpdatedResource) => boolean;
  readonly matches?: (record: R) => boolean;
  /** Whether changes were lately seen that are newer than the update of their resource. */
  readonly lags: boolean;
  /** How many calls of timelines, and of lists, a page may make. */
  readonly maxTimelines: number;
  readonly maxLists: number;
}

export interface FeedPage<R extends TimelineRecord> {
  readonly edges: readonly { readonly resource: FeedResource; readonly record: R; readonly position: FeedPosition }[];
  readonly end: FeedPosition;
  readonly hasNextPage: boolean;
  readonly gaps: readonly FeedGap[];
  /** The range of captures that the page stands for, and its gaps. */
  readonly range: { readonly from: number; readonly to: number };
  /** How many resources were updated in the listed window. Undefined if that is not known. */
  readonly updatedCount: number | undefined;
  /** What was listed, and has been or need not be read: later polls leave it out. */
  readonly seen: readonly UpdatedResource[];
  readonly lags: boolean;
}

/**
 * Reads one page of the changes of many resources, newest first.
 *
 * The lists say when each resource was last updated: no change of it is newer. So timelines are read from the newest update
 * on, until as many changes are known as the page holds, and one more, that are newer than the next update. `first` + 1
 * timelines are enough if each update made a change, however many resources there are.
 *
 * What cannot be read becomes a gap: the rest of the page is right. If the calls are spent, the page ends early, before the
 * first resource that was not read, and the next page goes on there.
 *
 * @throws the first error if nothing can be read.
 * @throws UserError LIMIT_EXCEEDED if more than {@link maxTied} resources have to be read before the first change is known.
 */
export const readFeed = <R extends TimelineRecord>(
  reads: FeedReads<R>,
  request: FeedRequest<R>,
): Promise<FeedPage<R>> => new FeedReader(reads, request).read();

/** Something that may bring changes from its place on, and none before. */
interface Due extends Place {
  readonly what: UpdatedResource | 'index';
}

class FeedReader<R extends TimelineRecord> {
  private readonly index: UpdateIndex;
  private readonly start: Place;
  private readonly opened = new Map<string, Opened<R>>();
  private readonly gaps: FeedGap[] = [];
  /** Accounts of which nothing can be read. */
  private readonly closed = new Set<string>();
  private readonly failed = new Set<string>();
  /** The first changes behind the start that match: those of the page, and one more. */
  private found: FoundChange<R>[] = [];
  private unopened: Due[] = [];
  /** What the pages before left open, by text. */
  private readonly leftOpen = new Map<string, { readonly resource: FeedResource; readonly at: number }>();
  private readonly done: ReadonlySet<string>;
  private lags: boolean;
  private calls = 0;
  private maxCalls: number;
  private hasRead = false;
  private firstError: unknown;

  constructor(
    private readonly reads: FeedReads<R>,
    private readonly request: FeedRequest<R>,
  ) {
    const { position, from, to, until } = request;
    const start = Math.floor((from - latenessMs) / indexStepMs) * indexStepMs;
    this.index = new UpdateIndex(reads.sources, { start, end: until }, request.maxLists);
    this.start =
      position?.last === undefined
        ? { at: position?.at ?? to - 1, text: '', content: '' }
        : { at: position.at, ...position.last };
    this.maxCalls = request.maxTimelines;
    this.lags = request.lags || position?.lags === true;
    for (const { key, at } of position?.read?.open ?? []) {
      const [accountId, region, resourceType, resourceId] = key;
      const resource = { accountId, region, resourceType, resourceId };
      this.leftOpen.set(textOf(resource), { resource, at });
    }
    this.done = new Set(position?.read?.done);
  }

  async read(): Promise<FeedPage<R>> {
    this.collect();
    for (;;) {
      const due = this.due();
      const [next] = due;
      if (next === undefined) return this.toPage(undefined);
      if (next.what === 'index') {
        if (!(await this.index.readOn())) return this.toPage(next);
        this.collect();
        this.checkWidth();
        continue;
      }
      const room = Math.min(parallelReads, this.maxCalls - this.calls);
      if (room <= 0 || this.failed.size > maxGaps) return this.toPage(next);
      const missing = this.request.first + 1 - this.found.length;
      const wanted = missing > 0 ? Math.min(room, missing) : room;
      const batch: UpdatedResource[] = [];
      for (const { what } of due) {
        if (what === 'index' || batch.length === wanted) break;
        batch.push(what);
      }
      await Promise.all(batch.map((updated) => this.open(updated)));
    }
  }

  /** Gathers what is known to be updated and was not opened, in the order in which it has to be. */
  private collect(): void {
    const { named, isInScope, isSeen, position } = this.request;
    const read = position?.read;
    const listed = named?.map((resource) => ({ resource, updatedAt: undefined })) ?? [...this.index.resources.values()];
    const unopened: Due[] = [];
    for (const updated of listed) {
      const text = textOf(updated.resource);
      if (this.opened.has(text) || this.isGone(updated.resource, text)) continue;
      if (isInScope?.(updated.resource) === false || isSeen?.(updated) === true) continue;
      if (read !== undefined && this.wasRead(updated, text, read)) continue;
      unopened.push(this.dueOf(updated, text));
    }
    const texts = new Set(unopened.map(({ text }) => text));
    for (const [text, { resource, at }] of this.leftOpen) {
      if (texts.has(text) || this.opened.has(text) || this.isGone(resource, text)) continue;
      unopened.push({ what: { resource, updatedAt: undefined }, at: Math.min(this.start.at, at), text, content: '' });
    }
    this.unopened = unopened.sort(comparePlaces);
  }

  /** Whether the pages before have read it to its end, or know what they left open. */
  private wasRead(updated: UpdatedResource, text: string, { until, above }: ReadSoFar): boolean {
    const { updatedAt } = updated;
    if (updatedAt === undefined) return false;
    if (updatedAt > until) return this.done.has(hashOf(updated));
    return comparePlaces({ at: updatedAt, text, content: '' }, { at: above.updatedAt, text: above.text, content: '' }) < 0;
  }

  private isGone({ accountId }: FeedResource, text: string): boolean {
    return this.closed.has(accountId) || this.failed.has(text);
  }

  /** No change of a resource is newer than its last update, except for what captures lag behind. */
  private dueOf(updated: UpdatedResource, text: string): Due {
    const { updatedAt = Infinity } = updated;
    const latest = updatedAt + (this.lags ? latenessMs : 0);
    return { what: updated, at: Math.min(this.start.at, latest), text: this.lags ? '' : text, content: '' };
  }

  /** What may bring a change that belongs on this page, in order. */
  private due(): readonly Due[] {
    const limit = this.found[this.request.first];
    const due = this.unopened.filter((one) => limit === undefined || comparePlaces(one, limit) < 0);
    for (const { next, text, updated } of this.opened.values()) {
      if (next !== undefined && !this.isGone(updated.resource, text)) {
        due.push({ what: updated, at: next.at, text, content: '' });
      }
    }
    if (this.request.named === undefined && !this.index.isComplete) {
      const at = Math.min(this.start.at, this.index.listedFrom - 1 + (this.lags ? latenessMs : 0));
      due.push({ what: 'index', at, text: '', content: '' });
    }
    return due.filter((one) => limit === undefined || comparePlaces(one, limit) < 0).sort(comparePlaces);
  }

  /** What was updated behind the start has to be read whatever it brings. */
  private checkWidth(): void {
    const tied = this.unopened.filter(({ at }) => at >= this.start.at).length;
    if (tied > maxTied) throw refuseWidth(tied, maxTied, this.request.position !== undefined);
    this.maxCalls = Math.max(this.maxCalls, tied + this.request.first + 1);
  }

  private async open(updated: UpdatedResource): Promise<void> {
    const { kind, timeline } = this.reads;
    const { resource } = updated;
    const text = textOf(resource);
    const opened = this.opened.get(text) ?? new Opened(updated, kind);
    this.calls += 1;
    let page: TimelinePage<R>;
    try {
      page = await timeline(resource, { from: this.request.from, to: this.start.at + 1 }, opened.next);
    } catch (error) {
      this.fail(resource, text, error);
      return;
    }
    this.hasRead = true;
    const isFirst = !this.opened.has(text);
    this.opened.set(text, opened);
    this.unopened = this.unopened.filter((one) => one.what !== updated);
    const added = opened.add(page);
    if (isFirst) this.checkUpdate(updated, added[0]?.at);
    this.take(added);
  }

  private fail(resource: FeedResource, text: string, error: unknown): void {
    if (!isOfSource(error)) throw error;
    this.firstError ??= error;
    const { accountId } = resource;
    this.failed.add(text);
    this.unopened = this.unopened.filter((one) => one.what === 'index' || textOf(one.what.resource) !== text);
    // What a role may not read of one resource it may not read of another.
    if (toClientError(error, 'en').code !== 'FORBIDDEN') {
      this.gaps.push({ subject: { source: 'RESOURCE', resource }, error });
    } else if (!this.closed.has(accountId)) {
      this.closed.add(accountId);
      this.gaps.push({ subject: { source: 'ACCOUNT', accountId }, error });
      this.unopened = this.unopened.filter((one) => one.what === 'index' || one.what.resource.accountId !== accountId);
    }
  }

  /** Notices that the lists say of an update when it happened, not when it was captured. */
  private checkUpdate({ updatedAt }: UpdatedResource, newest: number | undefined): void {
    if (this.lags || updatedAt === undefined || newest === undefined) return;
    if (newest <= updatedAt || newest > this.request.until) return;
    this.lags = true;
    this.collect();
  }

  private take(added: readonly FoundChange<R>[]): void {
    const { first, matches } = this.request;
    const found = added.filter((change) => this.isBehindStart(change) && (matches?.(change.record) ?? true));
    if (found.length > 0) this.found = [...this.found, ...found].sort(comparePlaces).slice(0, first + 1);
  }

  private isBehindStart(change: FoundChange<R>): boolean {
    return this.request.position?.last === undefined ? change.at <= this.start.at : comparePlaces(this.start, change) < 0;
  }

  /** @param early what comes next if the calls are spent. */
  private toPage(early: Due | undefined): FeedPage<R> {
    const { named, position, first, from, to } = this.request;
    if (!this.hasRead && named !== undefined && this.firstError !== undefined) throw this.firstError;
    const known = early === undefined ? this.found : this.found.filter(({ at }) => at > early.at);
    const shown = known.slice(0, first);
    const isFull = known.length > first;
    const hasNextPage = early !== undefined || isFull;
    const common = { from, to, ...(this.lags ? { lags: true as const } : {}) };
    const positionOf = ({ at, text, content }: Place): FeedPosition => ({ ...common, at, last: { text, content } });
    const last = shown.at(-1);
    const end =
      isFull && last !== undefined ? positionOf(last) : { ...common, at: Math.min(early?.at ?? from, this.start.at) };
    const gaps = [...this.index.gaps, ...this.gaps];
    const read = named === undefined && hasNextPage && gaps.length === 0 ? this.readSoFar(end) : undefined;
    return {
      edges: shown.map((change) => ({
        resource: change.of.updated.resource,
        record: change.record,
        get position() {
          return positionOf(change);
        },
      })),
      end: read === undefined ? end : { ...end, read },
      hasNextPage,
      gaps,
      range: { from: hasNextPage ? end.at : from, to: position === undefined ? to : position.at + 1 },
      updatedCount: named === undefined ? this.index.count : undefined,
      seen: [...this.index.resources.values()].filter(({ resource }) => !this.isGone(resource, textOf(resource))),
      lags: this.lags,
    };
  }

  /** What the next page need not read again. Undefined if that is more than a cursor can hold. */
  private readSoFar({ at, last }: FeedPosition): ReadSoFar | undefined {
    const before = this.request.position?.read;
    const until = before?.until ?? this.request.until - latenessMs;
    const end: Place = last === undefined ? { at: at + 1, text: '', content: '' } : { at, ...last };

    const stillOpen = new Map([...this.leftOpen].filter(([text]) => !this.opened.has(text)));
    const done = new Set(before?.done);
    for (const opened of this.opened.values()) {
      const openAt = this.openAt(opened, end);
      const { updated, text } = opened;
      if (openAt !== undefined) stillOpen.set(text, { resource: updated.resource, at: openAt });
      if ((updated.updatedAt ?? 0) > until) done.add(hashOf(updated));
    }
    if (stillOpen.size > maxOpen || done.size > maxDone) return undefined;
    return {
      until,
      above: this.firstUnopened(),
      open: [...stillOpen.values()].map(({ resource, at: openAt }) => ({
        key: [resource.accountId, resource.region, resource.resourceType, resource.resourceId],
        at: openAt,
      })),
      done: [...done],
    };
  }

  /** When the newest change was captured that is still to be given. Undefined if there is none. */
  private openAt({ changes, next }: Opened<R>, end: Place): number | undefined {
    const { matches } = this.request;
    const rest = changes.find((change) => comparePlaces(end, change) < 0 && (matches?.(change.record) ?? true));
    return rest?.at ?? next?.at;
  }

  /** Where the order of updates goes on behind all that was opened. */
  private firstUnopened(): ReadSoFar['above'] {
    let first: Place = { at: this.index.isComplete ? 0 : this.index.listedFrom - 1, text: '', content: '' };
    for (const { what } of this.unopened) {
      if (what === 'index' || what.updatedAt === undefined) continue;
      const place = { at: what.updatedAt, text: textOf(what.resource), content: '' };
      if (comparePlaces(place, first) < 0) first = place;
    }
    return { updatedAt: first.at, text: first.text };
  }
}
