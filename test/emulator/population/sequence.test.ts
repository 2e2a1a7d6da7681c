import { concat, pageOf, pageOfMatching } from '../../../src/emulator/Sequence';

it('makes the items of a page, and no other, however far back the page is', () => {
  const made: number[] = [];
  const items = {
    length: 1_000_000,
    at(index: number) {
      made.push(index);
      return index;
    },
  };

  const page = pageOf(items, 9_999, 3);

  expect(page).toEqual({ items: [29_994, 29_995, 29_996], total: 1_000_000 });
  expect(made).toEqual([29_994, 29_995, 29_996]);
});

it('cuts the last page short, and finds nothing beyond it', () => {
  expect(pageOf(['a', 'b', 'c'], 2, 2)).toEqual({ items: ['c'], total: 3 });
  expect(pageOf(['a', 'b', 'c'], 3, 2)).toEqual({ items: [], total: 3 });
});

it('puts one sequence after another', () => {
  const both = concat(['a', 'b'], ['c']);

  expect([both.length, both.at(0), both.at(1), both.at(2), both.at(3)]).toEqual([3, 'a', 'b', 'c', undefined]);
});

it('counts all that match, and keeps one page of them', () => {
  expect(pageOfMatching(new Set(['a', 'b', 'c', 'd', 'e']), 2, 2)).toEqual({ items: ['c', 'd'], total: 5 });
});
