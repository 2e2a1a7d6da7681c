import type { Recorders } from '../cloud-config/Recorders';
import type { Timelines } from '../cloud-config/Timelines';
import type { AccountFactory } from '../governance/AccountFactory';
import type { Caller } from '../handler';
import type { Readings } from '../readings';
import type { Directories } from '../resource-manager/Directories';
import type { Account } from './Account';
import type { WorldClock } from './WorldClock';

/** An access key of the world. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly active: boolean;
  readonly caller: Caller;
  /** Readings for requests signed with this key; they win over those of the world. */
  readonly readings?: Partial<Readings>;
  /** A temporary key: the token that must come with it. */
  readonly securityToken?: string;
  /** When a temporary key ends, in wall time like everything about signatures. Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

/** Everything that the emulated cloud knows: per emulator instance, never per process. */
export interface World {
  readonly name: string;
  readonly clock: WorldClock;
  /** Readings that this world chooses; they win over those of the emulator. */
  readonly readings: Partial<Readings>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly recorders: Recorders;
  readonly timelines: Timelines;
  readonly directories: Directories;
  readonly accountFactory: AccountFactory;
  accessKey(id: string): AccessKey | undefined;
  /** Whether the product, by its code (`Config`), is out of order. */
  isDown(productCode: string): boolean;
  /** Whether RAM lets a principal take an action, `config:StartConfigurationRecorder`. */
  permits(principalId: string, ramAction: string): boolean;
}
