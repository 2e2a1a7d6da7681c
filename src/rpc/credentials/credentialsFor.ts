import { RpcError } from '../../errors/RpcError';
import type { Call } from '../Call';
import { AttemptTimeout, CallerGone, untilAborted } from '../abort';
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
export async function credentialsFor(call: Call, limit: AbortSignal | undefined): Promise<Credentials> {
  const { operation, accountId, credentials, signal, maxAgeMs, onShared } = call;
  const { caller, request, urgent, deadline } = call.shared ?? call;
  const ask = { operation, accountId, caller, request, urgent, signal, deadline, maxAgeMs, onShared };
  try {
    return await untilAborted(untilAborted(credentials.get(ask), limit), signal);
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

/** The same, no later than the call's deadline. */
export async function credentialsInTime(call: Call, clock: Clock): Promise<Credentials> {
  const over = new AbortController();
  const late = new AbortController();
  const leftMs = (call.deadline ?? Infinity) - clock.now();
  if (leftMs < Infinity) {
    void clock.sleep(leftMs, over.signal).then(() => {
      if (!over.signal.aborted) late.abort(new AttemptTimeout(leftMs));
    });
  }
  try {
    return await credentialsFor(call, late.signal);
  } finally {
    over.abort('over');
  }
}
