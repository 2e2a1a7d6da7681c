import type { RpcFailure } from '../../../src/errors/RpcError';
import { RpcError } from '../../../src/errors/RpcError';
import { GetCallerIdentity, InitResourceDirectory } from '../../../src/operations';
import type { Call } from '../../../src/rpc/Call';
import { staticKeys } from '../../../src/rpc/credentials/staticKeys';
import type { Answer } from '../../../src/rpc/readResponse';

export const answer: Answer = { RequestId: 'R-1' };

const credentials = staticKeys('testid', 'testsecret');

export const readCall: Call = { operation: GetCallerIdentity, parameters: {}, credentials, attempt: 1 };
export const writeCall: Call = { operation: InitResourceDirectory, parameters: {}, credentials, attempt: 1 };

export const failed = (failure: Omit<RpcFailure, 'product' | 'action'>) =>
  new RpcError({ product: 'Sts', action: 'GetCallerIdentity', ...failure });

/** What a promise is rejected with. Fails if it is not. */
export async function rejection(promise: Promise<unknown>): Promise<RpcError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RpcError)) throw new Error(`expected an RpcError, but got ${String(error)}`);
  return error;
}
