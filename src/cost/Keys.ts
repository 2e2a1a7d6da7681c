import type { Operation } from '../operations/operation';
import { Source } from './Source';

/** Distinct keys of objects, as far as they are known before anything is read. */
export interface Keys {
  /** Two sets with the same source are the same keys. */
  readonly source: Source;
  /** How many there are at most. */
  readonly count: number;
  /** The keys themselves, if the document names them. */
  readonly named?: readonly string[];
  /** How deep in their tree they are, if that is known. */
  readonly depth?: number;
  /** The list that all of them are in, if its length bounds their number. */
  readonly list?: Operation;
}

/** Objects behind a field. */
export interface Objects {
  readonly self: Keys;
  /** The pages that they are on. Omitted for objects that are on none. */
  readonly page?: Keys;
  /** The accounts that they belong to. */
  readonly account?: Keys;
  /** The account that the document names for them. */
  readonly accountId?: string;
  /** Whether they certainly belong to the gateway's own account. */
  readonly isOwn: boolean;
  /** At how many moments they come into being at most: what is loaded at one moment is loaded as one batch. */
  readonly moments: number;
}

/** What stands for the gateway's own account, whose ID no document has to name. */
export const ownId = 'own';

/** Where the keys of one estimate begin. Evaluations of the same estimate share it. */
export class Origin {
  private readonly source = new Source();
  /** The key of the gateway's own account. */
  readonly ownKey = this.named([ownId]);
  /** The key of what there is once. */
  readonly once = this.named(['']);
  /** What the operation itself is selected of. */
  readonly root: Objects = { self: this.once, isOwn: false, moments: 1 };

  /** Keys that the document names. */
  named(keys: readonly string[]): Keys {
    return { source: this.source.at(JSON.stringify(keys)), count: keys.length, named: keys };
  }
}
