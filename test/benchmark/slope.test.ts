import { slopeOf } from './slope';

it.each([
  [
    'a line',
    [
      [0, 3],
      [1, 5],
      [2, 7],
    ] as const,
    2,
  ],
  [
    'a level with noise',
    [
      [0, 5],
      [1, 6],
      [2, 6],
      [3, 5],
    ] as const,
    0,
  ],
  [
    'a fall',
    [
      [0, 8],
      [2, 4],
    ] as const,
    -2,
  ],
  ['one sample', [[1, 8]] as const, 0],
  ['none', [] as const, 0],
])('the slope of %s', (_, samples, slope) => {
  expect(slopeOf(samples)).toBeCloseTo(slope);
});
