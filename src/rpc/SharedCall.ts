import type { RpcError, RpcFailure } from '../errors/RpcError';
import type { Operation } from '../operations/operation';
import type { Signal } from './Cancellation';
import { Cancellation } from './Cancellation';
import type { Waiter } from './Waiter';
import { latestSendAt } from './Waiter';
import type { Clock } from './clock';
import { failureOf } from './failures';

export interface SharedCallOptions<T> {
  readonly clock: Clock;
  readonly operation: Operation;
  /** Makes the call. Runs once, when the first waiter joins. */
  begin(shared: SharedCall): Promise<T>;
  /** Runs when the last waiter has left before the call ended: nobody may join it any more. */
  readonly onAbandoned: () => void;
}

/** Why a call stands still. */
export interface Pause {
  /** Reports a waiter: the call takes the waiter's turn if that is earlier. */
  join?(waiter: Waiter): void;
  /** An estimate of how much longer it lasts, milliseconds. */
  leftMs(): number;
}

interface Joined extends Waiter {
  readonly deadline: number;
  /** Ends the wait for the next moment at which the waiter may be too late. */
  stopWatch?: () => void;
  leave(reason: RpcError): void;
}

/**
 * One upstream call shared by several waiters, and itself the one waiter that the policies below see. It takes the best
 * queue position among its waiters and is canceled when the last one leaves. Each waiter keeps its own deadline, and is
 * rejected as soon as it is clear that the call will be sent too late for it.
 */
export class SharedCall<T = unknown> implements Waiter {
  private readonly waiters = new Set<Joined>();
  private readonly abandoned = new Cancellation();
  /** Set while the call stands still. */
  private current?: Pause;
  private response?: Promise<T>;
  private isSettled = false;

  constructor(private readonly options: SharedCallOptions<T>) {}

  /** @throws RpcError of kind THROTTLING, TIMEOUT or ABORTED for this waiter alone, or the failure of the call. */
  join({ caller, request, urgent, signal, deadline = Infinity }: Waiter): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        waiter.stopWatch?.();
        signal?.removeEventListener('abort', cancel);
        this.waiters.delete(waiter);
      };
      const waiter: Joined = {
        caller,
        request,
        urgent,
        deadline,
        leave: (reason) => {
          end();
          reject(reason);
          if (this.waiters.size === 0) this.abandon();
        },
      };
      const cancel = () => {
        waiter.leave(this.failure({ kind: 'ABORTED', detail: 'the caller went away' }));
      };
      this.waiters.add(waiter);
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted) {
        cancel();
        return;
      }
      this.current?.join?.(waiter);
      this.response ??= this.begin();
      void this.response.then(resolve, reject).then(end, end);
      this.rejectIfTooLate(waiter);
      this.watch(waiter, [latestSendAt(waiter), deadline]);
    });
  }

  /** The name of the first waiter. */
  get caller(): string | undefined {
    return this.first?.caller;
  }

  get request(): string | undefined {
    return this.first?.request;
  }

  get urgent(): boolean | undefined {
    return this.first?.urgent;
  }

  /** Aborted when all waiters have left. */
  get signal(): Signal {
    return this.abandoned;
  }

  /** The latest deadline of those that wait now. Others may join. */
  get deadline(): number {
    return Math.max(...[...this.waiters].map(({ deadline }) => deadline));
  }

  /** Reports that the call stands still. Rejects the waiters whose deadline leaves no time for sending it afterwards. */
  pause(pause: Pause): void {
    this.current = pause;
    for (const waiter of this.waiters) pause.join?.(waiter);
    for (const waiter of this.waiters) this.rejectIfTooLate(waiter);
  }

  /** Reports that the call goes on. */
  resume(): void {
    this.current = undefined;
  }

  private get first(): Joined | undefined {
    const [first] = this.waiters;
    return first;
  }

  private begin(): Promise<T> {
    const response = this.options.begin(this);
    const settle = () => {
      this.isSettled = true;
    };
    response.then(settle, settle);
    return response;
  }

  private abandon(): void {
    if (this.isSettled || this.signal.aborted) return;
    this.options.onAbandoned();
    this.abandoned.abort('nobody waits for it any more');
  }

  /** Rejects the waiter when its time is up. */
  private watch(waiter: Joined, [moment, ...later]: readonly number[]): void {
    if (!this.waiters.has(waiter)) return;
    if (moment === undefined) {
      waiter.leave(this.failure({ kind: 'TIMEOUT', detail: 'no complete answer in time' }));
      return;
    }
    const { clock } = this.options;
    const goOn = () => {
      this.rejectIfTooLate(waiter);
      this.watch(waiter, later);
    };
    const leftMs = moment - clock.now();
    if (leftMs > 0) waiter.stopWatch = clock.after(leftMs, goOn);
    else goOn();
  }

  private rejectIfTooLate(waiter: Joined): void {
    const leftMs = this.current?.leftMs() ?? 0;
    const isInTime = leftMs <= 0 || this.options.clock.now() + leftMs <= latestSendAt(waiter);
    if (isInTime || !this.waiters.has(waiter)) return;
    const retryAfterMs = Math.ceil(leftMs);
    waiter.leave(this.failure({ kind: 'THROTTLING', retryAfterMs, detail: 'its turn comes too late' }));
  }

  private failure(failure: Pick<RpcFailure, 'kind' | 'detail' | 'retryAfterMs'>): RpcError {
    return failureOf(this.options.operation, failure);
  }
}
