import { demoAccounts } from '../../../src/emulator';
import { measureFirstPage, openDirectory, walkPages } from '../../support/feedFigures';
import { SimulatedTime } from '../../support/simulatedTime';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** What the feed costs, in calls and in simulated time. `test/benchmark/feed.ts` prints the same, and memory. */

it('takes as many calls for 500,000 resources as for 5,000, and less than 1.5 s if each takes 100 ms', async () => {
  const figures = [];
  for (const accounts of [60, 570, 5_700]) figures.push(await measureFirstPage({ accounts, changedToday: 120 }));

  expect(
    figures.map(({ resources, ...rest }) => [Math.floor(Math.log10(resources)), rest.changes, rest.total]),
  ).toEqual([
    [3, 50, 59],
    [4, 50, 59],
    [5, 50, 59],
  ]);
  for (const { simulatedMs } of figures) expect(simulatedMs).toBeLessThan(1_500);
});

it.each([
  [1, 8],
  [10, 17],
  [50, 57],
  [500, 62],
])('takes so many calls for a first page of 50 if %i resources changed: %i', async (changedToday, calls) => {
  const { changes, total } = await measureFirstPage({ accounts: 570, changedToday });

  // Changes of a member without a role are a gap, and one can be a day old by now.
  expect(changes).toBeGreaterThanOrEqual(Math.min(50, changedToday) * 0.9);
  expect(total).toBeGreaterThan(calls - 6);
  expect(total).toBeLessThanOrEqual(calls);
});

it('is not cut short by accounts that may not be read', async () => {
  const open = await openDirectory({ accounts: 570, changedToday: 300 });
  let pages = 0;
  const changes = await walkPages(open, (number) => (pages = number));
  await open.gateway.stop();

  expect(changes).toBeGreaterThan(270);
  expect(pages).toBe(Math.ceil(changes / 50));
});

describe('pollers', () => {
  let gateway: TestGateway;
  afterEach(() => gateway.stop());

  it('share one poll: a thousand of one scope take the two calls of one', async () => {
    const time = new SimulatedTime();
    gateway = await startGateway({ cacheMaxBytes: 10_000_000, clock: time });
    const scope = `scope: { accountIds: ["${demoAccounts.management}"] }`;
    const document = `{ configurationChanges(${scope}) { nodes { id } poll { since } } }`;
    const first = await time.passUntil(gateway.query<{ configurationChanges: { poll: { since: string } } }>(document));
    const since = first.data?.configurationChanges.poll.since ?? '';
    gateway.emulator.calls.clear();

    const poll = document.replace(scope, `${scope}, since: "${since}"`);
    const ask = () => gateway.ask<{ configurationChanges: { nodes: object[] } }>(poll);
    const polls = await time.passUntil(Promise.all(Array.from({ length: 1_000 }, ask)));

    for (const { data, errors } of polls) expect([errors, data?.configurationChanges.nodes]).toEqual([undefined, []]);
    expect(gateway.upstreamCalls()).toEqual(['ListDiscoveredResources', 'ListDiscoveredResources']);
  });
});
