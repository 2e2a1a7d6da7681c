import { RpcError } from '../../errors/RpcError';
import type { Call } from '../Call';
import type { Signal } from '../Cancellation';
import { AttemptTimeout, CallerGone, reasonOf, untilAborted, withinTime } from '../abort';
import type { Clock } from '../clock';
import { failureOf } from '../failures';
import type { Credentials } from './credentials';
import { NoCredentials } from './credentials';

/**
 * The credentials of a call from its source.
 *
 * @param limit ends the wait, besides the caller's own signal.
 * @throws RpcError: that of a call that was to bring them, or one of our own in which nothing of a foreign error is left.
 */
export const credentialsFor = (call: Call, limit: Signal | undefined): Promise<Credentials> =>
  credentialsOf(call, (credentials) => untilAborted(credentials, limit));

/** The same, no later than the call's deadline. */
export const credentialsInTime = (call: Call, clock: Clock): Promise<Credentials> =>
  credentialsOf(call, (credentials) => withinTime(credentials, (call.deadline ?? Infinity) - clock.now(), clock));

async function credentialsOf(
  call: Call,
  limit: (credentials: Promise<Credentials>) => Promise<Credentials>,
): Promise<Credentials> {
  const { operation, accountId, credentials, signal, maxAgeMs, onShared } = call;
  const { caller, request, urgent, deadline } = call.shared ?? call;
  const ask = { operation, accountId, caller, request, urgent, signal, deadline, maxAgeMs, onShared };
  try {
    const got = credentials.get(ask);
    if (got instanceof Promise) return await untilAborted(limit(got), signal);
    if (signal?.aborted) throw reasonOf(signal);
    return got;
  } catch (error) {
    if (error instanceof RpcError) throw error;
    if (error instanceof CallerGone) {
      throw failureOf(operation, { kind: 'ABORTED', detail: 'the caller went away before anything was sent' });
    }
    if (error instanceof AttemptTimeout) {
      throw failureOf(operation, { kind: 'NOT_SENT', reason: 'NO_CREDENTIALS', detail: 'no credentials in time' });
    }
    // Nothing of a foreign error is kept: it may hold the very keys.
    const detail = error instanceof NoCredentials ? error.message : 'no credentials could be had';
    throw failureOf(operation, { kind: 'CREDENTIALS', detail });
  }
}
