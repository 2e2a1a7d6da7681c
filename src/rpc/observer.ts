import type { RpcFailureKind } from '../errors/RpcError';
import type { TracedCall } from '../observability/tracing/Tracing';

/** One attempt that was made, for logs, metrics, traces and tests. It holds no parameter and no key. */
export interface Attempt extends TracedCall {
  /** `NOT_SENT` and `ABORTED` attempts may never have reached the upstream. */
  readonly outcome: 'DONE' | RpcFailureKind;
}

/** Receives every attempt when it is over. What it throws is ignored: observing must not change what happens. */
export type AttemptObserver = (attempt: Attempt) => void;

/** An answer that came without a call of its own. */
export type Shared =
  /** Somebody else was asking the very same. */
  | { readonly how: 'COALESCED' }
  /** It came from the cache and is this old. */
  | { readonly how: 'CACHED'; readonly ageMs: number };

/** Receives every such answer. */
export type SharingObserver = (shared: Shared) => void;
