import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { onOff, pairs, text, whole } from '../environment/formats';
import type { Environment, ReadSettings, Rules } from '../environment/readSettings';
import { readSettings } from '../environment/readSettings';
import { parseReadings, ReadingError } from './ReadingChoices';

const namesAndValues = pairs({ values: '`name=value,…`', key: z.string(), value: z.string() });

/** `lastPageToken=present,totalCount=absent` */
const readings = namesAndValues.parse.transform((chosen, context) => {
  try {
    return parseReadings(Object.fromEntries(chosen));
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    context.addIssue({ code: 'custom', params: { reason: error.message } });
    return z.NEVER;
  }
});

/** Every setting of the emulator. A new one is an entry here; {@link EmulatorSettings} and docs/SETTINGS.md follow. */
export const emulatorSettingsTable = {
  port: setting('EMULATOR_PORT', {
    ...whole(0, 65_535),
    default: 4010,
    description: 'Port of its RPC endpoint, which serves all products. With 0 it takes a free one.',
  }),
  world: setting('EMULATOR_WORLD', {
    ...text,
    values: '`demo`, `fresh`, `documents` or a path',
    default: 'demo',
    description: 'World that it starts with. A path names a world file.',
  }),
  accounts: setting('EMULATOR_ACCOUNTS', {
    ...whole(1, 1_000_000),
    unset: '(unset)',
    description: 'Number of members in a generated directory, which replaces the world.',
  }),
  changedToday: setting('EMULATOR_CHANGED_TODAY', {
    ...whole(0, 1_000_000),
    unset: '(unset)',
    description:
      'Number of resources that changed in the last day, in a generated directory. At most 30 for each member. Unset: those alone whose histories are very long.',
  }),
  quotas: setting('EMULATOR_QUOTAS', {
    ...onOff,
    default: true,
    description:
      'Whether the documented quotas are enforced. With `off`, a gateway does not pace its calls to an emulator, not even to the one of `EMULATOR_URL`: do that for benchmarks only.',
  }),
  readings: setting('EMULATOR_READINGS', {
    values: namesAndValues.values,
    parse: readings,
    default: {},
    unset: '(unset)',
    description: 'How it behaves on the points that the documents leave uncertain.',
  }),
};

/** How an emulator is started from the environment. */
export type EmulatorSettings = SettingsOf<typeof emulatorSettingsTable>;

const rules: Rules<EmulatorSettings> = ({ world, accounts, changedToday }, given) => [
  ...(given.has('EMULATOR_ACCOUNTS') && given.has('EMULATOR_WORLD')
    ? [`EMULATOR_ACCOUNTS makes a world of its own: unset it, or EMULATOR_WORLD=${world}.`]
    : []),
  ...(changedToday !== undefined && accounts === undefined
    ? [`EMULATOR_CHANGED_TODAY=${changedToday} needs a generated directory: set EMULATOR_ACCOUNTS.`]
    : []),
  ...(changedToday !== undefined && accounts !== undefined && changedToday > 30 * accounts
    ? [`EMULATOR_CHANGED_TODAY must be at most 30 times EMULATOR_ACCOUNTS, ${30 * accounts}, but got ${changedToday}.`]
    : []),
];

/** Reads the settings of an emulator. */
export const parseEmulatorSettings = (environment: Environment): ReadSettings<EmulatorSettings> =>
  readSettings(emulatorSettingsTable, environment, rules);
