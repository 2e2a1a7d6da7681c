import type { Interval } from '../changes/attribution/AttributedChange';
import { LookupEvents } from '../operations';
import type { EventRecord } from '../operations/actiontrail/EventRecord';
import type { RequestOf, ResponseOf } from '../operations/operation';
import { LostToken, orLost } from '../pagination/LostToken';
import type { CallOptions, RpcClient } from '../rpc/client';

/** How many look-ups may still be made. */
export interface Budget {
  left: number;
}

/** Events of a time range, as far as they were read. */
export interface FoundEvents {
  readonly events: readonly EventRecord[];
  /** All events since this moment are there. Milliseconds since the epoch; `-Infinity` if the whole range was read. */
  readonly coveredFrom: number;
}

type Attributes = NonNullable<RequestOf<typeof LookupEvents>['LookupAttribute']>;
type EventsPage = ResponseOf<typeof LookupEvents>;

/** The longest range of one look-up. */
const mostRangeMs = 30 * 24 * 60 * 60_000;

const pageSize = 50;

/** Events have whole seconds: what a page may have cut. */
const secondMs = 1000;

/** The events of one account and one region. */
export class EventSearch {
  /** @param options the account and the region. */
  constructor(
    private readonly rpc: RpcClient,
    private readonly options: CallOptions,
  ) {}

  /**
   * Searches a range, from its end on: one call for fifty events of thirty days.
   *
   * @param goesOn whether the next page is worth a call, by what was found so far. Defaults to always.
   */
  async find(
    attributes: Attributes,
    { from, to }: Interval,
    budget: Budget,
    goesOn: (found: FoundEvents) => boolean = () => true,
  ): Promise<FoundEvents> {
    const events: EventRecord[] = [];
    for (let end = to; end > from; end -= mostRangeMs) {
      const range = { from: Math.max(from, end - mostRangeMs + 2 * secondMs), to: end };
      const part = await this.findInRange(attributes, range, budget, ({ events: more, coveredFrom }) =>
        goesOn({ events: [...events, ...more], coveredFrom }),
      );
      events.push(...part.events);
      if (part.coveredFrom > range.from) return { events, coveredFrom: part.coveredFrom };
    }
    return { events, coveredFrom: -Infinity };
  }

  /**
   * The events of a range that one look-up can have. A token that is refused or comes again is not taken for the end: what
   * was not read yet is older than all that was, if the newest come first, and is requested by its time.
   */
  private async findInRange(
    attributes: Attributes,
    { from, to }: Interval,
    budget: Budget,
    goesOn: (found: FoundEvents) => boolean,
  ): Promise<FoundEvents> {
    const events: EventRecord[] = [];
    const soFar = (): FoundEvents => ({ events, coveredFrom: (oldestOf(events) ?? to) + secondMs });
    let until = to;
    let token: string | undefined;
    while (budget.left > 0) {
      budget.left -= 1;
      const page = await orLost(token, this.lookUp(attributes, { from, to: until }, token));
      if (!(page instanceof LostToken)) {
        events.push(...(page.Events ?? []));
        const next = page.NextToken === '' ? undefined : page.NextToken;
        if (next === undefined) return { events, coveredFrom: -Infinity };
        if (!goesOn(soFar())) break;
        if (next !== token) {
          token = next;
          continue;
        }
      }
      const oldest = oldestOf(events);
      if (oldest === undefined || oldest >= until) break;
      until = oldest;
      token = undefined;
    }
    return soFar();
  }

  private lookUp(attributes: Attributes, { from, to }: Interval, token: string | undefined): Promise<EventsPage> {
    const request = {
      MaxResults: pageSize,
      // Both bounds are wider by a second: whether they belong to the range is not documented.
      StartTime: toSeconds(from - secondMs),
      EndTime: toSeconds(to + secondMs),
      LookupAttribute: attributes,
      ...(token !== undefined && { NextToken: token }),
    };
    return this.rpc.call(LookupEvents, request, this.options);
  }
}

/** When the oldest event happened. Undefined if there is none, or the newest do not come first. */
function oldestOf(events: readonly EventRecord[]): number | undefined {
  const times = events.map(({ eventTime }) => Date.parse(eventTime));
  const isNewestFirst = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? Infinity));
  return isNewestFirst ? times.at(-1) : undefined;
}

const toSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
