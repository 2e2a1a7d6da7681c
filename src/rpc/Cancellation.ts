/** What code that can be canceled needs of a signal. Every `AbortSignal` is one. */
export interface Signal {
  readonly aborted: boolean;
  /** Why it was aborted. Undefined until then. */
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * An AbortController and its signal in one. Those of Node are events with maps of their own, and several are needed for each
 * request ([ADR 24](../../docs/adr/0024-objects-of-one-shape.md)).
 */
export class Cancellation implements Signal {
  aborted = false;
  reason: unknown = undefined;
  private listeners: Set<() => void> | undefined;

  /** Calls every listener, the first time. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    // One that another removes in the meantime is not called.
    for (const listener of this.listeners ?? []) listener();
    this.listeners = undefined;
  }

  /** Nothing happens if it is aborted already, as with an `AbortSignal`. */
  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) (this.listeners ??= new Set()).add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners?.delete(listener);
  }
}

/** A signal that is aborted with the first of several. They hold it for as long as they last. */
export const anyOf = (signals: readonly Signal[]): Signal => {
  const any = new Cancellation();
  for (const signal of signals) {
    const abort = (): void => {
      any.abort(signal.reason);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  }
  return any;
};
