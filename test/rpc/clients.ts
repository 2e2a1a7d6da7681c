import type { RpcError } from '../../src/errors/RpcError';
import type { RpcClientOptions, SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient } from '../../src/rpc/client';
import type { Clock } from '../../src/rpc/clock';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { attemptTimeout } from '../../src/rpc/policies/attemptTimeout';
import { deadline } from '../../src/rpc/policies/deadline';
import { readyCredentials } from '../../src/rpc/policies/readyCredentials';
import { retry } from '../../src/rpc/policies/retry';
import { waitingTime } from '../support/waitingTime';
import type { Upstream } from './upstream';

/** The product's own policies on a clock of choice; pauses between attempts are as short as they may be. */
export const policiesOn = (clock: Clock) => [
  deadline({ clock }),
  readyCredentials({ clock }),
  retry({ clock, random: () => 0 }),
  attemptTimeout({ clock }),
];

export function clientOf(
  upstream: Pick<Upstream, 'origin'>,
  options: Partial<RpcClientOptions> & { clock?: Clock } = {},
): SharedRpcClient {
  const { clock = waitingTime } = options;
  return createRpcClient({
    endpoints: () => upstream.origin,
    credentials: staticKeys('testid', 'testsecret'),
    policies: policiesOn(clock),
    ...options,
    clock,
  });
}

/** What a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<RpcError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'RpcError' });
  return error as RpcError;
}
