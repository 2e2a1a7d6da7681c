import type { UpstreamNumberedPage, UpstreamPageNumber } from '../../../src/pagination/readNumberedPage';

/** How a list that is paged by number may behave. */
export interface NumberedReading {
  /** What stands in TotalCount; `fewer` is one less than the page shows, `twice` is twice the truth. */
  readonly count: 'true' | 'absent' | 'zero' | 'fewer' | 'twice';
  /** Whether each page but the first begins with a copy of the record before it. */
  readonly repeatsEdges: boolean;
  /** How many records the next page that is read lacks, from its end; after that it is whole. */
  readonly lacks: number;
}

/** A list of records in memory, in pages by number, that may change between two of them. */
export class ModelNumberedList {
  readonly requests: UpstreamPageNumber[] = [];
  private lacks = 0;

  constructor(
    private readonly records: string[],
    private readonly reading: NumberedReading,
  ) {}

  readonly fetch = (request: UpstreamPageNumber): Promise<UpstreamNumberedPage<string>> => {
    this.requests.push(request);
    const { PageNumber, PageSize } = request;
    const start = (PageNumber - 1) * PageSize;
    const whole = this.records.slice(start, start + PageSize);
    const records = whole.slice(0, Math.max(0, whole.length - this.lacks));
    this.lacks = 0;
    const repeated =
      this.reading.repeatsEdges && records.length > 0 ? this.records.slice(Math.max(0, start - 1), start) : [];
    return Promise.resolve({ records: [...repeated, ...records], totalCount: this.countFor(start + whole.length) });
  };

  /** How many calls there were since the last time. */
  takeCalls(): number {
    return this.requests.splice(0).length;
  }

  remove(index: number): void {
    this.records.splice(index, 1);
  }

  insert(index: number, record: string): void {
    this.records.splice(index, 0, record);
  }

  /** The next page lacks what its reading says. */
  stumble(): void {
    this.lacks = this.reading.lacks;
  }

  private countFor(end: number): number | undefined {
    const { length } = this.records;
    return { true: length, absent: undefined, zero: 0, fewer: Math.max(0, end - 1), twice: 2 * length }[
      this.reading.count
    ];
  }
}
