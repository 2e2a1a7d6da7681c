import { startEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/emulator';

/** An emulator whose wall time stands still until a test moves it, and whose waiting takes no time. */
export interface ClockedEmulator extends Emulator {
  /** Wall time, in milliseconds since the epoch. */
  now(): number;
  advance(ms: number): void;
  /** What faults of latency have waited, in milliseconds each. */
  readonly waits: readonly number[];
}

export async function startWithClocks(options: EmulatorOptions = {}): Promise<ClockedEmulator> {
  let now = Date.parse('2026-07-01T10:00:00Z');
  const waits: number[] = [];
  const emulator = await startEmulator({
    world: 'fresh',
    wallClock: () => now,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    ...options,
  });
  // A spread would freeze `world`, which a reset replaces.
  return Object.create(emulator, {
    now: { value: () => now },
    advance: {
      value: (ms: number) => {
        now += ms;
      },
    },
    waits: { value: waits },
  }) as ClockedEmulator;
}
