import { request } from 'undici';
import { z } from 'zod';
import type { Product, Site } from './operations/operation';
import type { RpcClientOptions, SharedRpcClient } from './rpc/client';
import { createRpcClient } from './rpc/client';
import { defaultChain } from './rpc/credentials/defaultChain';
import { staticKeys } from './rpc/credentials/staticKeys';

/** What the gateway calls. */
export interface Upstream {
  /** As logs, health answers and the response header `x-upstream` name it. */
  readonly name: 'emulator' | 'alibaba-cloud';
  readonly rpc: SharedRpcClient;
  /**
   * The present moment as the upstream sees it, milliseconds since the epoch: a time range that nobody named ends
   * there.
   */
  readonly now: () => number | Promise<number>;
}

export interface EmulatorAccess {
  /** Scheme, host and port. */
  readonly url: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** How calls are paced; time itself for tests. */
export type Pace = Pick<RpcClientOptions, 'quota' | 'clock' | 'wallTime'>;

/** The emulator, with the keys of its world and nothing else: the chain of real credentials is never built. */
export const emulatorUpstream = ({ url, accessKeyId, accessKeySecret }: EmulatorAccess, pace: Pace = {}): Upstream => ({
  name: 'emulator',
  rpc: createRpcClient({ endpoints: () => url, credentials: staticKeys(accessKeyId, accessKeySecret), ...pace }),
  now: () => worldTime(url),
});

/** Alibaba Cloud itself, with the default chain of credentials. */
export const alibabaCloudUpstream = (site: Site, pace: Pace): Upstream => ({
  name: 'alibaba-cloud',
  rpc: createRpcClient({
    endpoints: (product: Product) => `https://${product.hosts[site]}`,
    credentials: defaultChain(),
    ...pace,
  }),
  now: Date.now,
});

const ClockAnswer = z.object({ now: z.union([z.iso.datetime().transform((now) => Date.parse(now)), z.int()]) });

/**
 * The emulator's world has a clock of its own. Wall time where it does not tell (a proxy may let only calls through):
 * the default time range is then off by as much as the two differ.
 */
const worldTime = async (url: string): Promise<number> => {
  try {
    const answer = await request(`${url}/_emulator/clock`, { headersTimeout: 1000, bodyTimeout: 1000 });
    return ClockAnswer.parse(await answer.body.json()).now;
  } catch {
    return Date.now();
  }
};
