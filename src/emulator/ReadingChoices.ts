import { defaultReadings, readingValues, type Readings } from './readings';

/** A reading that does not exist; the message says what was expected and what came. */
export class ReadingError extends Error {}

/** Checks a choice of readings. @throws ReadingError with everything that is wrong. */
export function parseReadings(input: unknown): Partial<Readings> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new ReadingError(`Readings must be an object of name and value, but got ${JSON.stringify(input)}.`);
  }
  const problems: string[] = [];
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    const values = valuesOf(name);
    if (!values) {
      problems.push(`there is no reading ${JSON.stringify(name)}; there are ${Object.keys(readingValues).join(', ')}`);
    } else if (!values.some((one) => one === value)) {
      problems.push(`${name} must be ${values.join(' or ')}, but got ${JSON.stringify(value)}`);
    }
  }
  if (problems.length > 0) throw new ReadingError(`Readings are not valid: ${problems.join('; ')}.`);
  return input;
}

/** The values that a reading can have, or undefined if there is no such reading. */
const valuesOf = (name: string): readonly string[] | undefined =>
  new Map<string, readonly string[]>(Object.entries(readingValues)).get(name);

/**
 * The readings of the emulator; can be changed while it runs. What a world or an access key chooses for itself wins.
 */
export class ReadingChoices {
  private chosen: Readings;

  /** @param start what differs from the defaults at the start and after every reset. */
  constructor(private readonly start: Partial<Readings> = {}) {
    this.chosen = { ...defaultReadings, ...start };
  }

  get current(): Readings {
    return this.chosen;
  }

  /** Changes some readings and keeps the others. @throws ReadingError; then nothing is changed. */
  choose(readings: Partial<Readings>): void {
    this.chosen = { ...this.chosen, ...parseReadings(readings) };
  }

  /** Back to the start. */
  reset(): void {
    this.chosen = { ...defaultReadings, ...this.start };
  }
}
