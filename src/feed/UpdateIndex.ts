import { resourceKeyText } from '../changes/ResourceKey';
import type { Operation } from '../operations/operation';
import { LostToken } from '../pagination/LostToken';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../pagination/readTokenPage';
import { readWholeList } from '../pagination/readWholeList';
import type { FeedGap, GapSubject } from './FeedGap';
import type { UpdatedResource } from './UpdatedResource';
import { isOfSource } from './isOfSource';

/** A range of updates: its first and its last millisecond. */
export interface IndexWindow {
  readonly start: number;
  readonly end: number;
}

/** One list of what was updated: of an account, or of a group of accounts. */
export interface FeedSource {
  readonly subject: GapSubject;
  /** What is called, for the error of a list that cannot be read to its end. */
  readonly operation: Operation;
  /** One upstream page of the resources that were last updated in a window. Deleted resources are a list of their own. */
  readonly read: (
    window: IndexWindow,
    isDeleted: boolean,
    page: UpstreamTokenRequest,
  ) => Promise<UpstreamTokenPage<UpdatedResource>>;
}

/** Bounds of windows are rounded to this, so that callers who ask at about the same time share their calls. */
export const indexStepMs = 10_000;

/** The upstream refuses windows of more than 30 days, and the gateway requests each a little wider. */
const maxWindowMs = 30 * 24 * 60 * 60_000 - indexStepMs;

/** Longer lists are read in shorter windows: the newest updates are needed first. */
const maxListed = 800;
const maxPagesOfList = 10;

/** What a list that is too long is cut to, if its count can be believed. */
const wantedOfWindow = 500;

interface List {
  readonly source: FeedSource;
  readonly isDeleted: boolean;
}

/** A list is longer than is wanted at once. */
class TooLong extends Error {
  override readonly stack = undefined;
  constructor(readonly count: number | undefined) {
    super('The list is too long.');
  }
}

/** No further call may be made. */
class Spent extends Error {
  override readonly stack = undefined;
}

/**
 * The resources that were updated in a window, from lists that say when, read from the newest update on as far as they
 * are needed. Lists promise no order, so a window is read to its end before anything of it counts.
 */
export class UpdateIndex {
  /** By their texts. */
  readonly resources = new Map<string, UpdatedResource>();
  /** The lists that could not be read. */
  readonly gaps: FeedGap[] = [];
  private readonly failed = new Set<FeedSource>();
  private listed: number;
  private calls = 0;
  /** What each list of the whole window counted. */
  private readonly counts = new Map<string, number | undefined>();
  private countsFit = true;
  private lastCount: number | undefined;

  /**
   * @param window what to list: its end is read first.
   * @param maxCalls how many calls it may make.
   */
  constructor(
    private readonly sources: readonly FeedSource[],
    private readonly window: IndexWindow,
    private readonly maxCalls: number,
  ) {
    this.listed = window.end + 1;
  }

  /** Everything that was updated at this moment or later is known. */
  get listedFrom(): number {
    return this.listed;
  }

  get isComplete(): boolean {
    return this.listed <= this.window.start || this.failed.size === this.sources.length;
  }

  /** How many resources the window has, as far as that is known: the lists’ own count is believed only if it can be right. */
  get count(): number | undefined {
    if (this.failed.size > 0) return undefined;
    if (this.isComplete) return this.resources.size;
    if (this.counts.size === 0 || !this.countsFit) return undefined;
    let sum = 0;
    for (const count of this.counts.values()) sum += count ?? NaN;
    return sum >= this.resources.size ? sum : undefined;
  }

  /**
   * Lists the next older part of the window.
   *
   * @returns false if that takes more calls than are allowed.
   * @throws the first error if no list can be read at all.
   */
  async readOn(): Promise<boolean> {
    const end = this.listed - 1;
    let start = Math.max(this.window.start, end - maxWindowMs);
    try {
      for (;;) {
        const tooLong = await this.readPart({ start, end });
        if (tooLong === undefined) break;
        start = this.shorten({ start, end }, tooLong.count);
      }
    } catch (error) {
      if (error instanceof Spent) return false;
      throw error;
    }
    const isFirst = this.listed > this.window.end;
    if (isFirst && this.sources.length > 0 && this.failed.size === this.sources.length) throw this.gaps[0]?.error;
    this.listed = start;
    return true;
  }

  /** A later start of a window whose list is too long. */
  private shorten({ start, end }: IndexWindow, count: number | undefined): number {
    // A count that a shorter window does not lower counts something else.
    if (count !== undefined && this.lastCount !== undefined && count > this.lastCount * 0.9) this.countsFit = false;
    this.lastCount = count;
    const share = count === undefined || !this.countsFit ? 1 / 2 : Math.min(1 / 2, wantedOfWindow / count);
    const length = Math.max(indexStepMs, (end - start) * share);
    return Math.max(start, Math.floor((end - length) / indexStepMs) * indexStepMs);
  }

  /** Reads all lists of a window. @returns the first that is too long. */
  private async readPart(window: IndexWindow): Promise<TooLong | undefined> {
    const lists = this.sources
      .filter((source) => !this.failed.has(source))
      .flatMap((source) => [
        { source, isDeleted: false },
        { source, isDeleted: true },
      ]);
    const ends = await Promise.all(
      lists.map((list) =>
        this.readList(list, window).catch((error: unknown) => {
          if (error instanceof TooLong || error instanceof Spent) return error;
          this.fail(list.source, error);
        }),
      ),
    );
    const spent = ends.find((end) => end instanceof Spent);
    if (spent !== undefined) throw spent;
    return ends.find((end) => end instanceof TooLong);
  }

  private fail(source: FeedSource, error: unknown): undefined {
    const reason = error instanceof LostToken ? error.reason : error;
    if (!isOfSource(reason)) throw reason;
    if (!this.failed.has(source)) this.gaps.push({ subject: source.subject, error: reason });
    this.failed.add(source);
  }

  private async readList({ source, isDeleted }: List, window: IndexWindow): Promise<void> {
    const mayBeShortened = window.end - window.start > indexStepMs;
    const isWhole = window.end === this.window.end && window.start === this.window.start;
    let pages = 0;
    const fetch = async (page: UpstreamTokenRequest) => {
      if (mayBeShortened && pages >= maxPagesOfList) throw new TooLong(undefined);
      if (this.calls >= this.maxCalls) throw new Spent();
      this.calls += 1;
      // Whether the bounds belong to the window is not documented.
      const answer = await source.read({ start: window.start - 1, end: window.end + 1 }, isDeleted, page);
      pages += 1;
      if (page.NextToken === undefined) {
        if (isWhole) this.counts.set(JSON.stringify([source.subject, isDeleted]), answer.totalCount);
        const { totalCount = 0, nextToken = '' } = answer;
        if (nextToken !== '' && mayBeShortened && this.countsFit && totalCount > maxListed)
          throw new TooLong(totalCount);
      }
      return answer;
    };
    const keyOf = ({ resource }: UpdatedResource): string => resourceKeyText(resource);
    for await (const page of readWholeList({ operation: source.operation, keyOf }, fetch)) {
      for (const updated of page) this.add({ ...updated, isDeleted });
    }
  }

  /** A resource may be in both lists, and come twice. Its last update counts; one that is not dated counts as the newest. */
  private add(updated: UpdatedResource): void {
    const text = resourceKeyText(updated.resource);
    const known = this.resources.get(text);
    const isNewer = known === undefined || (updated.updatedAt ?? Infinity) > (known.updatedAt ?? Infinity);
    if (isNewer) this.resources.set(text, updated);
  }
}
