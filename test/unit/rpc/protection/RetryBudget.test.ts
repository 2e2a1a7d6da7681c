import fc from 'fast-check';
import { RetryBudget, retryCost } from '../../../../src/rpc/protection/RetryBudget';
import { runs } from '../../../support/soak';

it('pays for 35 retries, and for no more until calls succeed', () => {
  const budget = new RetryBudget();

  const paid = Array.from({ length: 100 }, (_, index) => budget.pay(retryCost.failure, index * 1000));

  expect(paid.filter(Boolean)).toHaveLength(35);
});

it('pays for a hundred retries after throttling, which costs the upstream less', () => {
  const budget = new RetryBudget();

  const paid = Array.from({ length: 200 }, (_, index) => budget.pay(retryCost.throttling, index * 1000));

  expect(paid.filter(Boolean)).toHaveLength(100);
});

it('gives back what a retry has cost if it succeeds, and a token for every other success', () => {
  const budget = new RetryBudget();
  let now = 0;
  const pay = () => budget.pay(retryCost.failure, (now += 1000));
  while (pay());

  budget.succeeded(retryCost.failure);
  expect([pay(), pay()]).toEqual([true, false]);

  for (let success = 0; success < retryCost.failure; success += 1) budget.succeeded(0);
  expect([pay(), pay()]).toEqual([true, false]);
});

it('never has more than 500 tokens', () => {
  const budget = new RetryBudget();
  for (let success = 0; success < 1000; success += 1) budget.succeeded(0);

  const paid = Array.from({ length: 100 }, (_, index) => budget.pay(retryCost.failure, index * 1000));

  expect(paid.filter(Boolean)).toHaveLength(35);
});

it('pays for three retries a second however few calls there are, and for a tenth of many', () => {
  const few = new RetryBudget();
  const many = new RetryBudget();
  for (let call = 0; call < 330; call += 1) many.called(0);

  const paid = [few, many].map((budget) => Array.from({ length: 100 }, () => budget.pay(retryCost.failure, 500)));

  expect(paid.map((each) => each.filter(Boolean).length)).toEqual([30, 33]);
  expect([few.pay(retryCost.failure, 9000), few.pay(retryCost.failure, 11_000)]).toEqual([false, true]);
});

it('keeps the retries of any ten seconds within the share and the floor, whatever succeeds', () => {
  const step = fc.record({ afterMs: fc.nat(300), what: fc.constantFrom('call', 'retry', 'retry', 'success') });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 500 }), (steps) => {
      const budget = new RetryBudget();
      const calls: number[] = [];
      const retries: number[] = [];
      let now = 0;
      for (const { afterMs, what } of steps) {
        now += afterMs;
        if (what === 'call') {
          budget.called(now);
          calls.push(now);
        } else if (what === 'success') budget.succeeded(retryCost.failure);
        else if (budget.pay(retryCost.failure, now)) {
          retries.push(now);
          const within = (times: readonly number[], ms: number) => times.filter((time) => time > now - ms).length;
          // Counted to the second: the window is nine to ten seconds long.
          expect(within(retries, 9000)).toBeLessThanOrEqual(Math.max(30, 0.1 * within(calls, 10_000)));
        }
      }
    }),
    runs(1000),
  );
});
