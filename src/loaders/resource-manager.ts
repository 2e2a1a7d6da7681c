import { GetResourceDirectory } from '../operations';
import type { RpcClient } from '../rpc/client';
import { fanOut } from './batch/fanOut';
import { orNull } from './orNull';

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createResourceManagerLoaders = (rpc: RpcClient) => ({
  /** The directory of the account of the credentials; null where it is in none. There is one at most: `current`. */
  resourceDirectory: fanOut('resourceManager.resourceDirectory', async (_key: 'current') => {
    const answer = await orNull(rpc.call(GetResourceDirectory, {}), 'ResourceDirectoryNotInUse');
    return answer?.ResourceDirectory ?? null;
  }),
});
