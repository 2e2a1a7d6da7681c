import { settingsTables } from './settingsPage';

/** `npm run settings`: what the gateway and the emulator can be told. */
process.stdout.write(`${settingsTables()}\n`);
