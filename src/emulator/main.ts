import { onceToldToStop } from '../process/stopOnSignal';
import { startEmulator, type Emulator } from './emulator';
import { parseEmulatorSettings, type EmulatorSettings } from './settings';

/** `npm run start:emulator`: the emulator alone, on 127.0.0.1, until it is told to stop. */

const { settings, problems } = parseEmulatorSettings(process.env);
if (settings) void run(settings);
else fail(problems);

async function run(start: EmulatorSettings): Promise<void> {
  let emulator: Emulator;
  try {
    emulator = await startEmulator(start);
  } catch (error) {
    fail([explain(error, start)]);
    return;
  }
  const quotas = start.quotas ? 'documented quotas enforced' : 'no quotas';
  // Before anybody is told that it is there.
  onceToldToStop(() => emulator.close(), process.env.npm_lifecycle_event !== undefined);
  process.stdout.write(`Emulator of Alibaba Cloud at ${emulator.url} (world ${emulator.world.name}, ${quotas})\n`);
  process.stdout.write(`Its control endpoints: ${emulator.url}/_emulator\n`);
}

function explain(error: unknown, { port }: EmulatorSettings): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what listens there, or set EMULATOR_PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user: set EMULATOR_PORT to one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}

function fail(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = 1;
}
