/** A world file or definition that cannot be used, with everything that is wrong with it. */
export class WorldError extends Error {
  override readonly name = 'WorldError';

  constructor(
    source: string,
    /** One sentence for each problem: its path, what was expected, what came. */
    readonly problems: readonly string[],
  ) {
    super(
      [`The emulator's world ${source} cannot be used:`, ...problems.map((problem) => `  - ${problem}`)].join('\n'),
    );
  }
}
