import type { FaultRuleInput, Readings } from '../../../src/emulator';
import { demoEpoch } from '../../../src/emulator';
import type { ForgettableLists } from '../../support/forgettableLists';
import { forgettableLists } from '../../support/forgettableLists';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { dayMs, demoResources, readPage, recordedChanges } from '../../support/timelines';

/** `totalCount` of a timeline is the truth or null, in either version, whatever the upstream counts. */

const versions = ['2019-01-08', '2020-09-07'] as const;
const gateways = new Map<string, { readonly gateway: TestGateway; readonly memory: ForgettableLists }>();
beforeAll(async () => {
  for (const version of versions) {
    const memory = forgettableLists();
    const gateway = await startGateway({ cloudConfigVersion: version, lists: memory.lists });
    gateways.set(version, { gateway, memory });
  }
});
afterAll(() => Promise.all([...gateways.values()].map(({ gateway }) => gateway.stop())));

const from = demoEpoch - 30 * dayMs;
const until = (to: number) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
const between = until(demoEpoch);
const past = until(demoEpoch - dayMs);

/** What four pages count, in a process that knows nothing before the first. */
const countsOf = async (version: string, faults: readonly FaultRuleInput[], readings: Partial<Readings>) => {
  const known = gateways.get(version);
  if (known === undefined) throw new Error(`No gateway uses ${version}.`);
  const { gateway, memory } = known;
  gateway.emulator.reset();
  memory.forget();
  gateway.emulator.readings.choose(readings);
  for (const rule of faults) gateway.emulator.faults.add(rule);

  const totals: (number | null)[] = [];
  for (const variables of [
    { resource: demoResources.busy, between, first: 5 },
    { resource: demoResources.busy, between: past, first: 5 },
    { resource: demoResources.busy, between, first: 100 },
    { resource: demoResources.tied, between, first: 3 },
  ]) {
    totals.push((await readPage(gateway, variables)).totalCount);
  }
  return totals;
};

const cases: readonly (readonly [string, readonly FaultRuleInput[], Partial<Readings>, boolean])[] = [
  ['the window', [], {}, true],
  ['the window, with a token on the last page', [], { lastPageToken: 'present' }, false],
  ['the whole history', [], { timelineTotal: 'history' }, false],
  ['nothing', [{ kind: 'wrongCount', count: 0 }], {}, false],
  ['the page', [{ kind: 'wrongCount', count: 'page' }], {}, false],
  ['at most 50', [{ kind: 'wrongCount', atMost: 50 }], {}, false],
  ['one too many', [{ kind: 'wrongCount', plus: 1 }], {}, false],
  ['a thousand too many', [{ kind: 'wrongCount', plus: 1000 }], {}, false],
  ['three too few', [{ kind: 'wrongCount', plus: -3 }], {}, false],
  ['not at all', [], { totalCount: 'absent' }, false],
];

const casesOfVersions = cases.flatMap(([counted, faults, readings, isRight]) =>
  versions.map((version) => ({ counted, version, faults, readings, isRight })),
);

it.each(casesOfVersions)(
  'is the truth or null if the upstream counts $counted, with $version',
  async ({ version, faults, readings, isRight }) => {
    const totals = await countsOf(version, faults, readings);

    const { emulator } = gateways.get(version)?.gateway ?? {};
    if (emulator === undefined) throw new Error(`No gateway uses ${version}.`);
    const busy = recordedChanges(emulator, demoResources.busy, from, demoEpoch).length;
    const before = recordedChanges(emulator, demoResources.busy, from, demoEpoch - dayMs).length;
    const tied = recordedChanges(emulator, demoResources.tied, from, demoEpoch).length;
    expect([busy, before > 100]).toEqual([168, true]);
    // Up to 100 changes are listed. Two of these are equal, which only the upstream counts twice.
    const truth = [[busy], [before], [busy], [tied, tied + 1]];
    for (const [index, total] of totals.entries()) {
      expect(isRight ? truth[index] : [...(truth[index] ?? []), null]).toContain(total);
    }
  },
);
