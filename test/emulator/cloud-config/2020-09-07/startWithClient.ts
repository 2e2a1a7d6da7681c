import type { EmulatorOptions } from '../../../../src/emulator/emulator';
import type { WorldDefinition } from '../../../../src/emulator/world/WorldDefinition';
import type { Operation, RequestOf, ResponseOf } from '../../../../src/operations/operation';
import type { SharedRpcClient } from '../../../../src/rpc/client';
import { createRpcClient } from '../../../../src/rpc/client';
import { staticKeys } from '../../../../src/rpc/credentials/staticKeys';
import { regionalHostOf } from '../../../../src/rpc/endpoints';
import { failureOf, policiesOn } from '../../../rpc/clients';
import { waitingTime } from '../../../support/waitingTime';
import type { TestCloud } from '../../world/startCloud';
import { startCloud } from '../../world/startCloud';

/** An emulated cloud, and the product's own client that speaks to it. */
export interface ClientCloud extends Omit<TestCloud, 'call'> {
  call<O extends Operation>(operation: O, request: RequestOf<O>, key?: string): Promise<ResponseOf<O>>;
  /** The same, at the host of a region. */
  callIn<O extends Operation>(region: string, operation: O, request: RequestOf<O>): Promise<ResponseOf<O>>;
  /** What a call is refused with. */
  refusal<O extends Operation>(operation: O, request: RequestOf<O>, key?: string): Promise<string>;
}

export async function startWithClient(
  world: string | WorldDefinition,
  options: Pick<EmulatorOptions, 'readings' | 'accounts'> = {},
): Promise<ClientCloud> {
  const cloud = await startCloud(world, options);
  const clients = new Map<string, SharedRpcClient>();
  const clientOf = (key: string): SharedRpcClient => {
    const secret = cloud.emulator.world.accessKey(key)?.secret ?? '';
    const client =
      clients.get(key) ??
      createRpcClient({
        endpoints: () => cloud.emulator.url,
        namedHost: regionalHostOf,
        credentials: staticKeys(key, secret),
        clock: waitingTime,
        policies: policiesOn(waitingTime),
      });
    clients.set(key, client);
    return client;
  };

  return {
    ...cloud,
    call: (operation, request, key = 'testid') => clientOf(key).call(operation, request),
    callIn: (region, operation, request) => clientOf('testid').call(operation, request, { region }),
    async refusal(operation, request, key = 'testid') {
      const { kind, code } = await failureOf(clientOf(key).call(operation, request));
      return code ?? kind;
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
      await cloud.close();
    },
  };
}
