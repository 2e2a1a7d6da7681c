import type { Emulator, EmulatorOptions, EmulatorSettings } from './emulator';
import type { Environment, ReadSettings } from './environment/readSettings';
import { unknownSettings } from './environment/unknownSettings';
import type { Settings } from './settings';
import { parseSettings, settingsTable } from './settings';

/** An emulator that a process of the gateway starts for itself. */
export interface EmbeddedEmulator {
  readonly settings: EmulatorSettings;
  readonly start: (options: EmulatorOptions) => Promise<Emulator>;
}

/** What a process of the gateway reads when it starts. */
export type ReadEnvironment = ReadSettings<Settings> & {
  /** Undefined if it starts no emulator. */
  readonly embedded?: EmbeddedEmulator;
  /** Whether the upstream keeps quotas, so that calls are paced: Alibaba Cloud does, an emulator need not. */
  readonly hasQuotas?: boolean;
};

/** Reads the settings of the gateway and, if it may use one, of the emulator. Reports all problems at once. */
export async function readEnvironment(environment: Environment): Promise<ReadEnvironment> {
  const { settings, problems } = parseSettings(environment);
  // Loaded only if it may be used: with UPSTREAM=alibaba-cloud no code of the emulator runs.
  const emulator = settings?.upstream === 'alibaba-cloud' ? undefined : await import('./emulator/index.js');
  const read = emulator?.parseEmulatorSettings(environment);
  const unknown = emulator
    ? unknownSettings(environment, [settingsTable, emulator.emulatorSettingsTable])
    : unknownSettings(withoutEmulator(environment), [settingsTable]);
  const own = emulator && read?.settings && settings?.emulatorUrl === undefined;
  const allProblems = [
    ...problems,
    ...(read?.problems ?? []),
    ...unknown,
    ...(settings ? samePorts(settings, own ? read.settings : undefined) : []),
  ];
  if (settings === undefined || allProblems.length > 0) return { settings: undefined, problems: allProblems };
  return {
    settings,
    problems: [],
    embedded: own ? { settings: read.settings, start: emulator.startEmulator } : undefined,
    hasQuotas: read?.settings?.quotas ?? true,
  };
}

/** Port 0 is any free one. */
const samePorts = ({ port, admin }: Settings, emulator: EmulatorSettings | undefined): readonly string[] => {
  const ports = [
    ['PORT', port],
    ['EMULATOR_PORT', emulator?.port ?? 0],
    ['ADMIN_PORT', admin?.port ?? 0],
  ] as const;
  return ports.flatMap(([name, taken], index) =>
    ports
      .slice(index + 1)
      .filter(([, other]) => taken === other && taken !== 0)
      .map(([other]) => `${name} and ${other} must differ, but both are ${taken}.`),
  );
};

/** A process that starts no emulator ignores its settings, so it does not check their names. */
const withoutEmulator = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('EMULATOR_')));
