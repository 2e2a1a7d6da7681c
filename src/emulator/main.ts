#!/usr/bin/env node
import { unknownSettings } from '../environment/unknownSettings';
import { explainStartFailure } from '../process/explainStartFailure';
import { fail } from '../process/fail';
import { stopOnSignal } from '../process/stopOnSignal';
import { settingsTable } from '../settings';
import type { Emulator } from './emulator';
import { startEmulator } from './emulator';
import type { EmulatorSettings } from './settings';
import { emulatorSettingsTable, parseEmulatorSettings } from './settings';

/** `npm run start:emulator`: the emulator alone, on 127.0.0.1, until it is stopped. */

const { settings, problems } = parseEmulatorSettings(process.env);
// Gateway and emulator may share an environment.
const allProblems = [...problems, ...unknownSettings(process.env, [emulatorSettingsTable, settingsTable])];
if (settings === undefined || allProblems.length > 0) fail(allProblems);
else void run(settings);

async function run(start: EmulatorSettings): Promise<void> {
  let emulator: Emulator;
  try {
    emulator = await startEmulator(start);
  } catch (error) {
    fail([explainStartFailure(error, [{ host: '127.0.0.1', port: start.port, portSetting: 'EMULATOR_PORT' }])]);
    return;
  }
  const quotas = start.quotas ? 'documented quotas enforced' : 'no quotas';
  // Before its address is printed: a signal may follow at once.
  stopOnSignal(() => emulator.close(), process.env.npm_lifecycle_event !== undefined);
  process.stdout.write(`Emulator of Alibaba Cloud at ${emulator.url} (world ${emulator.world.name}, ${quotas})\n`);
  process.stdout.write(`Its control endpoints: ${emulator.url}/_emulator\n`);
}
