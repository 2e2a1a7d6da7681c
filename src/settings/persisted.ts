import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { oneOf, text } from '../environment/formats';

/** Settings of operations that clients send by their hash. */
export const persistedTable = {
  mode: setting('PERSISTED_OPERATIONS', {
    ...oneOf('off', 'auto', 'only'),
    default: 'off',
    description:
      'Whether clients may send the hash of an operation in place of its document. With `auto` the gateway keeps what clients have sent (APQ), and knows the manifest. With `only` it refuses every operation that is not in the manifest.',
  }),
  manifest: setting('PERSISTED_OPERATIONS_MANIFEST', {
    ...text,
    values: 'a path',
    unset: '(none)',
    description: 'File with an Apollo persisted query manifest. `PERSISTED_OPERATIONS=only` needs it.',
  }),
};

export type PersistedSettings = SettingsOf<typeof persistedTable>;

/** What is wrong with these settings together. */
export const persistedRules = ({ mode, manifest }: PersistedSettings): readonly string[] => {
  if (mode === 'only' && manifest === undefined) {
    return ['PERSISTED_OPERATIONS_MANIFEST must be set where PERSISTED_OPERATIONS is only.'];
  }
  if (mode === 'off' && manifest !== undefined) {
    return ['PERSISTED_OPERATIONS must be auto or only where PERSISTED_OPERATIONS_MANIFEST is set.'];
  }
  return [];
};
