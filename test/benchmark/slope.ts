/** A value at a time. */
export type Sample = readonly [time: number, value: number];

/** The slope of the line with the least squares through samples: values by times. 0 for less than two times. */
export const slopeOf = (samples: readonly Sample[]): number => {
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [time, value] = [mean(samples.map(([one]) => one)), mean(samples.map(([, one]) => one))];
  const spread = samples.reduce((sum, [one]) => sum + (one - time) ** 2, 0);
  const together = samples.reduce((sum, [at, one]) => sum + (at - time) * (one - value), 0);
  return spread > 0 ? together / spread : 0;
};
