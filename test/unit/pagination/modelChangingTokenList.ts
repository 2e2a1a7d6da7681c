import { RpcError } from '../../../src/errors/RpcError';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../../src/pagination/readTokenPage';

/** How a list that is paged by token may behave. */
export interface ChangingReading {
  /** What stands in TotalCount; `page` is the length of the page, `capped` at most 50. */
  readonly count: 'true' | 'absent' | 'zero' | 'page' | 'capped' | 'twice';
  readonly lastToken: 'absent' | 'empty' | 'present';
  /** What a token that has expired is answered. */
  readonly badToken: 'refused' | 'first-page';
  /** Whether each page but the first begins with a copy of the record before it. */
  readonly repeatsEdges: boolean;
  /** So many empty pages, each with a token of its own, stand behind the first page. */
  readonly emptyPages: number;
  /** So often the second page is answered with the token that led to it; after that with the next one. */
  readonly repeatsToken: number;
}

/** Where a token leads: behind a record, after so many pages. */
interface Issued {
  readonly behind: string | undefined;
  readonly empties: number;
}

/** A list of records in memory whose tokens name the record that they lead behind, and may expire. */
export class ChangingTokenList {
  readonly requests: UpstreamTokenRequest[] = [];
  private readonly tokens = new Map<string, Issued>();
  private repeats: number;

  constructor(
    private readonly records: string[],
    private readonly reading: ChangingReading,
  ) {
    this.repeats = reading.repeatsToken;
  }

  expireTokens(): void {
    this.tokens.clear();
  }

  takeCalls(): number {
    return this.requests.splice(0).length;
  }

  readonly fetch = async (request: UpstreamTokenRequest): Promise<UpstreamTokenPage<string>> => {
    this.requests.push(request);
    const { MaxResults: size, NextToken: token } = request;
    const known = token === undefined ? undefined : this.tokens.get(token);
    if (token !== undefined && known === undefined && this.reading.badToken === 'refused') throw refusal();
    const { behind, empties } = known ?? { behind: undefined, empties: 0 };
    const start = behind === undefined ? 0 : this.startBehind(behind);
    const isEmpty = start > 0 && empties > 0;
    const records = isEmpty ? [] : this.records.slice(start, start + size);
    const end = start + records.length;
    const next: Issued = {
      behind: records.at(-1) ?? behind,
      empties: start === 0 ? this.reading.emptyPages : Math.max(0, empties - 1),
    };
    const nextToken = this.tokenFor(end >= this.records.length && !isEmpty, next, records.length > 0);
    const leadsBack = token !== undefined && known !== undefined && nextToken !== undefined && this.repeats > 0;
    if (leadsBack) this.repeats -= 1;
    const repeated =
      this.reading.repeatsEdges && records.length > 0 ? this.records.slice(Math.max(0, start - 1), start) : [];
    return {
      records: [...repeated, ...records],
      nextToken: leadsBack ? token : nextToken,
      totalCount: this.countFor(records.length),
    };
  };

  /** The place of a record, or of the one that took its place. */
  private startBehind(record: string): number {
    const ordinal = Number(record.slice(1));
    const index = this.records.findIndex((each) => Number(each.slice(1)) > ordinal);
    return index < 0 ? this.records.length : index;
  }

  private tokenFor(isLast: boolean, next: Issued, hasRecords: boolean): string | undefined {
    if (!isLast) return this.issue(next);
    if (this.reading.lastToken === 'present' && hasRecords) return this.issue({ ...next, empties: 0 });
    return this.reading.lastToken === 'empty' ? '' : undefined;
  }

  private issue(issued: Issued): string {
    const token = JSON.stringify(issued);
    this.tokens.set(token, issued);
    return token;
  }

  private countFor(length: number): number | undefined {
    const all = this.records.length;
    const { count } = this.reading;
    return { true: all, absent: undefined, zero: 0, page: length, capped: Math.min(50, all), twice: 2 * all }[count];
  }
}

const refusal = (): RpcError =>
  new RpcError({ kind: 'CLIENT', product: 'governance', action: 'ListEnrolledAccounts', code: 'TokenInvalid' });
