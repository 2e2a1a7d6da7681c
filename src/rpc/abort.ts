import type { Signal } from './Cancellation';
import type { Clock } from './clock';

/** Nobody waits for the call any more. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

/** An attempt was ended by us: its time is over. Everything else that aborts is the caller going away. */
export class AttemptTimeout extends Error {
  override readonly name = 'AttemptTimeout';

  constructor(readonly timeoutMs: number) {
    super(`no complete answer within ${Math.round(timeoutMs)} ms`);
  }
}

/** Settles as the promise does, unless the signal is aborted first: then rejects by {@link reasonOf}. */
export function untilAborted<T>(promise: Promise<T>, signal: Signal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => {
      reject(reasonOf(signal));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

/** Settles as the promise does, unless that takes too long: then rejects with {@link AttemptTimeout}. */
export function withinTime<T>(promise: Promise<T>, ms: number, clock: Clock): Promise<T> {
  if (ms === Infinity) return promise;
  return new Promise<T>((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      reject(new AttemptTimeout(ms));
    });
    promise.then(resolve, reject).finally(cancel);
  });
}

/** Why a signal was aborted: {@link AttemptTimeout} or {@link CallerGone}. What a caller gave as its reason is dropped. */
export function reasonOf(signal: Signal): AttemptTimeout | CallerGone {
  return signal.reason instanceof AttemptTimeout ? signal.reason : new CallerGone('the caller went away');
}
