import type { RpcFailureKind } from '../errors/RpcError';

/** One attempt that was made, for logs, metrics and tests. It holds no parameter and no key. */
export interface Attempt {
  /** The product's code as the upstream spells it. */
  readonly product: string;
  readonly action: string;
  /** The account that it acted in. Undefined: the one that the credentials belong to. */
  readonly accountId?: string;
  /** The region that it was sent to, for a product with regional hosts. */
  readonly region?: string;
  /** Counted from 1 within its call. */
  readonly attempt: number;
  readonly durationMs: number;
  /** `NOT_SENT` and `ABORTED` attempts may never have reached the upstream. */
  readonly outcome: 'DONE' | RpcFailureKind;
  /** The upstream's `Code`, if it gave one. */
  readonly code?: string;
  readonly httpStatus?: number;
  /** The upstream's id, if it gave one. */
  readonly requestId?: string;
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
