import fc from 'fast-check';
import type { GrowthTable } from './GrowthTable';
import { exponentOf, holds } from './GrowthTable';

const sizes = [1, 10, 100, 1000];

it('finds the exponent of a power, whatever its factor', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 3, noNaN: true }),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      (exponent, factor) => {
        expect(exponentOf(sizes.map((size) => [size, factor * size ** exponent]))).toBeCloseTo(exponent, 6);
      },
    ),
  );
});

const table = (mostExponent: number, figure: (size: number) => number): GrowthTable => ({
  title: 'Sizes',
  work: 'Something is done.',
  columns: ['size', 'other', 'figure'],
  rows: sizes.map((size) => [size, 7, figure(size)]),
  held: 2,
  mostExponent,
});

it.each([
  ['a linear figure that may be linear', 1, (size: number) => 5 * size, true],
  ['a constant figure that has to be constant', 0, () => 5, true],
  ['a square that may be linear', 1, (size: number) => size ** 2, false],
  ['n log n that may be linear, over these sizes', 1, (size: number) => size * Math.log2(size + 1), false],
  ['a linear figure that has to be constant', 0, (size: number) => size, false],
  ['a figure that was not measured', 1, () => NaN, false],
])('%s', (_, mostExponent, figure, expected) => {
  expect(holds(table(mostExponent, figure))).toBe(expected);
});
