/** Why an attempt was ended by us: its time is over. Everything else that aborts is the caller going away. */
export class AttemptTimeout extends Error {
  override readonly name = 'AttemptTimeout';

  constructor(readonly timeoutMs: number) {
    super(`no complete answer within ${Math.round(timeoutMs)} ms`);
  }
}

/** Settles as the promise does, unless the signal is aborted first: then rejects with its reason. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
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

/** Why a signal was aborted, as an error whatever the caller passed. */
export function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('The caller went away.');
}
