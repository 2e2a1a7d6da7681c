import { RpcError } from '../errors/RpcError';
import type { CallOptions, RpcClient } from '../rpc/client';

/** The parameters that name the one account that an operation is about. */
const subjects = ['ResourceAccountId', 'AccountId', 'AccountUid'] as const;

/** The same client, whose failures name the account that the call acted in, or that it was about. */
export const nameAccounts = (rpc: RpcClient): RpcClient => ({
  ...rpc,
  call: (operation, request, options) => naming(rpc.call(operation, request, options), request, options),
  rehearse: (operation, request, options) => naming(rpc.rehearse(operation, request, options), request, options),
});

const naming = async <T>(answer: Promise<T>, request: object, options: CallOptions | undefined): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    const accountId = accountOf(request, options);
    throw error instanceof RpcError && accountId !== undefined ? error.about(accountId) : error;
  }
};

const accountOf = (request: object, options: CallOptions | undefined): string | undefined => {
  if (options?.accountId !== undefined) return options.accountId;
  const parameters = new Map<string, unknown>(Object.entries(request));
  return subjects.map((name) => parameters.get(name)).find((value): value is string => typeof value === 'string');
};
