/** How something grows with the size of what a gateway has to deal with. */
export interface GrowthTable {
  readonly title: string;
  /** What was done, for readers of the page. */
  readonly work: string;
  /** The name of the size, then those of the figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** The figure that is held to a growth, by its position among the columns. */
  readonly held: number;
  /** The exponent that it may have at most: 1 if the figure counts the whole work, 0 if it counts one request. */
  readonly mostExponent: number;
  /** What explains the growth. */
  readonly note?: string;
}

/** What measurement may add to an exponent: caches fill, the compiler gets better, and other programs run. */
const tolerance = 0.15;

/**
 * The exponent k for which `size^k` fits best: 1 if the figure grows with the size, 2 with its square, 0 not at all. The fit is
 * that of least squares over logarithms.
 */
export const exponentOf = (points: readonly (readonly [size: number, figure: number])[]): number => {
  const logs = points.map(([size, figure]) => [Math.log(size), Math.log(figure)] as const);
  const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [meanX, meanY] = [meanOf(logs.map(([x]) => x)), meanOf(logs.map(([, y]) => y))];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
};

/** The fitted exponent of the figure that a table holds to a growth. */
export const exponentIn = ({ rows, held }: GrowthTable): number =>
  exponentOf(rows.map((row) => [row[0] ?? NaN, row[held] ?? NaN]));

/** Whether the figure grows no faster than it may. */
export const holds = (growth: GrowthTable): boolean => exponentIn(growth) <= growth.mostExponent + tolerance;
