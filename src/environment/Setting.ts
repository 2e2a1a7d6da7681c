import type { Format } from './formats';

/** What a table says of one setting, besides its {@link Format}. */
interface About {
  /** What it means, in English, for operators. */
  readonly description: string;
  /** No message repeats the value. */
  readonly secret?: true;
  /** The variable may also be given as `<name>_FILE`: the path of a file that holds the value. */
  readonly orFile?: true;
  /** Other spellings of the name, read if the name itself is not set. */
  readonly aliases?: readonly string[];
}

/** One setting: an environment variable, as docs/SETTINGS.md prints it and as a process reads it when it starts. */
export class Setting<T> {
  readonly description: string;
  readonly secret: boolean;
  readonly aliases: readonly string[];
  /** The variable that names a file with the value, if there is one. */
  readonly fileName: string | undefined;

  constructor(
    readonly name: string,
    about: About,
    /** Which values it takes, in Markdown. */
    readonly values: string,
    readonly parse: Format<T>['parse'],
    readonly unset: T,
    /** What holds if the variable is not set, in Markdown. */
    readonly unsetText: string,
  ) {
    this.description = about.description;
    this.secret = about.secret ?? false;
    this.aliases = about.aliases ?? [];
    this.fileName = about.orFile && `${name}_FILE`;
  }

  /** Every variable that gives it a value. */
  get names(): readonly string[] {
    return [this.name, ...this.aliases, ...(this.fileName === undefined ? [] : [this.fileName])];
  }
}

/** Defines a setting that has a default. `unset` replaces the default in docs/SETTINGS.md. */
export function setting<T>(
  name: string,
  definition: Format<T> & About & { readonly default: NoInfer<T>; readonly unset?: string },
): Setting<T>;
/** Defines a setting that is undefined if it is not set. `unset` says what holds then. */
export function setting<T>(
  name: string,
  definition: Format<T> & About & { readonly unset: string },
): Setting<T | undefined>;
export function setting<T>(
  name: string,
  definition: Format<T> & About & { readonly default?: T; readonly unset?: string },
): Setting<T | undefined> {
  const { values, parse, default: value } = definition;
  const printed = value === undefined ? '' : (definition.print?.(value) ?? String(value));
  return new Setting<T | undefined>(name, definition, values, parse, value, definition.unset ?? printed);
}

/** Settings by the name that the code has for them, in groups of any depth. */
export interface SettingsTable {
  readonly [key: string]: Setting<unknown> | SettingsTable;
}

/** What a process reads with a table. */
export type SettingsOf<E extends SettingsTable> = {
  readonly [K in keyof E]: E[K] extends Setting<infer T> ? T : E[K] extends SettingsTable ? SettingsOf<E[K]> : never;
};

/** Lists the settings of a table, in its order. */
export const settingsIn = (table: SettingsTable): readonly Setting<unknown>[] =>
  Object.values(table).flatMap((entry) => (entry instanceof Setting ? [entry] : settingsIn(entry)));
