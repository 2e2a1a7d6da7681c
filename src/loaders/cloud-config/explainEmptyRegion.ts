import type { DocumentedError } from '../../errors/DocumentedError';
import { RpcError } from '../../errors/RpcError';
import type { RpcClient } from '../../rpc/client';

/** Whether Cloud Config reads a resource that it lists without a region is not documented. */
const withoutRegion: DocumentedError = {
  code: 'UPSTREAM_REJECTED',
  explanation: {
    en: 'Cloud Config lists this resource without a region, and refuses to read it by its key because that has none.',
    zh: '在配置审计的资源列表中，该资源没有地域，因此配置审计拒绝按资源标识查询它。',
  },
};

/** The same client, which says of a resource without a region why the upstream does not read it. */
export const explainEmptyRegion = (rpc: RpcClient): RpcClient => ({
  ...rpc,
  call: async (operation, request, options) => {
    try {
      return await rpc.call(operation, request, options);
    } catch (error) {
      const hasNoRegion = 'Region' in request && request.Region === '';
      if (hasNoRegion && error instanceof RpcError && error.family === 'INVALID_PARAMETER') {
        throw error.explained(withoutRegion);
      }
      throw error;
    }
  },
});
