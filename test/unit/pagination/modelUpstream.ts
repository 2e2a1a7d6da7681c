import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import type { UpstreamTimelinePage, UpstreamTimelineRequest } from '../../../src/pagination/readTimelinePage';

/** What the documents leave open about GetResourceConfigurationTimeline, each point chosen. */
export interface Reading {
  /** Whether StartTime and EndTime themselves belong to the window. */
  readonly bounds: 'inclusive' | 'exclusive';
  readonly lastToken: 'absent' | 'empty' | 'present';
  readonly counts: boolean;
  /** Order within a millisecond: always the same, another for each query, or another at each call of a query. */
  readonly ties: 'stable' | 'by query' | 'by call';
  /** The most that a page holds, whatever Limit says. */
  readonly pageCap: number;
  /** Every so-many-th page of a query is empty, with a token; 0: none. */
  readonly emptyEvery: number;
}

/** As the documents read first. */
export const plainReading: Reading = {
  bounds: 'inclusive',
  lastToken: 'absent',
  counts: true,
  ties: 'stable',
  pageCap: 100,
  emptyEvery: 0,
};

interface Chain {
  readonly request: UpstreamTimelineRequest;
  readonly seed: number;
  readonly offset: number;
  readonly page: number;
}

/** A change of a resource: two with the same note at the same time are identical. */
export const change = (capturedAt: number, note = ''): ConfigurationChangeRecord => ({
  CaptureTime: capturedAt,
  ConfigurationDiff: JSON.stringify({ Note: [null, note] }),
  ResourceEventType: 'MODIFY',
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

  readonly fetch = async (request: UpstreamTimelineRequest): Promise<UpstreamTimelinePage> => {
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

  private answer(request: UpstreamTimelineRequest): UpstreamTimelinePage {
    const { bounds, counts, ties, pageCap, emptyEvery, lastToken } = this.reading;
    const chain = this.chainOf(request);
    const inset = bounds === 'inclusive' ? 0 : 1;
    const { StartTime, EndTime, Limit } = chain.request;
    const order = ties === 'stable' ? 0 : ties === 'by query' ? chain.seed : chain.seed * 1000 + chain.page;
    const all = inOrder(
      this.changes.filter(({ CaptureTime: at }) => at >= StartTime + inset && at <= EndTime - inset),
      order,
    );
    const isEmpty = emptyEvery > 0 && chain.page % emptyEvery === emptyEvery - 1 && chain.offset < all.length;
    const size = isEmpty ? 0 : Math.min(Limit, pageCap);
    const records = all.slice(chain.offset, chain.offset + size);
    const next = { ...chain, offset: chain.offset + records.length, page: chain.page + 1 };
    const isLast = next.offset >= all.length;
    // As the emulator does it: a token on the last page leads to an empty page, and that one to nothing.
    const tokenAfterLast = records.length > 0 && lastToken === 'present' ? this.tokenFor(next) : undefined;
    return {
      records,
      nextToken: isLast ? (lastToken === 'empty' ? '' : tokenAfterLast) : this.tokenFor(next),
      totalCount: counts ? all.length : undefined,
    };
  }

  private chainOf(request: UpstreamTimelineRequest): Chain {
    const { NextToken: token } = request;
    if (token === undefined) return { request, seed: this.seed + ++this.queries, offset: 0, page: 0 };
    const chain = this.chains.get(token);
    if (chain === undefined) throw new Error('TokenInvalid');
    return chain;
  }

  private tokenFor(chain: Chain): string {
    const token = `token-${++this.tokens}`;
    this.chains.set(token, chain);
    return token;
  }
}

/** Newest first; within a millisecond by a lot that the seed decides, or as recorded where it is 0. */
const inOrder = (changes: readonly ConfigurationChangeRecord[], seed: number): ConfigurationChangeRecord[] =>
  changes
    .map((record, index) => ({ record, lot: seed === 0 ? -index : lotOf(seed, index) }))
    .sort((a, b) => b.record.CaptureTime - a.record.CaptureTime || b.lot - a.lot)
    .map(({ record }) => record);

const lotOf = (seed: number, index: number): number => {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};
