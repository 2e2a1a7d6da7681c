import type { RpcError, RpcFailure } from '../errors/RpcError';
import type { Operation } from '../operations/operation';
import { shortestAttemptMs } from './Call';
import type { Clock } from './clock';
import { failureOf } from './failures';
import type { Delay, Party } from './party';
import type { Place } from './quota/FairQueue';

/** Who wants the answer of a call that is shared. */
export interface Waiter {
  readonly caller?: string;
  readonly urgent?: boolean;
  /** Aborted when it has gone. */
  readonly signal?: AbortSignal;
  /** When it leaves at the latest, by the clock. */
  readonly deadline: number;
}

export interface FlightOptions<T> {
  readonly clock: Clock;
  readonly operation: Operation;
  /** Makes the call, in the name of those that wait for it; asked once, with the first. */
  readonly begin: (party: Party) => Promise<T>;
  /** Is told, before the call ends, that nobody waits for it any more: nobody may join it then. */
  readonly onAbandoned: () => void;
}

/** One that waits. */
interface Waiting {
  readonly place: Place;
  /** Until when it makes sense to send the call for it. */
  readonly until: number;
  leave(reason: RpcError): void;
}

/**
 * One call that several wait for. It stands in the queue where the best of their places is, and ends when the last of
 * them has gone; each of them keeps their own time, and is told at once where its turn would come too late for them.
 */
export class Flight<T> implements Party {
  private readonly waiting = new Set<Waiting>();
  private readonly abandoned = new AbortController();
  /** What keeps the call from going on, where it stands still. */
  private delay?: Delay;
  private answer?: Promise<T>;
  private hasLanded = false;

  constructor(private readonly options: FlightOptions<T>) {}

  /** @throws RpcError of kind THROTTLING, TIMEOUT or ABORTED for this one alone, else what the call itself fails with. */
  join({ caller = '', urgent = false, signal, deadline }: Waiter): Promise<T> {
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      const end = () => {
        // A reason of our own spares the costly default one.
        over.abort('over');
        signal?.removeEventListener('abort', gone);
        this.waiting.delete(waiting);
      };
      const waiting: Waiting = {
        place: { caller, urgent },
        until: deadline - shortestAttemptMs,
        leave: (reason) => {
          end();
          reject(reason);
          if (this.waiting.size === 0) this.abandon();
        },
      };
      const gone = () => {
        waiting.leave(this.failure({ kind: 'ABORTED', detail: 'the caller went away' }));
      };
      this.waiting.add(waiting);
      signal?.addEventListener('abort', gone);
      if (signal?.aborted) {
        gone();
        return;
      }
      this.delay?.join?.(waiting.place);
      this.answer ??= this.begin();
      this.answer.then(resolve, reject).finally(end);
      void this.watch(waiting, deadline, over.signal);
    });
  }

  get signal(): AbortSignal {
    return this.abandoned.signal;
  }

  get place(): Place {
    const [first] = this.waiting;
    return first?.place ?? { caller: '', urgent: false };
  }

  get until(): number {
    return Math.max(...[...this.waiting].map(({ until }) => until));
  }

  waits(delay: Delay): void {
    this.delay = delay;
    for (const { place } of this.waiting) delay.join?.(place);
    for (const waiting of this.waiting) this.refuse(waiting);
  }

  goesOn(): void {
    this.delay = undefined;
  }

  private begin(): Promise<T> {
    const answer = this.options.begin(this);
    const land = () => {
      this.hasLanded = true;
    };
    answer.then(land, land);
    return answer;
  }

  private abandon(): void {
    if (this.hasLanded || this.signal.aborted) return;
    this.options.onAbandoned();
    this.abandoned.abort('nobody waits for it any more');
  }

  /** Sends away whose time is up. */
  private async watch(waiting: Waiting, deadline: number, over: AbortSignal): Promise<void> {
    const { clock } = this.options;
    for (const moment of [clock.now(), waiting.until, deadline]) {
      const leftMs = moment - clock.now();
      if (leftMs > 0) await clock.sleep(leftMs, over);
      this.refuse(waiting);
      if (!this.waiting.has(waiting)) return;
    }
    waiting.leave(this.failure({ kind: 'TIMEOUT', detail: 'no complete answer in time' }));
  }

  /** Sends away for whom it makes no sense to send the call once its delay is over. */
  private refuse(waiting: Waiting): void {
    const leftMs = this.delay?.leftMs() ?? 0;
    if (leftMs <= 0 || this.options.clock.now() + leftMs <= waiting.until || !this.waiting.has(waiting)) return;
    const retryAfterMs = Math.ceil(leftMs);
    waiting.leave(this.failure({ kind: 'THROTTLING', retryAfterMs, detail: 'its turn comes too late' }));
  }

  private failure(failure: Pick<RpcFailure, 'kind' | 'detail' | 'retryAfterMs'>): RpcError {
    return failureOf(this.options.operation, failure);
  }
}
