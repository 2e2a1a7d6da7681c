import type { ResourceKey } from '../changes/ResourceKey';
import { resourceKeyText } from '../changes/ResourceKey';
import type { Place } from './ChangeOrder';
import { comparePlaces } from './ChangeOrder';
import type { ReadSoFar } from './FeedPosition';
import type { UpdatedResource } from './UpdatedResource';
import { hashOf } from './UpdatedResource';

/**
 * How late a capture can be listed, and how much later than the update that it shows a capture can be. Captures come every ten
 * minutes.
 */
export const latenessMs = 20 * 60_000;

/** How far the lists can be trusted. */
export interface Trust {
  /** Whether captures can be later than the update that they show. */
  readonly lags: boolean;
  /** Whether the update of a deleted resource can be that of the last change before its removal. */
  readonly removalsUndated: boolean;
}

/** So many resources without a date can be read besides those that a page needs. */
const mostUndated = 10;

/** A resource that may bring changes from a place on, and none before. */
export interface Due {
  readonly updated: UpdatedResource;
  /** The resource, as text. */
  readonly text: string;
  readonly place: Place;
}

/** Which listed resources belong to a feed. */
export interface FeedScope {
  /** Defaults to all. */
  readonly isInScope?: (resource: ResourceKey) => boolean;
  /** What a poll has seen already. Defaults to nothing. */
  readonly isSeen?: (updated: UpdatedResource) => boolean;
}

/** The resources whose timelines are still to be opened, in the order in which they can bring changes. */
export class Frontier {
  private readonly taken = new Set<string>();
  private readonly closedAccounts = new Set<string>();
  /** What the pages before left open, by text. */
  private readonly leftOpen = new Map<string, { readonly resource: ResourceKey; readonly at: number }>();
  private readonly done: ReadonlySet<string>;
  /** Accounts of which the pages before could read nothing. */
  private readonly wereClosed: Set<string>;
  /** Those of them of which something could be read now. */
  private readonly reopened = new Set<string>();
  private waiting: readonly Due[] = [];
  private listed: readonly UpdatedResource[] = [];
  private lags: boolean;
  private readonly removalsUndated: boolean;

  /**
   * @param start no change before this place is wanted.
   * @param read what the pages before have read.
   */
  constructor(
    private readonly start: Place,
    private readonly scope: FeedScope,
    private readonly read: ReadSoFar | undefined,
    { lags, removalsUndated }: Trust,
  ) {
    this.lags = lags;
    this.removalsUndated = removalsUndated;
    for (const { key, at } of read?.open ?? []) {
      const [accountId, region, resourceType, resourceId] = key;
      const resource = { accountId, region, resourceType, resourceId };
      this.leftOpen.set(resourceKeyText(resource), { resource, at });
    }
    this.done = new Set(read?.done);
    this.wereClosed = new Set(read?.closed);
  }

  /** The accounts of which nothing can be read. */
  get closed(): readonly string[] {
    return [...new Set([...this.wereClosed, ...this.closedAccounts])];
  }

  /** In order. */
  get due(): readonly Due[] {
    return this.waiting;
  }

  /** How many resources can bring changes from the very start on: all of them have to be read. */
  get tied(): number {
    return this.waiting.filter(({ place }) => place.at >= this.start.at).length;
  }

  /** How much later than the update of its resource a change can have been captured, milliseconds. */
  get lagMs(): number {
    return this.lags ? latenessMs : 0;
  }

  /** Takes what is listed. */
  list(listed: readonly UpdatedResource[]): void {
    this.listed = listed;
    this.sort();
  }

  /** Captures turned out to be later than the updates that they show. */
  learnLag(): void {
    if (this.lags) return;
    this.lags = true;
    this.sort();
  }

  /** From here on a resource is not due any more. */
  take(text: string): void {
    this.taken.add(text);
    this.waiting = this.waiting.filter((one) => one.text !== text);
  }

  /** Nothing of an account can be read. @returns false if that was known. */
  close(accountId: string): boolean {
    if (this.closedAccounts.has(accountId)) return false;
    this.closedAccounts.add(accountId);
    this.waiting = this.waiting.filter(({ updated }) => updated.resource.accountId !== accountId);
    return true;
  }

  /** Something of an account can be read. If nothing could before, all of it has to be. */
  reopen(accountId: string): void {
    if (!this.wereClosed.delete(accountId)) return;
    this.reopened.add(accountId);
    this.sort();
  }

  isClosed({ accountId }: ResourceKey): boolean {
    return this.closedAccounts.has(accountId);
  }

  /** What the pages before left open, and this one has not read either. */
  stillOpen(): Map<string, { readonly resource: ResourceKey; readonly at: number }> {
    return new Map([...this.leftOpen].filter(([text]) => !this.taken.has(text)));
  }

  /** The first update, in order, that nobody has read. Undefined if all that is listed is read. */
  firstUnread(): Place | undefined {
    let first: Place | undefined;
    for (const { updated, text } of this.waiting) {
      if (updated.updatedAt === undefined) continue;
      const place = { at: updated.updatedAt, text, content: '' };
      if (first === undefined || comparePlaces(place, first) < 0) first = place;
    }
    return first;
  }

  private sort(): void {
    const due = new Map<string, Due>();
    const tried = new Set<string>();
    const areFew = this.listed.filter(({ isDeleted }) => isDeleted === true).length <= mostUndated;
    for (const updated of this.listed) {
      const { resource } = updated;
      const { accountId } = resource;
      const text = resourceKeyText(resource);
      if (this.taken.has(text) || this.isClosed(resource)) continue;
      const isUndated = this.removalsUndated && areFew && updated.isDeleted === true;
      let place = this.placeOf(isUndated ? { ...updated, updatedAt: undefined } : updated, text);
      if (this.wasRead(updated, text)) {
        // One resource shows whether the account can be read now: whatever lies in the range of this page may be missing.
        if (!this.wereClosed.has(accountId) || tried.has(accountId)) continue;
        tried.add(accountId);
        place = { at: this.start.at, text, content: '' };
      }
      if (this.scope.isInScope?.(resource) === false || this.scope.isSeen?.(updated) === true) continue;
      due.set(text, { updated, text, place });
    }
    for (const [text, { resource, at }] of this.leftOpen) {
      if (due.has(text) || this.taken.has(text) || this.isClosed(resource)) continue;
      const place = { at: Math.min(this.start.at, at), text, content: '' };
      due.set(text, { updated: { resource, updatedAt: undefined }, text, place });
    }
    this.waiting = [...due.values()].sort((one, other) => comparePlaces(one.place, other.place));
  }

  /** No change of a resource is newer than its last update, except for what captures lag behind. */
  private placeOf({ updatedAt = Infinity }: UpdatedResource, text: string): Place {
    const at = Math.min(this.start.at, updatedAt + this.lagMs);
    return { at, text: this.lags ? '' : text, content: '' };
  }

  /** Whether the pages before have read it to its end, or know what they left open. */
  private wasRead(updated: UpdatedResource, text: string): boolean {
    const { updatedAt } = updated;
    if (this.read === undefined || updatedAt === undefined) return false;
    if (this.reopened.has(updated.resource.accountId)) return false;
    const { until, above } = this.read;
    if (updatedAt > until) return this.done.has(hashOf(updated));
    const place = { at: updatedAt, text, content: '' };
    return comparePlaces(place, { at: above.updatedAt, text: above.text, content: '' }) < 0;
  }
}
