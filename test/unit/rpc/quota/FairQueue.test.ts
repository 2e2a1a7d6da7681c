import fc from 'fast-check';
import type { Waiter } from '../../../../src/rpc/Waiter';
import { FairQueue } from '../../../../src/rpc/quota/FairQueue';

interface Item extends Waiter {
  readonly number: number;
}

/** Takes everything. */
function drain(queue: FairQueue<Item>): Item[] {
  const taken: Item[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
}

const places = fc.array(fc.record({ caller: fc.constantFrom('a', 'b', 'c', 'd'), urgent: fc.boolean() }), {
  maxLength: 60,
});
const numbered = (list: readonly Waiter[]): Item[] => list.map((place, number) => ({ ...place, number }));

function filled(items: readonly Item[]): FairQueue<Item> {
  const queue = new FairQueue<Item>();
  items.forEach((item) => {
    queue.add(item);
  });
  return queue;
}

it('lets callers take turns', () => {
  const queue = filled(
    numbered(['bulk', 'bulk', 'bulk', 'single', 'other', 'other'].map((caller) => ({ caller, urgent: false }))),
  );

  expect(drain(queue).map(({ caller }) => caller)).toEqual(['bulk', 'single', 'other', 'bulk', 'other', 'bulk']);
});

it('lets a caller with many requests wait for a caller with one, and requests of one caller take turns', () => {
  const place = (caller: string, request: string) => ({ caller, request, urgent: false });
  const places = [...['r1', 'r1', 'r1', 'r2', 'r3'].map((request) => place('greedy', request)), place('modest', 'r4')];
  const queue = filled(numbered(places));

  const ahead = queue.ahead(place('modest', 'r5'));
  const taken = drain(queue);

  expect(taken.map(({ request }) => request)).toEqual(['r1', 'r4', 'r2', 'r3', 'r1', 'r1']);
  expect(ahead).toBe(3);
});

it('gives a caller that comes back no turn before those that wait', () => {
  const place = (caller: string, number: number): Item => ({ caller, urgent: false, number });
  const queue = filled([place('a', 1), place('b', 2), place('c', 3)]);

  const first = queue.take();
  queue.add(place('a', 4));

  expect([first, ...drain(queue)].map((item) => item?.number)).toEqual([1, 2, 3, 4]);
});

it('takes the urgent first, and loses or invents nothing', () => {
  fc.assert(
    fc.property(places, (list) => {
      const items = numbered(list);

      const taken = drain(filled(items));

      const order = taken.map(({ urgent }) => urgent);
      expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
      expect([...taken].sort((a, b) => a.number - b.number)).toEqual(items);
    }),
  );
});

it('serves one caller in the order of its coming', () => {
  fc.assert(
    fc.property(places, (list) => {
      const taken = drain(filled(numbered(list)));

      for (const caller of 'abcd') {
        for (const urgent of [true, false]) {
          const own = taken.filter((item) => item.caller === caller && item.urgent === urgent);
          expect(own).toEqual([...own].sort((a, b) => a.number - b.number));
        }
      }
    }),
  );
});

it('never gives a caller a second turn while another of its rank waits for the first', () => {
  fc.assert(
    fc.property(places, (list) => {
      const taken = drain(filled(numbered(list)));

      for (const urgent of [true, false]) {
        const turns = taken.filter((item) => item.urgent === urgent).map(({ caller }) => caller);
        const callers = new Set(turns);
        expect(new Set(turns.slice(0, callers.size))).toEqual(callers);
      }
    }),
  );
});

it('knows how many go before the next caller, also in the middle of a round', () => {
  fc.assert(
    fc.property(
      places,
      fc.nat(60),
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.boolean(),
      (list, served, caller, urgent) => {
        const queue = filled(numbered(list));
        for (let turn = 0; turn < served; turn += 1) queue.take();
        const newcomer = { caller, urgent, number: -1 };

        const ahead = queue.ahead(newcomer);

        queue.add(newcomer);
        expect(drain(queue).indexOf(newcomer)).toBe(ahead);
      },
    ),
  );
});

it('knows how many go before each that waits, also in the middle of a round', () => {
  fc.assert(
    fc.property(places, fc.nat(60), (list, served) => {
      const queue = filled(numbered(list));
      for (let turn = 0; turn < served; turn += 1) queue.take();

      const ahead = new Map([...queue].map((item) => [item, queue.ahead(item)]));

      drain(queue).forEach((item, index) => {
        expect(ahead.get(item)).toBe(index);
      });
    }),
  );
});

it('forgets at once who leaves', () => {
  const items = numbered(['a', 'a', 'b'].map((caller) => ({ caller, urgent: caller === 'b' })));
  const [first, second, third] = items as [Item, Item, Item];
  const queue = filled(items);

  expect(queue.remove(third)).toBe(true);
  expect(queue.remove(third)).toBe(false);
  expect(queue.remove(first)).toBe(true);

  expect(queue.size).toBe(1);
  expect([...queue]).toEqual([second]);
  expect(drain(queue)).toEqual([second]);
  expect(queue.size).toBe(0);
});
