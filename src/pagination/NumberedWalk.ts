import { maxPageSize } from './pageSize';
import type { UpstreamNumberedPage, UpstreamPageNumber } from './readNumberedPage';

/**
 * Walks a list that is paged by number, in full pages. Its end is where the count says, unless that is the end of a full
 * page: then the count may be of that page alone. Without a count, or with one that is less than what came, an empty page
 * ends the list.
 *
 * @see docs/adr/0011-how-lists-end.md
 */
export class NumberedWalk<R> {
  private readonly distinct = new Set<string>();
  private readonly counts = new Set<number | undefined>();
  private read = 0;
  private isOver = false;

  constructor(
    private readonly load: (page: UpstreamPageNumber) => Promise<UpstreamNumberedPage<R>>,
    private readonly keyOf: (record: R) => string,
  ) {}

  /** How many pages were read. */
  get pages(): number {
    return this.read;
  }

  get isAtEnd(): boolean {
    return this.isOver;
  }

  /**
   * Whether nothing is missing: as many distinct records came as the upstream counted, on every page the same number. A
   * list without a count is never known to be complete.
   */
  get isComplete(): boolean {
    return this.isOver && this.counts.size === 1 && this.counts.has(this.distinct.size);
  }

  /** How many records the list has by a count that can be right. Undefined without one. */
  get count(): number | undefined {
    const [count] = this.counts;
    const canBeRight = this.counts.size === 1 && count !== undefined && count >= this.distinct.size;
    return canBeRight && (this.isOver || count > this.distinct.size) ? count : undefined;
  }

  /** Reads the next page. @throws what the upstream answers in its place. */
  async readOn(): Promise<readonly R[]> {
    const { records, totalCount } = await this.load({ PageNumber: this.read + 1, PageSize: maxPageSize });
    this.read += 1;
    this.counts.add(totalCount);
    for (const record of records) this.distinct.add(this.keyOf(record));
    const isCounted = totalCount !== undefined && totalCount >= this.distinct.size;
    const end = this.read * maxPageSize;
    const isUnproven = totalCount === end && records.length >= maxPageSize;
    this.isOver = records.length === 0 || (isCounted && !isUnproven && end >= totalCount);
    return records;
  }
}
