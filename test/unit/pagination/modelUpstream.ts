import { RpcError } from '../../../src/errors/RpcError';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import type { UpstreamTimelinePage, UpstreamTimelineRequest } from '../../../src/pagination/readTimelinePage';

/** What the documents leave open about GetResourceConfigurationTimeline, and what goes wrong, each point chosen. */
export interface Reading {
  /** Whether StartTime and EndTime themselves belong to the window. */
  readonly bounds: 'inclusive' | 'exclusive';
  readonly lastToken: 'absent' | 'empty' | 'present';
  /** TotalCount: of the window, of all there is, wrong in some way, or missing. */
  readonly counts: 'window' | 'history' | 'zero' | 'page' | 'at most 50' | 'absent';
  /** Order within a millisecond: always the same, another for each query, or another at each call of a query. */
  readonly ties: 'stable' | 'by query' | 'by call';
  /** Order of the list; in the last one each page is newest first as a whole and shuffled in itself. */
  readonly order: 'newest first' | 'oldest first' | 'shuffled pages';
  /** The most that a page holds, whatever Limit says. */
  readonly pageCap: number;
  /** Every so-many-th page of a query is empty, with a token; 0: none. */
  readonly emptyEvery: number;
  /** So many empty pages, each with a token, come before the first page of a query. */
  readonly emptyRun: number;
  /** What becomes of a token: it leads on, is refused, leads to the first page, or to a page that has it again. */
  readonly tokens: 'live' | 'refused' | 'first page' | 'repeated';
  /** Whether a page that a token leads to begins with the last change of the page before. */
  readonly repeatsAtEdge: boolean;
}

/** As the documents read first. */
export const plainReading: Reading = {
  bounds: 'inclusive',
  lastToken: 'absent',
  counts: 'window',
  ties: 'stable',
  order: 'newest first',
  pageCap: 100,
  emptyEvery: 0,
  emptyRun: 0,
  tokens: 'live',
  repeatsAtEdge: false,
};

interface Chain {
  readonly request: UpstreamTimelineRequest;
  readonly seed: number;
  readonly offset: number;
  readonly page: number;
}

/** A change of a resource: two with the same note at the same time are one. */
export const change = (capturedAt: number, note = ''): ConfigurationChangeRecord => ({
  CaptureTime: capturedAt,
  ConfigurationDiff: JSON.stringify({ Note: [null, note] }),
  ResourceEventType: 'MODIFY',
});

/** The refusal of a token. */
export const tokenInvalid = (): RpcError =>
  new RpcError({
    product: 'Config',
    action: 'GetResourceConfigurationTimeline',
    kind: 'CLIENT',
    code: 'TokenInvalid',
    httpStatus: 400,
  });

/** GetResourceConfigurationTimeline of one resource, in memory, under one reading of its documents. */
export class ModelUpstream {
  readonly requests: UpstreamTimelineRequest[] = [];
  private readonly chains = new Map<string, Chain>();
  private queries = 0;
  private tokens = 0;

  constructor(
    private readonly changes: ConfigurationChangeRecord[],
    private readonly reading: Reading = plainReading,
    private readonly seed = 0,
  ) {}

  readonly fetch = async (
    request: UpstreamTimelineRequest,
  ): Promise<UpstreamTimelinePage<ConfigurationChangeRecord>> => {
    this.requests.push(request);
    return this.answer(request);
  };

  /** Something happens now, newer than all before. */
  record(newer: ConfigurationChangeRecord): void {
    this.changes.push(newer);
  }

  expireTokens(): void {
    this.chains.clear();
  }

  private answer(request: UpstreamTimelineRequest): UpstreamTimelinePage<ConfigurationChangeRecord> {
    const { emptyEvery, emptyRun, lastToken, order, pageCap, repeatsAtEdge, tokens } = this.reading;
    const chain = this.chainOf(request);
    const all = this.listOf(chain);
    const isEmpty = emptyEvery > 0 && chain.page % emptyEvery === emptyEvery - 1 && chain.offset < all.length;
    const repeats = repeatsAtEdge && chain.offset > 0 ? 1 : 0;
    const size = isEmpty || chain.page < emptyRun ? 0 : Math.max(1, Math.min(chain.request.Limit, pageCap) - repeats);
    const page = all.slice(chain.offset, chain.offset + size);
    const listed = size === 0 ? [] : all.slice(chain.offset - repeats, chain.offset + size);
    const records = order === 'shuffled pages' ? shuffled(listed, chain.seed * 1000 + chain.page) : listed;
    const next = { ...chain, offset: chain.offset + page.length, page: chain.page + 1 };
    const isLast = next.offset >= all.length && chain.page >= emptyRun;
    // As the emulator does it: a token on the last page leads to an empty page, and that one to nothing, or to itself.
    const isFollowed = page.length > 0 || (tokens === 'repeated' && request.NextToken !== undefined);
    const tokenAfterLast = isFollowed && lastToken === 'present' ? this.tokenAfter(request, next) : undefined;
    return {
      records,
      nextToken: isLast ? (lastToken === 'empty' ? '' : tokenAfterLast) : this.tokenAfter(request, next),
      totalCount: this.count(all.length, records.length),
    };
  }

  private listOf({ request: { StartTime, EndTime }, seed, page }: Chain): ConfigurationChangeRecord[] {
    const { bounds, order, ties } = this.reading;
    const inset = bounds === 'inclusive' ? 0 : 1;
    const list = inOrder(
      this.changes.filter(({ CaptureTime: at }) => at >= StartTime + inset && at <= EndTime - inset),
      ties === 'stable' ? 0 : ties === 'by query' ? seed : seed * 1000 + page,
    );
    return order === 'oldest first' ? list.reverse() : list;
  }

  private count(inWindow: number, onPage: number): number | undefined {
    switch (this.reading.counts) {
      case 'window':
        return inWindow;
      case 'history':
        return this.changes.length;
      case 'zero':
        return 0;
      case 'page':
        return onPage;
      case 'at most 50':
        return Math.min(50, inWindow);
      case 'absent':
        return undefined;
    }
  }

  private chainOf(request: UpstreamTimelineRequest): Chain {
    const { NextToken: token } = request;
    const beginning = { request, seed: this.seed + this.queries + 1, offset: 0, page: 0 };
    if (token === undefined) {
      this.queries += 1;
      return beginning;
    }
    const chain = this.reading.tokens === 'refused' ? undefined : this.chains.get(token);
    if (chain !== undefined) return chain;
    if (this.reading.tokens === 'first page') return beginning;
    throw tokenInvalid();
  }

  private tokenAfter({ NextToken }: UpstreamTimelineRequest, next: Chain): string {
    return this.reading.tokens === 'repeated' && NextToken !== undefined ? NextToken : this.tokenFor(next);
  }

  private tokenFor(chain: Chain): string {
    const token = `token-${++this.tokens}`;
    if (this.reading.tokens !== 'first page' || this.tokens % 3 !== 0) this.chains.set(token, chain);
    return token;
  }
}

/** Newest first. Within a millisecond in an order that the seed decides, or as recorded if it is 0. */
const inOrder = (changes: readonly ConfigurationChangeRecord[], seed: number): ConfigurationChangeRecord[] =>
  changes
    .map((record, index) => ({ record, lot: seed === 0 ? -index : lotOf(seed, index) }))
    .sort((a, b) => b.record.CaptureTime - a.record.CaptureTime || b.lot - a.lot)
    .map(({ record }) => record);

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, index) => ({ item, lot: lotOf(seed, index) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);

const lotOf = (seed: number, index: number): number => {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};
