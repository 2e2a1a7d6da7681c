import { examine } from '../../src/doctor/examine';
import { openProbe } from '../../src/doctor/openProbe';
import { ShapeRecord } from '../../src/doctor/record/ShapeRecord';
import type { ShapeReport } from '../../src/doctor/record/writeRecord';
import { writeRecord } from '../../src/doctor/record/writeRecord';
import type { Emulator, EmulatorOptions, FaultRuleInput } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { parseSettings } from '../../src/settings';
import { SimulatedTime } from '../support/simulatedTime';

interface Options {
  readonly emulator?: EmulatorOptions;
  readonly faults?: readonly FaultRuleInput[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Recorded {
  readonly report: ShapeReport;
  /** Every body as it came. */
  readonly bodies: readonly string[];
  readonly actions: readonly string[];
  /** What the report says of a point that the documents leave open. */
  readonly settled: (reading: string) => string | undefined;
  /** The differences of one operation, a line each. */
  readonly differences: (action: string) => readonly string[];
}

/** What `npm run doctor -- --record` writes of a gateway over an emulator of its own. */
export const recordGateway = async ({
  emulator: options,
  faults = [],
  environment = {},
}: Options): Promise<Recorded> => {
  const { settings, problems } = parseSettings(environment);
  if (!settings) throw new Error(problems.join('\n'));
  const emulator: Emulator = await startEmulator({ quotas: false, ...options });
  const record = new ShapeRecord();
  const bodies: string[] = [];
  // The quota of look-ups lets a record wait for seconds.
  const time = new SimulatedTime();
  const open = openProbe({
    clock: time,
    random: () => 0,
    settings,
    emulatorUrl: emulator.url,
    onAnswer: (operation, answer) => {
      bodies.push(answer.body.toString('utf8'));
      record.observe(operation, answer);
    },
  });
  try {
    for (const fault of faults) emulator.faults.add(fault);
    // As the process does: the examination opens sessions in members, and the record looks on.
    await time.passUntil(examine(open.probe));
    const report = await time.passUntil(writeRecord(open.probe, record));
    return {
      report,
      bodies,
      actions: emulator.calls.all().map(({ action }) => action ?? ''),
      settled: (reading) => report.openPoints.find((point) => point.reading === reading)?.settled,
      differences: (action) =>
        report.operations
          .filter(({ operation }) => operation.endsWith(` ${action}`))
          .flatMap(({ differences }) => differences.map(({ path, what }) => `${path}: ${what}`)),
    };
  } finally {
    await open.close();
    await emulator.close();
  }
};
