import type { Operation } from '../operations/operation';
import type { CredentialsSource } from './credentials/credentials';
import type { AttemptObserver, SharingObserver } from './observer';
import type { Party } from './party';

/** One call on its way from the caller down to the wire, as policies see and change it. */
export interface Call {
  readonly operation: Operation;
  /** Flat, encoded, not signed. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The account that it is to act in; undefined: the one that the credentials belong to. */
  readonly accountId?: string;
  /** Whom it is made as: asked again for every attempt. */
  readonly credentials: CredentialsSource;
  /** Who asks: callers take turns where calls have to wait. Those without a name share one. */
  readonly caller?: string;
  /** Goes before other calls that wait: a write is waiting for it. */
  readonly urgent?: boolean;
  /** Aborted when the caller has gone. A write heeds it only until it is sent. */
  readonly signal?: AbortSignal;
  /** When the call must be over, in the clock's milliseconds. */
  readonly deadline?: number;
  /** Those that wait for it, where it is shared: they have a place and a deadline each, and the call has none. */
  readonly party?: Party;
  /** Ends the attempt that is under way, down to the socket. */
  readonly attemptSignal?: AbortSignal;
  /** Called when the attempt has a connection and its request goes out. */
  readonly onSent?: () => void;
  /** Counted from 1. */
  readonly attempt: number;
  /** Asked before the call is made, where its answer is not shared; what it throws fails the call. */
  readonly admit?: (operation: Operation) => void;
  readonly onAttempt?: AttemptObserver;
  readonly onShared?: SharingObserver;
  /** How old an answer may be, milliseconds; 0 asks the upstream. */
  readonly maxAgeMs?: number;
  /** Takes only an answer that needs no call of its own. */
  readonly sharedOnly?: boolean;
}

/** With less time left an attempt is not begun: it would only be work for an answer that nobody takes. */
export const shortestAttemptMs = 150;

/** The latest moment at which sending it makes sense, in the clock's milliseconds, as far as is known now. */
export const untilOf = ({ deadline = Infinity, party }: Call): number => party?.until ?? deadline - shortestAttemptMs;
