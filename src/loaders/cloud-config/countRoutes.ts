import type { RpcClient } from '../../rpc/client';

/** How a read reaches resources of other accounts: in each account, by a role there; or through an account group. */
export type Route = 'member' | 'accountGroup';

/**
 * The same client, which counts the route of every read of another account, cached answers included. A call that acts
 * in another account goes through the member; one that reads an account group goes through the group.
 */
export const countRoutes = (rpc: RpcClient, count: (route: Route) => void): RpcClient => ({
  ...rpc,
  call: (operation, request, options) => {
    const { kind, parameters } = operation;
    if (kind === 'read' && 'ResourceAccountId' in parameters) count('accountGroup');
    else if (kind === 'read' && options?.accountId !== undefined) count('member');
    return rpc.call(operation, request, options);
  },
});
