import { RpcError } from '../../../src/errors/RpcError';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../../src/pagination/readTokenPage';

/** How a list that is paged by token may behave. */
export interface TokenReading {
  /** What stands in the token of the last page; `present` leads to an empty page. */
  readonly lastToken: 'absent' | 'empty' | 'present';
  /** The most records of a page, whatever the request says. */
  readonly pageCap: number;
  /** Every so many pages one is empty and has a token; 0 for never. */
  readonly emptyEvery: number;
}

interface Issued {
  readonly at: number;
  readonly size: number;
  readonly page: number;
}

/** A list of numbers in memory. A token is refused with another page size, and when it has expired. */
export class ModelTokenList {
  readonly requests: UpstreamTokenRequest[] = [];
  private readonly tokens = new Map<string, Issued>();
  private issued = 0;

  constructor(
    private readonly length: number,
    private readonly reading: TokenReading,
  ) {}

  expireTokens(): void {
    this.tokens.clear();
  }

  /** The calls since the last time. */
  takeRequests(): UpstreamTokenRequest[] {
    return this.requests.splice(0);
  }

  readonly fetch = async (request: UpstreamTokenRequest): Promise<UpstreamTokenPage<number>> => {
    this.requests.push(request);
    const { MaxResults: size, NextToken: token } = request;
    const { pageCap, emptyEvery, lastToken } = this.reading;
    const from = token === undefined ? { at: 0, size, page: 1 } : this.tokens.get(token);
    if (from?.size !== size) throw refusal();
    const isEmpty = emptyEvery > 0 && from.page % emptyEvery === 0 && from.at < this.length;
    const end = isEmpty ? from.at : Math.min(from.at + Math.min(size, pageCap), this.length);
    const records = Array.from({ length: end - from.at }, (_, index) => from.at + index);
    const onLast = {
      absent: undefined,
      empty: '',
      present: end > from.at ? this.issue(end, size, from.page) : undefined,
    };
    return { records, nextToken: end < this.length ? this.issue(end, size, from.page) : onLast[lastToken] };
  };

  private issue(at: number, size: number, page: number): string {
    this.issued += 1;
    const token = `token ${this.issued}`;
    this.tokens.set(token, { at, size, page: page + 1 });
    return token;
  }
}

const refusal = (): RpcError =>
  new RpcError({ kind: 'CLIENT', product: 'governance', action: 'ListEnrolledAccounts', code: 'TokenInvalid' });
