import { shorten } from '../json/shorten';
import type { Caller } from './world/Caller';

/** One request that reached the emulator. Fields that were not known when it was answered are null. */
export interface Call {
  /** When it arrived: ISO 8601 in UTC, wall time. */
  readonly time: string;
  readonly product: string | null;
  readonly version: string | null;
  readonly action: string | null;
  /** The account and principal whose signature was right; null before that is established. */
  readonly accountId: string | null;
  readonly callerId: string | null;
  /** The nonce that was signed; null before that is established. */
  readonly nonce: string | null;
  /**
   * The HTTP status of the answer. Null until there is one, and for good if a fault left the client without an answer.
   */
  readonly status: number | null;
  /** The `Code` of a refusal; null for a success. */
  readonly code: string | null;
  readonly requestId: string;
  /** What the call changed in the world, whether or not its answer reached the client; null for nothing. */
  readonly effect: string | null;
}

/** A call in flight: noted when it arrives, completed as more becomes known. */
export type OpenCall = { -readonly [K in keyof Call]: Call[K] };

const kept = 100_000;
const maxNameLength = 128;

const nameOf = (text: string | undefined): string | null =>
  text === undefined ? null : shorten(text, maxNameLength, '');

/**
 * What was called, by whom, with what outcome and effect: the ground truth of tests and benchmarks.
 *
 * Keeps the last 100,000 calls; the totals stay exact beyond that.
 */
export class CallLog {
  private calls: OpenCall[] = [];
  private counts = new Map<string, number>();
  private count = 0;

  /** @param actions those that `byAction` counts; others a client might make up without end. */
  constructor(private readonly actions: ReadonlySet<string>) {}

  /** How many requests arrived since the start or the last `clear`. */
  get total(): number {
    return this.count;
  }

  /** How many of them named each action. */
  get byAction(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }

  /** The calls, oldest first. */
  all(): readonly Call[] {
    return this.calls.slice(-kept).map((call) => ({ ...call }));
  }

  /** The calls of one action, oldest first. If versions of a product share the action, `version` chooses one. */
  of(action: string, version?: string): readonly Call[] {
    return this.calls
      .filter((call) => call.action === action && (version ?? call.version) === call.version)
      .map((call) => ({ ...call }));
  }

  /** Everything that was changed in the world, in order. */
  effects(): readonly string[] {
    return this.calls.flatMap(({ effect }) => effect ?? []);
  }

  /** Notes a request that has just arrived; its entry is visible from now on. */
  open(time: string, requestId: string): OpenCall {
    const call: OpenCall = {
      time,
      product: null,
      version: null,
      action: null,
      accountId: null,
      callerId: null,
      nonce: null,
      status: null,
      code: null,
      requestId,
      effect: null,
    };
    this.count += 1;
    this.calls.push(call);
    // Cut rarely, so that a full log costs no copy for each call.
    if (this.calls.length >= 2 * kept) this.calls = this.calls.slice(-kept);
    return call;
  }

  /** Notes what a request asks for, known or not. */
  name(call: OpenCall, version: string | undefined, action: string | undefined): void {
    call.version = nameOf(version);
    call.action = nameOf(action);
    if (action !== undefined && this.actions.has(action)) this.counts.set(action, (this.counts.get(action) ?? 0) + 1);
  }

  /** Notes who signed a request. */
  sign(call: OpenCall, { accountId, principalId }: Caller, nonce: string | undefined): void {
    call.accountId = accountId;
    call.callerId = principalId;
    call.nonce = nameOf(nonce);
  }

  clear(): void {
    this.calls = [];
    this.counts = new Map();
    this.count = 0;
  }
}
