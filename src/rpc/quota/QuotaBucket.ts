import type { Clock } from '../clock';
import type { Party } from '../party';
import { FairQueue } from './FairQueue';
import type { Place } from './FairQueue';
import type { WindowLimits } from './SlidingWindow';
import { SlidingWindow } from './SlidingWindow';

/** A call that wants to be sent. */
export interface Ask extends Place {
  /** The latest moment at which sending it makes sense. */
  readonly until: number;
  /** Those that wait for it, where it is shared: each of them knows until when. */
  readonly party?: Party;
  /** Aborted when the caller has gone. */
  readonly signal?: AbortSignal;
}

/** How the wait of a call ended: it is to be sent; it could not be in time, but might after that wait; nobody wants it. */
export type Turn =
  | { readonly kind: 'SEND'; readonly sentAt: number }
  | { readonly kind: 'REFUSED'; readonly retryAfterMs: number }
  | { readonly kind: 'GONE' };

interface Waiting extends Ask {
  caller: string;
  urgent: boolean;
  readonly cameAt: number;
  settle(turn: Turn): void;
}

/** One quota, and the calls that wait for it. */
export class QuotaBucket {
  private readonly window: SlidingWindow;
  /** Only while anything waits: buckets are many, one for each account, and hardly any is ever waited for. */
  private queue?: FairQueue<Waiting>;
  /** None of those that wait has to be turned away before. */
  private firstUntil = Infinity;
  /** The one timer, while anything waits; and when the next call is due, which is not before that. */
  private alarm?: { readonly at: number; readonly dueAt: number; readonly off: AbortController };

  constructor(
    private readonly clock: Clock,
    limits: WindowLimits,
  ) {
    this.window = new SlidingWindow(limits);
  }

  /** Waits for its turn, within its time; where it is clear that its turn would come later, ends at once. */
  enter(ask: Ask): Promise<Turn> {
    if (ask.signal?.aborted) return Promise.resolve({ kind: 'GONE' });
    const now = this.clock.now();
    if (this.queue === undefined && this.window.nextAt(now) <= now) return Promise.resolve(this.send(now));
    // Those that wait for a shared one leave by themselves.
    const until = ask.party ? Infinity : Math.max(ask.until, now);
    if (this.turnOf(ask, now) > until) return Promise.resolve(this.refusal(ask, now));
    return new Promise((resolve) => {
      const waiting: Waiting = {
        ...ask,
        until,
        cameAt: now,
        settle: (turn) => {
          ask.signal?.removeEventListener('abort', leave);
          ask.party?.goesOn();
          resolve(turn);
        },
      };
      const leave = () => {
        this.queue?.remove(waiting);
        waiting.settle({ kind: 'GONE' });
        this.setAlarm(this.clock.now());
      };
      this.queue ??= new FairQueue();
      this.queue.add(waiting);
      this.firstUntil = Math.min(this.firstUntil, until);
      ask.signal?.addEventListener('abort', leave);
      ask.party?.waits({
        join: (place) => {
          this.move(waiting, place);
        },
        leftMs: () => {
          const askedAt = this.clock.now();
          return this.turnOf(waiting, askedAt) - askedAt;
        },
      });
      this.serve();
    });
  }

  /** A call that was sent has ended. */
  end(): void {
    this.window.end(this.clock.now());
    this.serve();
  }

  /** A call that was sent was refused for flow control; to be told before its end. */
  throttled(sentAt: number, retryAfterMs: number | undefined): void {
    this.window.throttled(this.clock.now(), { sentAt, retryAfterMs });
  }

  isIdle(): boolean {
    return this.queue === undefined && this.window.isIdle(this.clock.now());
  }

  private turnOf(place: Place, now: number): number {
    return this.window.forecast(this.queue?.ahead(place) ?? 0, now);
  }

  private refusal(place: Place, now: number): Turn {
    return { kind: 'REFUSED', retryAfterMs: Math.max(1, Math.ceil(this.turnOf(place, now) - now)) };
  }

  /** Gives it another's place, where its turn comes earlier there. */
  private move(waiting: Waiting, { caller, urgent }: Place): void {
    const { queue } = this;
    if (queue === undefined || queue.ahead({ caller, urgent }) >= queue.ahead(waiting)) return;
    queue.remove(waiting);
    queue.add(Object.assign(waiting, { caller, urgent }));
  }

  /** @param dueAt when it was due, at the latest now. */
  private send(now: number, dueAt = now): Turn {
    this.window.send(now, Math.min(dueAt, now));
    return { kind: 'SEND', sentAt: now };
  }

  /**
   * Sends whatever may go now.
   *
   * @param dueAt when the first that waits was due, where anything has waited.
   */
  private serve(dueAt = this.alarm?.dueAt): void {
    const now = this.clock.now();
    while (this.queue !== undefined && this.window.nextAt(now) <= now) {
      const first = this.queue.take();
      if (first === undefined) break;
      first.settle(latestOf(first) < now ? this.refusal(first, now) : this.send(now, dueAt));
    }
    this.setAlarm(now);
  }

  /** Turns away whose time is up. */
  private turnAway(): void {
    const now = this.clock.now();
    for (const late of [...(this.queue ?? [])].filter(({ until }) => until <= now)) {
      this.queue?.remove(late);
      late.settle(this.refusal(late, now));
    }
    this.firstUntil = Infinity;
    for (const { until } of this.queue ?? []) this.firstUntil = Math.min(this.firstUntil, until);
  }

  private setAlarm(now: number): void {
    if (this.queue?.size === 0) this.queue = undefined;
    const dueAt = this.queue === undefined ? Infinity : this.window.nextAt(now);
    const at = this.queue === undefined ? Infinity : Math.min(dueAt, this.firstUntil);
    if (this.alarm?.at === at && this.alarm.dueAt === dueAt) return;
    // A reason of our own spares the costly default one.
    this.alarm?.off.abort('off');
    this.alarm = undefined;
    if (at === Infinity) return;
    const off = new AbortController();
    this.alarm = { at, dueAt, off };
    void this.clock.sleep(at - now, off.signal).then(() => {
      if (off.signal.aborted) return;
      this.alarm = undefined;
      this.serve(dueAt);
      this.turnAway();
      this.setAlarm(this.clock.now());
    });
  }
}

/** When it may be sent at the latest; where it is shared, as far as is known now. */
const latestOf = ({ until, party, cameAt }: Waiting): number => (party ? Math.max(party.until, cameAt) : until);
