import { RpcError } from '../errors/RpcError';
import type { CallOptions, RpcClient } from '../rpc/client';

/** The parameters that name the one account that an operation is about. */
const subjects = ['ResourceAccountId', 'AccountId', 'AccountUid'] as const;

/** The same client, whose failures name the account that the call acted in, or that it was about. */
export const nameAccounts = (rpc: RpcClient): RpcClient => ({
  call: async (operation, request, options) => {
    try {
      return await rpc.call(operation, request, options);
    } catch (error) {
      const accountId = accountOf(request, options);
      throw error instanceof RpcError && accountId !== undefined ? error.about(accountId) : error;
    }
  },
  check: (operation, request) => {
    rpc.check(operation, request);
  },
});

const accountOf = (request: object, options: CallOptions | undefined): string | undefined => {
  if (options?.accountId !== undefined) return options.accountId;
  const parameters = new Map<string, unknown>(Object.entries(request));
  return subjects.map((name) => parameters.get(name)).find((value): value is string => typeof value === 'string');
};
