import { Cancellation } from '../Cancellation';
import type { SharedCall } from '../SharedCall';
import type { Waiter } from '../Waiter';
import { latestSendAt } from '../Waiter';
import type { Clock } from '../clock';
import type { CallWindow, Throttled } from './CallWindow';
import { FairQueue } from './FairQueue';

/** A call to be sent, with its waiters if it is shared. */
export interface Entrant extends Waiter {
  readonly shared?: SharedCall;
}

/** How waiting for the quota ended: the call may be sent; its turn would come too late; or nobody waits for it any more. */
export type Admission =
  | { readonly kind: 'ADMITTED'; readonly sentAt: number }
  | { readonly kind: 'REFUSED'; readonly retryAfterMs: number }
  | { readonly kind: 'CANCELED' };

interface Queued extends Entrant {
  caller: string | undefined;
  request: string | undefined;
  urgent: boolean | undefined;
  /** When it is refused at the latest. Never if it is shared: its waiters leave by themselves. */
  readonly until: number;
  readonly cameAt: number;
  settle(admission: Admission): void;
}

/** One quota, and the calls that wait for it. */
export class QuotaBucket {
  private readonly window: CallWindow;
  /** Only while anything waits: buckets are many, one for each account, and hardly any is ever waited for. */
  private queue?: FairQueue<Queued>;
  /** None of those that wait has to be turned away before. */
  private firstUntil = Infinity;
  /** The one timer, while anything waits; and when the next call is due, which is not before that. */
  private alarm?: { readonly at: number; readonly dueAt: number; readonly off: Cancellation };

  constructor(
    private readonly clock: Clock,
    /** @param onTurn to be called if calls that wait may have a turn sooner than `nextAt` said. */
    createWindow: (onTurn: () => void) => CallWindow,
  ) {
    this.window = createWindow(() => {
      this.serve();
    });
  }

  /** Waits for the call's turn. Refuses the call as soon as it is clear that its turn comes too late. */
  enter(entrant: Entrant): Promise<Admission> {
    const { shared } = entrant;
    const { caller, request, urgent, signal, deadline } = shared ?? entrant;
    if (signal?.aborted) return Promise.resolve({ kind: 'CANCELED' });
    const now = this.clock.now();
    if (this.queue === undefined && this.window.nextAt(now) <= now) return Promise.resolve(this.admit(now));
    const until = shared ? Infinity : Math.max(latestSendAt({ deadline }), now);
    const place = { caller, request, urgent };
    if (this.turnOf(place, now) > until) return Promise.resolve(this.refusal(place, now));
    return new Promise((resolve) => {
      const queued: Queued = {
        caller,
        request,
        urgent,
        shared,
        until,
        cameAt: now,
        settle: (admission) => {
          signal?.removeEventListener('abort', cancel);
          shared?.resume();
          resolve(admission);
        },
      };
      const cancel = () => {
        this.queue?.remove(queued);
        queued.settle({ kind: 'CANCELED' });
        this.setAlarm(this.clock.now());
      };
      this.queue ??= new FairQueue();
      this.queue.add(queued);
      this.firstUntil = Math.min(this.firstUntil, until);
      signal?.addEventListener('abort', cancel);
      shared?.pause({
        join: (waiter) => {
          this.move(queued, waiter);
        },
        leftMs: () => {
          const askedAt = this.clock.now();
          return this.turnOf(queued, askedAt) - askedAt;
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

  /** Reports that a sent call was refused for flow control. Call it before the call ends. */
  throttled(refusal: Throttled): void {
    this.window.throttled(this.clock.now(), refusal);
  }

  /** When a call that was refused without a hint may make sense again: so many milliseconds from now. */
  waitMs(): number {
    return Math.max(1, Math.ceil(this.window.waitMs(this.clock.now())));
  }

  /** How many calls wait. */
  get waiting(): number {
    return this.queue?.size ?? 0;
  }

  /** The part of the limit that is used in the window of now, from 0 to 1. */
  usedRatio(): number {
    return this.window.usedRatio(this.clock.now());
  }

  isIdle(): boolean {
    return this.queue === undefined && this.window.isIdle(this.clock.now());
  }

  private turnOf(waiter: Waiter, now: number): number {
    return this.window.forecast(this.queue?.ahead(waiter) ?? 0, now);
  }

  private refusal(waiter: Waiter, now: number): Admission {
    return { kind: 'REFUSED', retryAfterMs: Math.max(1, Math.ceil(this.turnOf(waiter, now) - now)) };
  }

  /** Moves a queued call to the line of one of its waiters if its turn comes earlier there. */
  private move(queued: Queued, { caller, request, urgent }: Waiter): void {
    const { queue } = this;
    if (queue === undefined || queue.ahead({ caller, request, urgent }) >= queue.ahead(queued)) return;
    queue.remove(queued);
    queue.add(Object.assign(queued, { caller, request, urgent }));
  }

  /** @param dueAt when it was due, at the latest now. */
  private admit(now: number, dueAt = now): Admission {
    this.window.send(now, Math.min(dueAt, now));
    return { kind: 'ADMITTED', sentAt: now };
  }

  /**
   * Sends every call that may go now.
   *
   * @param dueAt when the first waiting call was due, if any waited.
   */
  private serve(dueAt = this.alarm?.dueAt): void {
    const now = this.clock.now();
    while (this.queue !== undefined && this.window.nextAt(now) <= now) {
      const first = this.queue.take();
      if (first === undefined) break;
      first.settle(latestOf(first) < now ? this.refusal(first, now) : this.admit(now, dueAt));
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
    this.window.want?.(this.waiting);
    const dueAt = this.queue === undefined ? Infinity : this.window.nextAt(now);
    const at = this.queue === undefined ? Infinity : Math.min(dueAt, this.firstUntil);
    if (this.alarm?.at === at && this.alarm.dueAt === dueAt) return;
    // A reason of our own spares the costly default one.
    this.alarm?.off.abort('off');
    this.alarm = undefined;
    if (at === Infinity) return;
    const off = new Cancellation();
    this.alarm = { at, dueAt, off };
    void this.clock.sleep(at - now, off).then(() => {
      if (off.aborted) return;
      this.alarm = undefined;
      this.serve(dueAt);
      this.turnAway();
      this.setAlarm(this.clock.now());
    });
  }
}

/** The latest moment to send it. If it is shared, for the waiters of now. */
const latestOf = ({ until, shared, cameAt }: Queued): number =>
  shared ? Math.max(latestSendAt(shared), cameAt) : until;
