import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import type { catalogue } from '../../../src/operations';

/** A documented code of an operation that no request can run into, and why; the page of what is covered says so. */
export interface UnprovokedCode {
  readonly operation: keyof typeof catalogue;
  readonly code: string;
  readonly reason: string;
}

/** A state of the world, and a request that runs into it: how one documented code of one operation comes about. */
export interface RefusalState {
  readonly operation: keyof typeof catalogue;
  readonly code: string;
  /** In words that go on after "answers this code for". */
  readonly state: string;
  readonly world: WorldDefinition;
  readonly parameters?: object;
  /** The access key that signs. Defaults to `testid` of the management account. */
  readonly key?: string;
  /** What fills the `%s` of the message. */
  readonly names?: readonly string[];
}
