import { operations } from '../operations';
import { CallLog } from './CallLog';
import { NonceMemory } from './NonceMemory';
import { Quotas } from './Quotas';
import { ReadingChoices } from './ReadingChoices';
import { Faults } from './faults';
import type { Handlers } from './handler';
import { ListFaults } from './listFaults';
import type { Readings } from './readings';
import type { AccessKey } from './world/AccessKey';
import type { World } from './world/World';

export interface CloudOptions {
  readonly createWorld: () => World;
  readonly handlers: Handlers;
  readonly quotas: boolean;
  readonly readings: Partial<Readings>;
  readonly wallClock: () => number;
  readonly random: () => number;
  /** Waits; rejects when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Told of mistakes in the emulator itself, which answer InternalError. */
  readonly onBug: (error: unknown) => void;
  /** Told when the world begins anew. */
  readonly onReset: () => void;
}

/** Everything that one emulator knows and remembers, apart from its sockets. */
export class Cloud {
  readonly calls = new CallLog(new Set(operations.map(({ action }) => action)));
  readonly faults: Faults;
  readonly listFaults = new ListFaults();
  readonly readings: ReadingChoices;
  readonly nonces: NonceMemory;
  readonly quotas: Quotas;
  world: World;

  constructor(readonly options: CloudOptions) {
    this.world = options.createWorld();
    this.faults = new Faults(options.random);
    this.readings = new ReadingChoices(options.readings);
    this.nonces = new NonceMemory(options.wallClock);
    this.quotas = new Quotas(options.wallClock);
  }

  /** The readings in force for a key of the world, or for any key. */
  readingsFor(key?: AccessKey): Readings {
    return { ...this.readings.current, ...this.world.readings, ...key?.readings };
  }

  /** Back to the start of the world, with nothing remembered. */
  reset(): void {
    this.world = this.options.createWorld();
    this.calls.clear();
    this.faults.clear();
    this.listFaults.clear();
    this.readings.reset();
    this.nonces.clear();
    this.quotas.clear();
    this.options.onReset();
  }
}
