import type { Access } from './access/Access';
import type { Language } from './errors/Explanation';
import type { InexactNumber } from './errors/InexactNumber';
import type { AnswerSize } from './json/AnswerSize';
import type { Ledger } from './ledger/Ledger';
import type { Reconciler } from './ledger/Reconciler';
import type { Loaders } from './loaders';
import type { KnownLists } from './loaders/KnownLists';
import type { CloudConfigApi } from './loaders/cloud-config/CloudConfigApi';
import type { RequestTrace } from './observability/RequestTrace';
import type { Operation } from './operations/operation';
import type { CursorFormat } from './pagination/cursor';
import type { CallOptions, RpcClient } from './rpc/client';
import type { MemberAccess } from './settings';

/** Who makes a request. Callers take turns, and each caller has its own rates. */
export interface Caller {
  /** A principal or an address, as logs have it. */
  readonly name: string;
  /** A text that no other caller has: two addresses that one client can have are one caller. */
  readonly key: string;
}

/** One mutation, as the audit log has it. */
export interface AuditedMutation {
  /** The nonce of its next attempt. They follow from that of the first, which is in the line before the send. */
  readonly nonce: () => string;
  /**
   * Notes what is about to be sent. Rejects if that cannot be written: then it must not be sent.
   *
   * @param ledgerId by which a later line says what became of it.
   */
  intend(request: object, accountId: string | undefined, ledgerId: string): Promise<void>;
  /** Notes how it ended. */
  end(end: {
    readonly outcome: string;
    /** The ledger's entry of an earlier mutation with the same key, whose end this is. */
    readonly repeated?: string;
    /** The code of its first error. */
    readonly code?: string;
    readonly upstreamRequestId?: string | null;
    readonly failure?: unknown;
  }): Promise<void>;
}

/** What a resolver may reach, built once per request. */
export interface Context {
  /** Who sent the request, and what they may see and do. */
  readonly access: Access;
  /** Read it anew for each load: after a write it holds nothing of before. */
  readonly loaders: Loaders;
  /** What the process knows of lists, for those who see the same accounts. */
  readonly lists: KnownLists;
  /** Forgets all that was loaded, and how long lists were: a write was sent. */
  forget(): void;
  /** For writes; reads go through the loaders. Ends with the request. */
  readonly rpc: RpcClient;
  /** How resources of other accounts are read. */
  readonly memberAccess: MemberAccess;
  /** The version of Cloud Config that is spoken. */
  readonly cloudConfig: CloudConfigApi;
  /** The language of messages, from `Accept-Language`. */
  readonly language: Language;
  /** What the header `x-cost-only` says. Undefined without one. */
  readonly costOnly: string | undefined;
  /** Whether this deployment allows mutations. */
  readonly mutations: boolean;
  /** Whether the process is about to stop. If it is, no mutation begins. */
  readonly isStopping: () => boolean;
  /** The upstream's present moment, the same for the whole request. Milliseconds since the epoch. */
  readonly now: () => Promise<number>;
  /** The account that the gateway's credentials belong to. */
  readonly currentAccountId: () => Promise<string>;
  /** What a call that acts in an account needs besides its request. */
  readonly callOptions: (accountId: string) => Promise<CallOptions>;
  /** Numbers of the request that were rounded when it was parsed. */
  readonly inexactNumbers: readonly InexactNumber[];
  /** How this gateway writes cursors. */
  readonly cursors: CursorFormat;
  readonly caller: Caller;
  /** Grows with each field that is resolved. */
  readonly answerSize: AnswerSize;
  /** What the mutations of the document have done so far. */
  readonly writes: {
    /** The query field that shows what a mutation did, if its outcome is UNKNOWN. Then no further mutation is sent. */
    unknown?: string;
  };
  /** Remembers which mutations were sent, and how they ended. */
  readonly ledger: Ledger;
  /** Finds out what became of those whose outcome is unknown. */
  readonly reconciler: Pick<Reconciler, 'follow' | 'look'>;
  /** How long the client still waits, milliseconds. */
  readonly timeLeftMs: () => number;
  /** In the answer and in every line of the log. */
  readonly requestId: string;
  /** The ID of its trace, for the log and errors. Undefined if it has none. */
  readonly traceId: string | undefined;
  /** Begins the audit of a mutation. */
  readonly audit: (operation: Operation, idempotencyKey: string | null | undefined) => AuditedMutation;
  /** What is logged when the request ends. */
  readonly trace: RequestTrace;
}
