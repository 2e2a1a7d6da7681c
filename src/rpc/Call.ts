import type { Operation } from '../operations/operation';
import type { Signal } from './Cancellation';
import type { SharedCall } from './SharedCall';
import type { Waiter } from './Waiter';
import type { CredentialsSource } from './credentials/credentials';
import type { AttemptObserver, SharingObserver } from './observer';

/** One call on its way from the caller down to the wire, as policies see and change it. */
export interface Call extends Waiter {
  readonly operation: Operation;
  /** Flat, encoded, not signed. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The account that it is to act in; undefined: the one that the credentials belong to. */
  readonly accountId?: string;
  /** The region whose host it is sent to, for a product with regional hosts; undefined: the host of the site. */
  readonly region?: string;
  /** Whom it is made as: asked again for every attempt. */
  readonly credentials: CredentialsSource;
  /** Aborted when the caller has gone. A write heeds it only until it is sent. */
  readonly signal?: Signal;
  /** Ends a write even if it is on the wire: the process ends. */
  readonly end?: Signal;
  /** The call as its waiters share it. Then it has no deadline of its own, and policies ask this one. */
  readonly shared?: SharedCall;
  /** A text that is unique to each attempt. Default: as the client makes them. */
  readonly nonce?: () => string;
  /** Ends the attempt that is in flight, down to the socket. */
  readonly attemptSignal?: Signal;
  /** Called when the attempt has a connection and its request goes out. */
  readonly onSent?: () => void;
  /** Counted from 1. */
  readonly attempt: number;
  /** Whether an earlier attempt was refused for flow control: its quota has been slowed down for that. */
  readonly wasThrottled?: boolean;
  /** Runs before the call is made, unless its answer is shared. The call fails with what this throws. */
  readonly admit?: (operation: Operation) => void;
  readonly onAttempt?: AttemptObserver;
  readonly onShared?: SharingObserver;
  /** How old an answer may be, milliseconds; 0 asks the upstream. */
  readonly maxAgeMs?: number;
  /** Takes only an answer that needs no call of its own. */
  readonly sharedOnly?: boolean;
}
