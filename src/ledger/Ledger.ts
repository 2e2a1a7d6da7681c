import type { ClientError } from '../errors/ClientError';
import type { Language } from '../errors/Explanation';
import type { Subject } from './Subject';

/** How a mutation ended, as its payload reports it. */
export interface MutationEnd {
  readonly outcome: 'SUCCEEDED' | 'ALREADY_DONE' | 'IN_PROGRESS' | 'REJECTED' | 'UNKNOWN';
  readonly errors: readonly ClientError[];
  /** The upstream's ID of the call. */
  readonly requestId: string | null;
  /** The account that was created or changed, if the mutation has one of its own. */
  readonly accountId?: string;
}

/** By what a mutation is recognized if it comes again. */
export interface MutationKeys {
  /** Names the caller, the mutation field, and the caller's own key, as a hash. Nobody else has it. Absent without such a key. */
  readonly key?: string;
  /** The same for all mutations, of any caller, that must not have an effect each. */
  readonly naturalKey?: string;
}

/** A mutation that is about to be sent. */
export interface MutationClaim extends MutationKeys {
  /** Names the caller, as a hash: each may take a part of the room only. Absent in files of older versions. */
  readonly owner?: string;
  /** The same key with another input is refused. */
  readonly inputHash: string;
  /** The mutation field, such as `createAccount`. */
  readonly field: string;
  readonly subject: Subject;
  /** The language of the request, for what is found out after it. */
  readonly language: Language;
}

/**
 * - `CLAIMED`: nothing was sent yet.
 * - `SENT`: the first byte may be on the wire.
 * - `UNKNOWN`: it was sent, and what became of it is being found out. It is never sent again.
 * - `ENDED`.
 */
export type EntryState = 'CLAIMED' | 'SENT' | 'UNKNOWN' | 'ENDED';

export interface Entry extends MutationClaim {
  readonly id: string;
  readonly state: EntryState;
  /** Milliseconds since the epoch, by the ledger's own clock. */
  readonly claimedAt: number;
  /** The upstream's time just before it was sent, milliseconds since the epoch. Absent in state CLAIMED. */
  readonly sentAt?: number;
  /** In the states UNKNOWN and ENDED, unless the process ended before it could be noted. */
  readonly end?: MutationEnd;
}

/** What a ledger knows about keys before they are claimed. */
export interface Standing {
  /** Stands against a claim: it has the same key, or is at the same thing. */
  readonly entry?: Entry;
  /** The last one with the same natural key, if it was carried out. */
  readonly earlier?: Entry;
}

/** What came of a claim. */
export type ClaimResult =
  | {
      readonly isNew: true;
      readonly entry: Entry;
      /** The last one with the same natural key, if it was carried out. */
      readonly earlier?: Entry;
    }
  /** Another mutation has the same key, or is at the same thing. */
  | { readonly isNew: false; readonly entry: Entry };

/** Remembers which mutations were sent, and how they ended, so that none has its effect twice. */
export interface Ledger {
  /**
   * Claims a key, and the natural key. Atomic: of all who claim one at the same time, one gets it.
   *
   * Rejects with a UserError if it has no room for another one.
   */
  claim(claim: MutationClaim): Promise<ClaimResult>;
  /** Looks the keys up, and claims nothing. */
  seek(keys: MutationKeys): Promise<Standing>;
  /** Notes that a mutation is about to be sent. Rejects if that cannot be kept: then it must not be sent. */
  sent(id: string, sentAt: number): Promise<void>;
  /** Notes how it ended, or that this is unknown. An end that nobody can ask for is forgotten. */
  end(id: string, end: MutationEnd): Promise<void>;
  /** Gives a claim back: nothing was done, and the same key may be used again. */
  release(id: string): Promise<void>;
  /** The entry of now. Undefined if it was released, or is too old. Never rejects for an entry of this process. */
  find(id: string): Promise<Entry | undefined>;
  /** Those whose end is unknown, and that this process has to find out. In a shared ledger, it takes over what dead ones left. */
  unresolved(): Promise<readonly Entry[]>;
  /** Whether other processes use it, too. Default: none does. */
  readonly isShared?: boolean;
  /** How many entries there are in each state, for the metrics. Absent if it cannot say. */
  counts?(): Readonly<Record<EntryState, number>>;
}
