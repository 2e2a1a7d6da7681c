import fc from 'fast-check';
import { ValueIds } from '../../../../src/changes/parts/ValueIds';
import type { AlignedItem } from '../../../../src/changes/parts/alignLists';
import { alignLists } from '../../../../src/changes/parts/alignLists';
import { runs } from '../../../support/soak';

/** Lists without a member that identifies their items. */
const wrap = (numbers: readonly number[]): readonly unknown[] => numbers.map((number) => [number]);

/** Positions that an alignment names, in its order, and what it omits because it is the same on both sides. */
const sideOf = (side: 'before' | 'after', items: readonly AlignedItem[], list: readonly unknown[]) => {
  const named = items.flatMap((item) => item[side] ?? []);
  const set = new Set(named);
  return { named, kept: list.filter((_, index) => !set.has(index)) };
};

/** The length of the longest common subsequence, by its definition. */
const longest = ([one, ...ones]: readonly number[], [other, ...others]: readonly number[]): number => {
  if (one === undefined || other === undefined) return 0;
  if (one === other) return 1 + longest(ones, others);
  return Math.max(longest(ones, [other, ...others]), longest([one, ...ones], others));
};

const numbers = (maxLength: number) => fc.array(fc.integer({ min: 0, max: 3 }), { maxLength });

describe.each([
  ['all pairs can be compared', 1_000_000],
  ['no pair can', 0],
])('if %s', (_, pairs) => {
  it('names what differs, in order: the rest of both lists is the same', () => {
    fc.assert(
      fc.property(numbers(30), numbers(30), (old, fresh) => {
        const items = alignLists(wrap(old), wrap(fresh), new ValueIds(), { pairs });
        const one = sideOf('before', items, wrap(old));
        const other = sideOf('after', items, wrap(fresh));

        expect(one.kept).toEqual(other.kept);
        expect(one.named).toEqual([...one.named].sort((a, b) => a - b));
        expect(other.named).toEqual([...other.named].sort((a, b) => a - b));
      }),
      runs(4000),
    );
  });
});

it('omits as many items as possible', () => {
  fc.assert(
    fc.property(numbers(7), numbers(7), (old, fresh) => {
      const items = alignLists(wrap(old), wrap(fresh), new ValueIds(), { pairs: 1000 });

      expect(sideOf('before', items, old).kept).toHaveLength(longest(old, fresh));
    }),
    runs(4000),
  );
});

it('compares no more pairs than the budget has, in however many lists', () => {
  const budget = { pairs: 10_000 };
  const ids = new ValueIds();
  const lists = Array.from({ length: 40 }, (_, list) =>
    wrap(Array.from({ length: 60 }, (__, item) => item * 7 + list)),
  );

  for (const list of lists) alignLists(list, [...list].reverse(), ids, budget);

  expect(budget.pairs).toBeGreaterThanOrEqual(0);
  expect(budget.pairs).toBeLessThan(3600);
});

it('finds what two long lists have in common without comparing pairs', () => {
  const old = wrap(Array.from({ length: 50_000 }, (_, index) => index));
  const fresh = [[-1], ...old.filter((_, index) => index % 10 !== 5), [-2]];
  const budget = { pairs: 1_000_000 };

  const items = alignLists(old, fresh, new ValueIds(), budget);

  expect(budget.pairs).toBe(1_000_000);
  expect(sideOf('before', items, old).kept).toHaveLength(45_000);
});
