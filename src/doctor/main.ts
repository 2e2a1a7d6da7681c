import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Emulator } from '../emulator';
import type { EmbeddedEmulator } from '../readEnvironment';
import { readEnvironment } from '../readEnvironment';
import type { Settings } from '../settings';
import { checks } from './checks';
import type { Report } from './examine';
import { examine, inWords } from './examine';
import type { OpenProbe } from './openProbe';
import { openProbe } from './openProbe';
import { ShapeRecord } from './record/ShapeRecord';

/** `npm run doctor`: looks at settings, credentials and upstream, changes nothing, and says what is wrong. */

const usage = `npm run doctor -- [options]

checks what the gateway would run with, in the same environment as npm start; it reads and changes nothing:
${checks.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

options:
  --json            the findings as JSON: { outcome, findings: [{ check, status, message, remedy }] }
  --record [file]   also compare the shapes of the answers with the catalogue, and write them to a file without any
                    value, id or name (default: governance-shapes.json)
  --strict          treat warnings as problems

exit code: 0 nothing is wrong (there may be warnings), 1 something is wrong, 2 the settings or arguments cannot be read
`;

const parsed = readArguments(process.argv.slice(2));
if (typeof parsed === 'string') fail(parsed);
else if (parsed.help) process.stdout.write(usage);
else void start(parsed);

async function start(options: Arguments): Promise<void> {
  const { settings, embedded, problems } = await readEnvironment(process.env);
  if (settings) await run(settings, embedded, options);
  else failSettings(problems, options.json);
}

interface Arguments {
  readonly help: boolean;
  readonly json: boolean;
  readonly strict: boolean;
  readonly recordFile?: string;
}

function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
      },
    });
    const { record, help, json, strict } = values;
    if (positionals.length > (record ? 1 : 0)) return `There is no argument ${JSON.stringify(positionals.at(-1))}.`;
    return { help, json, strict, recordFile: record ? (positionals[0] ?? 'governance-shapes.json') : undefined };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function run(settings: Settings, embedded: EmbeddedEmulator | undefined, options: Arguments): Promise<void> {
  const { json, strict, recordFile } = options;
  const record = recordFile === undefined ? undefined : new ShapeRecord();
  let emulator: Emulator | undefined;
  let open: OpenProbe | undefined;
  try {
    // On a free port: the gateway's own emulator may be running.
    emulator = await embedded?.start({ ...embedded.settings, port: 0 });
    open = openProbe({ settings, emulatorUrl: emulator?.url, onAnswer: record?.observe });
    const report = await examine(open.probe);
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
    if (record && recordFile !== undefined) {
      // Loaded only if it is used: it lists the readings of the emulator.
      const { writeRecord } = await import('./record/writeRecord.js');
      writeFileSync(recordFile, `${JSON.stringify(await writeRecord(open.probe, record), null, 2)}\n`);
      if (!json)
        process.stdout.write(`The shapes of the responses are in ${recordFile}. Read the file before you share it.\n`);
    }
    process.exitCode = exitCodeOf(report, strict);
  } catch (error) {
    failSettings([error instanceof Error ? error.message : String(error)], json);
  } finally {
    await open?.close();
    await emulator?.close();
  }
}

const exitCodeOf = ({ outcome }: Report, strict: boolean): number =>
  outcome === 'problems' || (strict && outcome === 'warnings') ? 1 : 0;

function failSettings(problems: readonly string[], json: boolean): void {
  const findings = problems.map((message) => ({ check: 'settings', status: 'problem', message }));
  if (json) process.stdout.write(`${JSON.stringify({ outcome: 'problems', findings }, null, 2)}\n`);
  else
    process.stderr.write(
      `${problems.map((message) => `FAIL  settings  ${message}\n`).join('')}\nSee docs/SETTINGS.md.\n`,
    );
  process.exitCode = 2;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n\n${usage}`);
  process.exitCode = 2;
}
