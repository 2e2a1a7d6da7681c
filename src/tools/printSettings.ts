import { settingsTable } from './settingsPage';

/** `npm run settings`: what the gateway can be told. */
process.stdout.write(`${settingsTable()}\n`);
