import type { RpcClient } from '../../rpc/client';

/** How a read reaches resources of other accounts: in each account, by a role there; or through an account group. */
export type Route = 'member' | 'accountGroup';

/**
 * The same client, which tells of every read of other accounts which way it goes, remembered answers included: by the
 * member where a call acts in another account, through an account group where it reads what members have.
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
