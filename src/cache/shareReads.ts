import { RpcError } from '../errors/RpcError';
import { CallerGone, untilAborted } from '../rpc/abort';
import type { Clock } from '../rpc/clock';
import { principalOf } from '../rpc/credentials/credentials';
import { credentialsFor } from '../rpc/credentials/credentialsFor';
import { failureOf } from '../rpc/failures';
import { shortestAttemptMs } from '../rpc/policies/deadline';
import type { Call, Next, Policy } from '../rpc/policies/policy';
import type { Answer } from '../rpc/readResponse';
import type { AnswerCache, Outcome } from './AnswerCache';
import { cacheTtlMs } from './cacheTtl';

export interface ShareReadsOptions {
  readonly clock: Clock;
  /** Where answers are kept. Without one, only calls that are under way are shared. */
  readonly cache?: AnswerCache;
  /** The upstream's present moment, milliseconds since the epoch. */
  readonly now: () => number | Promise<number>;
}

export interface SharedReads extends Policy {
  /** Forgets every answer: the upstream was changed by something else than a call of this process. */
  readonly forget: () => void;
}

/** How long the upstream's refusal of a read is repeated: long enough for one page's worth of questions. */
const refusalTtlMs = 5000;

/** How long a caller without a deadline waits for credentials. */
const credentialsMs = 10_000;

/** A call that has not been answered yet, and how many wait for it. */
interface Flight {
  readonly answer: Promise<Answer>;
  readonly abandoned: AbortController;
  waiting: number;
  landed: boolean;
}

/**
 * One upstream call for identical reads: those under way are joined, and answers are given again for as long as the
 * catalogue allows.
 *
 * Identical means: the same principal asks the same operation (product, version, action) in the same account with the
 * same parameters. The credentials are settled first, on every hit too, so that nobody is given what they could not
 * have asked for. A call that several wait for ends when the last of them has gone; it has a deadline of its own, and
 * each caller keeps theirs.
 *
 * A write forgets everything, when it begins and when it ends: which answers it made stale is not documented, and
 * writes are few. Other processes keep theirs until they expire.
 */
export const shareReads = ({ clock, cache, now }: ShareReadsOptions): SharedReads => {
  const flights = new Map<string, Flight>();

  const forget = (): void => {
    cache?.clear();
    // Whoever waits for them still gets their answers; nobody joins them, and they are not kept.
    flights.clear();
  };

  const write = async (call: Call, next: Next): Promise<Answer> => {
    call.admit?.(call.operation);
    forget();
    try {
      return await next(call);
    } finally {
      forget();
    }
  };

  const takeOff = (key: string, call: Call, next: Next): Flight => {
    const abandoned = new AbortController();
    const askedAt = clock.now();
    const answer = next({ ...call, signal: abandoned.signal, deadline: undefined });
    const flight: Flight = { answer, abandoned, waiting: 0, landed: false };
    flights.set(key, flight);
    const land = async (outcome: Outcome | undefined): Promise<void> => {
      flight.landed = true;
      // An upstream that cannot tell the time costs a cache entry, and no answer.
      const ttlMs = outcome && cache ? await ttlOf(outcome, call, now).catch(() => 0) : 0;
      if (flights.get(key) !== flight) return;
      flights.delete(key);
      if (outcome) cache?.remember(key, outcome, askedAt, ttlMs);
    };
    void answer.then(
      (value) => land({ answer: value }),
      (error: unknown) => land(error instanceof RpcError ? { error } : undefined),
    );
    return flight;
  };

  const wait = async (flight: Flight, key: string, call: Call): Promise<Answer> => {
    flight.waiting += 1;
    try {
      return await within(flight.answer, call, clock);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 && !flight.landed) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.abandoned.abort('nobody waits for it any more');
      }
    }
  };

  return {
    forget,
    execute: async (call, next) => {
      if (call.operation.kind === 'write') return write(call, next);
      const key = await keyOf(call, clock);
      const { maxAgeMs = Infinity } = call;
      const remembered = cache?.get(key);
      if (remembered && remembered.ageMs < maxAgeMs) {
        call.onShared?.({ how: 'CACHED', ageMs: remembered.ageMs });
        return valueOf(remembered.outcome);
      }
      const flight = maxAgeMs > 0 ? flights.get(key) : undefined;
      if (flight) {
        call.onShared?.({ how: 'COALESCED' });
        return wait(flight, key, call);
      }
      if (call.sharedOnly) throw failureOf(call.operation, { kind: 'NOT_SENT', detail: 'nothing is remembered of it' });
      // Nobody would take the answer: the policies below say so, and nothing is sent.
      const left = (call.deadline ?? Infinity) - clock.now();
      if (left < shortestAttemptMs) return next(call);
      call.admit?.(call.operation);
      return wait(takeOff(key, call, next), key, call);
    },
  };
};

/** What makes two reads the same. It begins with who asks. */
const keyOf = async (call: Call, clock: Clock): Promise<string> => {
  const { operation, accountId = '', parameters, deadline = clock.now() + credentialsMs } = call;
  const credentials = await within(credentialsFor(call, undefined), { ...call, deadline }, clock);
  const { code, version } = operation.product;
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([principalOf(credentials), accountId, code, version, operation.action, sorted]);
};

/** Waits for what is not this caller's alone, no longer than the caller does. */
const within = async <T>(promise: Promise<T>, { operation, signal, deadline }: Call, clock: Clock): Promise<T> => {
  const over = new AbortController();
  const late = deadline === undefined ? [] : [clock.sleep(deadline - clock.now(), over.signal).then(() => tooLate)];
  try {
    const first = await Promise.race([untilAborted(promise, signal), ...late]);
    if (first === tooLate) throw failureOf(operation, { kind: 'TIMEOUT', detail: 'no complete answer in time' });
    return first as T;
  } catch (error) {
    if (error instanceof CallerGone) throw failureOf(operation, { kind: 'ABORTED', detail: 'the caller went away' });
    throw error;
  } finally {
    over.abort('over');
  }
};

const tooLate = Symbol('too late');

/** Refusals are remembered briefly; what may be otherwise at the next attempt is not. */
const ttlOf = async (outcome: Outcome, call: Call, now: () => number | Promise<number>): Promise<number> => {
  const ttlMs = await cacheTtlMs(call.operation, call.parameters, now);
  if ('answer' in outcome) return ttlMs;
  const { kind, documented } = outcome.error;
  return kind === 'CLIENT' && documented !== undefined ? Math.min(ttlMs, refusalTtlMs) : 0;
};

const valueOf = (outcome: Outcome): Answer => {
  if ('error' in outcome) throw outcome.error;
  return outcome.answer;
};
