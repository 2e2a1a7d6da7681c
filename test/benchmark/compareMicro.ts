/** Medians in microseconds, by what was measured. */
export type Micros = Readonly<Record<string, number>>;

/** More than a busy machine adds to a median. */
const tolerance = 1.5;

/** Compares medians with earlier ones: a line for each, and a sentence for each that got slower, or was not measured. */
export const compareMicro = (
  before: Micros,
  now: Micros,
): { readonly lines: readonly string[]; readonly slower: readonly string[] } => {
  const rows = Object.entries(now).map(([name, micros]) => ({
    name,
    micros,
    ratio: micros / (before[name] ?? micros),
  }));
  return {
    lines: rows.map(
      ({ name, micros, ratio }) =>
        `${micros.toFixed(1).padStart(10)} µs  ${name in before ? `${ratio.toFixed(2)}×` : '     '}  ${name}`,
    ),
    slower: [
      ...rows
        // What was not measured is no success.
        .filter(({ ratio }) => !(ratio <= tolerance))
        .map(({ name, ratio }) => `${name} takes ${ratio.toFixed(2)}× as long as before`),
      ...Object.keys(before)
        .filter((name) => !(name in now))
        .map((name) => `${name} was measured before, and is not any more`),
    ],
  };
};
