import fc from 'fast-check';
import type { FaultRuleInput, Readings } from '../../../src/emulator';
import { demoEpoch, readingValues } from '../../../src/emulator';
import type { CloudConfigVersion } from '../../../src/settings';
import { runs, shareOf } from '../../support/soak';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import type { Change } from '../../support/timelines';
import { changesOf, dayMs, demoResources, readPages, recordedChanges, sorted } from '../../support/timelines';

/** Random walks over HTTP: any reading, any fault of lists, any page sizes, both versions of Cloud Config. */

const versions = ['2019-01-08', '2020-09-07'] as const;
/** The same walks each time, so that a failure can be repeated; `WALK_SEED` chooses others. */
const seed = Number(process.env.WALK_SEED ?? 20_260_630);

/** A gateway remembers for an hour how its upstream counts: there is one for each way of counting. */
const gateways = new Map<string, Promise<TestGateway>>();
afterAll(async () => Promise.all([...gateways.values()].map(async (gateway) => (await gateway).stop())));

const gatewayOf = (cloudConfigVersion: CloudConfigVersion, ...counting: readonly unknown[]): Promise<TestGateway> => {
  const key = JSON.stringify([cloudConfigVersion, ...counting]);
  const gateway = gateways.get(key) ?? startGateway({ cloudConfigVersion });
  gateways.set(key, gateway);
  return gateway;
};

const reading = <K extends keyof Readings>(name: K): fc.Arbitrary<Readings[K]> =>
  fc.constantFrom<Readings[K]>(...(readingValues[name] as unknown as readonly Readings[K][]));

const readings = fc.record({
  lastPageToken: reading('lastPageToken'),
  totalCount: reading('totalCount'),
  badToken: reading('badToken'),
  windowBounds: reading('windowBounds'),
  timelineOrder: reading('timelineOrder'),
  timelineTotal: reading('timelineTotal'),
  tieOrder: reading('tieOrder'),
  eventTypeKey: reading('eventTypeKey'),
  changeTimes: reading('changeTimes'),
});

const faults = fc.constantFrom<readonly FaultRuleInput[]>(
  [],
  [{ kind: 'wrongCount', count: 0 }],
  [{ kind: 'wrongCount', count: 'page' }],
  [{ kind: 'wrongCount', atMost: 50 }],
  [{ kind: 'wrongCount', plus: 1000 }],
  [{ kind: 'repeatedToken' }],
  [{ kind: 'refusedToken' }],
  [{ kind: 'repeatedRecord' }],
  [{ kind: 'emptyPages', pages: 2 }],
);

const walks = fc.record({
  version: fc.constantFrom(...versions),
  resource: fc.constantFrom<keyof typeof demoResources>('busy', 'busy', 'tied', 'removed', 'odd', 'bucket'),
  days: fc.integer({ min: 1, max: 30 }),
  sizes: fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 1, maxLength: 3 }),
  chosen: readings,
  rules: faults,
});

const timesOf = (changes: readonly Change[]): string[] => changes.map(({ capturedAt }) => capturedAt);

it('every walk gives each change once, newest first, and its total is the truth or null', async () => {
  let changes = 0;

  await fc.assert(
    fc.asyncProperty(walks, async ({ version, resource, days, sizes, chosen, rules }) => {
      const isCountWrong = rules.some(({ kind }) => kind === 'wrongCount');
      const gateway = await gatewayOf(version, chosen.timelineTotal, isCountWrong);
      gateway.emulator.reset();
      gateway.emulator.readings.choose(chosen);
      for (const rule of rules) gateway.emulator.faults.add(rule);
      const from = demoEpoch - days * dayMs;
      const between = { from: new Date(from).toISOString(), to: new Date(demoEpoch).toISOString() };

      const pages = await readPages(gateway, { resource: demoResources[resource], between }, sizes);

      const truth = recordedChanges(gateway.emulator, demoResources[resource], from, demoEpoch);
      expect(sorted(changesOf(pages))).toEqual(sorted(truth));
      expect(timesOf(changesOf(pages))).toEqual(timesOf(truth));
      // Equal changes are one. But if not all were listed, the upstream has counted each: the tied resource has two.
      const totals = [null, truth.length, ...(resource === 'tied' ? [truth.length + 1] : [])];
      for (const { totalCount } of pages) expect(totals).toContain(totalCount);
      changes += truth.length;
    }),
    { ...runs(40), seed },
  );

  expect(changes).toBeGreaterThan(shareOf(300));
}, 300_000);
