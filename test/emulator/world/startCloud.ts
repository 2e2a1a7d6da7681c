import RPCClient from '@alicloud/pop-core';
import type { Emulator, EmulatorOptions } from '../../../src/emulator/emulator';
import { startEmulator } from '../../../src/emulator/emulator';
import { handlers } from '../../../src/emulator/handlers';
import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { catalogue } from '../../../src/operations';

type Name = keyof typeof catalogue;

/** What a call came to: its answer, or the code and the text of its refusal; and what it changed. */
export interface Outcome<T> {
  readonly status: number | null;
  readonly answer?: T;
  readonly code?: string;
  readonly message?: string;
  readonly effect: string | null;
}

/** An emulated cloud whose clocks stand still, and the official client that speaks to it. */
export interface TestCloud {
  readonly emulator: Emulator;
  call<T = Record<string, unknown>>(name: Name, parameters?: object, accessKeyId?: string): Promise<Outcome<T>>;
  /** Lets world time pass. */
  pass(ms: number): void;
  close(): Promise<void>;
}

export const second = 1000;
export const minute = 60 * second;

/** Starts an emulator over a world whose time moves only when a test moves it. */
export async function startCloud(
  world: string | WorldDefinition,
  options: Pick<EmulatorOptions, 'readings' | 'accounts'> = {},
): Promise<TestCloud> {
  const now = Date.now();
  const make = () => createWorld(world, { wallClock: () => now, accounts: options.accounts });
  const emulator = await startEmulator({ ...options, world: make, handlers, quotas: false });

  return {
    emulator,
    call: createCaller(emulator),
    pass(ms) {
      emulator.world.clock.advance(ms);
    },
    close: () => emulator.close(),
  };
}

/** Calls an emulator by the official client. */
export const createCaller =
  (emulator: Emulator): TestCloud['call'] =>
  async <T>(name: Name, parameters: object = {}, accessKeyId = 'testid'): Promise<Outcome<T>> => {
    const accessKeySecret = emulator.world.accessKey(accessKeyId)?.secret ?? '';
    const { action, product, methods } = catalogue[name];
    const apiVersion = product.version;
    const method = methods.includes('POST') ? 'POST' : 'GET';
    const client = new RPCClient({ endpoint: emulator.url, apiVersion, accessKeyId, accessKeySecret });
    const outcome = await client.request<T>(action, parameters, { method }).then(
      (answer) => ({ answer: plain(answer) }),
      (error: unknown) => {
        const { code, data } = error as { code: string; data?: { Message: string } };
        return { code, message: data?.Message };
      },
    );
    const logged = emulator.calls.all().at(-1);
    return { ...outcome, status: logged?.status ?? null, effect: logged?.effect ?? null };
  };

/** Without the client's own number objects: it makes one of every number of 16 digits. */
const plain = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer, (_key, value: unknown) => (isBigNumber(value) ? value.toFixed() : value))) as T;

function isBigNumber(value: unknown): value is { toFixed(): string } {
  return typeof value === 'object' && value !== null && 'c' in value && 'e' in value && 's' in value;
}
