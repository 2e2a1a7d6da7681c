import { settingsTables } from './settingsPage';

/** `npm run settings`: the settings of the gateway and of the emulator. */
process.stdout.write(`${settingsTables()}\n`);
