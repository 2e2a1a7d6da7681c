import { RpcError } from '../errors/RpcError';
import type { Operation } from '../operations/operation';
import { LateEdge, LateTimelinePage } from './LateTimelinePage';
import { maxUpstreamPages } from './Page';
import type { Range, UpstreamTimelineRequest } from './TimelineChain';
import { TimelineChain } from './TimelineChain';
import type { TimelineFetch, UpstreamTimelinePage } from './TimelineFetch';
import type { TimelineKind, TimelineRecord } from './TimelineKind';
import type { TimelinePage, TimelinePageRequest } from './TimelinePage';
import type { TimelinePosition } from './TimelinePosition';
import { isWithin, TimelineScan } from './TimelineScan';
import { itemAt } from './itemAt';
import { maxPageSize } from './pageSize';

export type { TimelineFetch, TimelinePage, TimelinePageRequest, UpstreamTimelinePage, UpstreamTimelineRequest };

/** Room in a call for changes captured just behind its range: asked a millisecond wider, the upstream may bring them. */
const surplusRoom = 5;

/** The longest page that one call brings whatever lies behind its range: with the surplus, and the look for a next page. */
export const maxPageOfOneCall = maxPageSize - 1 - surplusRoom;

/** So many tokens are tried: the first may come from a page that was cached for longer than its token lives. */
const maxRefusedTokens = 2;

/** So many pages of one range are read before the range is halved, if it is not listed newest first. */
const maxPagesOfRange = 5;

/** Empty pages make a range long only if the next page would be the last allowed one. */
const isLong = ({ filledPages, pages }: TimelineChain): boolean =>
  filledPages >= maxPagesOfRange || pages >= maxUpstreamPages - 1;

/**
 * Reads one page of a timeline of any kind, newest first, and one change beyond it: that one shows exactly whether
 * there is a next page, and its capture time is where the next page resumes.
 *
 * Makes one upstream call for `first` up to 99, and at most two for 100, if:
 *
 * - the upstream lists the newest change first, and its own pages are full;
 * - one call has room beside the page for the changes of the resumed millisecond that were returned before, and for
 *   those captured in the millisecond behind the range. Up to {@link maxPageOfOneCall} there is always room for
 *   {@link surplusRoom} of the latter.
 *
 * Nothing that the upstream claims is taken for granted:
 *
 * - Only a missing token ends a list, or a change from before the window. A count ends nothing.
 * - A token that is refused, or that came before, is dropped: a new query from the last capture time continues. So does
 *   one if a page may have cut a millisecond, whose order may differ at each call.
 * - Order is checked. If a page does not list the newest change first, ranges are read to their end, and halved if they
 *   are long, until the newest part of the window is known as a whole.
 * - `StartTime` and `EndTime` are sent one millisecond wider than wanted, until they are seen to belong to the window.
 * - Equal changes of one millisecond are one change.
 * - Pages may be short or empty. After {@link maxUpstreamPages} of them the page ends, and its end continues there.
 *
 * @throws RpcError BAD_RESPONSE if there is more, and no other request returns any of it.
 */
export const readTimelinePage = async <R extends TimelineRecord>(
  kind: TimelineKind<R>,
  request: TimelinePageRequest<R>,
  fetch: TimelineFetch<R>,
): Promise<TimelinePage<R>> => new TimelineReader(kind, request, fetch).read();

class TimelineReader<R extends TimelineRecord> {
  private readonly scan: TimelineScan<R>;
  /** What is to be read of the window, the newest part excepted, which is read first. */
  private readonly top: Range;
  private readonly ranges: Range[] = [];
  private readonly queries = new Set<string>();
  private startIsIn: boolean;
  private endIsIn: boolean;
  /** True once a page was listed newest first. */
  private isProven = false;
  /** True once a page was not. */
  private isMixed: boolean;
  private chain: TimelineChain;
  private calls = 0;
  private hasListed = false;
  private refusedTokens = 0;
  private isStuck = false;
  /** The last query of the whole window, and what the upstream counted in it. */
  private counted: { readonly chain: TimelineChain; readonly count: number | undefined } | undefined;

  constructor(
    private readonly kind: TimelineKind<R>,
    private readonly request: TimelinePageRequest<R>,
    private readonly fetch: TimelineFetch<R>,
  ) {
    const { from, to, position } = request;
    this.scan = new TimelineScan(kind, request, position);
    this.startIsIn = position?.startIsIn ?? false;
    this.endIsIn = position?.endIsIn ?? false;
    this.isMixed = position?.below !== undefined;
    const high = Math.min(position?.at ?? to, to - 1);
    const low = Math.min(Math.max(position?.below ?? from, from), high);
    this.top = { low: from, high };
    if (low > from) this.ranges.push({ low: from, high: low - 1 });
    const range = { low, high };
    this.chain = new TimelineChain(range, position?.request ?? this.queryOf(range));
  }

  async read(): Promise<TimelinePage<R>> {
    const { maxCalls = maxUpstreamPages } = this.request;
    while (!this.isStuck && !this.isDone() && this.calls < maxCalls) {
      const answer = await this.ask();
      this.calls += 1;
      if (answer !== undefined) {
        this.take(answer);
      } else {
        this.refusedTokens += 1;
        this.goOnWithoutToken();
      }
    }
    return this.toPage();
  }

  /** One upstream page; undefined if its token is refused. No code is documented for a token that has expired. */
  private async ask(): Promise<UpstreamTimelinePage<R> | undefined> {
    try {
      return await this.fetch(this.chain.next);
    } catch (error) {
      const isRefused = error instanceof RpcError && error.kind === 'CLIENT';
      if (isRefused && this.chain.next.NextToken !== undefined) return undefined;
      throw error;
    }
  }

  private isDone(): boolean {
    return this.scan.isComplete || this.isDeepEnough() || this.matching().length > this.request.first;
  }

  private isDeepEnough(): boolean {
    const { downTo } = this.request;
    return downTo !== undefined && (this.scan.changes().at(-1)?.capturedAt ?? Infinity) <= downTo;
  }

  /** Indices of the matching changes. */
  private matching(): readonly number[] {
    const { matches } = this.request;
    const indices: number[] = [];
    for (const [index, { record }] of this.scan.changes().entries())
      if (matches === undefined || matches(record)) indices.push(index);
    return indices;
  }

  private take({ records, nextToken = '', totalCount }: UpstreamTimelinePage<R>): void {
    const { chain, scan, request } = this;
    const times = records.map(({ CaptureTime }) => CaptureTime);
    const { floor } = scan;
    this.hasListed ||= records.length > 0;
    // A page may end within a millisecond, and by the next call the upstream may have ordered that one anew.
    const isCut = chain.next.NextToken !== undefined && this.isProven && this.hasAdvanced() && times.includes(floor);
    const onlyOneMore = this.onlyOneMoreIsWanted();
    if (chain.next.NextToken === undefined && request.position === undefined && chain.range.high === this.top.high) {
      this.counted = { chain, count: totalCount };
    }
    const added = scan.add(records);
    if (isCut && !(onlyOneMore && added.some(({ capturedAt }) => capturedAt === floor))) {
      this.query(this.rest());
      return;
    }
    chain.pages += 1;
    chain.lastLength = records.length;
    if (records.length > 0) {
      chain.filledPages += 1;
      chain.wasFull = records.length >= chain.next.Limit;
    }
    chain.reachesEnd ||= times.includes(chain.range.high);
    chain.listed += records.length;
    chain.surplus += records.filter((record) => !isWithin(request, record)).length;
    chain.order.observe(times, added.length === 0 ? undefined : Math.max(...added.map((one) => one.capturedAt)));
    this.startIsIn ||= times.includes(chain.next.StartTime);
    this.endIsIn ||= times.includes(chain.next.EndTime);

    const turned = !this.isMixed && this.judgeOrder(times);
    const isLast = nextToken === '';
    const isShort = !isLast && chain.next.Limit < maxPageSize;
    if (turned && (isShort || chain.range.high < this.top.high)) this.query(this.top);
    else if (isLast) this.finishRange();
    else if (!this.isDone()) this.goOn(nextToken, added.length);
  }

  /** Whether a new query would begin later in the list than this one did. */
  private hasAdvanced(): boolean {
    return this.scan.floor < this.chain.range.high;
  }

  /** Then any further change of the last millisecond will do. */
  private onlyOneMoreIsWanted(): boolean {
    return this.request.matches === undefined && this.scan.changes().length === this.request.first;
  }

  /** @returns whether it turned out that the newest change does not come first. */
  private judgeOrder(times: readonly number[]): boolean {
    const { order, range } = this.chain;
    if (order.isNewestFirst === false) {
      this.isMixed = true;
      this.isProven = false;
      this.scan.raise();
      return true;
    }
    // What was captured in the last millisecond of the range is the newest, in whatever order it came.
    if (order.isNewestFirst === true || times.some((time) => time >= range.high)) this.isProven = true;
    if (this.isProven) this.scan.lower(order.oldestSeen);
    return false;
  }

  /** The upstream has no more of this range. */
  private finishRange(): void {
    this.scan.lower(this.chain.range.low - 1);
    const below = this.ranges.pop();
    if (below === undefined) return;
    // What may lie between the two was listed.
    this.scan.lower(below.high);
    if (!this.isDone()) this.query(below);
  }

  private goOn(token: string, added: number): void {
    const { chain } = this;
    const { low, high } = chain.range;
    const isFull = chain.lastLength >= chain.next.Limit;
    if (token === chain.next.NextToken || chain.tokens.has(token) || this.refusedTokens >= maxRefusedTokens) {
      this.goOnWithoutToken();
    } else if (added === 0 && chain.lastLength > 0 && this.canAskCloser()) {
      this.query(chain.range);
    } else if (!this.isProven && chain.pages > 1 && chain.order.onlyTime !== undefined && chain.order.onlyTime < high) {
      // Pages within one millisecond do not show the order. Whether that is the newest one, a query of what is later does.
      this.divide(chain.order.onlyTime);
    } else if (this.isMixed && low < high && isLong(chain)) {
      this.halve();
    } else if (this.isProven && isFull && this.hasAdvanced() && !this.onlyOneMoreIsWanted()) {
      this.query(this.rest());
    } else {
      chain.tokens.add(token);
      chain.next = { ...chain.next, NextToken: token };
    }
  }

  /** Another way to what a token would have led to: a query from the last capture time, or of a shorter range. */
  private goOnWithoutToken(): void {
    const { chain } = this;
    const { range, order } = chain;
    if (this.isProven && this.hasAdvanced()) this.query(this.rest());
    else if (chain.pages === 0 || this.canAskCloser()) this.query(range);
    else if (this.isProven || range.low === range.high || order.onlyTime === range.high) this.leaveMillisecond();
    else if (order.onlyTime !== undefined && order.onlyTime < range.high) this.divide(order.onlyTime);
    else if (order.newestIfRising > order.oldestSeen) this.askAround();
    else this.halve();
  }

  /**
   * Treats the last millisecond of the range as read: no token leads on, and a query that begins there returned fewer
   * changes than it requested. A query of its own reads what was captured before.
   */
  private leaveMillisecond(): void {
    const { range, wasFull, reachesEnd } = this.chain;
    if (!reachesEnd || wasFull) {
      this.isStuck = true;
      return;
    }
    this.scan.lower(range.high - 1);
    if (range.low === range.high) this.finishRange();
    else if (!this.isDone()) this.query({ low: range.low, high: range.high - 1 });
  }

  /**
   * Reads what lies on both sides of what an upstream listed that lists the oldest change first. It goes on behind that;
   * the order that it shows can also be chance, and then it goes on before.
   */
  private askAround(): void {
    const { order } = this.chain;
    const { low, high } = this.chain.range;
    this.ranges.push({ low, high: Math.max(low, order.oldestSeen) });
    this.query({ low: Math.min(order.newestIfRising, high), high });
  }

  /** Reads the newer half of a range first. If the pages so far began at its start, that half begins behind them. */
  private halve(): void {
    const { low, high } = this.chain.range;
    const start = Math.min(Math.max(low, this.chain.order.newestIfRising), high - 1);
    this.isMixed = true;
    this.divide(Math.floor((start + high) / 2));
  }

  /** Reads what was captured after a time first, and the rest of the range then. */
  private divide(time: number): void {
    const { low, high } = this.chain.range;
    this.ranges.push({ low, high: time });
    this.query({ low: time + 1, high });
  }

  /** What is left of the range of this chain, if the upstream lists the newest change first. */
  private rest(): Range {
    const { low, high } = this.chain.range;
    return { low, high: Math.min(this.scan.floor, high) };
  }

  /** Whether a new query of the same range would omit surplus that this one brought. */
  private canAskCloser(): boolean {
    const { StartTime, EndTime } = this.queryOf(this.chain.range);
    return StartTime > this.chain.next.StartTime || EndTime < this.chain.next.EndTime;
  }

  private query(range: Range): void {
    const next = this.queryOf(range);
    // The same query brings the same again, as long as nothing new was found.
    const key = JSON.stringify([next, this.scan.size]);
    if (this.queries.has(key)) this.isStuck = true;
    this.queries.add(key);
    this.chain = new TimelineChain(range, next);
  }

  private queryOf({ low, high }: Range): UpstreamTimelineRequest {
    const { first, matches } = this.request;
    const room = this.scan.countAt(high) + surplusRoom;
    const wanted = matches === undefined && !this.isMixed ? first + 1 - this.scan.changes().length + room : maxPageSize;
    return {
      // Nothing was recorded before 1970, and the upstream takes no such time.
      StartTime: Math.max(0, this.startIsIn ? low : low - 1),
      EndTime: Math.max(0, this.endIsIn ? high : high + 1),
      Limit: Math.min(wanted, maxPageSize),
    };
  }

  private toPage(): TimelinePage<R> {
    const { scan, chain } = this;
    const { first, matches } = this.request;
    const changes = scan.changes();
    const matching = this.matching();
    const isFull = matching.length > first;
    if (this.isStuck && changes.length === 0) throw nothingNew(this.kind.operation, this.refusedTokens > 0);
    const total = this.total();
    const { NextToken } = chain.next;
    const tokenGoesOn = !isFull && !this.isStuck && !scan.isComplete && !scan.hasPending && NextToken !== undefined;
    const last = isFull ? itemAt(matching, first - 1) : changes.length - 1;
    const count = matches === undefined ? total.total : undefined;
    const positionAfter = (index: number): TimelinePosition => this.positionAfter(index);
    return new LateTimelinePage<R>(
      matching.slice(0, first).map((index) => new LateEdge(itemAt(changes, index).record, index, positionAfter)),
      () => {
        const end = positionAfter(last);
        return tokenGoesOn ? { ...end, request: { ...chain.next, NextToken } } : end;
      },
      isFull || !scan.isComplete,
      total.totalIsListed === true ? count : undefined,
      total.totalIsListed === true ? undefined : count,
      this.hasListed ? undefined : this.calls,
    );
  }

  private positionAfter(index: number): TimelinePosition {
    const { from, to } = this.request;
    const resume = this.scan.resumeAfter(index);
    // Down to the floor a range is known to be short enough to be read as a whole.
    const below = resume.at > this.scan.floor ? this.scan.floor + 1 : this.chain.range.low;
    return {
      from,
      to,
      ...resume,
      ...this.total(),
      ...(this.isMixed ? { below: Math.max(from, below) } : {}),
      ...(this.startIsIn ? { startIsIn: true } : {}),
      ...(this.endIsIn ? { endIsIn: true } : {}),
    };
  }

  /** How many changes the window has: those that were read, if they are all; else the upstream's count, if it can be right. */
  private total(): Pick<TimelinePosition, 'total' | 'totalIsListed'> {
    const { position } = this.request;
    if (position !== undefined) {
      const { total, totalIsListed } = position;
      return { ...(total === undefined ? {} : { total }), ...(totalIsListed === undefined ? {} : { totalIsListed }) };
    }
    if (this.scan.isComplete) return { total: this.scan.size, totalIsListed: true };
    const { chain, count = 0 } = this.counted ?? {};
    // There is more, so a count of no more than was listed is wrong.
    return chain !== undefined && count > chain.listed ? { total: count - chain.surplus } : {};
  }
}

const nothingNew = ({ product, action }: Operation, isTokenRefused: boolean): RpcError =>
  new RpcError({
    product: product.code,
    action,
    kind: 'BAD_RESPONSE',
    detail: isTokenRefused
      ? 'a refusal of the token that the upstream gave itself, and no new change without it'
      : 'the same pages again, with a token and without a new change',
  });
