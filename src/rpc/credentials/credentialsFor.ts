import { RpcError } from '../../errors/RpcError';
import { CallerGone, untilAborted } from '../abort';
import { failureOf } from '../failures';
import type { Call } from '../policies/policy';
import type { Credentials } from './credentials';
import { NoCredentials } from './credentials';

/**
 * The credentials that a call is made with.
 *
 * @throws RpcError, and nothing else: `CREDENTIALS` where there are none, `ABORTED` where the caller has gone.
 */
export async function credentialsFor(call: Call): Promise<Credentials> {
  const { operation, accountId, credentials, attemptSignal, signal } = call;
  try {
    return await untilAborted(untilAborted(credentials.get({ operation, accountId }), attemptSignal), signal);
  } catch (error) {
    if (error instanceof RpcError) throw error;
    if (error instanceof CallerGone) {
      throw failureOf(operation, { kind: 'ABORTED', detail: 'the caller went away before anything was sent' });
    }
    // Nothing of a foreign error is kept: it may hold the very keys.
    const detail = error instanceof NoCredentials ? error.message : 'no credentials could be had';
    throw failureOf(operation, { kind: 'CREDENTIALS', detail });
  }
}
