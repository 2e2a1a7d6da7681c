import { parseReadings, ReadingError } from './ReadingChoices';
import type { Readings } from './readings';

/** How an emulator is started from the environment. */
export interface EmulatorSettings {
  /** `EMULATOR_PORT`, default 4010; 0 takes a free one. */
  readonly port: number;
  /** `EMULATOR_WORLD`, default `demo`: a built-in world, or the path of a world file. */
  readonly world: string;
  /** `EMULATOR_ACCOUNTS`: so many members in a generated directory, which stands in for the world; default: none. */
  readonly accounts?: number;
  /** `EMULATOR_QUOTAS`, default `on`. */
  readonly quotas: boolean;
  /** `EMULATOR_READINGS`, `name=value,name=value`; default: none but the defaults. */
  readonly readings: Partial<Readings>;
}

/** The settings, or everything that is wrong with them: one sentence each. */
export type ParsedEmulatorSettings =
  | { readonly settings: EmulatorSettings; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly string[] };

const maxAccounts = 1_000_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the emulator's settings. A variable that is set to nothing counts as not set. */
export function parseEmulatorSettings(environment: Environment): ParsedEmulatorSettings {
  const problems: string[] = [];
  const settings: EmulatorSettings = {
    port: parsePort(given(environment, 'EMULATOR_PORT') ?? '4010', problems),
    world: given(environment, 'EMULATOR_WORLD') ?? 'demo',
    accounts: parseAccounts(environment, problems),
    quotas: parseQuotas(given(environment, 'EMULATOR_QUOTAS') ?? 'on', problems),
    readings: parseReadingList(given(environment, 'EMULATOR_READINGS') ?? '', problems),
  };
  return problems.length === 0 ? { settings, problems: [] } : { settings: undefined, problems };
}

function given(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function parsePort(text: string, problems: string[]): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) problems.push(`EMULATOR_PORT must be 0 to 65535, but got ${JSON.stringify(text)}.`);
  return port;
}

function parseAccounts(environment: Environment, problems: string[]): number | undefined {
  const text = given(environment, 'EMULATOR_ACCOUNTS');
  if (text === undefined) return undefined;
  const accounts = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : NaN;
  if (!(accounts <= maxAccounts)) {
    problems.push(`EMULATOR_ACCOUNTS must be 1 to ${maxAccounts}, but got ${JSON.stringify(text)}.`);
  }
  const world = given(environment, 'EMULATOR_WORLD');
  if (world !== undefined) {
    problems.push(`EMULATOR_ACCOUNTS makes a world of its own: unset it, or EMULATOR_WORLD=${world}.`);
  }
  return accounts;
}

function parseQuotas(text: string, problems: string[]): boolean {
  if (text !== 'on' && text !== 'off') {
    problems.push(`EMULATOR_QUOTAS must be on or off, but got ${JSON.stringify(text)}.`);
  }
  return text === 'on';
}

function parseReadingList(text: string, problems: string[]): Partial<Readings> {
  const pairs: [string, string][] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const [name = '', value, ...rest] = part.split('=').map((piece) => piece.trim());
    if (value === undefined || rest.length > 0) {
      problems.push(`EMULATOR_READINGS must be name=value,name=value, but got ${JSON.stringify(part)}.`);
      return {};
    }
    pairs.push([name, value]);
  }
  try {
    return parseReadings(Object.fromEntries(pairs));
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    problems.push(`EMULATOR_READINGS: ${error.message}`);
    return {};
  }
}
