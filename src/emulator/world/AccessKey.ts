import type { Readings } from '../readings';
import type { Caller } from './Caller';

/** An access key of the world. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly active: boolean;
  readonly caller: Caller;
  /** Readings for requests signed with this key; they win over those of the world. */
  readonly readings?: Partial<Readings>;
  /** A temporary key: what must come with it, and when it ends in wall time. Milliseconds since the epoch. */
  readonly session?: { readonly securityToken: string; readonly expiresAt: number };
}
