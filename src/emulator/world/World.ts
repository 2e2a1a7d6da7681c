import type { Caller } from '../handler';
import type { WorldClock } from './WorldClock';

/** An access key of the world. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly active: boolean;
  readonly caller: Caller;
}

/** Everything that the emulated cloud knows: per emulator instance, never per process. */
export interface World {
  readonly clock: WorldClock;
  accessKey(id: string): AccessKey | undefined;
}
