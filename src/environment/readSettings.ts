import type { SettingsOf, SettingsTable } from './Setting';
import { Setting } from './Setting';
import { readText } from './readText';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or everything that is wrong with them: one sentence each. */
export type ReadSettings<S> =
  | { readonly settings: S; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly string[] };

/**
 * Finds what single values cannot show. A wrong value is replaced by the default of its setting.
 *
 * @param given the names of the settings that have a variable.
 */
export type Rules<S> = (read: S, given: ReadonlySet<string>) => readonly string[];

/**
 * Reads the settings of a table. A variable with an empty value counts as not set.
 *
 * @returns all problems at once. None repeats a secret.
 */
export function readSettings<T extends SettingsTable>(
  table: T,
  environment: Environment,
  rules: Rules<SettingsOf<T>> = () => [],
): ReadSettings<SettingsOf<T>> {
  const problems: string[] = [];
  const given = new Set<string>();
  const read = valuesOf(table, (setting) => {
    const { text, problem } = textOf(setting, environment);
    if (problem !== undefined) problems.push(problem);
    if (text === undefined) return setting.unset;
    given.add(setting.name);
    const parsed = setting.parse.safeParse(text);
    if (parsed.success) return parsed.data;
    problems.push(refusal(setting, text, parsed.error.issues));
    return setting.unset;
  });
  problems.push(...rules(read, given));
  return problems.length > 0 ? { settings: undefined, problems } : { settings: read, problems: [] };
}

/** What a table says if no variable is set. */
export const defaultsOf = <T extends SettingsTable>(table: T): SettingsOf<T> =>
  valuesOf(table, (setting) => setting.unset);

const valuesOf = <T extends SettingsTable>(table: T, read: (setting: Setting<unknown>) => unknown): SettingsOf<T> =>
  Object.fromEntries(
    Object.entries(table).map(([key, entry]) => [key, entry instanceof Setting ? read(entry) : valuesOf(entry, read)]),
  ) as SettingsOf<T>;

interface Text {
  readonly text?: string;
  readonly problem?: string;
}

/** The text of a setting: of its variable, or of the file that another variable names. */
function textOf({ name, aliases, fileName }: Setting<unknown>, environment: Environment): Text {
  const given = (variable: string): string | undefined => {
    const value = environment[variable]?.trim();
    return value === '' ? undefined : value;
  };
  const text = [name, ...aliases].map(given).find((value) => value !== undefined);
  const path = fileName === undefined ? undefined : given(fileName);
  if (fileName === undefined || path === undefined) return { text };
  if (text !== undefined) return { problem: `${name} and ${fileName} must not both be set.` };
  const expected = `${fileName} must be a file with a value for ${name}, but ${JSON.stringify(path)}`;
  try {
    const content = readText(path, expected).trim();
    return content === '' ? { problem: `${expected} is empty.` } : { text: content };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

interface Issue {
  readonly code?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Says what was expected and what came. An issue whose `params` have a `reason` says so itself. */
function refusal({ name, values, secret }: Setting<unknown>, text: string, issues: readonly Issue[]): string {
  const reason = issues.map(({ params }) => params?.reason).find((one) => typeof one === 'string');
  if (reason !== undefined) return `${name}: ${reason}`;
  // A URL may hold a password.
  const came = secret || text.includes('@') ? hidden : JSON.stringify(text);
  return `${name} must be ${values.replaceAll('`', '')}, but got ${came}.`;
}

const hidden = 'another value (not repeated: it may hold a secret)';
