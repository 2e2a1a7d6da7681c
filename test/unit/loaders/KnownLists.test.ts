import { KnownLists } from '../../../src/loaders/KnownLists';
import { ManualClock } from '../rpc/manualClock';

it('knows how long a list was when it was last read, each list by itself', () => {
  const lists = new KnownLists();

  lists.learnLength('accounts', 12);
  lists.learnLength('accounts', 13);

  expect([lists.lengthOf('accounts'), lists.lengthOf('enrolledAccounts')]).toEqual([13, undefined]);
});

it('counts what was read one by one for a minute from the first, and until the list is read', () => {
  const clock = new ManualClock();
  const lists = new KnownLists(clock);
  expect(lists.recentSingles('accounts')).toBe(0);

  lists.noteSingles('accounts', 20);
  clock.advance(40_000);
  lists.noteSingles('accounts', 5);
  expect([lists.recentSingles('accounts'), lists.recentSingles('enrolledAccounts')]).toEqual([25, 0]);
  clock.advance(19_999);
  expect(lists.recentSingles('accounts')).toBe(25);
  clock.advance(1);
  expect(lists.recentSingles('accounts')).toBe(0);

  lists.noteSingles('accounts', 7);
  lists.noteSweep('accounts');
  expect(lists.recentSingles('accounts')).toBe(0);
});
