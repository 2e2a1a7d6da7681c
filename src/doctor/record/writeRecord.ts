import type { Readings } from '../../emulator';
import { readingSubjects, readingValues } from '../../emulator';
import type { Probe } from '../Probe';
import { everyRead } from '../everyRead';
import { neither } from './Settle';
import type { SeenField, SeenOperation, ShapeRecord } from './ShapeRecord';
import { timesPresent, titleOf, unexpectedTypes } from './ShapeRecord';
import { expectedTypes } from './describeValue';
import { canSettle, settlements } from './settleReadings';

/** Something that came otherwise than the catalogue says. */
export interface Difference {
  readonly path: string;
  readonly what: string;
}

/** One point that the documents leave open, and what this account's answers say about it. */
export interface OpenPoint {
  /** As `EMULATOR_READINGS` and docs/EMULATOR-COVERAGE.md name it. */
  readonly reading: keyof Readings;
  readonly about: string;
  readonly choices: readonly string[];
  /** What this project took for the likeliest. */
  readonly assumed: string;
  readonly settled: string;
}

/** The sanitised report. */
export interface ShapeReport {
  readonly about: string;
  readonly upstream: string;
  readonly operations: readonly {
    readonly operation: string;
    readonly answers: number;
    readonly refusals: Readonly<Record<string, number>>;
    readonly differences: readonly Difference[];
    readonly fields: Readonly<Record<string, string>>;
  }[];
  readonly notSeen: readonly string[];
  readonly openPoints: readonly OpenPoint[];
}

const noOccasion = 'not settled: this account has no suitable data';
const notByReads = 'not settled: reads through this client cannot show it';

/** Asks every read, and what the open points take besides, and describes what came without any value of it. */
export async function writeRecord(probe: Probe, record: ShapeRecord): Promise<ShapeReport> {
  const known = await canSettle(probe);
  if (known) await everyRead(probe);
  const openPoints: OpenPoint[] = [];
  for (const reading of Object.keys(readingValues) as (keyof Readings)[]) {
    const choices: readonly string[] = readingValues[reading];
    const settle = settlements[reading];
    const found = known && settle ? await settle(probe, record) : undefined;
    openPoints.push({
      reading,
      about: readingSubjects[reading],
      choices,
      assumed: choices[0] ?? '',
      settled: found === neither ? 'none of the choices' : (found ?? (settle ? noOccasion : notByReads)),
    });
  }
  const seen = record.operations();
  return {
    about:
      'Shapes of responses, for the maintainers of this gateway: paths, types and counts. It contains no ID, no name, and only documented values.',
    upstream: probe.settings.upstream === 'emulator' ? 'emulator' : `alibaba-cloud, ${probe.settings.site} site`,
    operations: seen.map((each) => ({
      operation: titleOf(each),
      answers: each.answers,
      refusals: Object.fromEntries([...each.refusals].sort()),
      differences: differencesIn(each),
      fields: Object.fromEntries([...each.fields].map(([path, field]) => [path, inWords(field)])),
    })),
    notSeen: seen.filter(({ answers }) => answers === 0).map(titleOf),
    openPoints,
  };
}

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} ×${count}`).join(', ');

const listed = (values: ReadonlySet<string>): string => [...values].sort().join(', ');

function inWords(field: SeenField): string {
  const { chances, types, spellings, documented, otherForms } = field;
  return [
    `${timesPresent(field)} of ${chances}`,
    counted(types),
    spellings.size > 0 && `spelled ${counted(spellings)}`,
    documented.size > 0 && `documented values ${listed(documented)}`,
    otherForms.size > 0 && `other forms ${listed(otherForms)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function differencesIn({ fields }: SeenOperation): readonly Difference[] {
  return [...fields].flatMap(([path, field]) => {
    const { shape, chances, types, spellings, otherForms } = field;
    const at = (what: string): Difference => ({ path, what });
    if (!shape) return [at(`unknown field: ${counted(types)}`)];
    const present = timesPresent(field);
    const wrong = unexpectedTypes(field);
    return [
      ...(!shape.optional && present < chances ? [at(`missing: ${present} of ${chances}, expected always`)] : []),
      ...(wrong.length > 0 ? [at(`type: ${wrong.join(', ')}; expected ${expectedTypes(shape).join(' or ')}`)] : []),
      ...(spellings.size > 0 ? [at(`spelled ${counted(spellings)}`)] : []),
      ...(otherForms.size > 0
        ? [
            at(
              `${(shape.values ?? shape.intValues) ? 'undocumented values' : 'no time'} of the form ${listed(otherForms)}`,
            ),
          ]
        : []),
    ];
  });
}
