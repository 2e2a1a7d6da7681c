import { KnownLists } from '../../../src/loaders/KnownLists';
import { ListEnrolledAccounts } from '../../../src/operations';
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

describe('what was learned of a list long ago', () => {
  const minutes = 60_000;

  it('says no more how long it is: it may have become longer, or shorter', () => {
    const clock = new ManualClock();
    const lists = new KnownLists(clock);
    lists.learnLength('accounts', 12);
    lists.learnLength('accountGroups', 3);

    clock.advance(6 * minutes);
    lists.learnLength('accountGroups', 4);
    clock.advance(4 * minutes - 1);
    expect([lists.lengthOf('accounts'), lists.lengthOf('accountGroups')]).toEqual([12, 4]);
    clock.advance(1);
    expect([lists.lengthOf('accounts'), lists.lengthOf('accountGroups')]).toEqual([undefined, 4]);
  });

  it('says no more how it ends', () => {
    const clock = new ManualClock();
    const lists = new KnownLists(clock);
    lists.learnEnd(ListEnrolledAccounts, 'EMPTY_PAGE');
    lists.learnEnd(ListEnrolledAccounts, 'RECORDS');
    expect(lists.endOf(ListEnrolledAccounts)).toBe('EMPTY_PAGE');

    clock.advance(10 * minutes);
    expect(lists.endOf(ListEnrolledAccounts)).toBeUndefined();
    lists.learnEnd(ListEnrolledAccounts, 'RECORDS');
    expect(lists.endOf(ListEnrolledAccounts)).toBe('RECORDS');
  });

  it('says no more in which order timelines are listed', () => {
    const clock = new ManualClock();
    const lists = new KnownLists(clock);
    lists.learnTimelineOrder('OLDEST_FIRST');
    lists.learnTimelineOrder('NEWEST_FIRST');
    expect(lists.timelineOrder).toBe('OLDEST_FIRST');

    clock.advance(10 * minutes);
    expect(lists.timelineOrder).toBeUndefined();
    lists.learnTimelineOrder('NEWEST_FIRST');
    expect(lists.timelineOrder).toBe('NEWEST_FIRST');
  });

  it('says no more how many folders there are, once the oldest of their lists is too old', () => {
    const clock = new ManualClock();
    const { folders } = new KnownLists(clock);
    folders.learn('r-1', ['fd-1'], 2, true);
    clock.advance(5 * minutes);
    // The second page of a list is no younger than the first.
    folders.learn('r-1', ['fd-2'], 2, false);
    folders.learn('fd-1', [], 0, true);
    folders.learn('fd-2', [], 0, true);
    expect([folders.count(), folders.countAt(1)]).toEqual([3, 2]);

    clock.advance(5 * minutes - 1);
    expect([folders.count(), folders.countAt(1)]).toEqual([3, 2]);
    clock.advance(1);
    expect([folders.count(), folders.countAt(1)]).toEqual([undefined, undefined]);
    folders.learn('r-1', ['fd-1', 'fd-2'], 2, true);
    expect([folders.count(), folders.countAt(1)]).toEqual([3, 2]);
  });
});
